#include "ui/UpdatePace.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;

class tst_UpdatePace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheCost_data();
    void followsTheCost();
    void oneSlowUpdateChangesLittle();
    void saysNothingOfSmallDifferences();
    void countsRowsAndTheirFrame();
    void measuresHowFastTextComes();
    void theNextAnswerHasARateOfItsOwn();
};

namespace {

/// A window that shows a transcript: a pace that measures for itself.
struct Scene
{
    Scene()
    {
        pace.setWindow(&window);
        pace.setTranscript(&transcript);
    }
    void showFrame()
    {
        Q_EMIT window.afterAnimating();
        Q_EMIT window.frameSwapped();
    }

    QQuickWindow window;
    SystemClock clock;
    TranscriptModel transcript{clock};
    UpdatePace pace;
};

} // namespace

void tst_UpdatePace::followsTheCost_data()
{
    QTest::addColumn<double>("cost");
    QTest::addColumn<double>("charactersPerSecond");
    QTest::addColumn<int>("interval");
    QTest::newRow("a quick machine is not slowed") << 1.0 << 30.0 << UpdatePace::kShortest;
    QTest::newRow("a share of the time") << 4.0 << 30.0 << 80;
    QTest::newRow("a slow machine still flows") << 40.0 << 120.0 << UpdatePace::kLongest;
    QTest::newRow("text too fast to read, quick machine") << 1.0 << 900.0 << UpdatePace::kShortest;
    QTest::newRow("text too fast to read") << 3.5 << 900.0 << 105;
    QTest::newRow("text too fast to read, slow machine")
        << 40.0 << 900.0 << UpdatePace::kLongestUnread;
}

void tst_UpdatePace::followsTheCost()
{
    QFETCH(double, cost);
    QFETCH(double, charactersPerSecond);
    QFETCH(int, interval);
    UpdatePace pace;
    for (int i = 0; i < 80; ++i)
        pace.note(cost, charactersPerSecond);
    QVERIFY2(std::abs(pace.interval() - interval) < 4,
             qPrintable(QString::number(pace.interval())));
}

void tst_UpdatePace::oneSlowUpdateChangesLittle()
{
    UpdatePace pace;
    for (int i = 0; i < 80; ++i)
        pace.note(4);
    const int before = pace.interval();
    pace.note(12);
    QVERIFY(pace.interval() <= before + UpdatePace::kTimesItsCost);
    for (int i = 0; i < 80; ++i)
        pace.note(4);
    QVERIFY(std::abs(pace.interval() - before) < 4);
}

void tst_UpdatePace::saysNothingOfSmallDifferences()
{
    UpdatePace pace;
    for (int i = 0; i < 80; ++i)
        pace.note(5);
    QSignalSpy changed(&pace, &UpdatePace::intervalChanged);
    for (int i = 0; i < 80; ++i)
        pace.note(i % 2 ? 5.2 : 4.8);
    QCOMPARE(changed.count(), 0);
}

void tst_UpdatePace::countsRowsAndTheirFrame()
{
    Scene scene;
    QSignalSpy changed(&scene.pace, &UpdatePace::intervalChanged);
    // A frame that no update asked for says nothing about updates.
    scene.showFrame();
    QCOMPARE(changed.count(), 0);
    Q_EMIT scene.transcript.updateMeasured(50, 3);
    QCOMPARE(changed.count(), 0);
    scene.showFrame();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(scene.pace.interval(), UpdatePace::kLongest);
}

void tst_UpdatePace::measuresHowFastTextComes()
{
    Scene scene;
    const auto update = [&](qsizetype characters) {
        QTest::qWait(2); // a pause: the time in which they came
        Q_EMIT scene.transcript.updateMeasured(50, characters);
        scene.showFrame();
    };
    for (int i = 0; i < 20; ++i)
        update(40);
    QCOMPARE(scene.pace.interval(), UpdatePace::kLongestUnread);
    QVERIFY(scene.pace.runningPast());
    QSignalSpy changed(&scene.pace, &UpdatePace::runningPastChanged);
    for (int i = 0; i < 80; ++i)
        update(0);
    QCOMPARE(scene.pace.interval(), UpdatePace::kLongest);
    QVERIFY(!scene.pace.runningPast());
    QCOMPARE(changed.count(), 1);
}

void tst_UpdatePace::theNextAnswerHasARateOfItsOwn()
{
    Scene scene;
    for (int i = 0; i < 40; ++i) {
        QTest::qWait(2); // a pause: the time in which they came
        Q_EMIT scene.transcript.updateMeasured(5, 100);
        scene.showFrame();
    }
    QVERIFY(scene.pace.runningPast());
    QTest::qWait(1'100); // a pause: between two answers
    Q_EMIT scene.transcript.updateMeasured(5, 3);
    QVERIFY(!scene.pace.runningPast());
}

QTEST_MAIN(tst_UpdatePace)
#include "tst_UpdatePace.moc"
