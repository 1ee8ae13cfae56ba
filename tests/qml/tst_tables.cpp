#include "markdown/BlockParser.h"
#include "qml/TextItems.h"
#include "qml/TranscriptScene.h"
#include "ui/TableGrid.h"

#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QMimeData>

#include <algorithm>
#include <cmath>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Tables in the message list: formulas in cells, widths of columns, copying.
class tst_tables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void formulasInCellsAreSet_data();
    void formulasInCellsAreSet();
    void columnsAreAsWideAsThePictures();
    void whatFitsStandsInOneLine_data();
    void whatFitsStandsInOneLine();
    void linesThatEndByATag();
    void aCellThatIsTooLong_data();
    void aCellThatIsTooLong();
    void aWideFormulaIsNotCut();
    void aWordKeepsItsReference();
    void cellsOfARowStandOnOneBaseline();
    void aFormulaStandsWhereItsColumnIsAligned_data();
    void aFormulaStandsWhereItsColumnIsAligned();
    void growingTableKeepsItsMeasures();
    void linesStandOneUnderTheOther();
    void copying_data();
    void copying();
    void copyButtonAppears();

private:
    [[nodiscard]] QList<QQuickItem *> cells() const;
    [[nodiscard]] TableGrid *grid() const;
    [[nodiscard]] bool allSet() const;

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString textOf(QQuickItem *edit)
{
    QString text;
    const int length = edit->property("length").toInt();
    QMetaObject::invokeMethod(edit, "getText", Q_RETURN_ARG(QString, text), Q_ARG(int, 0),
                              Q_ARG(int, length));
    return text;
}

QQuickItem *named(QQuickItem *root, const QString &name)
{
    if (!root->isVisible())
        return nullptr;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(root);
    if (interface && interface->text(QAccessible::Name) == name)
        return root;
    const auto children = root->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = named(child, name))
            return found;
    }
    return nullptr;
}

} // namespace

void tst_tables::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open(), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->send(u"Tables"_s);
}

void tst_tables::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

TableGrid *tst_tables::grid() const
{
    QList<QQuickItem *> edits = cells();
    for (QQuickItem *item = edits.isEmpty() ? nullptr : edits.constFirst(); item;
         item = item->parentItem()) {
        if (auto *found = item->findChild<TableGrid *>())
            return found;
    }
    return nullptr;
}

/// The cells of all tables that are built.
QList<QQuickItem *> tst_tables::cells() const
{
    QList<QQuickItem *> edits = shownTexts(m_scene->flickable());
    edits.removeIf([](QQuickItem *edit) {
        const QAccessible::Role role = QAccessible::queryAccessibleInterface(edit)->role();
        return role != QAccessible::Cell && role != QAccessible::ColumnHeader;
    });
    return edits;
}

bool tst_tables::allSet() const
{
    const QList<QQuickItem *> all = cells();
    return !all.isEmpty() && std::none_of(all.begin(), all.end(), [](QQuickItem *edit) {
        return textOf(edit).contains(u'$');
    });
}

void tst_tables::formulasInCellsAreSet_data()
{
    QTest::addColumn<int>("piece");
    QTest::newRow("at once") << 10000;
    QTest::newRow("in small pieces") << 3;
    QTest::newRow("letter by letter") << 1;
}

void tst_tables::formulasInCellsAreSet()
{
    QFETCH(int, piece);
    const QString table = u"Costs:\n\n| Step | Time | Memory |\n|---|---|---|\n"
                          "| Sorting | $O(n \\log n)$ | $O(n)$ |\n"
                          "| One pass | $O(n)$ | $O(n)$ |\n"
                          "| Both | at most $O(n)$ and $O(n)$ | **$O(n)$** |\n\nDone.\n"_s;
    for (qsizetype i = 0; i < table.size(); i += piece) {
        m_scene->say(table.mid(i, piece));
        QTest::qWait(piece > 100 ? 0 : 12); // a pause: pieces come over several frames
    }
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 12);
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
}

/// The source of a formula is much longer than its picture: the column has the picture's width.
void tst_tables::columnsAreAsWideAsThePictures()
{
    m_scene->say(u"| Name | Formula | Meaning of it |\n|---|---|---|\n"
                 "| Mean | $\\displaystyle\\frac{\\alpha_{\\mathrm{first}}}{\\beta_{\\mathrm{x}}}$ "
                 "| What is expected, said in quite a few words so that this column wants all the "
                 "room that there is and more than that |\n"_s);
    m_scene->finish();
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
    QTRY_VERIFY(grid());
    QTRY_VERIFY(grid()->columnWidths().at(1).toReal() < 120);
    QVERIFY(grid()->columnWidths().at(2).toReal() > 400);
}

