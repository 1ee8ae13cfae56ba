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
    void carriageReturnsAcrossPieces();

private:
    static void addFixtures();
    static bool sameAsWhole(const IncrementalBlocks &incremental, const QString &text);
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

bool tst_IncrementalBlocks::sameAsWhole(const IncrementalBlocks &incremental, const QString &text)
{
    const Blocks whole = BlockParser::blocks(text);
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
        IncrementalBlocks blocks;
        blocks.append(QStringView(text).left(split));
        blocks.append(QStringView(text).mid(split));
        QVERIFY2(sameAsWhole(blocks, text), qPrintable(QString::number(split)));
    }
}

void tst_IncrementalBlocks::everyPrefix_data()
{
    addFixtures();
}

void tst_IncrementalBlocks::everyPrefix()
{
    QFETCH(QString, text);
    IncrementalBlocks blocks;
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
        IncrementalBlocks blocks;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype length = random.bounded(1, 40);
            blocks.append(QStringView(text).mid(at, length));
            at += length;
        }
        QVERIFY(sameAsWhole(blocks, text));
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
