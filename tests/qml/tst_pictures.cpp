#include "qml/TextItems.h"
#include "qml/TranscriptScene.h"
#include "support/DataPicture.h"
#include "ui/BlockDocument.h"

#include <QAccessible>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Pictures that an answer brings along and that stand in a line: in a heading, in a cell of a
/// table. Elsewhere they are blocks.
class tst_pictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void inAHeading();
    void inACell();
    void whileTheTableGrows();
    void brokenOnesSaySo_data();
    void brokenOnesSaySo();
    void tooManyStayNames();
    void areFoundByTheirName();

private:
    /// The first text that has `part` in it; waits for it.
    [[nodiscard]] QQuickItem *text(const QString &part) const;
    [[nodiscard]] QTextDocument *document(const QString &part) const;
    [[nodiscard]] QString shown(const QString &part) const;

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

const QString kObject(QChar(QChar::ObjectReplacementCharacter));

QTextImageFormat pictureIn(QTextDocument *document)
{
    QTextCursor cursor(document);
    cursor.setPosition(int(document->firstBlock().text().indexOf(kObject)) + 1);
    return cursor.charFormat().toImageFormat();
}

} // namespace

void tst_pictures::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open(), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->send(u"Pictures"_s);
}

void tst_pictures::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

QQuickItem *tst_pictures::text(const QString &part) const
{
    QQuickItem *found = nullptr;
    const auto look = [&] {
        const QList<QQuickItem *> edits = shownTexts(m_scene->flickable());
        const auto edit = std::find_if(edits.begin(), edits.end(), [&](QQuickItem *item) {
            return documentOf(item)->toPlainText().contains(part);
        });
        found = edit == edits.end() ? nullptr : *edit;
        return found != nullptr;
    };
    return QTest::qWaitFor(look) ? found : nullptr;
}

QTextDocument *tst_pictures::document(const QString &part) const
{
    QQuickItem *edit = text(part);
    return edit ? documentOf(edit) : nullptr;
}

/// Without the blanks that hold a picture in its place.
QString tst_pictures::shown(const QString &part) const
{
    QTextDocument *found = document(part);
    return found ? found->firstBlock().text().remove(QChar(QChar::Nbsp)) : QString();
}

void tst_pictures::inAHeading()
{
    m_scene->say(u"# Before ![green dot](%1) behind\n\nText\n"_s.arg(dataPicture({60, 40})));
    m_scene->finish();
    QTRY_COMPARE(shown(u"Before"_s), u"Before %1 behind"_s.arg(kObject));
    QTextDocument *heading = document(u"Before"_s);
    const QTextImageFormat format = pictureIn(heading);
    QCOMPARE(QSizeF(format.width(), format.height()), QSizeF(60, 40));
    const auto picture =
        heading->resource(QTextDocument::ImageResource, QUrl(format.name())).value<QImage>();
    QCOMPARE(picture.deviceIndependentSize(), QSizeF(60, 40));
    QCOMPARE(picture.pixelColor(5, 5), QColor(Qt::darkGreen));
    QVERIFY(text(u"Before"_s)->height() >= 40);
}

void tst_pictures::inACell()
{
    m_scene->say(u"| Name | Look |\n|---|:---:|\n| Flag | ![sign](%1) |\n| None | - |\n"_s.arg(
        dataPicture({200, 90})));
    m_scene->finish();
    QTRY_COMPARE(shown(kObject), kObject);
    QQuickItem *cell = text(kObject);
    QTRY_VERIFY(cell->width() >= 200);
    QTRY_VERIFY(cell->height() >= 90);
    QTRY_VERIFY(text(u"None"_s)->height() < 40);
    // What stands beside it is at its middle.
    const auto middle = [](QQuickItem *item) {
        return item->mapToScene(QPointF(0, item->height() / 2)).y();
    };
    QTRY_VERIFY2(std::abs(middle(text(u"Flag"_s)) - middle(cell)) < 8,
                 qPrintable(u"%1 %2"_s.arg(middle(text(u"Flag"_s))).arg(middle(cell))));
    QCOMPARE(QAccessible::queryAccessibleInterface(cell)->role(), QAccessible::Cell);
}

void tst_pictures::whileTheTableGrows()
{
    const QString table =
        u"| Look | Name |\n|---|---|\n| ![sign](%1) | Flag |\n| - | None |\n\nDone.\n"_s.arg(
            dataPicture({30, 30}));
    for (qsizetype at = 0; at < table.size(); at += 7)
        m_scene->say(table.mid(at, 7));
    m_scene->finish();
    QTRY_COMPARE(shown(kObject), kObject);
    QVERIFY(text(u"Done."_s));
}

void tst_pictures::brokenOnesSaySo_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("heading") << u"# A ![dot](data:image/png;base64,AAAA) b\n"_s;
    QTest::newRow("cell") << u"| A ![dot](data:image/png;base64,AAAA) b |\n|---|\n"_s;
}

void tst_pictures::brokenOnesSaySo()
{
    QFETCH(QString, markdown);
    m_scene->say(markdown);
    m_scene->finish();
    QVERIFY(text(u"dot"_s));
    const auto note = [this] {
        QTextCursor cursor(document(u"dot"_s));
        cursor.setPosition(4);
        return cursor.charFormat().anchorHref();
    };
    QTRY_VERIFY2(note().startsWith(u"note:This picture cannot be shown"), qPrintable(note()));
    QCOMPARE(shown(u"dot"_s), u"A dot b"_s);
}

/// Not more than can be kept in memory.
void tst_pictures::tooManyStayNames()
{
    QString many = u"#"_s;
    for (int i = 1; i <= 22; ++i)
        many += u" ![a%1](%2)"_s.arg(QString::number(i), dataPicture({8, 8 + i}));
    m_scene->say(many + u'\n');
    m_scene->finish();
    QTRY_COMPARE(shown(u"a22"_s).count(kObject), 20);
    QVERIFY(shown(u"a22"_s).endsWith(u"a21 a22"));
}

void tst_pictures::areFoundByTheirName()
{
    m_scene->say(u"# Before ![green dot](%1) behind\n"_s.arg(dataPicture({60, 40})));
    m_scene->finish();
    QTRY_VERIFY(shown(u"Before"_s).contains(kObject));
    auto *filler = text(u"Before"_s)->findChild<BlockDocument *>();
    QVERIFY(filler);
    QCOMPARE(filler->searchText(), u"Before green dot behind"_s);
    const TextRange range = filler->shownRange({7, 16});
    QVERIFY(range.begin >= 7 && range.end > range.begin);
    QVERIFY(documentOf(text(u"Before"_s))
                ->firstBlock()
                .text()
                .mid(range.begin, range.end - range.begin)
                .contains(kObject));
}

QTEST_MAIN(tst_pictures)
#include "tst_pictures.moc"
