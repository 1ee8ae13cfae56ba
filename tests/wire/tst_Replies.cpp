#include "wire/DecodedAnswer.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTest>

#include <random>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Every kind of reply that servers send, as fixtures: each must mean what it is expected to mean,
/// and the same however the bytes are cut.
class tst_Replies : public QObject
{
    Q_OBJECT

private:
    static void addRows()
    {
        QTest::addColumn<RecordedReply>("reply");
        for (const RecordedReply &reply : replyFixtures())
            QTest::newRow(qPrintable(reply.name)) << reply;
    }

    static QString expectedSummary(const QJsonObject &expected, const DecodedAnswer &got);

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"ponder.wire.warning=false"_s); // one line for each cut
    }

    void thereAreFixtures() { QVERIFY(replyFixtures().size() > 80); }

    void meaning_data() { addRows(); }
    void meaning()
    {
        QFETCH(const RecordedReply, reply);
        const DecodedAnswer answer = decodedWhole(reply.contentType, reply.body);
        QCOMPARE(answer.summary(), expectedSummary(expectationOf(reply.name), answer));
    }

    void sameHoweverItIsCut_data() { addRows(); }
    void sameHoweverItIsCut()
    {
        QFETCH(const RecordedReply, reply);
        const QString whole = decodedWhole(reply.contentType, reply.body).summary();
        for (qsizetype size = 1; size <= 64; ++size) {
            const auto fixed = [size] { return size; };
            QCOMPARE(decoded(reply.contentType, reply.body, fixed).summary(), whole);
        }
        std::mt19937 random(20250528);
        for (int round = 0; round < 20; ++round) {
            std::uniform_int_distribution<int> sizes(1, round < 10 ? 20 : 300);
            const auto any = [&] { return qsizetype(sizes(random)); };
            QCOMPARE(decoded(reply.contentType, reply.body, any).summary(), whole);
        }
    }
};

namespace {

Usage expectedUsage(const QJsonObject &object)
{
    const auto number = [&object](QLatin1StringView key) -> std::optional<qint64> {
        return object.contains(key) ? std::optional(object.value(key).toInteger()) : std::nullopt;
    };
    Usage usage;
    usage.promptTokens = number("promptTokens"_L1);
    usage.completionTokens = number("completionTokens"_L1);
    usage.reasoningTokens = number("reasoningTokens"_L1);
    usage.cachedTokens = number("cachedTokens"_L1);
    const QStringList cost = object.value("cost"_L1).toString().split(u' ');
    if (cost.size() == 2)
        usage.cost = Cost{cost.at(0), cost.at(1)};
    return usage;
}

} // namespace

/// The summary as it ought to be. What an expectation leaves open (the words of a message of ours,
/// the single logprobs) is taken from what came.
QString tst_Replies::expectedSummary(const QJsonObject &expected, const DecodedAnswer &got)
{
    DecodedAnswer want;
    for (const QJsonValue segment : expected.value("segments"_L1).toArray())
        want.segments += segment.toString();
    want.details = expected.value("details"_L1).toArray();
    want.extraContent = expected.value("extra"_L1).toObject();
    if (qsizetype(got.logprobs.size()) == expected.value("logprobs"_L1).toInt())
        want.logprobs = got.logprobs;
    want.usage = expectedUsage(expected.value("usage"_L1).toObject());
    want.model = expected.value("model"_L1).toString();
    if (expected.contains("finish"_L1)) {
        want.finish = FinishDelta{*finishReasonFromName(expected.value("finish"_L1).toString()),
                                  expected.value("native"_L1).toString()};
    }
    if (const QJsonObject error = expected.value("error"_L1).toObject(); !error.isEmpty()) {
        Error failure;
        failure.kind = *errorKindFromName(error.value("kind"_L1).toString());
        failure.http = error.value("http"_L1).toInt();
        failure.message =
            error.value("message"_L1).toString(got.end.error ? got.end.error->message : QString());
        if (error.contains("retryAfterMs"_L1))
            failure.retryAfterMs = error.value("retryAfterMs"_L1).toInt();
        want.end.error = failure;
        if (error.value("inStream"_L1).toBool(true))
            want.errorInStream = failure;
    }
    want.end.complete = expected.value("complete"_L1).toBool();
    return want.summary();
}

QTEST_GUILESS_MAIN(tst_Replies)
#include "tst_Replies.moc"
