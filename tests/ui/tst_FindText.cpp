#include "markdown/BlockParser.h"
#include "ui/FindMessage.h"
#include "ui/FindText.h"
#include "ui/MessageRows.h"
#include "ui/RowText.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// What is searched, and where in a message a hit is.
class tst_FindText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folded_data();
    void folded();
    void matches_data();
    void matches();
    void formulasAreSearchedAsSource_data();
    void formulasAreSearchedAsSource();
    void placesInAMessage();
    void growingEqualsWhole_data();
    void growingEqualsWhole();
    void inSteps();
};

namespace {

RowContent firstRow(const QString &markdown, bool thinking = false)
{
    return BlockRow{BlockParser::blocks(markdown).at(0), thinking, false};
}

Segment segment(Segment::Kind kind, const QString &text)
{
    Segment s;
    s.kind = kind;
    s.text = text;
    return s;
}

Message answer(std::vector<Segment> segments, MessageState state = MessageState::Complete)
{
    Message message;
    message.id = u"a"_s;
    message.role = Role::Assistant;
    message.segments = std::move(segments);
    message.state = state;
    return message;
}

std::vector<FindMessage::Hit> allHits(const FindMessage &text, const QString &needle)
{
    std::vector<FindMessage::Hit> hits;
    for (int i = 0; i < text.count(needle); ++i)
        hits.push_back(*text.hit(needle, i));
    return hits;
}

const QDeadlineTimer kForever(QDeadlineTimer::Forever);

} // namespace

void tst_FindText::folded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case") << u"Ab ÄÖ Σ Ж"_s << u"ab äö σ ж"_s;
    QTest::newRow("width") << u"ＡＢｃ１（）　"_s << u"abc1() "_s;
    QTest::newRow("quotes") << u"“it’s”"_s << u"\"it's\""_s;
    QTest::newRow("spaces") << u"a\nb\tc d"_s << u"a b c d"_s;
    QTest::newRow("Chinese stays") << u"汉字漢字"_s << u"汉字漢字"_s;
    QTest::newRow("emoji stays") << u"😀A"_s << u"😀a"_s;
    QTest::newRow("NUL is a space") << QString(QChar(0)) << u" "_s;
}

void tst_FindText::folded()
{
    QFETCH(QString, text);
    QTEST(FindText::folded(text), "folded");
    QCOMPARE(FindText::folded(text).size(), text.size());
}

void tst_FindText::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << u"abc"_s << u"d"_s << 0;
    QTest::newRow("empty needle") << u"abc"_s << u""_s << 0;
    QTest::newRow("several") << u"abcabc"_s << u"BC"_s << 2;
    QTest::newRow("no overlaps") << u"aaaa"_s << u"aa"_s << 2;
    QTest::newRow("Chinese") << u"搜索，再搜索"_s << u"搜索"_s << 2;
    QTest::newRow("full width") << u"Ｐｏｎｄｅｒ ponder"_s << u"Ponder"_s << 2;
}

void tst_FindText::matches()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    const auto found = FindText::matches(FindText::folded(text), FindText::folded(needle));
    QTEST(int(found.size()), "count");
}

void tst_FindText::formulasAreSearchedAsSource_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<bool>("thinking");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("visible"); // what is marked, formulas as one character
    QTest::newRow("before") << u"One $x^2$ and **two**"_s << false << u"one"_s << u"One"_s;
    QTest::newRow("in the formula") << u"One $x^2$ and"_s << false << u"x^2"_s << u"\ufffc"_s;
    QTest::newRow("across") << u"One $x^2$ and"_s << false << u"e $x"_s << u"e \ufffc"_s;
    QTest::newRow("behind") << u"One $x^2$ and **two**"_s << false << u"d tw"_s << u"d tw"_s;
    QTest::newRow("name of a picture") << u"# A ![red dot](data:image/png;base64,AA==) b"_s << false
                                       << u"dot b"_s << u"\ufffc b"_s;
    QTest::newRow("line end") << u"one\ntwo"_s << false << u"one two"_s << u"one two"_s;
    QTest::newRow("line end of thinking") << u"one\ntwo"_s << true << u"one two"_s << u"one\ntwo"_s;
    QTest::newRow("between Han") << u"上\n下"_s << false << u"上下"_s << u"上下"_s;
    QTest::newRow("code") << u"a `b|c` d"_s << false << u"b|c d"_s << u"b|c d"_s;
}

void tst_FindText::formulasAreSearchedAsSource()
{
    QFETCH(QString, markdown);
    QFETCH(bool, thinking);
    QFETCH(QString, needle);
    const RowContent row = firstRow(markdown, thinking);
    const auto found = FindText::matches(FindText::folded(FindText::searchable(row, 0)), needle);
    QCOMPARE(int(found.size()), 1);
    const TextRange range =
        FindText::visible(*RowText::runs(row, 0), RowText::keepsLineBreaks(row), found[0]);
    QTEST(RowText::visible(row).mid(range.begin, range.end - range.begin), "visible");
}

