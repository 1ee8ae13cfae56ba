#include "chat/ChatFakes.h"
#include "chat/ChatSession.h"
#include "ui/AnswerAnnouncer.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

class tst_AnswerAnnouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyNewTextAndTheRestAtTheEnd();
};

void tst_AnswerAnnouncer::onlyNewTextAndTheRestAtTheEnd()
{
    SteppedClock clock;
    HandBackend backend;
    ChatSession session({}, backend, nullptr, clock);
    TranscriptModel model(clock);
    model.setSession(&session);
    AnswerAnnouncer announcer;
    announcer.setTranscript(&model);
    QSignalSpy announced(&announcer, &AnswerAnnouncer::announced);

    session.send(QStringLiteral("Hello"), {});
    announcer.setBusy(true);
    backend.turn()->say(
        {ReasoningDelta{QStringLiteral("Hm")}, TextDelta{QStringLiteral("One.\n\nTw")}});
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(announced.count(), 0);
    QVERIFY(announced.wait(AnswerAnnouncer::kIntervalMs + 2000));
    QCOMPARE(announcer.text(), QStringLiteral("One.\nTw"));
    backend.turn()->say({TextDelta{QStringLiteral("o.")}, FinishDelta{}});
    backend.turn()->end();
    announcer.setBusy(false);
    QVERIFY(announced.wait(3000));
    QCOMPARE(announcer.text(), QStringLiteral("o."));
}

QTEST_GUILESS_MAIN(tst_AnswerAnnouncer)
#include "tst_AnswerAnnouncer.moc"
