#include "markdown/BlockParser.h"
#include "ui/LinkSteps.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_LinkSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data();
    void links();
    void goesFromLinkToLink();
    void staysWithinTheRows();

private:
    static TranscriptEntries entriesOf(const QString &markdown);
};

TranscriptEntries tst_LinkSteps::entriesOf(const QString &markdown)
{
    TranscriptEntries entries;
    TranscriptEntry entry;
    entry.id = u"a"_s;
    for (const BlockPtr &block : BlockParser::blocks(markdown))
        entry.rows.emplace_back(BlockRow{block, false, false});
    entries.all.push_back(std::move(entry));
    entries.renumber(0);
    return entries;
}

void tst_LinkSteps::links_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("found"); // cell:begin-end text → url

    const auto row = [](const char *name, const QString &markdown, const QStringList &found) {
        QTest::newRow(name) << markdown << found;
    };
    row("none", u"a *b* `c` $d$"_s, {});
    row("one", u"see [here](https://e.org/a) now"_s, {u"0:4-8 here → https://e.org/a"_s});
    row("address", u"see https://e.org/a now"_s, {u"0:4-19 https://e.org/a → https://e.org/a"_s});
    row("of several runs", u"[a *b* `c`](https://e.org)"_s, {u"0:0-5 a b c → https://e.org"_s});
    row("side by side", u"[a](https://e.org/1)[b](https://e.org/2)"_s,
        {u"0:0-1 a → https://e.org/1"_s, u"0:1-2 b → https://e.org/2"_s});
    row("behind a formula", u"$x^2$ [a](https://e.org)"_s, {u"0:2-3 a → https://e.org"_s});
    row("over a line end", u"[a\nb](https://e.org)"_s, {u"0:0-3 a\nb → https://e.org"_s});
    row("citation", u"so[citation:3]"_s,
        {u"0:2-3 Source 3 that this answer refers to → "
         "note:Source 3 that this answer refers to"_s});
    row("table", u"| a | b |\n|---|---|\n| x | [y](https://e.org) |"_s,
        {u"3:0-1 y → https://e.org"_s});
    row("pictures", u"# ![a](https://e.org/a.png) ![b](data:image/png;base64,AA==)"_s,
        {u"0:0-1 a → https://e.org/a.png"_s});
    row("code", u"```\nhttps://e.org\n```"_s, {});
    row("forbidden", u"[a](file:///etc/passwd) [b](javascript:x)"_s, {});
}

void tst_LinkSteps::links()
{
    QFETCH(QString, markdown);
    QFETCH(QStringList, found);
    const TranscriptEntries entries = entriesOf(markdown);
    QStringList links;
    for (const LinkPlace &link : LinkSteps(entries).of(0))
        links << u"%1:%2-%3 %4 → %5"_s.arg(link.begin.cell)
                     .arg(link.begin.offset)
                     .arg(link.end)
                     .arg(link.text, link.url);
    QCOMPARE(links, found);
}

void tst_LinkSteps::goesFromLinkToLink()
{
    const TranscriptEntries entries =
        entriesOf(u"[a](https://e.org/1) [b](https://e.org/2)\n\nno\n\n[c](https://e.org/3)"_s);
    const LinkSteps steps(entries);
    QString forth;
    TextPlace at{0, -1, 0};
    while (const auto link = steps.next(at, 1, 0, 2)) {
        forth += link->text;
        at = link->begin;
        QCOMPARE(steps.at(at), link);
    }
    QCOMPARE(forth, u"abc"_s);
    QString back;
    while (const auto link = steps.next(at, -1, 0, 2)) {
        back += link->text;
        at = link->begin;
    }
    QCOMPARE(back, u"ba"_s);
    QVERIFY(!steps.at({1, 0, 0}));
}

void tst_LinkSteps::staysWithinTheRows()
{
    const TranscriptEntries entries =
        entriesOf(u"[a](https://e.org/1)\n\n[b](https://e.org/2)\n\n[c](https://e.org/3)"_s);
    const LinkSteps steps(entries);
    QVERIFY(!steps.next({1, 0, 0}, 1, 1, 1));
    QVERIFY(!steps.next({1, 0, 0}, -1, 1, 1));
    QVERIFY(steps.next({1, 0, 0}, 1, 1, 99));
}

QTEST_GUILESS_MAIN(tst_LinkSteps)
#include "tst_LinkSteps.moc"
