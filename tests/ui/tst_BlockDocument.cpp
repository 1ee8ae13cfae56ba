#include "markdown/BlockParser.h"
#include "ui/BlockDocument.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace ponder;

class tst_BlockDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void textAndFormats();
    void whatHtmlMarks();
    void growingTextIsAppended();
    void shrinkingAndOtherText();
    void nothingIsInterpreted();
    void lineEnds_data();
    void lineEnds();
    void chinese();
    void thinSpaceIsNotInTheText();
    void punctuationStaysWithPictures_data();
    void punctuationStaysWithPictures();
    void heldTextFitsItsOwnWidth_data() { punctuationStaysWithPictures_data(); }
    void heldTextFitsItsOwnWidth();
    void picturesAndTheirPunctuationGrow();
    void picturesFromRightToLeft();
    void picturesInAnotherSize();
    void restyle();
    void dressesItsTextEdit();
    void codeKeepsItsLines();

private:
    void show(const QString &markdown);
    [[nodiscard]] QTextDocument *document() const { return m_filler->document()->textDocument(); }
    [[nodiscard]] QTextCharFormat formatAt(int position) const;

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_edit;
    std::unique_ptr<TextLook> m_look;
    std::unique_ptr<BlockDocument> m_filler;
};

void tst_BlockDocument::init()
{
    QQmlComponent component(&m_engine);
    component.setData("import QtQuick\nTextEdit { textFormat: TextEdit.PlainText }", QUrl());
    m_edit.reset(component.create());
    QVERIFY2(m_edit, qPrintable(component.errorString()));
    m_filler = std::make_unique<BlockDocument>();
    m_look = std::make_unique<TextLook>();
    m_look->setProperty("fontFamily", QStringLiteral("Inter"));
    m_look->setProperty("monoFamily", QStringLiteral("JetBrains Mono"));
    m_look->setProperty("linkColor", QColor(Qt::red));
    m_look->setProperty("codeBackground", QColor(Qt::green));
    m_look->setProperty("selectionColor", QColor(Qt::cyan));
    m_filler->setLook(m_look.get());
    m_filler->setDocument(m_edit->property("textDocument").value<QQuickTextDocument *>());
    m_filler->componentComplete();
}

void tst_BlockDocument::cleanup()
{
    m_filler.reset();
    m_edit.reset();
    m_look.reset();
}

void tst_BlockDocument::show(const QString &markdown)
{
    const Blocks blocks = BlockParser::blocks(markdown);
    const BlockRow row{blocks.empty() ? std::make_shared<const Block>() : blocks.front(), false,
                       false};
    m_filler->setRuns(row.runsValue());
}

QTextCharFormat tst_BlockDocument::formatAt(int position) const
{
    QTextCursor cursor(document());
    cursor.setPosition(position + 1);
    return cursor.charFormat();
}

void tst_BlockDocument::textAndFormats()
{
    show(QStringLiteral("a **b** *c* ~~d~~ `e` [f](https://g.h)"));
    QCOMPARE(document()->toPlainText(), QStringLiteral("a b c d e f"));
    QVERIFY(formatAt(2).fontWeight() >= QFont::DemiBold);
    QVERIFY(formatAt(4).fontItalic());
    QVERIFY(formatAt(6).fontStrikeOut());
    QCOMPARE(m_filler->inlineCode().size(), size_t(1));
    QCOMPARE(m_filler->inlineCode()[0].begin, 8);
    QCOMPARE(m_filler->inlineCode()[0].end, 9);
    QCOMPARE(formatAt(8).fontFamilies().toStringList().constFirst(),
             QStringLiteral("JetBrains Mono"));
    QCOMPARE(formatAt(10).anchorHref(), QStringLiteral("https://g.h"));
    QCOMPARE(formatAt(10).foreground().color(), QColor(Qt::red));
    QCOMPARE(document()->firstBlock().blockFormat().lineHeight(), 24.0);
}

void tst_BlockDocument::whatHtmlMarks()
{
    show(QStringLiteral("H<sub>2</sub>O x<sup>n</sup> <kbd>F1</kbd> <u>v</u> a<br>b"));
    QCOMPARE(document()->toPlainText(), QStringLiteral("H2O xn F1 v a\nb"));
    QCOMPARE(formatAt(0).verticalAlignment(), QTextCharFormat::AlignNormal);
    QCOMPARE(formatAt(1).verticalAlignment(), QTextCharFormat::AlignSubScript);
    QCOMPARE(formatAt(5).verticalAlignment(), QTextCharFormat::AlignSuperScript);
    QCOMPARE(formatAt(7).fontFamilies().toStringList().constFirst(),
             QStringLiteral("JetBrains Mono"));
    QVERIFY(m_filler->inlineCode().empty());
    QVERIFY(formatAt(10).fontUnderline());
    QVERIFY(!formatAt(12).fontUnderline());
}

