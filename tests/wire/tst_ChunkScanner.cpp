#include "wire/ChunkScanner.h"
#include "wire/DecodedAnswer.h"
#include "wire/JsonScanner.h"
#include "wire/OpenAiDecoder.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTest>

#include <random>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// The short way through a chunk must take every ordinary chunk and never mean anything else than
/// the long way.
class tst_ChunkScanner : public QObject
{
    Q_OBJECT

private:
    static QString decode(const QList<QByteArray> &payloads, bool fastPath)
    {
        OpenAiDecoder decoder;
        decoder.setFastPathEnabled(fastPath);
        DecodedAnswer answer;
        Deltas deltas;
        for (const QByteArray &payload : payloads)
            decoder.readChunk(payload, deltas);
        answer.end = decoder.finish(deltas);
        answer.apply(deltas);
        return answer.summary() + u"\nbad chunks %1"_s.arg(decoder.badChunks());
    }

    static QList<QByteArray> payloads(const QByteArray &stream)
    {
        QList<QByteArray> result;
        SseParser parser;
        const SseParser::Sink sink = [&result](const SseEvent &event) {
            if (event.kind == SseEvent::Kind::Message)
                result += event.data.toByteArray();
        };
        (void)parser.feed(stream, sink);
        (void)parser.finish(sink);
        return result;
    }

    static QList<QByteArray> examples(const char *name)
    {
        QFile file(QStringLiteral(PONDER_TEST_DATA "/wire/") + QLatin1StringView(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }

    static std::vector<RecordedReply> allReplies()
    {
        std::vector<RecordedReply> replies = replyFixtures();
        for (RecordedReply &reply : llamaServerRecordings())
            replies.push_back(std::move(reply));
        return replies;
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.wire.warning=false"_s); }

    void plain_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("piece");
        for (const QByteArray &line : examples("chunks-plain.txt")) {
            const QList<QByteArray> fields = line.split('\t');
            QTest::newRow(fields.at(0).constData())
                << fields.at(2) << QString::fromUtf8(fields.at(1));
        }
    }
    void plain()
    {
        QFETCH(const QByteArray, json);
        const std::optional<PlainChunk> chunk = scanPlainChunk(json, "m");
        QVERIFY(chunk);
        QTEST(chunk->text + chunk->reasoning, "piece");
        QCOMPARE(decode({json}, true), decode({json}, false));
    }

    void notPlain_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const QByteArray &line : examples("chunks-not-plain.txt")) {
            const QList<QByteArray> fields = line.split('\t');
            QTest::newRow(fields.at(0).constData()) << fields.at(1);
        }
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("bad UTF-8")
            << QByteArray("{'choices':[{'delta':{'content':'\xff'}}]}").replace('\'', '"');
        QTest::newRow("control character")
            << QByteArray("{'choices':[{'delta':{'content':'a\nb'}}]}").replace('\'', '"');
    }
    void notPlain()
    {
        QFETCH(const QByteArray, json);
        QVERIFY(!scanPlainChunk(json, "m"));
        QCOMPARE(decode({json}, true), decode({json}, false));
    }

    void sameAsTheLongWay_data()
    {
        QTest::addColumn<RecordedReply>("reply");
        for (const RecordedReply &reply : allReplies())
            QTest::newRow(qPrintable(reply.name)) << reply;
    }
    void sameAsTheLongWay()
    {
        QFETCH(const RecordedReply, reply);
        const QList<QByteArray> chunks = payloads(reply.body);
        QCOMPARE(decode(chunks, true), decode(chunks, false));
    }

    /// Chunks with random damage: what one way accepts, the other accepts with the same meaning.
    void sameAsTheLongWayWhenDamaged()
    {
        QList<QByteArray> chunks;
        for (const RecordedReply &reply : replyFixtures())
            chunks += payloads(reply.body);
        const QByteArray spices = "\"\\{}[]:,0123456789.eE+-ntfu \t\n\r\x01\x7f\x80\xc3\xa9\xff"
                                  "abc/";
        const QByteArray model = "deepseek-r1-0528";
        const QByteArray first = "{\"model\":\"" + model + "\",\"choices\":[]}";
        int tookShortWay = 0;
        std::mt19937 random(5281972);
        const auto below = [&random](qsizetype n) {
            return qsizetype(random() % std::mt19937::result_type(n));
        };
        for (int round = 0; round < 40000; ++round) {
            QByteArray chunk = chunks.at(below(chunks.size()));
            if (chunk.isEmpty())
                continue;
            for (qsizetype damage = below(3); damage >= 0; --damage) {
                const qsizetype at = below(chunk.size());
                const char spice = spices.at(below(spices.size()));
                switch (below(4)) {
                case 0:
                    chunk[at] = spice;
                    break;
                case 1:
                    chunk.insert(at, spice);
                    break;
                case 2:
                    chunk.remove(at, 1 + below(3));
                    break;
                default:
                    chunk.insert(at, chunk.mid(below(chunk.size()), below(12)));
                    break;
                }
                if (chunk.isEmpty())
                    chunk = "{}";
            }
            tookShortWay += scanPlainChunk(chunk, model).has_value() ? 1 : 0;
            const QString slow = decode({first, chunk}, false);
            QVERIFY2(decode({first, chunk}, true) == slow, chunk.constData());
        }
        QVERIFY(tookShortWay > 1000);
    }

    void find()
    {
        const QByteArray json =
            "{\"a\":\"x\\\"}\",\"usage\":{\"list\":[1,{\"cost\":7}],\"cost\" : 0.50 },\"b\":1}";
        QCOMPARE(JsonScanner::find(json, {"usage", "cost"}), QByteArrayView("0.50"));
        QCOMPARE(JsonScanner::find(json, {"b"}), QByteArrayView("1"));
        QVERIFY(JsonScanner::find(json, {"cost"}).isEmpty());
        QVERIFY(JsonScanner::find("[]", {"cost"}).isEmpty());
        QVERIFY(JsonScanner::find("{\"a\":{", {"a", "b"}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ChunkScanner)
#include "tst_ChunkScanner.moc"