void tst_tables::whatFitsStandsInOneLine_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("formula before Han") << u"$n = 8$ 时的误差"_s;
    QTest::newRow("formulas among Han") << u"当 $n$ 时的$m$误差与$k$的差"_s;
    QTest::newRow("formula first among Han") << u"$n$ 时的$m$误差与$k$的差"_s;
    QTest::newRow("formula before quotation marks") << u"$n$ 是“偶数”或“奇数”"_s;
    QTest::newRow("Latin among Han") << u"用Python写的3个程序和C的2个"_s;
    QTest::newRow("code among Han") << u"用`map`写的`f`和`g`的程序"_s;
    QTest::newRow("quotation marks") << u"“是”或“否”或“都不是”"_s;
    QTest::newRow("dashes") << u"是——或者……不是"_s;
    QTest::newRow("bold") << u"**重要**的是 **important** words"_s;
}

/// Thin spaces and wide signs are not in the text, but they take room.
void tst_tables::whatFitsStandsInOneLine()
{
    QFETCH(QString, cell);
    // The formulas are known when the table comes.
    m_scene->say(cell + u"\n\n"_s);
    QTest::qWait(400); // a pause: they are set
    const QString table = u"| 方法 | 误差阶 | "_s + cell +
                          u" |\n|---|:---:|---:|\n| 梯形法 | $O(h^2)$ | $2.4 \\times 10^{-3}$ |\n"
                          "| 辛普森法 | $O(h^4)$ | $8.1 \\times 10^{-5}$ |\n\nAnd so on."_s;
    for (qsizetype i = 0; i < table.size(); i += 3) {
        m_scene->say(table.mid(i, 3));
        QTest::qWait(4); // a pause: pieces come over several frames
    }
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 9);
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
    for (QQuickItem *edit : cells())
        QTRY_COMPARE(edit->property("lineCount").toInt(), 1);
}

void tst_tables::linesThatEndByATag()
{
    m_scene->say(u"| Step | What to do |\n|---|---|\n| 1 | Open it<br>type `ls`<br/>press "
                 "<kbd>Enter</kbd> and wait |\n| 2 | press Enter and wait until it is done |\n"_s);
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 6);
    QTRY_COMPARE(cells().at(3)->property("lineCount").toInt(), 3);
    QCOMPARE(cells().at(5)->property("lineCount").toInt(), 1);
}

void tst_tables::aCellThatIsTooLong_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("words") << u"word "_s.repeated(2'100) << true;
    QTest::newRow("lines") << u"a<br>"_s.repeated(1'000) << true;
    QTest::newRow("long, but not too long") << u"word "_s.repeated(1'900) << false;
}

/// Laying it out would take longer than a window may stand still.
void tst_tables::aCellThatIsTooLong()
{
    QFETCH(QString, cell);
    QFETCH(bool, tooLong);
    const Blocks blocks = BlockParser::blocks(u"| a | b |\n|---|---|\n| 1 | "_s + cell + u" |\n"_s);
    QCOMPARE(blocks.size(), size_t(1));
    QCOMPARE(TableGrid::isTooLarge(blocks.front()->table), tooLong);
    m_scene->say(u"| a | b |\n|---|---|\n| 1 | "_s + cell + u" |\n"_s);
    m_scene->finish();
    QTRY_COMPARE(cells().size(), tooLong ? 0 : 4);
}

void tst_tables::aWideFormulaIsNotCut()
{
    m_scene->say(u"| A | B |\n|---|---|\n| $a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v$ | "
                 "word "_s +
                 u"more words "_s.repeated(60) + u"|\n"_s);
    m_scene->finish();
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
    QTRY_VERIFY(grid());
    const MathPicture *picture =
        Formulas::of(grid())->picture(u"$a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v$"_s);
    QVERIFY(picture);
    QTRY_VERIFY(grid()->columnWidths().at(0).toReal() >= picture->width * 14 * kFormulaScale);
}

void tst_tables::aWordKeepsItsReference()
{
    const QString long40 = u"words that go on until the cell is full "_s;
    m_scene->say(u"| A | B | C |\n|---|---|---|\n| something[citation:1] | "_s +
                 long40.repeated(4) + u" | "_s + long40.repeated(4) + u" |"_s);
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 6);
    QTRY_COMPARE(cells().at(3)->property("lineCount").toInt(), 1);
    QVERIFY(cells().at(4)->property("lineCount").toInt() > 1);
}

void tst_tables::cellsOfARowStandOnOneBaseline()
{
    m_scene->say(u"| A | B | C |\n|---|---|---|\n| word | $\\displaystyle\\frac{\\frac{a}{b}}{c}$ "
                 "| 文字<br>in two lines |\n| x | y | z |"_s);
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 9);
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
    const auto baseline = [this](qsizetype cell) {
        const QQuickItem *edit = cells().at(cell);
        return edit->y() + edit->property("firstLineShift").toReal();
    };
    QTRY_VERIFY(cells().at(4)->property("firstLineShift").toReal() > 5);
    QTRY_COMPARE(baseline(3), baseline(4));
    QCOMPARE(baseline(5), baseline(4));
    for (const qsizetype cell : {3, 4, 5}) {
        const QQuickItem *edit = cells().at(cell);
        const QQuickItem *line = edit->parentItem();
        QVERIFY(edit->y() >= 5);
        QVERIFY(edit->y() + edit->height() <= line->height() - 5);
    }
    QCOMPARE(baseline(6), 5.0);
}