void tst_BlockDocument::growingTextIsAppended()
{
    QString text;
    show(QStringLiteral("The **qu"));
    QSignalSpy changes(document(), &QTextDocument::contentsChange);
    const QString rest = QStringLiteral("The quick* brown `fox` jumps");
    qsizetype kept = 0;
    for (const QString &step :
         {QStringLiteral("The q"), QStringLiteral("The quick"), QStringLiteral("The quick brown"),
          QStringLiteral("The quick brown `fox"), QStringLiteral("The quick brown `fox` ju")}) {
        show(step);
        for (const auto &change : changes)
            QVERIFY2(change[0].toInt() >= kept - 6, qPrintable(step));
        changes.clear();
        kept = document()->toPlainText().size();
    }
    QCOMPARE(document()->toPlainText(), QStringLiteral("The quick brown fox ju"));
}

void tst_BlockDocument::shrinkingAndOtherText()
{
    show(QStringLiteral("one two three"));
    show(QStringLiteral("one"));
    QCOMPARE(document()->toPlainText(), QStringLiteral("one"));
    show(QStringLiteral("**one** else"));
    QCOMPARE(document()->toPlainText(), QStringLiteral("one else"));
    QVERIFY(formatAt(0).fontWeight() >= QFont::DemiBold);
    show(QString());
    QCOMPARE(document()->toPlainText(), QString());
}

void tst_BlockDocument::nothingIsInterpreted()
{
    m_filler->setText(QStringLiteral("<img src='http://127.0.0.1:1/x.png'><b>x</b>"));
    QCOMPARE(document()->toPlainText(),
             QStringLiteral("<img src='http://127.0.0.1:1/x.png'><b>x</b>"));
    QVERIFY(formatAt(40).fontWeight() <= QFont::Normal);
    QVERIFY(!formatAt(2).isImageFormat());
}

void tst_BlockDocument::lineEnds_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<bool>("keep");
    QTest::addColumn<QString>("text");

    QTest::newRow("space") << QStringLiteral("a\nb") << false << QStringLiteral("a b");
    QTest::newRow("kept") << QStringLiteral("a\nb") << true << QStringLiteral("a\nb");
    QTest::newRow("hard") << QStringLiteral("a  \nb") << false << QStringLiteral("a\nb");
    QTest::newRow("between Han") << QStringLiteral("第一行\n第二行") << false
                                 << QStringLiteral("第一行第二行");
    QTest::newRow("after a comma")
        << QStringLiteral("第一行，\n第二行") << false << QStringLiteral("第一行，第二行");
    QTest::newRow("Han and Latin") << QStringLiteral("用\nQt") << false << QStringLiteral("用 Qt");
}

void tst_BlockDocument::lineEnds()
{
    QFETCH(QString, markdown);
    QFETCH(bool, keep);
    QFETCH(QString, text);
    m_filler->setProperty("keepLineBreaks", keep);
    show(markdown);
    QTRY_COMPARE(document()->toPlainText(), text);
}

void tst_BlockDocument::chinese()
{
    show(QStringLiteral("所以*强调*与“引用”"));
    QVERIFY(m_filler->cjk());
    QCOMPARE(document()->firstBlock().blockFormat().lineHeight(), 26.0);
    QVERIFY(!formatAt(2).fontItalic());
    QVERIFY(formatAt(2).fontWeight() >= QFont::DemiBold);
    QCOMPARE(formatAt(5).fontFamilies().toStringList().constFirst(),
             QStringLiteral("Noto Sans CJK SC"));
    show(QStringLiteral("In English a “quote” stays"));
    QVERIFY(!m_filler->cjk());
    QCOMPARE(document()->firstBlock().blockFormat().lineHeight(), 24.0);
    QCOMPARE(formatAt(13).fontFamilies().toStringList().constFirst(), QStringLiteral("Inter"));
}

void tst_BlockDocument::thinSpaceIsNotInTheText()
{
    show(QStringLiteral("用Qt写的3个程序"));
    QCOMPARE(document()->toPlainText(), QStringLiteral("用Qt写的3个程序"));
    for (const int position : {0, 2, 4, 5})
        QVERIFY2(formatAt(position).fontLetterSpacing() > 1, qPrintable(QString::number(position)));
    for (const int position : {1, 3, 6})
        QVERIFY2(formatAt(position).fontLetterSpacing() == 0,
                 qPrintable(QString::number(position)));
    show(QStringLiteral("用`f()`即可"));
    QVERIFY(formatAt(0).fontLetterSpacing() > 1);
    QVERIFY(formatAt(1).fontLetterSpacing() == 0);
    QVERIFY(formatAt(3).fontLetterSpacing() > 1);
}

