#include "cli/VerbTable.h"

#include <QTest>

using namespace ponder;
using namespace ponder::cli;

class tst_VerbTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void repeatedOptions();
    void helpOfEveryVerb_data();
    void helpOfEveryVerb();
    void programHelpNamesEveryVerb();
    void helpFitsATerminal();
    void keyArgumentsAreNotRepeated();
};

void tst_VerbTable::parses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("positional");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QString &arguments, const QString &positional,
                        const QString &option, const QString &value) {
        QTest::newRow(name) << arguments.split(u'|') << positional.split(u'|', Qt::SkipEmptyParts)
                            << option << value;
    };
    row("nothing", QStringLiteral("ask|hi"), QStringLiteral("hi"), {}, {});
    row("after", QStringLiteral("ask|hi|--model|m"), QStringLiteral("hi"), QStringLiteral("model"),
        QStringLiteral("m"));
    row("before", QStringLiteral("ask|--model=m|hi"), QStringLiteral("hi"), QStringLiteral("model"),
        QStringLiteral("m"));
    row("short", QStringLiteral("ask|-q|hi"), QStringLiteral("hi"), QStringLiteral("quiet"), {});
    row("short with value", QStringLiteral("export|x|-o|f"), QStringLiteral("x"),
        QStringLiteral("output"), QStringLiteral("f"));
    row("last one counts", QStringLiteral("ask|--model|a|--model|b|hi"), QStringLiteral("hi"),
        QStringLiteral("model"), QStringLiteral("b"));
    row("standard input", QStringLiteral("ask|-"), QStringLiteral("-"), {}, {});
    row("end of options", QStringLiteral("ask|--|--help"), QStringLiteral("--help"), {}, {});
    row("negative value", QStringLiteral("ask|--set|presence_penalty=-1|hi"), QStringLiteral("hi"),
        QStringLiteral("set"), QStringLiteral("presence_penalty=-1"));
    row("equals in value", QStringLiteral("ask|--set=stop=a=b|hi"), QStringLiteral("hi"),
        QStringLiteral("set"), QStringLiteral("stop=a=b"));
    row("empty value", QStringLiteral("ask|--system||hi"), QStringLiteral("hi"),
        QStringLiteral("system"), QString());
    row("words", QStringLiteral("config|set|a|b"), QStringLiteral("set|a|b"), {}, {});
    row("negative setting", QStringLiteral("config|set|a|-1"), QStringLiteral("set|a|-1"), {}, {});
    row("negative setting, said", QStringLiteral("config|set|--|a|-1"), QStringLiteral("set|a|-1"),
        {}, {});
}

void tst_VerbTable::parses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, positional);
    QFETCH(QString, option);
    QFETCH(QString, value);
    const Result<Invocation> invocation = parseInvocation(arguments);
    QVERIFY2(invocation.ok(), invocation.ok() ? "" : qPrintable(invocation.error().message));
    QCOMPARE(invocation->verb, arguments.constFirst());
    QCOMPARE(invocation->positional, positional);
    QVERIFY(!invocation->help);
    if (!option.isEmpty())
        QVERIFY(invocation->has(option));
    QCOMPARE(invocation->value(option), value);
    QVERIFY(!invocation->has(QStringLiteral("json")));
}

void tst_VerbTable::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no verb") << QStringList() << "ponder VERB";
    QTest::newRow("unknown verb") << QStringList{QStringLiteral("nonsense")} << "ponder VERB";
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("list"), QStringLiteral("--model=x")} << "model";
    QTest::newRow("missing value")
        << QStringList{QStringLiteral("ask"), QStringLiteral("--model")} << "model";
    QTest::newRow("unexpected value")
        << QStringList{QStringLiteral("list"), QStringLiteral("--json=yes")} << "json";
    for (const QString &verb :
         {QStringLiteral("summarize"), QStringLiteral("search"), QStringLiteral("import")})
        QTest::newRow(qPrintable(verb))
            << QStringList{verb, QStringLiteral("x")} << "later version";
    QTest::newRow("attach") << QStringList{QStringLiteral("ask"), QStringLiteral("--attach"),
                                           QStringLiteral("f"), QStringLiteral("x")}
                            << "--attach comes with a later version";
}

void tst_VerbTable::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Result<Invocation> invocation = parseInvocation(arguments);
    QVERIFY(!invocation.ok());
    QCOMPARE(invocation.error().kind, ErrorKind::Usage);
    QVERIFY2(invocation.error().message.contains(says), qPrintable(invocation.error().message));
}

void tst_VerbTable::repeatedOptions()
{
    const Result<Invocation> invocation =
        parseInvocation({QStringLiteral("ask"), QStringLiteral("--set"), QStringLiteral("a=1"),
                         QStringLiteral("x"), QStringLiteral("--set=b=2")});
    QVERIFY(invocation.ok());
    QCOMPARE(invocation->options.value(QStringLiteral("set")),
             QStringList({QStringLiteral("a=1"), QStringLiteral("b=2")}));
}

void tst_VerbTable::helpOfEveryVerb_data()
{
    QTest::addColumn<QString>("name");
    for (const VerbSpec &verb : verbTable())
        QTest::newRow(qPrintable(verb.name)) << verb.name;
}

void tst_VerbTable::helpOfEveryVerb()
{
    QFETCH(QString, name);
    const VerbSpec verb = *findVerb(name);
    const QString help = verbHelp(verb);
    QVERIFY(help.contains(QStringLiteral("ponder ") + name));
    for (const OptionSpec &option : verb.options) {
        QVERIFY2(help.contains(QStringLiteral("--") + option.name), qPrintable(option.name));
        QVERIFY2(!option.description.isEmpty(), qPrintable(option.name));
    }
    for (const QString &word : {QStringLiteral("--help"), QStringLiteral("-h")}) {
        const Result<Invocation> invocation = parseInvocation({name, word});
        QVERIFY(invocation.ok());
        QVERIFY(invocation->help);
    }
}

void tst_VerbTable::programHelpNamesEveryVerb()
{
    const QString help = programHelp();
    for (const VerbSpec &verb : verbTable())
        QVERIFY2(help.contains(QStringLiteral("\n  ") + verb.name), qPrintable(verb.name));
    QVERIFY(help.contains(QLatin1String("--demo")));
    QVERIFY(help.contains(QLatin1String("--version")));
}

void tst_VerbTable::helpFitsATerminal()
{
    QStringList texts{programHelp()};
    for (const VerbSpec &verb : verbTable())
        texts.append(verbHelp(verb));
    for (const QString &text : texts) {
        for (const QString &line : text.split(u'\n'))
            QVERIFY2(line.size() <= 86, qPrintable(line));
    }
}

void tst_VerbTable::keyArgumentsAreNotRepeated()
{
    for (const QString &word : {QStringLiteral("--sk-secret"), QStringLiteral("--key=sk-secret"),
                                QStringLiteral("-sk-secret")}) {
        const Result<Invocation> invocation = parseInvocation(
            {QStringLiteral("key"), QStringLiteral("set"), QStringLiteral("alpha"), word});
        QVERIFY(!invocation.ok());
        QVERIFY(!invocation.error().message.contains(QLatin1String("secret")));
        QVERIFY(invocation.error().message.contains(QLatin1String("standard input")));
    }
}

QTEST_GUILESS_MAIN(tst_VerbTable)
#include "tst_VerbTable.moc"
