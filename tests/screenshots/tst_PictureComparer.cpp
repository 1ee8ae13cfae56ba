#include "screenshots/PictureComparer.h"

#include <QFont>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace ponder::screenshots;

namespace {

/// A page as the window shows them: surfaces, hairlines, text and a small picture.
struct Page
{
    QPointF wordAt{40, 70};
    QString word = u"typeset"_s;
    QString stop = u"."_s;
    QColor ink = QColor(27, 31, 29);
    QColor accent = QColor(15, 107, 94);
    QColor surface = QColor(247, 248, 246);
    QColor line = QColor(229, 232, 228);
    bool hairline = true;
    QPointF dotAt{250, 160};
    QPointF all; ///< everything moved by this

    [[nodiscard]] QImage draw() const
    {
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(all);
        painter.fillRect(20, 100, 280, 80, surface);
        if (hairline)
            painter.fillRect(20, 140, 280, 1, line);
        QFont font(u"Inter"_s);
        font.setPixelSize(15);
        font.setHintingPreference(QFont::PreferNoHinting);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QPointF(40, 40), u"Answers that look set,"_s);
        painter.drawText(wordAt, word);
        painter.drawText(QPointF(120, 70), u"and a link"_s + stop);
        painter.setPen(accent);
        painter.drawText(QPointF(40, 125), u"import numpy as np"_s);
        painter.setBrush(accent);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(dotAt, 3.5, 3.5);
        return image;
    }
};

/// Every `step`th pixel beside one of another colour is made lighter or darker, as another version
/// of a font rasteriser would.
QImage withNoise(QImage image, int step, int strength)
{
    const QImage before = image;
    int met = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 1; x < image.width(); ++x) {
            const int here = qGray(before.pixel(x, y));
            const int left = qGray(before.pixel(x - 1, y));
            if (std::abs(here - left) < 2 * strength || ++met % step != 0)
                continue;
            const int by = here < left ? strength : -strength; // towards the neighbour
            const QRgb old = before.pixel(x, y);
            image.setPixel(x, y,
                           qRgb(std::clamp(qRed(old) + by, 0, 255),
                                std::clamp(qGreen(old) + by, 0, 255),
                                std::clamp(qBlue(old) + by, 0, 255)));
        }
    }
    return image;
}

QImage withPixel(QImage image, const QPoint &at, QRgb color)
{
    image.setPixel(at, color);
    return image;
}

using Change = std::function<QImage(Page)>;

} // namespace

/// That the comparer lets noise pass and nothing else.
class tst_PictureComparer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void marksWhatDiffers();
    void wordInALargePicture();
};

void tst_PictureComparer::verdicts_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *name, bool passes, const Change &change) {
        QTest::newRow(name) << change << passes;
    };
    row("nothing", true, [](const Page &page) { return page.draw(); });
    row("one pixel of another smoothing", true,
        [](const Page &page) { return withNoise(page.draw(), 40, 30); });
    row("many pixels, little", true,
        [](const Page &page) { return withNoise(page.draw(), 3, 14); });
    row("some pixels, more", true, [](const Page &page) { return withNoise(page.draw(), 9, 60); });
    row("a dot moved by a tenth of a pixel", true, [](Page page) {
        page.dotAt += {0.1, 0.1};
        return page.draw();
    });
    row("one stray pixel", true, [](const Page &page) {
        return withPixel(page.draw(), {200, 30}, qRgb(255, 0, 0));
    });
    row("rounding of colours", true, [](Page page) {
        page.surface = QColor(246, 248, 246);
        page.ink = QColor(30, 30, 30);
        return page.draw();
    });

    row("missing word", false, [](Page page) {
        page.word.clear();
        return page.draw();
    });
    row("another letter", false, [](Page page) {
        page.word = u"typesel"_s;
        return page.draw();
    });
    row("missing stop", false, [](Page page) {
        page.stop.clear();
        return page.draw();
    });
    row("word moved by 1 px", false, [](Page page) {
        page.wordAt += {1, 0};
        return page.draw();
    });
    row("word moved by 2 px", false, [](Page page) {
        page.wordAt += {0, 2};
        return page.draw();
    });
    row("dot moved by 2 px", false, [](Page page) {
        page.dotAt += {2, 0};
        return page.draw();
    });
    row("all moved by 2 px", false, [](Page page) {
        page.all = {2, 0};
        return page.draw();
    });
    row("another colour of text", false, [](Page page) {
        page.accent = QColor(179, 38, 30);
        return page.draw();
    });
    row("ink a little paler", false, [](Page page) {
        page.ink = QColor(82, 90, 86);
        return page.draw();
    });
    row("another shade of surface", false, [](Page page) {
        page.surface = QColor(241, 243, 240);
        return page.draw();
    });
    row("missing hairline", false, [](Page page) {
        page.hairline = false;
        return page.draw();
    });
    row("darker hairline", false, [](Page page) {
        page.line = QColor(205, 211, 206);
        return page.draw();
    });
    row("another size", false, [](const Page &page) { return page.draw().copy(0, 0, 320, 199); });
    row("dark", false, [](const Page &page) {
        QImage image = page.draw();
        image.invertPixels();
        return image;
    });
}

void tst_PictureComparer::verdicts()
{
    QFETCH(Change, change);
    QFETCH(bool, passes);
    const QImage baseline = Page().draw();
    const QImage actual = change(Page());
    const PictureComparer comparer;
    const PictureDifference there = comparer.compare(baseline, actual);
    QVERIFY2(
        there.ok() == passes,
        qPrintable(u"%1 (hard %2, soft %3)"_s.arg(there.reason).arg(there.hard).arg(there.soft)));
    const PictureDifference back = comparer.compare(actual, baseline);
    QVERIFY2(back.ok() == passes, "the same in the other direction");
    QCOMPARE(back.hard, there.hard);
    QCOMPARE(back.soft, there.soft);
}

void tst_PictureComparer::marksWhatDiffers()
{
    const QImage baseline = Page().draw();
    QVERIFY(PictureComparer().compare(baseline, baseline).marked.isNull());

    Page page;
    page.word.clear();
    const PictureDifference difference = PictureComparer().compare(baseline, page.draw());
    QCOMPARE(difference.marked.size(), baseline.size());
    QVERIFY2(difference.reason.contains(u"show something else"), qPrintable(difference.reason));
    int inWord = 0;
    int elsewhere = 0;
    for (int y = 0; y < baseline.height(); ++y) {
        for (int x = 0; x < baseline.width(); ++x) {
            if (difference.marked.pixel(x, y) == qRgb(214, 0, 28))
                ++(QRect(36, 50, 70, 30).contains(x, y) ? inWord : elsewhere);
        }
    }
    // The squares are drawn over some of it.
    QVERIFY(inWord > difference.hard / 2 && inWord <= difference.hard);
    QCOMPARE(elsewhere, 0);
}

/// What is a small share of all pixels is still a word.
void tst_PictureComparer::wordInALargePicture()
{
    QImage baseline(1600, 1600, QImage::Format_RGB32);
    baseline.fill(Qt::white);
    const QImage without = baseline;
    QPainter(&baseline).drawImage(900, 900, Page().draw().copy(36, 50, 70, 30));
    QVERIFY(!PictureComparer().compare(baseline, without).ok());
}

QTEST_MAIN(tst_PictureComparer)
#include "tst_PictureComparer.moc"