void tst_tables::aFormulaStandsWhereItsColumnIsAligned_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("marks");
    QTest::addColumn<qreal>("side"); // 0: left, 1: right
    for (const auto &[content, name] :
         {std::pair(u"$xyz$"_s, "alone"), std::pair(u"$xyz$ ms"_s, "first"),
          std::pair(u"is $xyz$"_s, "last"), std::pair(u"$x$ to **$y$**"_s, "first and last"),
          std::pair(u"$x$ is<br>$y$ ms"_s, "first in two lines")}) {
        QTest::addRow("%s, by default", name) << content << u"---"_s << 0.0;
        QTest::addRow("%s, left", name) << content << u":--"_s << 0.0;
        QTest::addRow("%s, centre", name) << content << u":-:"_s << 0.5;
        QTest::addRow("%s, right", name) << content << u"--:"_s << 1.0;
    }
}

/// Where it is painted, which a text document is not always told.
void tst_tables::aFormulaStandsWhereItsColumnIsAligned()
{
    QFETCH(QString, content);
    QFETCH(QString, marks);
    QFETCH(qreal, side);
    m_scene->say(
        u"| Name | A wide column with words |\n|---|%1|\n| a | %2 |\n"_s.arg(marks, content));
    m_scene->finish();
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
    QTRY_COMPARE(cells().size(), 4);
    QQuickItem *cell = cells().at(3);
    QVERIFY(textOf(cell).contains(QChar(QChar::ObjectReplacementCharacter)));
    // How much of the space beside the formula is left of it.
    const auto placed = [&] {
        const QRectF area =
            cell->parentItem()->mapRectToScene(QRectF(cell->position(), cell->size()));
        const QImage picture = m_scene->view.grabWindow().copy(area.toRect());
        int left = picture.width();
        int right = 0;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixelColor(x, y).lightness() > 128)
                    continue;
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
        const int spare = picture.width() - (right - left);
        return left < right && spare > 50 ? qreal(left) / spare : -1.0;
    };
    QTRY_VERIFY2(std::abs(placed() - side) < 0.05, qPrintable(QString::number(placed())));
}

