#include "cli/CliHarness.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ');
}

} // namespace

class tst_ConversationCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void listsNothing();
    void shows();
    void showsBranches();
    void exports_data();
    void exports();
    void exportsToAFile();
    void deletes();
    void refuses_data();
    void refuses();
    void brokenDisk();
    void hostileTitleOnATerminal();
};

void tst_ConversationCommand::lists()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-old"), QStringLiteral("Old"), 60);
    cli.addConversation(QStringLiteral("0191-new"), QStringLiteral("New 新"), 1);
    QCOMPARE(cli.run(words(QStringLiteral("list --json"))), 0);
    const QJsonArray all = cli.json().toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).toObject().value(QLatin1String("id")).toString(),
             QStringLiteral("0191-new"));
    QCOMPARE(all.at(1).toObject().value(QLatin1String("title")).toString(), QStringLiteral("Old"));
    QCOMPARE(all.at(1).toObject().value(QLatin1String("updated_at")).toString(),
             QStringLiteral("2026-05-04T11:00:00.000Z"));
    QCOMPARE(cli.run(words(QStringLiteral("list"))), 0);
    QVERIFY(cli.console.out.startsWith("0191-new  2026-05-04 "));
    QCOMPARE(cli.console.out.count('\n'), 2);
}

void tst_ConversationCommand::listsNothing()
{
    CliHarness cli;
    QCOMPARE(cli.run(words(QStringLiteral("list"))), 0);
    QCOMPARE(cli.console.out, "");
    QCOMPARE(cli.run(words(QStringLiteral("list --json"))), 0);
    QCOMPARE(cli.console.out, "[]\n");
}

void tst_ConversationCommand::shows()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("Sevens"));
    QCOMPARE(cli.run(words(QStringLiteral("show 0191-o"))), 0);
    QCOMPARE(QString::fromUtf8(cli.console.out),
             QStringLiteral("# Sevens\n\n## You\n\nWhat is 6 × 7?\n\n## a-two\n\n> six "
                            "sevens\n> are\n\n42\n"));

    QCOMPARE(cli.run(words(QStringLiteral("show 0191-one --json"))), 0);
    const QJsonObject conversation = cli.json().toObject();
    QCOMPARE(conversation.value(QLatin1String("system_prompt")).toString(),
             QStringLiteral("Be brief."));
    const QJsonArray messages = conversation.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).toObject().value(QLatin1String("role")).toString(),
             QStringLiteral("user"));
    QVERIFY(messages.at(0).toObject().value(QLatin1String("parent")).isNull());
    const QJsonObject answer = messages.at(1).toObject();
    QCOMPARE(answer.value(QLatin1String("text")).toString(), QStringLiteral("42"));
    QCOMPARE(answer.value(QLatin1String("reasoning")).toString(),
             QStringLiteral("six sevens\nare"));
    QCOMPARE(answer.value(QLatin1String("model")).toString(), QStringLiteral("a-two"));
    QCOMPARE(
        answer.value(QLatin1String("finish")).toObject().value(QLatin1String("reason")).toString(),
        QStringLiteral("stop"));
    QVERIFY(answer.value(QLatin1String("error")).isNull());
}

void tst_ConversationCommand::showsBranches()
{
    CliHarness cli;
    const QString id = cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("Sevens"));
    Conversation conversation = cli.store.stored.value(id);
    Message other = *conversation.message(id + QStringLiteral("-a"));
    other.id = id + QStringLiteral("-a2");
    other.state = MessageState::Interrupted;
    other.error = Error{ErrorKind::Network, 0, QStringLiteral("gone"), {}, {}};
    conversation.insert(other);
    conversation.leafId = other.id;
    cli.store.stored.insert(id, conversation);

    QCOMPARE(cli.run(words(QStringLiteral("show 0191-one --json"))), 0);
    const QJsonObject shown = cli.json().toObject();
    const QJsonObject last = shown.value(QLatin1String("messages")).toArray().last().toObject();
    QCOMPARE(last.value(QLatin1String("id")).toString(), other.id);
    QCOMPARE(last.value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("network"));
    QCOMPARE(shown.value(QLatin1String("other_messages")).toArray().size(), 1);
    QCOMPARE(cli.run(words(QStringLiteral("show 0191-one"))), 0);
    QVERIFY(cli.console.out.contains("## a-two (interrupted)"));
}

