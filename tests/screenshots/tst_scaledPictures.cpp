#include "screenshots/WindowScenes.h"

using namespace ponder;
using namespace ponder::screenshots;
using namespace Qt::StringLiterals;

namespace {

const std::vector<Shot> kShots{
    {"chat", 760, 820},
    {"chat", 760, 820, true},
    {"providers", 900, 560},
};

double scale()
{
    const double asked = qEnvironmentVariable("PONDER_SCREENSHOT_SCALE").toDouble();
    return asked > 0 ? asked : 1.5;
}

QString prefix()
{
    return u"scaled-%1"_s.arg(qRound(scale() * 100));
}

} // namespace

/// The window on a screen that is scaled by a fraction: text, formulas, icons and hairlines are
/// sharp. PONDER_SCREENSHOT_SCALE gives another scale to look at.
class tst_scaledPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picture_data() { m_pictures.rows(); }
    void picture();
    void everyBaselineHasAScene() { QCOMPARE(m_pictures.strangers(), QStringList()); }

private:
    PictureTest m_pictures{prefix(), kShots};
};

void tst_scaledPictures::initTestCase()
{
    const QString obstacle = m_pictures.obstacle();
    if (!obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
}

void tst_scaledPictures::picture()
{
    QFETCH(Shot, shot);
    m_pictures.setLanguage(shot.chinese);
    fakes::WindowFixture fixture;
    openScene(fixture, shot);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(fixture.window()->effectiveDevicePixelRatio(), scale());
    const QString problem = m_pictures.check(shot, *fixture.window());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(fixture.warnings, QStringList());
}

int main(int argc, char **argv)
{
    return runPictures<tst_scaledPictures>(argc, argv, scale());
}

#include "tst_scaledPictures.moc"
