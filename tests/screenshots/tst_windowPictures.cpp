#include "screenshots/WindowScenes.h"

using namespace ponder;
using namespace ponder::screenshots;
using namespace Qt::StringLiterals;

namespace {

// The large ones have the size of the mock-ups.
const std::vector<Shot> kShots{
    {"chat", 1334, 896},
    {"chat", 1334, 896, true},
    {"chat", 900, 700},
    {"chat", 480, 760},
    {"chat", 1334, 896, false, true},
    {"sidebar", 480, 760, true},
    {"thinking", 900, 700, true},
    {"thinking", 1334, 896, false, true},
    {"new", 1334, 896},
    {"new", 480, 760, true},
    {"new", 900, 700, false, true},
    {"models", 900, 700, true},
    {"models", 480, 760},
    {"first-run", 900, 640},
    {"first-run", 480, 760, true},
    {"first-run", 900, 640, false, true},
    {"first-run-key", 900, 640, true},
    {"providers", 1334, 896},
    {"providers", 900, 700, true},
    {"providers", 480, 760},
    {"providers", 1334, 896, false, true},
    {"sampling", 1334, 896, true},
    {"sampling", 480, 760},
    {"sampling", 900, 700, false, true},
};

} // namespace

/// The whole window as pictures.
class tst_windowPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picture_data() { m_pictures.rows(); }
    void picture();
    void everyBaselineHasAScene() { QCOMPARE(m_pictures.strangers(), QStringList()); }

private:
    PictureTest m_pictures{u"window"_s, kShots};
};

void tst_windowPictures::initTestCase()
{
    const QString obstacle = m_pictures.obstacle();
    if (!obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
}

void tst_windowPictures::picture()
{
    QFETCH(Shot, shot);
    m_pictures.setLanguage(shot.chinese);
    fakes::WindowFixture fixture;
    openScene(fixture, shot);
    if (QTest::currentTestFailed())
        return;
    const QString problem = m_pictures.check(shot, *fixture.window());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(fixture.warnings, QStringList());
}

int main(int argc, char **argv)
{
    return runPictures<tst_windowPictures>(argc, argv);
}

#include "tst_windowPictures.moc"
