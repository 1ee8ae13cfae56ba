#include "BlockDump.h"
#include "markdown/BlockParser.h"
#include "markdown/IncrementalBlocks.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace ponder;

class tst_IncrementalBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySplit_data();
    void everySplit();
    void everyPrefix_data();
    void everyPrefix();
    void randomPieces_data();
    void randomPieces();
    void firstChangedIsTrue();
    void finishedBlocksKeepTheirIdentity();
    void onlyTheTailIsReadAgain();
    void onlyTheTailOfOneBlockIsReadAgain_data();
    void onlyTheTailOfOneBlockIsReadAgain();
    void wordsAreNotRead_data();
    void wordsAreNotRead();
    void blocksBeginWithoutTheParser();
    void anAnswerIsReadOnce();
    void longParagraphsOfEverything_data();
    void longParagraphsOfEverything();
    void hostileTextIsNotReadAgainAndAgain_data();
    void hostileTextIsNotReadAgainAndAgain();
    void aLateDefinitionConcernsOnlyWhatRefersToIt();
    void aLateDefinitionOfThousandsMakesNoLinks();
    void aLateDefinitionMakesAPicture();
    void aPictureComesAlong();
    void aListTurnsLooseLate();
    void aLongParagraphBecomesAHeading();
    void carriageReturnsAcrossPieces();

private:
    static void addFixtures();
    static bool sameAsWhole(const IncrementalBlocks &incremental, const QString &text,
                            bool growing = true);
};

void tst_IncrementalBlocks::addFixtures()
{
    QTest::addColumn<QString>("text");
    const QDir folder(QStringLiteral(PONDER_TEST_DATA "/markdown"));
    const QStringList names = folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 8);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << QString::fromUtf8(file.readAll());
    }
}

bool tst_IncrementalBlocks::sameAsWhole(const IncrementalBlocks &incremental, const QString &text,
                                        bool growing)
{
    const Blocks whole = BlockParser::blocks(text, growing);
    const QString got = dump(incremental.blocks());
    const QString expected = dump(whole);
    if (got != expected)
        qWarning("got:\n%s\nexpected:\n%s", qPrintable(got), qPrintable(expected));
    if (whole.size() != incremental.blocks().size())
        return false;
    for (size_t i = 0; i < whole.size(); ++i) {
        if (!(*whole[i] == *incremental.blocks()[i]))
            return false;
    }
    return got == expected;
}

void tst_IncrementalBlocks::everySplit_data()
{
    addFixtures();
}

void tst_IncrementalBlocks::everySplit()
{
    QFETCH(QString, text);
    for (qsizetype split = 1; split < text.size(); ++split) {
        for (const qsizetype cutLength : {1, 400}) {
            IncrementalBlocks blocks(cutLength);
            blocks.append(QStringView(text).left(split));
            blocks.append(QStringView(text).mid(split));
            QVERIFY2(sameAsWhole(blocks, text), qPrintable(QString::number(split)));
        }
    }
}

void tst_IncrementalBlocks::everyPrefix_data()
{
    addFixtures();
}

void tst_IncrementalBlocks::everyPrefix()
{
    QFETCH(QString, text);
    IncrementalBlocks blocks(1);
    for (qsizetype end = 1; end <= text.size(); ++end) {
        blocks.append(QStringView(text).mid(end - 1, 1));
        QVERIFY2(sameAsWhole(blocks, text.left(end)), qPrintable(QString::number(end)));
    }
}

void tst_IncrementalBlocks::randomPieces_data()
{
    addFixtures();
}

void tst_IncrementalBlocks::randomPieces()
{
    QFETCH(QString, text);
    QRandomGenerator random(42);
    for (int round = 0; round < 50; ++round) {
        IncrementalBlocks blocks(round % 2 == 0 ? 1 : 400);
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype length = random.bounded(1, 40);
            blocks.append(QStringView(text).mid(at, length));
            at += length;
        }
        QVERIFY(sameAsWhole(blocks, text));
        blocks.finish();
        QVERIFY(sameAsWhole(blocks, text, false));
    }
}

void tst_IncrementalBlocks::firstChangedIsTrue()
{
    const QString text =
        QStringLiteral("# A\n\none\ntwo\n\n- a\n- b\n\n- c\n\n```\nx\ny\n```\n\nend\n===\n");
    IncrementalBlocks blocks;
    Blocks before;
    for (const QChar c : text) {
        const size_t first = blocks.append(QString(c));
        QVERIFY(first <= blocks.blocks().size());
        for (size_t i = 0; i < first; ++i)
            QCOMPARE(blocks.blocks()[i].get(), before.at(i).get());
        if (first < blocks.blocks().size() && first < before.size())
            QVERIFY(!(*blocks.blocks()[first] == *before[first]));
        before = blocks.blocks();
    }
}