/// Every kind of content counts, with the row it is in when it is built.
void tst_FindText::placesInAMessage()
{
    Segment call = segment(Segment::Kind::ToolCall, {});
    call.toolCallId = u"1"_s;
    call.toolArguments = u"{\"q\": \"needle\"}"_s;
    Segment result = segment(Segment::Kind::ToolResult, u"a needle"_s);
    result.toolCallId = u"1"_s;
    const Message message = answer(
        {segment(Segment::Kind::Reasoning, u"No.\n\nIs it a needle?"_s),
         segment(Segment::Kind::Text, u"# needle\n\n```\nNeedle();\n```\n\n| A | B |\n|---|---|\n"
                                      "| x | needle |\n"_s),
         call, result, segment(Segment::Kind::Text, u"$$needle$$\n\nlast needle, needle"_s)});
    FindMessage text;
    QVERIFY(text.read(message, kForever));
    const auto hits = allHits(text, u"needle"_s);
    QCOMPARE(int(hits.size()), 9);

    ThinkingPanels panels;
    panels.setShow(ThinkingPanels::Show::Always);
    const TurnStatus status;
    MessageRows builder;
    RowsContext context{panels, status};
    context.openCalls = {u"1"_s}; // what is closed has no text that could be marked
    const RowContents rows = builder.rebuild(message, context).rows;
    QList<int> places;
    for (const auto &hit : hits) {
        const int row = hit.place.rowIn(rows);
        QVERIFY(row >= 0);
        places << row;
        const QString cell = FindText::searchable(rows[size_t(row)], hit.place.cell);
        QCOMPARE(cell.mid(hit.begin, hit.length).toLower(), u"needle"_s);
    }
    QCOMPARE(places, (QList<int>{2, 3, 4, 5, 6, 6, 7, 8, 8}));
    QCOMPARE(hits[3].place.cell, 3);

    panels.setShow(ThinkingPanels::Show::Never);
    const RowContents closed = MessageRows().rebuild(message, {panels, status}).rows;
    QCOMPARE(hits[0].place.rowIn(closed), -1);
    QCOMPARE(hits[1].place.rowIn(closed), 1);
    QCOMPARE(text.firstFrom(u"needle"_s, rows, 4), 2);
    QCOMPARE(text.indexFrom(u"needle"_s, hits[5]), 5);
}

void tst_FindText::growingEqualsWhole_data()
{
    QTest::addColumn<int>("piece");
    QTest::newRow("1") << 1;
    QTest::newRow("7") << 7;
    QTest::newRow("100") << 100;
}

void tst_FindText::growingEqualsWhole()
{
    QFETCH(int, piece);
    const QString thinking = u"First a word.\n\nThen *an*other word\nand `word`."_s;
    const QString text =
        u"Word\n===\n\n- word\n- $word$\n\n| word | b |\n|---|---|\n| c | word |\n\n"
        "```\nword\nword\n```\n\nlast wo**rd**\n"_s;
    FindMessage grown;
    for (qsizetype i = 0; i < thinking.size(); i += piece)
        grown.read(answer({segment(Segment::Kind::Reasoning, thinking.left(i + piece))},
                          MessageState::Streaming),
                   kForever);
    const Segment thought = segment(Segment::Kind::Reasoning, thinking);
    for (qsizetype i = 0; i < text.size(); i += piece)
        grown.read(answer({thought, segment(Segment::Kind::Text, text.left(i + piece))},
                          MessageState::Streaming),
                   kForever);
    const Message whole = answer({thought, segment(Segment::Kind::Text, text)});
    grown.read(whole, kForever);
    FindMessage once;
    once.read(whole, kForever);
    QVERIFY(once.count(u"word"_s) == 11);
    QVERIFY(allHits(grown, u"word"_s) == allHits(once, u"word"_s));
    // Going on after the end, and becoming another text.
    const Message longer = answer({thought, segment(Segment::Kind::Text, text + u"\n\nword"_s)});
    grown.read(longer, kForever);
    QCOMPARE(grown.count(u"word"_s), 12);
    grown.read(answer({segment(Segment::Kind::Text, u"word"_s)}), kForever);
    QCOMPARE(grown.count(u"word"_s), 1);
}

/// A long message is read in several steps, each as short as asked for.
void tst_FindText::inSteps()
{
    const QString text = u"Some words and a needle here.\n\n"_s.repeated(20'000);
    const Message message = answer({segment(Segment::Kind::Text, text)});
    FindMessage read;
    int steps = 1;
    while (!read.read(message, QDeadlineTimer(0)))
        ++steps;
    QVERIFY2(steps > 10, qPrintable(QString::number(steps)));
    QCOMPARE(read.count(u"needle"_s), 20'000);
}

QTEST_GUILESS_MAIN(tst_FindText)
#include "tst_FindText.moc"