void tst_BlockDocument::punctuationStaysWithPictures_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("behind");

    QTest::newRow("comma") << QStringLiteral("words that go on [citation:1], ")
                           << QStringLiteral(",");
    QTest::newRow("full stop") << QStringLiteral("文字一直写下去[citation:12]。")
                               << QStringLiteral("。");
    QTest::newRow("bracket and comma")
        << QStringLiteral("文字（见[citation:3]），还有") << QStringLiteral("），");
    QTest::newRow("bold") << QStringLiteral("文字一直写**下去[citation:4]。** ")
                          << QStringLiteral("。");
    QTest::newRow("two") << QStringLiteral("文字[citation:5][citation:6]！")
                         << QStringLiteral("！");
    QTest::newRow("quotation mark")
        << QStringLiteral("文字[citation:7]。“还有”文字") << QStringLiteral("。“");
    QTest::newRow("letters") << QStringLiteral("of [citation:8]nd ") << QStringLiteral("nd");
    QTest::newRow("hyphen") << QStringLiteral("words that [citation:9]-means ")
                            << QStringLiteral("-");
    QTest::newRow("bracket between")
        << QStringLiteral("文字[citation:1]（[citation:2]），") << QStringLiteral("），");
}

/// Qt would break a line between the two.
void tst_BlockDocument::punctuationStaysWithPictures()
{
    QFETCH(QString, unit);
    QFETCH(QString, behind);
    m_edit->setProperty("wrapMode", QTextOption::WrapAtWordBoundaryOrAnywhere);
    show(unit.repeated(12));
    // A picture begins a line only behind a space or another one.
    const bool mayBegin = unit.contains(u" [") || unit.contains(u"][");
    int breaks = 0;
    for (int width = 300; width > 20; --width) {
        m_edit->setProperty("width", width);
        const QTextLayout *layout = document()->firstBlock().layout();
        for (int i = 1; i < layout->lineCount(); ++i) {
            const QChar first = document()->firstBlock().text()[layout->lineAt(i).textStart()];
            QVERIFY2(first != QChar(QChar::Nbsp), qPrintable(QString::number(width)));
            const bool picture = first == QChar(QChar::ObjectReplacementCharacter);
            breaks += picture ? 1 : 0;
            if (width < 120)
                continue;
            QVERIFY2(!behind.contains(first), qPrintable(QString::number(width)));
            QVERIFY2(!picture || mayBegin, qPrintable(QString::number(width)));
        }
    }
    QVERIFY(breaks > 0 || !mayBegin);
    // It stands right behind the picture.
    m_edit->setProperty("width", 500);
    const QTextLine line = document()->firstBlock().layout()->lineAt(0);
    const QString text = document()->firstBlock().text();
    const auto picture = int(text.indexOf(QString(QChar::ObjectReplacementCharacter) +
                                          QChar(QChar::Nbsp) + behind.front()));
    const auto format = formatAt(picture).toImageFormat();
    const qreal room = m_filler->document()
                           ->textDocument()
                           ->resource(QTextDocument::ImageResource, QUrl(format.name()))
                           .value<QImage>()
                           .width();
    QVERIFY(format.width() > 0 && picture > 0);
    const qreal end = line.cursorToX(picture + 2) - line.cursorToX(picture);
    QVERIFY2(end < format.width() - 2, qPrintable(QString::number(end)));
    QCOMPARE(room, format.width());
    // For everything else, it is not there.
    for (int offset = 0; offset < unit.size(); ++offset) {
        const int position = m_filler->positionOf(offset);
        QVERIFY(position < text.size() && text[position] != QChar(QChar::Nbsp));
        QCOMPARE(m_filler->offsetAt(position), offset);
    }
}