void tst_ConversationCommand::exports_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("format");
    QTest::newRow("default") << ""
                             << "md";
    QTest::newRow("md") << " --format md"
                        << "md";
    QTest::newRow("json") << " --format=json -o -"
                          << "json";
}

void tst_ConversationCommand::exports()
{
    QFETCH(QString, options);
    QFETCH(QString, format);
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("Sevens"));
    QCOMPARE(cli.run(words(QStringLiteral("export 0191-one") + options)), 0);
    QCOMPARE(QString::fromUtf8(cli.console.out), format + QStringLiteral(" of 0191-one 你\n"));
}

void tst_ConversationCommand::exportsToAFile()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("Sevens"));
    const QString path = cli.folder.filePath(QStringLiteral("out.md"));
    QCOMPARE(
        cli.run({QStringLiteral("export"), QStringLiteral("0191-one"), QStringLiteral("-o"), path}),
        0);
    QCOMPARE(cli.console.out, "");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), QStringLiteral("md of 0191-one 你\n"));
    QCOMPARE(cli.run({QStringLiteral("export"), QStringLiteral("0191-one"), QStringLiteral("-o"),
                      cli.folder.filePath(QStringLiteral("no/such/folder/x"))}),
             1);
    QVERIFY(cli.complaint().contains(QLatin1String("could not be written")));
}

void tst_ConversationCommand::deletes()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("One"));
    cli.addConversation(QStringLiteral("0191-two"), QStringLiteral("Two"));
    QCOMPARE(cli.run(words(QStringLiteral("delete 0191-t"))), 0);
    QCOMPARE(cli.store.stored.keys(), QStringList(QStringLiteral("0191-one")));
}

void tst_ConversationCommand::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("show nothing") << "show"
                                  << "ID";
    QTest::newRow("show two") << "show 0191-one 0191-two"
                              << "one conversation";
    QTest::newRow("unknown") << "show 0199-none"
                             << "0199-none";
    QTest::newRow("ambiguous") << "delete 0191-"
                               << "2 conversations";
    QTest::newRow("list a word") << "list x"
                                 << "--json";
    QTest::newRow("html") << "export 0191-one --format html"
                          << "later version";
    QTest::newRow("pdf") << "export 0191-one --format pdf"
                         << "later version";
    QTest::newRow("no such format") << "export 0191-one --format docx"
                                    << "docx";
}

void tst_ConversationCommand::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("One"));
    cli.addConversation(QStringLiteral("0191-two"), QStringLiteral("Two"));
    QCOMPARE(cli.run(words(line)), 2);
    QVERIFY2(cli.complaint().contains(says), qPrintable(cli.complaint()));
    QCOMPARE(cli.store.stored.size(), 2);
    QCOMPARE(cli.console.out, "");
}

void tst_ConversationCommand::brokenDisk()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("One"));
    cli.store.broken = true;
    for (const QString &line : {QStringLiteral("list"), QStringLiteral("show 0191-one"),
                                QStringLiteral("delete 0191-one")}) {
        QCOMPARE(cli.run(words(line)), 1);
        QVERIFY2(cli.complaint().contains(QLatin1String("disk full")), qPrintable(cli.complaint()));
    }
}

void tst_ConversationCommand::hostileTitleOnATerminal()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-one"), QStringLiteral("a\x1b]0;owned\a"));
    QCOMPARE(cli.run(words(QStringLiteral("list"))), 0);
    QVERIFY(cli.console.out.contains('\x1b'));
    cli.console.terminal = true;
    QCOMPARE(cli.run(words(QStringLiteral("list"))), 0);
    QVERIFY(!cli.console.out.contains('\x1b'));
}

QTEST_GUILESS_MAIN(tst_ConversationCommand)
#include "tst_ConversationCommand.moc"
