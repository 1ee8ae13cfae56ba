#include "ChatFakes.h"
#include "chat/ChatSessions.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

class tst_ChatSessions : public QObject
{
    Q_OBJECT

private:
    SteppedClock m_clock;

    static TurnOptions options()
    {
        TurnOptions made;
        made.provider.id = u"p"_s;
        made.model = u"m"_s;
        return made;
    }

private Q_SLOTS:
    void leavingDoesNotStopAnAnswer()
    {
        HandBackend backend;
        MemoryStore store;
        ChatSessions sessions(backend, store, m_clock);
        QStringList ids;
        for (int i = 0; i < 12; ++i) {
            ChatSession *session = sessions.create();
            session->send(QString::number(i), options());
            ids.append(session->conversation().summary.id);
        }
        QCOMPARE(sessions.busyIds().size(), 12);
        for (const QPointer<HandTurn> &turn : backend.turns) {
            QVERIFY(turn);
            turn->say({TextDelta{u"done"_s}, FinishDelta{}});
            turn->end();
        }
        QVERIFY(sessions.busyIds().isEmpty());
        for (const QString &id : ids)
            QCOMPARE(store.stored[id].message(store.stored[id].leafId)->text(), u"done"_s);
    }

    void openReadsFromTheStoreOnce()
    {
        HandBackend backend;
        MemoryStore store;
        ChatSessions sessions(backend, store, m_clock);
        Conversation kept;
        kept.summary.id = u"kept"_s;
        store.stored.insert(u"kept"_s, kept);
        QList<ChatSession *> opened;
        for (int i = 0; i < 2; ++i)
            sessions.open(u"kept"_s, this, [&opened](Result<ChatSession *> result) {
                QVERIFY(result);
                opened.append(*result);
            });
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(opened.at(0), opened.at(1));
        sessions.open(u"kept"_s, this,
                      [&opened](Result<ChatSession *> result) { opened.append(*result); });
        QTRY_COMPARE(opened.size(), 3);
        QCOMPARE(opened.at(2), opened.at(0));
    }

    void anUnknownConversationIsAnError()
    {
        HandBackend backend;
        MemoryStore store;
        ChatSessions sessions(backend, store, m_clock);
        bool failed = false;
        sessions.open(u"nowhere"_s, this,
                      [&failed](Result<ChatSession *> result) { failed = !result; });
        QTRY_VERIFY(failed);
    }

    void idleSessionsAreDropped()
    {
        HandBackend backend;
        MemoryStore store;
        ChatSessions sessions(backend, store, m_clock);
        const QString first = sessions.create()->conversation().summary.id;
        for (int i = 0; i < 10; ++i)
            sessions.create();
        QVERIFY(!sessions.find(first));
    }

    void closingStopsAndForgets()
    {
        HandBackend backend;
        MemoryStore store;
        ChatSessions sessions(backend, store, m_clock);
        ChatSession *session = sessions.create();
        const QString id = session->conversation().summary.id;
        session->send(u"x"_s, options());
        sessions.close(id);
        QVERIFY(!sessions.find(id));
        QTRY_VERIFY(!backend.turn());
    }
};

QTEST_GUILESS_MAIN(tst_ChatSessions)
#include "tst_ChatSessions.moc"
