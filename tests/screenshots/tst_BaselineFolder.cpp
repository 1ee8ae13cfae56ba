#include "screenshots/BaselineFolder.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace ponder::screenshots;

namespace {

QImage picture(const QString &text)
{
    QImage image(160, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawText(10, 40, text);
    return image;
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// How a picture becomes a baseline and how one that differs is told.
class tst_BaselineFolder : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] BaselineFolder baselines(bool accept = false) const
    {
        if (accept)
            qputenv("PONDER_ACCEPT_SCREENSHOTS", "1");
        else
            qunsetenv("PONDER_ACCEPT_SCREENSHOTS");
        return {path(u"baselines"_s), path(u"out"_s)};
    }

private Q_SLOTS:
    void aNewSceneFailsUntilItIsAccepted()
    {
        QVERIFY(!baselines().check(u"new"_s, picture(u"one"_s)).isEmpty());
        QVERIFY(contents(path(u"out/report.html"_s)).contains(u"no baseline yet"_s));
        QVERIFY(baselines(true).check(u"new"_s, picture(u"one"_s)).isEmpty());
        QCOMPARE(baselines().check(u"new"_s, picture(u"one"_s)), QString());
        QVERIFY2(!QFile::exists(path(u"out/report.html"_s)), "nothing is left to tell");
    }

    void whatDiffersIsShownBesideItsBaseline()
    {
        QVERIFY(baselines(true).check(u"scene"_s, picture(u"one"_s)).isEmpty());
        const QString problem = baselines().check(u"scene"_s, picture(u"two"_s));
        QVERIFY2(problem.contains(u"report.html"_s), qPrintable(problem));
        const QString page = contents(path(u"out/report.html"_s));
        for (const QString &part : {u"baseline"_s, u"actual"_s, u"difference"_s}) {
            const QString file = u"differences/scene-%1.png"_s.arg(part);
            QVERIFY2(page.contains(u"src=\"%1\""_s.arg(file)), qPrintable(file));
            QVERIFY2(!QImage(path(u"out/"_s + file)).isNull(), qPrintable(file));
        }
        // Another program adds to the page; each goes when it is as it was.
        QVERIFY(!baselines().check(u"other"_s, picture(u"one"_s)).isEmpty());
        QVERIFY(contents(path(u"out/report.html"_s)).contains(u"<h2>scene</h2>"_s));
        QVERIFY(baselines().check(u"scene"_s, picture(u"one"_s)).isEmpty());
        QVERIFY(!contents(path(u"out/report.html"_s)).contains(u"<h2>scene</h2>"_s));
        QVERIFY(contents(path(u"out/report.html"_s)).contains(u"<h2>other</h2>"_s));
    }

    void onlyWhatDiffersIsAccepted()
    {
        QVERIFY(baselines(true).obstacle().isEmpty()); // the surroundings are noted
        QVERIFY(baselines(true).check(u"kept"_s, picture(u"one"_s)).isEmpty());
        QImage noisy = picture(u"one"_s);
        noisy.setPixel(150, 5, qRgb(250, 250, 250));
        QVERIFY(baselines(true).check(u"kept"_s, noisy).isEmpty());
        QCOMPARE(QImage(path(u"baselines/kept.png"_s)).pixel(150, 5), qRgb(255, 255, 255));
    }

    void otherSurroundingsCannotBeCompared()
    {
        QVERIFY(baselines(true).obstacle().isEmpty());
        QCOMPARE(baselines().obstacle(), QString());
        QFile file(path(u"baselines/made-with.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Qt 5.0.0\n");
        file.close();
        QVERIFY(baselines().obstacle().contains(u"Qt 5.0.0"_s));
    }

    void strangers()
    {
        QVERIFY(baselines(true).check(u"a-known"_s, picture(u"one"_s)).isEmpty());
        QVERIFY(baselines(true).check(u"a-old"_s, picture(u"one"_s)).isEmpty());
        QCOMPARE(baselines().strangers(u"a-"_s, {u"a-known"_s}), QStringList{u"a-old"_s});
        QCOMPARE(baselines(true).strangers(u"a-"_s, {u"a-known"_s}), QStringList());
        QVERIFY(!QFile::exists(path(u"baselines/a-old.png"_s)));
        QVERIFY(QFile::exists(path(u"baselines/a-known.png"_s)));
    }

    void palette_data()
    {
        QTest::addColumn<int>("colors");
        QTest::addColumn<int>("span");
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("small");
        QTest::newRow("few colours stay themselves") << 200 << 200 << 0 << true;
        QTest::newRow("near ones are put together") << 2'000 << 40 << 6 << true;
        QTest::newRow("a photo keeps all of its colours") << 60'000 << 240 << 0 << false;
    }

    void palette()
    {
        QFETCH(int, colors);
        QFETCH(int, span);
        QFETCH(int, error);
        QFETCH(bool, small);
        QImage image(300, 200, QImage::Format_RGB32);
        const int edge = int(std::ceil(std::cbrt(colors)));
        for (int i = 0; i < 300 * 200; ++i) {
            const int color = i % colors;
            image.setPixel(i % 300, i / 300,
                           qRgb(color % edge * span / edge, color / edge % edge * span / edge,
                                color / edge / edge * span / edge));
        }
        const QImage stored = withPalette(image);
        QCOMPARE(stored.format() == QImage::Format_Indexed8, small);
        int worst = 0;
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 300; ++x) {
                const QRgb a = image.pixel(x, y);
                const QRgb b = stored.pixel(x, y);
                worst = std::max({worst, std::abs(qRed(a) - qRed(b)),
                                  std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
            }
        }
        QVERIFY2(worst <= error, qPrintable(QString::number(worst)));
    }

    /// Two shades of the theme lie near each other; the comparer knows them apart.
    void surfacesKeepTheirShade()
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(qRgb(30, 34, 33));
        for (int i = 0; i < 40 * 20; ++i)
            image.setPixel(10 + i % 40, 10 + i / 40, qRgb(32, 36, 35));
        for (int i = 0; i < 2'000; ++i) // so many that a palette must put some together
            image.setPixel(i % 300, 100 + i / 300, qRgb(i % 13 * 3, i / 13 % 13 * 3, i / 169 * 3));
        const QImage stored = withPalette(image);
        QCOMPARE(stored.format(), QImage::Format_Indexed8);
        QCOMPARE(stored.pixel(0, 0), image.pixel(0, 0));
        QCOMPARE(stored.pixel(20, 20), image.pixel(20, 20));
    }
};

QTEST_MAIN(tst_BaselineFolder)
#include "tst_BaselineFolder.moc"