void tst_IncrementalBlocks::finishedBlocksKeepTheirIdentity()
{
    IncrementalBlocks blocks;
    blocks.append(u"# Title\n\nFirst paragraph.\n\nSecond one.\n\n");
    blocks.append(u"Third");
    const Blocks before = blocks.blocks();
    QCOMPARE(before.size(), size_t(4));
    blocks.append(u" and more.\n\n- list\n");
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(blocks.blocks()[i].get(), before[i].get());
}

void tst_IncrementalBlocks::onlyTheTailIsReadAgain()
{
    IncrementalBlocks blocks;
    for (int i = 0; i < 1000; ++i)
        blocks.append(u"A paragraph of some words.\n\nAnother one.\n\n");
    QCOMPARE(blocks.blocks().size(), size_t(2000));
    QVERIFY2(blocks.openLength() < 100, qPrintable(QString::number(blocks.openLength())));
}

void tst_IncrementalBlocks::onlyTheTailOfOneBlockIsReadAgain_data()
{
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("more");

    const QString words = QStringLiteral("Some **bold** words, `code` and 中文。 ");
    QTest::newRow("tight list") << QString() << QStringLiteral("- ") + words + u'\n';
    QTest::newRow("loose list") << QString()
                                << QStringLiteral("1. ") + words + QStringLiteral("\n\n");
    QTest::newRow("nested list") << QString()
                                 << QStringLiteral("- a\n  - ") + words +
                                        QStringLiteral("\n    1. b\n");
    QTest::newRow("inner list") << QStringLiteral("- a\n")
                                << QStringLiteral("  - ") + words + u'\n';
    QTest::newRow("tasks") << QString() << QStringLiteral("- [x] ") + words + u'\n';
    QTest::newRow("one item") << QStringLiteral("- a\n\n")
                              << QStringLiteral("  ") + words + QStringLiteral("\n\n");
    QTest::newRow("table") << QStringLiteral("| a | b |\n|---|---|\n")
                           << QStringLiteral("| ") + words + QStringLiteral("| c |\n");
    QTest::newRow("table in a quote") << QStringLiteral("> a\n>\n> | a | b |\n> |---|---|\n")
                                      << QStringLiteral("> | ") + words + QStringLiteral("| c |\n");
    QTest::newRow("quote") << QString() << QStringLiteral("> ") + words + QStringLiteral("\n>\n");
    QTest::newRow("list in a quote") << QString() << QStringLiteral("> - ") + words + u'\n';
    QTest::newRow("fence") << QStringLiteral("```\n") << words + u'\n';
    QTest::newRow("line") << QString() << words;
    QTest::newRow("paragraph") << QString() << words + u'\n';
    QTest::newRow("paragraph in a list") << QStringLiteral("- ") << words + QStringLiteral("\n  ");
    QTest::newRow("word") << QString() << QStringLiteral("aaaaaaaaaaaaaaaaaaaa");
    QTest::newRow("Han") << QString() << QStringLiteral("没有空格的中文文本，一直写下去。");
}

