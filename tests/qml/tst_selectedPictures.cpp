#include "qml/TextItems.h"
#include "qml/TranscriptScene.h"
#include "ui/BlockDocument.h"
#include "ui/SelectionMarks.h"

#include <QImage>
#include <QTextBlock>

#include <algorithm>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// What a selection looks like where formulas are in it.
class tst_selectedPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void formulasKeepTheirColour_data();
    void formulasKeepTheirColour();
    void wordsAndFormulasAreOneStretch();
    void goesOnWhenAFormulaIsSet();

private:
    [[nodiscard]] QQuickItem *edit(const QString &part) const;
    [[nodiscard]] static SelectionMarks *marks(QQuickItem *edit);
    void selectAll();
    [[nodiscard]] QImage picture(QQuickItem *item);

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

int darkest(const QImage &image)
{
    int least = 255;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            least = std::min(least, qGray(image.pixel(x, y)));
    }
    return least;
}

const QChar kObject(QChar::ObjectReplacementCharacter);
constexpr int kTypeset = 30'000;

} // namespace

void tst_selectedPictures::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open(), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->send(u"Formulas"_s);
}

void tst_selectedPictures::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

QQuickItem *tst_selectedPictures::edit(const QString &part) const
{
    const QList<QQuickItem *> all = shownTexts(m_scene->flickable());
    const auto found = std::find_if(all.begin(), all.end(), [&](QQuickItem *item) {
        return documentOf(item)->firstBlock().text().contains(part);
    });
    return found == all.end() ? nullptr : *found;
}

SelectionMarks *tst_selectedPictures::marks(QQuickItem *edit)
{
    const auto children = edit->childItems();
    for (QQuickItem *child : children) {
        if (auto *found = qobject_cast<SelectionMarks *>(child))
            return found;
    }
    return nullptr;
}

void tst_selectedPictures::selectAll()
{
    m_scene->flickable()->forceActiveFocus();
    QTest::keyClick(&m_scene->view, Qt::Key_A, Qt::ControlModifier);
}

QImage tst_selectedPictures::picture(QQuickItem *item)
{
    const QImage window = m_scene->view.grabWindow();
    return window.copy(
        item->mapRectToScene(QRectF({}, item->size())).toRect().intersected(window.rect()));
}

void tst_selectedPictures::formulasKeepTheirColour_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("type");
    QTest::newRow("in a line") << u"$\\mathbf{M}$"_s << u"QQuickTextEdit"_s;
    QTest::newRow("tall") << u"$\\displaystyle\\frac{\\mathbf{M}}{\\mathbf{W}}$"_s
                          << u"QQuickTextEdit"_s;
    QTest::newRow("on its own line") << u"$$\n\\mathbf{M}\n$$"_s << u"ponder::FormulaItem"_s;
}

void tst_selectedPictures::formulasKeepTheirColour()
{
    QFETCH(QString, formula);
    QFETCH(QString, type);
    m_scene->say(formula + u"\n\nWords\n"_s);
    m_scene->finish();
    QQuickItem *shown = nullptr;
    const auto look = [&] {
        const QList<QQuickItem *> all = shownItems(m_scene->flickable(), qPrintable(type));
        const bool inLine = type == u"QQuickTextEdit";
        const auto found = std::find_if(all.begin(), all.end(), [&](QQuickItem *item) {
            return inLine ? documentOf(item)->firstBlock().text().contains(kObject)
                          : item->property("ready").toBool();
        });
        shown = found == all.end() ? nullptr : *found;
        return shown != nullptr;
    };
    QVERIFY(QTest::qWaitFor(look, kTypeset));
    const int before = darkest(picture(shown));
    QVERIFY2(before < 80, qPrintable(QString::number(before)));
    selectAll();
    const QImage selected = picture(shown);
    QVERIFY2(std::abs(darkest(selected) - before) < 12,
             qPrintable(u"%1 and %2"_s.arg(before).arg(darkest(selected))));
    // There is a ground behind it.
    const QColor middle = selected.pixelColor(0, selected.height() / 2);
    QVERIFY2(middle != QColor(Qt::white), qPrintable(middle.name()));
    QTest::keyClick(&m_scene->view, Qt::Key_Escape);
    QTRY_COMPARE(picture(shown).pixelColor(0, selected.height() / 2), QColor(Qt::white));
}

void tst_selectedPictures::wordsAndFormulasAreOneStretch()
{
    m_scene->say(u"Words $x^2$, `code` and more\n\nOnly words\n"_s);
    m_scene->finish();
    QTRY_VERIFY_WITH_TIMEOUT(edit(QString(kObject)), kTypeset);
    selectAll();
    QQuickItem *text = edit(QString(kObject));
    QTRY_VERIFY(marks(text));
    const qsizetype length = documentOf(text)->characterCount() - 1;
    QCOMPARE(marks(text)->range().begin, 0);
    QCOMPARE(marks(text)->range().end, length);
    QVERIFY(text->property("selectedText").toString().isEmpty());
    // Where there are none, TextEdit shows it.
    QCOMPARE(edit(u"Only"_s)->property("selectedText").toString(), u"Only words"_s);
    QVERIFY(!marks(edit(u"Only"_s)));
    QTest::keyClick(&m_scene->view, Qt::Key_Escape);
    QTRY_VERIFY(!marks(text));
}

/// The text is selected while the formula is still its source.
void tst_selectedPictures::goesOnWhenAFormulaIsSet()
{
    m_scene->say(u"Words $\\alpha + \\omega$ and more\n"_s);
    QTRY_VERIFY(edit(u"Words"_s));
    selectAll();
    m_scene->finish();
    QTRY_VERIFY_WITH_TIMEOUT(edit(QString(kObject)), kTypeset);
    QTRY_VERIFY(marks(edit(QString(kObject))));
    QCOMPARE(marks(edit(QString(kObject)))->range().end,
             documentOf(edit(QString(kObject)))->characterCount() - 1);
}

QTEST_MAIN(tst_selectedPictures)
#include "tst_selectedPictures.moc"
