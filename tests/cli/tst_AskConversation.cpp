#include "cli/CliHarness.h"

#include <QTest>

using namespace ponder;
using namespace ponder::test;

namespace {

TextDelta text(const QString &words)
{
    return {words};
}

} // namespace

class tst_AskConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedConversation();
    void notSavedByDefault();
    void continuesAConversation();
    void unknownConversation_data();
    void unknownConversation();
    void conversationOfAnAddress();
    void diskIsFull();
};

void tst_AskConversation::savedConversation()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("42")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--system"), QStringLiteral("Be brief."),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("conversation")).toString();
    QVERIFY(cli.store.stored.contains(id));
    const Conversation stored = cli.store.stored.value(id);
    QCOMPARE(stored.size(), 2);
    QCOMPARE(stored.providerId, QStringLiteral("alpha"));
    QCOMPARE(stored.model, QStringLiteral("a-one"));
    QCOMPARE(stored.systemPrompt, QStringLiteral("Be brief."));
    QCOMPARE(stored.summary.title, QStringLiteral("hi"));
    QVERIFY(stored.summary.createdAt.isValid());
    QCOMPARE(stored.message(stored.leafId)->text(), cli.joined(QStringLiteral("text")));
}

void tst_AskConversation::notSavedByDefault()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("42")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("hi")}),
             0);
    QVERIFY(cli.store.stored.isEmpty());
}

void tst_AskConversation::continuesAConversation()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-aaaa"), QStringLiteral("First"));
    cli.addConversation(QStringLiteral("0191-bbbb"), QStringLiteral("Second"));
    cli.backend.script = {say({text(QStringLiteral("84")), FinishDelta{}}), end()};
    QCOMPARE(
        cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--conversation"),
                 QStringLiteral("0191-b"), QStringLiteral("And twice?")}),
        0);
    const ChatRequest &request = cli.backend.requests.back();
    QCOMPARE(cli.backend.providers.back().id, QStringLiteral("alpha"));
    QCOMPARE(request.model, QStringLiteral("a-two"));
    QCOMPARE(request.messages.size(), std::size_t(4));
    QCOMPARE(request.messages.front().content, QStringLiteral("Be brief."));
    QCOMPARE(request.messages.at(2).content, QStringLiteral("42"));
    QCOMPARE(request.messages.back().content, QStringLiteral("And twice?"));
    QCOMPARE(cli.event(QStringLiteral("start")).value(QLatin1String("conversation")).toString(),
             QStringLiteral("0191-bbbb"));
    QCOMPARE(cli.store.stored.value(QStringLiteral("0191-bbbb")).size(), 4);
    QCOMPARE(cli.store.stored.value(QStringLiteral("0191-aaaa")).size(), 2);
}

void tst_AskConversation::unknownConversation_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << "0199-none"
                             << "no conversation";
    QTest::newRow("several") << "0191-"
                             << "2 conversations";
    QTest::newRow("too short") << "019"
                               << "no conversation";
    QTest::newRow("empty") << ""
                           << "needs the ID";
}

void tst_AskConversation::unknownConversation()
{
    QFETCH(QString, id);
    QFETCH(QString, says);
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-aaaa"), QStringLiteral("First"));
    cli.addConversation(QStringLiteral("0191-bbbb"), QStringLiteral("Second"));
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--conversation"), id,
                      QStringLiteral("hi")}),
             2);
    QVERIFY2(cli.complaint().contains(says, Qt::CaseInsensitive), qPrintable(cli.complaint()));
}

void tst_AskConversation::conversationOfAnAddress()
{
    CliHarness cli;
    const QString address = QStringLiteral("http://h:2/v1");
    cli.backend.script = {say({text(QStringLiteral("1")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--base-url"), address, QStringLiteral("--model"),
                      QStringLiteral("m"), QStringLiteral("hi")}),
             0);
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("conversation")).toString();
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--conversation"), id,
                      QStringLiteral("again")}),
             0);
    QCOMPARE(cli.backend.providers.back().baseUrl, address);
    QVERIFY(!cli.backend.providers.back().needsKey);
    QCOMPARE(cli.backend.requests.back().model, QStringLiteral("m"));
}

void tst_AskConversation::diskIsFull()
{
    CliHarness cli;
    cli.store.broken = true;
    cli.backend.script = {say({text(QStringLiteral("42")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             1);
    QCOMPARE(cli.joined(QStringLiteral("text")), QStringLiteral("42"));
    QCOMPARE(cli.event(QStringLiteral("error")).value(QLatin1String("kind")).toString(),
             QStringLiteral("storage"));
    QCOMPARE(cli.events().constLast().value(QLatin1String("type")).toString(),
             QStringLiteral("finish"));
}

QTEST_GUILESS_MAIN(tst_AskConversation)
#include "tst_AskConversation.moc"