/// Row by row gives the same columns as all at once.
void tst_tables::growingTableKeepsItsMeasures()
{
    const QString table =
        u"| A | B |\n|---|---|\n| $x$ | two words |\n| longer than that | c |\n"_s;
    for (const QString &line : table.split(u'\n')) {
        m_scene->say(line + u'\n');
        QTest::qWait(50); // a pause: each line is shown before the next comes
    }
    m_scene->finish();
    QTRY_VERIFY_WITH_TIMEOUT(allSet(), 20'000);
    QTRY_COMPARE(cells().size(), 6);
    const QVariantList grown = grid()->columnWidths();
    QCOMPARE(grown.size(), 2);
    m_scene->model.setSession(nullptr);
    m_scene->model.setSession(m_scene->session.get());
    QTRY_COMPARE(cells().size(), 6);
    QTRY_VERIFY(grid() && grid()->columnWidths() == grown);
}

/// The parts of a table are placed without a layout of Qt's: as it grows, in another width and
/// after a later row has made its columns others.
void tst_tables::linesStandOneUnderTheOther()
{
    const auto stand = [this] {
        const QList<QQuickItem *> all = cells();
        if (all.isEmpty())
            return false;
        QQuickItem *table = all.constFirst()->parentItem()->parentItem()->parentItem();
        const qreal gap = grid()->property("columnGap").toDouble();
        qreal end = 0;
        for (int first = 0; first < all.size(); first += 2) {
            QQuickItem *line = all[first]->parentItem()->parentItem();
            const qreal tallest = std::max(all[first]->height(), all[first + 1]->height());
            if (line->y() != end || line->height() < tallest + 10 || line->height() > tallest + 11)
                return false;
            if (all[first]->x() != 0 || all[first + 1]->x() != all[first]->width() + gap)
                return false;
            end += line->height();
        }
        return table->height() == end;
    };
    m_scene->say(u"| Name | What it is |\n|---|---|\n"_s);
    for (int i = 0; i < 30; ++i) {
        m_scene->say(u"| number %1 | words that go on for a while |\n"_s.arg(i));
        QTRY_VERIFY2(cells().size() == 2 * (i + 2) && stand(), qPrintable(QString::number(i)));
    }
    m_scene->say(u"| a name that is longer | "_s + u"many more words than before "_s.repeated(12) +
                 u" |\n"_s);
    QTRY_VERIFY(cells().size() == 64 && stand());
    const qreal wide = cells().constLast()->height();
    m_scene->view.resize(420, 700);
    QTRY_VERIFY(cells().constLast()->height() > wide && stand());
    m_scene->view.resize(900, 700);
    QTRY_VERIFY(cells().constLast()->height() == wide && stand());
}

void tst_tables::copying_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("otherType");
    QTest::newRow("tsv") << u"Copy for a spreadsheet"_s << u"A\tB\n$x$\t2\n"_s
                         << u"text/tab-separated-values"_s;
    QTest::newRow("markdown") << u"Copy as Markdown"_s
                              << u"| A | B |\n| --- | ---: |\n| $x$ | 2 |\n"_s
                              << u"text/markdown"_s;
    QTest::newRow("html") << u"Copy as HTML"_s
                          << u"<table>\n<thead>\n<tr><th>A</th><th style=\"text-align:right\">B"
                             "</th></tr>\n</thead>\n<tbody>\n<tr><td>$x$</td>"
                             "<td style=\"text-align:right\">2</td></tr>\n</tbody>\n</table>\n"_s
                          << u"text/html"_s;
}

/// By keyboard alone: the button, then the menu.
void tst_tables::copying()
{
    QFETCH(QString, entry);
    m_scene->say(u"| A | B |\n|---|--:|\n| $x$ | 2 |\n"_s);
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 4);
    QQuickItem *button = named(m_scene->view.contentItem(), u"Copy table"_s);
    QVERIFY(button);
    button->forceActiveFocus(Qt::TabFocusReason);
    QCOMPARE(button->opacity(), 1.0);
    QTest::keyClick(&m_scene->view, Qt::Key_Space);
    QTRY_VERIFY(named(m_scene->view.contentItem(), entry));
    QQuickItem *item = named(m_scene->view.contentItem(), entry);
    for (int i = 0; i < 4 && !item->property("highlighted").toBool(); ++i)
        QTest::keyClick(&m_scene->view, Qt::Key_Down);
    QVERIFY(item->property("highlighted").toBool());
    QTest::keyClick(&m_scene->view, Qt::Key_Return);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QFETCH(QString, text);
    QFETCH(QString, otherType);
    QTRY_COMPARE(data->text(), text);
    QVERIFY(data->hasFormat(otherType));
}

void tst_tables::copyButtonAppears()
{
    m_scene->say(u"| A | B |\n|---|--:|\n| x | 2 |\n"_s);
    m_scene->finish();
    QTRY_COMPARE(cells().size(), 4);
    QTest::mouseMove(&m_scene->view, QPoint(5, 700));
    QQuickItem *button = named(m_scene->view.contentItem(), u"Copy table"_s);
    QVERIFY(button);
    QTRY_COMPARE(button->opacity(), 0.0);
    QTest::mouseMove(&m_scene->view, cells().constLast()->mapToScene(QPointF(10, 5)).toPoint());
    QTRY_COMPARE(button->opacity(), 1.0);
}

QTEST_MAIN(tst_tables)
#include "tst_tables.moc"