/// As bubbles and columns of tables have it.
void tst_BlockDocument::heldTextFitsItsOwnWidth()
{
    QFETCH(QString, unit);
    m_edit->setProperty("wrapMode", QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (int size = 12; size < 22; ++size) {
        m_edit->setProperty("width", 400);
        m_filler->setProperty("pixelSize", size);
        show(unit.trimmed());
        QTRY_COMPARE(formatAt(0).property(QTextFormat::FontPixelSize).toInt(), size);
        m_edit->setProperty("width", std::ceil(document()->idealWidth()));
        QCOMPARE(document()->firstBlock().layout()->lineCount(), 1);
    }
}

void tst_BlockDocument::picturesAndTheirPunctuationGrow()
{
    const QString text = QStringLiteral("见[citation:1]），所以[citation:2]. And so on");
    for (qsizetype size = 1; size <= text.size(); ++size)
        show(text.left(size));
    const QString grown = document()->firstBlock().text();
    const qreal height = document()->size().height();
    show(QString());
    show(text);
    QCOMPARE(grown, document()->firstBlock().text());
    QCOMPARE(height, document()->size().height());
    // Each is tied to the word before it and to what is behind it.
    QCOMPARE(grown.count(QChar(QChar::Nbsp)), 4);
}

/// What it looks like is in the pictures of answers.
void tst_BlockDocument::picturesFromRightToLeft()
{
    show(QStringLiteral("نص `code` ثم [citation:3]، ثم"));
    const QString text = document()->firstBlock().text();
    const auto picture = int(text.indexOf(QChar(QChar::ObjectReplacementCharacter)));
    QCOMPARE(text.count(QChar(QChar::Nbsp)), 1);
    QCOMPARE(text[picture - 1], QChar(QChar::Nbsp));
    const QTextLine line = document()->firstBlock().layout()->lineAt(0);
    QVERIFY(std::abs(line.cursorToX(picture - 1) - line.cursorToX(picture)) < 0.1);
    QCOMPARE(m_filler->positionOf(m_filler->offsetAt(picture)), picture);
    QCOMPARE(m_filler->offsetAt(picture - 1), m_filler->offsetAt(picture));
}

/// In a text that is as wide as what it says.
void tst_BlockDocument::picturesInAnotherSize()
{
    m_edit->setProperty("wrapMode", QTextOption::WrapAtWordBoundaryOrAnywhere);
    show(QStringLiteral("as [citation:1], "));
    m_filler->setProperty("pixelSize", 18);
    QTRY_COMPARE(formatAt(0).property(QTextFormat::FontPixelSize).toInt(), 18);
    const auto format = formatAt(3).toImageFormat();
    const QImage picture =
        document()->resource(QTextDocument::ImageResource, QUrl(format.name())).value<QImage>();
    QVERIFY(format.width() > 0);
    QCOMPARE(picture.deviceIndependentSize().width(), format.width());
    QCOMPARE(document()->firstBlock().text().count(QChar(QChar::Nbsp)), 1);
}

void tst_BlockDocument::dressesItsTextEdit()
{
    const auto number = [this](const char *name) { return m_edit->property(name).toReal(); };
    const auto font = [this] { return m_edit->property("font").value<QFont>(); };
    show(QStringLiteral("Words"));
    QCOMPARE(font().family(), QStringLiteral("Inter"));
    QCOMPARE(font().pixelSize(), 15); // the look's
    QCOMPARE(m_edit->property("selectionColor").value<QColor>(), QColor(Qt::cyan));
    QCOMPARE(m_filler->usedLineHeight(), 24);
    QCOMPARE(number("topPadding"), -2.0);
    QCOMPARE(number("bottomPadding"), 2.0);

    QSignalSpy heights(m_filler.get(), &BlockDocument::cjkChanged);
    show(QStringLiteral("全是汉字的一段文字"));
    QCOMPARE(m_filler->usedLineHeight(), 26);
    QCOMPARE(heights.count(), 1);

    m_look->setProperty("readingSize", 30);
    QTRY_COMPARE(font().pixelSize(), 30);
    QCOMPARE(m_filler->usedLineHeight(), 52);
    QCOMPARE(number("topPadding"), -5.0);
    QCOMPARE(heights.count(), 2);

    m_filler->setProperty("mono", true);
    QTRY_COMPARE(font().family(), QStringLiteral("JetBrains Mono"));
}

void tst_BlockDocument::restyle()
{
    show(QStringLiteral("a [b](https://c.d)"));
    m_look->setProperty("linkColor", QColor(Qt::blue));
    m_filler->setProperty("pixelSize", 18);
    m_filler->setProperty("lineHeight", 29);
    QTRY_COMPARE(formatAt(2).foreground().color(), QColor(Qt::blue));
    QCOMPARE(formatAt(0).property(QTextFormat::FontPixelSize).toInt(), 18);
    QCOMPARE(document()->firstBlock().blockFormat().lineHeight(), 29.0);
    QCOMPARE(document()->toPlainText(), QStringLiteral("a b"));
}

void tst_BlockDocument::codeKeepsItsLines()
{
    m_filler->setProperty("mono", true);
    m_filler->setText(QStringLiteral("a\n\n  b"));
    QTRY_COMPARE(document()->blockCount(), 3);
    m_filler->setText(QStringLiteral("a\n\n  bc\nd"));
    QCOMPARE(document()->toPlainText(), QStringLiteral("a\n\n  bc\nd"));
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        QCOMPARE(block.blockFormat().lineHeightType(), int(QTextBlockFormat::FixedHeight));
}

QTEST_MAIN(tst_BlockDocument)
#include "tst_BlockDocument.moc"