void tst_IncrementalBlocks::onlyTheTailOfOneBlockIsReadAgain()
{
    QFETCH(QString, begin);
    QFETCH(QString, more);
    IncrementalBlocks blocks;
    QString text = begin;
    blocks.append(begin);
    qsizetype longest = 0;
    while (text.size() < 40'000) {
        const qsizetype before = blocks.readLength();
        blocks.append(more);
        text += more;
        longest = std::max(longest, blocks.readLength() - before);
    }
    // Work is counted, not time: what one piece costs does not grow with the text.
    QVERIFY2(longest < 25'000, qPrintable(QString::number(longest)));
    QVERIFY2(blocks.readLength() < 200 * text.size(),
             qPrintable(QString::number(double(blocks.readLength()) / double(text.size()))));
    QVERIFY(sameAsWhole(blocks, text));
}

void tst_IncrementalBlocks::wordsAreNotRead_data()
{
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("more");
    QTest::newRow("English") << QString()
                             << QStringLiteral("It rose by 0.5% (from 12.25), as said.\n\nThen, "
                                               "at last: it \u2248 fell.\n \n");
    QTest::newRow("Han") << QString()
                         << QStringLiteral("没有空格的中文，涨了0.5倍。\n\n又一段：“这样”。\n\n");
    QTest::newRow("behind a heading")
        << QStringLiteral("## About it\n\n") << QStringLiteral("Some words.\n\n");
    QTest::newRow("behind a list")
        << QStringLiteral("- one\n  - two\n\n") << QStringLiteral("Some words.\n\n");
}

/// Of paragraphs of nothing but words, only the first piece needs a parser.
void tst_IncrementalBlocks::wordsAreNotRead()
{
    QFETCH(QString, begin);
    QFETCH(QString, more);
    for (const qsizetype piece : {1, 7, 60, 500}) {
        const QString words = more.repeated(40);
        IncrementalBlocks blocks;
        blocks.append(begin);
        const qsizetype before = blocks.readLength();
        for (qsizetype at = 0; at < words.size(); at += piece)
            blocks.append(QStringView(words).mid(at, piece));
        QVERIFY(sameAsWhole(blocks, begin + words));
        const qsizetype read = blocks.readLength() - before;
        QVERIFY2(read <= begin.size() + piece,
                 qPrintable(QStringLiteral("%1 in pieces of %2").arg(read).arg(piece)));
    }
}

void tst_IncrementalBlocks::blocksBeginWithoutTheParser()
{
    IncrementalBlocks blocks;
    QString text;
    for (const char *piece :
         {"## About", " it\n\nSome words", ":\n\n```cpp\nint a[2] = {};\n", "\n*b = `c`;\n``",
          "`\n$$\nx_1 = ", "\\frac{a}{b}\n$$\n\nA line of $y", "_2$ and words\n\n~~~\n"}) {
        blocks.append(QString::fromUtf8(piece));
        text += QString::fromUtf8(piece);
        QVERIFY(sameAsWhole(blocks, text));
    }
    // "A line of $y": the words before a formula are no words alone.
    QCOMPARE(blocks.readLength(), QStringView(u"A line of $y").size());
}

/// What a fast model sends between two updates of the window, thirty times a second.
void tst_IncrementalBlocks::anAnswerIsReadOnce()
{
    QString text;
    for (const char *name : {"answer-en", "thinking-zh", "answer-zh", "thinking-en"}) {
        QFile file(QStringLiteral(PONDER_TEST_DATA "/transcript/%1.md").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        text += QString::fromUtf8(file.readAll()) + u'\n';
    }
    IncrementalBlocks blocks;
    for (qsizetype at = 0; at < text.size(); at += 60)
        blocks.append(QStringView(text).mid(at, 60));
    QVERIFY(sameAsWhole(blocks, text));
    QVERIFY2(blocks.readLength() < text.size(),
             qPrintable(QStringLiteral("%1 of %2").arg(blocks.readLength()).arg(text.size())));
}

void tst_IncrementalBlocks::longParagraphsOfEverything_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<int>("length");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed)
            << seed << QStringLiteral("Begins ") << (seed % 3 == 0 ? 12'000 : 2'500);
    // The limits of what a paragraph may hold are passed.
    for (quint32 seed = 1; seed <= 2; ++seed) {
        QTest::addRow("emphasis, seed %u", seed)
            << seed << QStringLiteral("*a* ").repeated(3'998) << 17'000;
        QTest::addRow("brackets, seed %u", seed)
            << seed << QStringLiteral("[a] ").repeated(1'998) << 9'000;
        QTest::addRow("words, seed %u", seed)
            << seed << QStringLiteral("words ").repeated(10'915) << 66'500;
    }
}

/// What a paragraph may hold, in any order and cut anywhere.
void tst_IncrementalBlocks::longParagraphsOfEverything()
{
    static const QStringList parts{
        QStringLiteral("word"),         QStringLiteral("Another, "),
        QStringLiteral("*leaning* "),   QStringLiteral("**strong**"),
        QStringLiteral("~~struck~~ "),  QStringLiteral("snake_case "),
        QStringLiteral("`code` "),      QStringLiteral("``a ` b`` "),
        QStringLiteral("$x^2$ "),       QStringLiteral("\\(y\\) "),
        QStringLiteral("[link](u) "),   QStringLiteral("[name] "),
        QStringLiteral("![p](q.png) "), QStringLiteral("https://example.org/a "),
        QStringLiteral("\\* "),         QStringLiteral("\\` "),
        QStringLiteral("中文，"),       QStringLiteral("**粗体（说明）**是"),
        QStringLiteral("&amp; "),       QStringLiteral("<b> "),
        QStringLiteral("* "),           QStringLiteral("` "),
        QStringLiteral("\n"),           QStringLiteral("[citation:3] ")};
    QFETCH(quint32, seed);
    QFETCH(QString, begin);
    QFETCH(int, length);
    QRandomGenerator random(seed);
    // Plain words prevail, or a text would be one open mark after the other.
    const auto next = [&] {
        const bool plain = random.bounded(4) != 0;
        return plain ? QStringLiteral("plain ") : parts[random.bounded(int(parts.size()))];
    };
    for (int round = 0; round < 4; ++round) {
        QString text = begin;
        while (text.size() < length)
            text += next();
        IncrementalBlocks blocks(round % 2 == 0 ? 1 : 100);
        blocks.append(begin);
        for (qsizetype at = begin.size(); at < text.size();) {
            const qsizetype size = random.bounded(1, 300);
            blocks.append(QStringView(text).mid(at, size));
            at += size;
            if (random.bounded(8) == 0)
                QVERIFY(sameAsWhole(blocks, text.left(at)));
        }
        QVERIFY(sameAsWhole(blocks, text));
        blocks.finish();
        QVERIFY(sameAsWhole(blocks, text, false));
    }
}

void tst_IncrementalBlocks::hostileTextIsNotReadAgainAndAgain_data()
{
    QTest::addColumn<QString>("piece"); // %1: a number
    QTest::addColumn<QString>("end");

    const QString see = QStringLiteral("\nSee [label7].\n");
    QTest::newRow("link definitions")
        << QStringLiteral("[label%1]: https://example.org/%1\n") << see;
    QTest::newRow("link definitions apart")
        << QStringLiteral("[label%1]: https://example.org/%1\n\n") << see;
    QTest::newRow("the same link definition") << QStringLiteral("[label7]: x\n\n") << see;
}

void tst_IncrementalBlocks::hostileTextIsNotReadAgainAndAgain()
{
    QFETCH(QString, piece);
    QFETCH(QString, end);
    // Work is counted, not time: twice the text takes twice the work.
    const auto read = [&](int count, bool *same) {
        QString text = QStringLiteral("Here they come:\n\n");
        for (int i = 0; i < count; ++i)
            text += piece.contains(u'%') ? piece.arg(i) : piece;
        text += end;
        IncrementalBlocks blocks;
        for (qsizetype at = 0; at < text.size(); at += 4'096)
            blocks.append(QStringView(text).mid(at, 4'096));
        *same = sameAsWhole(blocks, text);
        return blocks.readLength();
    };
    bool sameOnce = false;
    bool sameTwice = false;
    const qsizetype once = read(6'000, &sameOnce);
    const qsizetype twice = read(12'000, &sameTwice);
    QVERIFY(sameOnce && sameTwice);
    QVERIFY2(twice < 3 * once, qPrintable(QStringLiteral("%1, %2").arg(once).arg(twice)));
}

/// A definition grows as everything does: what refers to it is read again each time, nothing else.
void tst_IncrementalBlocks::aLateDefinitionConcernsOnlyWhatRefersToIt()
{
    const QString text = QStringLiteral("See [there] and *more*.\n\n") +
                         QStringLiteral("A paragraph with [none] and *markup*.\n\n").repeated(500);
    IncrementalBlocks blocks;
    for (qsizetype at = 0; at < text.size(); at += 50)
        blocks.append(QStringView(text).mid(at, 50));
    const Blocks before = blocks.blocks();
    const qsizetype readBefore = blocks.readLength();
    const QString definition = QStringLiteral("[there]: https://example.org/where 'Title'");
    size_t firstChanged = before.size();
    for (qsizetype i = 0; i < definition.size(); ++i) {
        firstChanged = std::min(firstChanged, blocks.append(QStringView(definition).mid(i, 1)));
        QVERIFY(sameAsWhole(blocks, text + definition.left(i + 1)));
    }
    QCOMPARE(firstChanged, size_t(0));
    QVERIFY2(blocks.readLength() - readBefore < 5'000,
             qPrintable(QString::number(blocks.readLength() - readBefore)));
    for (size_t i = 1; i < before.size(); ++i)
        QCOMPARE(blocks.blocks()[i].get(), before[i].get());
    // It turns out to be none.
    blocks.append(u" and more");
    QVERIFY(sameAsWhole(blocks, text + definition + QStringLiteral(" and more")));
    QCOMPARE(*blocks.blocks().front(), *before.front());
}

/// However many places refer to it, no piece of a definition costs as much as all of the text.
void tst_IncrementalBlocks::aLateDefinitionOfThousandsMakesNoLinks()
{
    const QString text = QStringLiteral("See [there] and more words.\n\n").repeated(3'000);
    const QString definition = QStringLiteral("[there]: https://example.org/where");
    IncrementalBlocks blocks;
    for (qsizetype at = 0; at < text.size(); at += 200)
        blocks.append(QStringView(text).mid(at, 200));
    const qsizetype readBefore = blocks.readLength();
    for (const QChar c : definition)
        blocks.append(QStringView(&c, 1));
    blocks.finish();
    QVERIFY(blocks.readLength() - readBefore < 5'000);
    QCOMPARE(*blocks.blocks().front(), *BlockParser::blocks(text).front());
}

/// What the finished text has in place of a link may be another kind of block.
void tst_IncrementalBlocks::aLateDefinitionMakesAPicture()
{
    const QString text = QStringLiteral("![there]\n\nWords.\n\n- [there]\n\nWords.\n\n");
    const QString definition = QStringLiteral("[there]: https://example.org/a.png\n\nWords.");
    IncrementalBlocks blocks;
    for (qsizetype i = 0; i < (text + definition).size(); ++i) {
        blocks.append(QStringView(text + definition).mid(i, 1));
        QVERIFY(sameAsWhole(blocks, (text + definition).left(i + 1)));
    }
    QCOMPARE(blocks.blocks().front()->kind, Block::Kind::Image);
}

/// However large it is, it is shown as one when it is there, and read only at its ends until then.
void tst_IncrementalBlocks::aPictureComesAlong()
{
    const QString begin = QStringLiteral("Here:\n\n![a cat](data:image/png;base64,");
    const QString data = QStringLiteral("iVBORw0KGgo").repeated(100'000);
    IncrementalBlocks blocks;
    blocks.append(begin);
    blocks.append(data.left(100));
    QVERIFY(sameAsWhole(blocks, begin + data.left(100)));
    const QString shown = dump(blocks.blocks());
    QCOMPARE(shown, QStringLiteral("P Here:\nP ![a cat](data:image/png;base64,…\n"));
    const qsizetype readBefore = blocks.readLength();
    for (qsizetype at = 100; at < data.size(); at += 1'000)
        blocks.append(QStringView(data).mid(at, 1'000));
    QCOMPARE(blocks.readLength(), readBefore);
    QVERIFY(sameAsWhole(blocks, begin + data));
    blocks.append(u") and\n\nwords");
    QVERIFY(sameAsWhole(blocks, begin + data + QStringLiteral(") and\n\nwords")));
    QCOMPARE(blocks.blocks()[1]->kind, Block::Kind::Image);
    QCOMPARE(blocks.blocks()[1]->url.size(), begin.size() - begin.indexOf(u"data:") + data.size());
    QVERIFY(blocks.openLength() < 100);
}

void tst_IncrementalBlocks::aListTurnsLooseLate()
{
    IncrementalBlocks blocks;
    for (int i = 0; i < 200; ++i)
        blocks.append(u"- an item of the list\n");
    QVERIFY(blocks.openLength() < 1'000);
    const Blocks before = blocks.blocks();
    QVERIFY(before.front()->tight);
    QCOMPARE(blocks.append(u"\n- loose\n"), size_t(0));
    for (const BlockPtr &block : blocks.blocks())
        QVERIFY(!block->tight);
}

void tst_IncrementalBlocks::aLongParagraphBecomesAHeading()
{
    const QString text = QStringLiteral("words and more words ").repeated(700);
    IncrementalBlocks blocks;
    for (qsizetype at = 0; at < text.size(); at += 50)
        blocks.append(QStringView(text).mid(at, 50));
    QVERIFY(blocks.blocks().size() > 3);
    QVERIFY(blocks.openLength() < 8'000);
    QCOMPARE(blocks.append(u"\n===\n"), size_t(0));
    QCOMPARE(blocks.blocks().size(), size_t(1));
    QCOMPARE(blocks.blocks().front()->kind, Block::Kind::Heading);
}

void tst_IncrementalBlocks::carriageReturnsAcrossPieces()
{
    IncrementalBlocks blocks;
    blocks.append(u"a\r");
    blocks.append(u"\n\r");
    blocks.append(u"\nb\r\r");
    blocks.append(u"c");
    QCOMPARE(dump(blocks.blocks()), QStringLiteral("P a\nP b\nP c\n"));
}

QTEST_APPLESS_MAIN(tst_IncrementalBlocks)
#include "tst_IncrementalBlocks.moc"
