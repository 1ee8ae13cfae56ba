#include "chat/ChatFakes.h"
#include "chat/ChatSession.h"
#include "ui/FindController.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

class tst_FindController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void countsAndSteps();
    void startsAtTheReader();
    void typingOnStaysInPlace();
    void closedThinkingIsOpened();
    void oldAnswersAreMade();
    void growingAnswer();
    void otherBranch();
    void otherConversation();
    void emptyAndNothing();
    void largeConversation();

private:
    void find(const QString &query);
    void say(const QString &prompt, const QString &answer, const QString &thinking = {});
    [[nodiscard]] QString result() const
    {
        return u"%1/%2"_s.arg(m_find->position()).arg(m_find->count());
    }

    std::unique_ptr<SteppedClock> m_clock;
    std::unique_ptr<HandBackend> m_backend;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<FindController> m_find;
};

namespace {

TurnOptions options()
{
    TurnOptions options;
    options.provider.id = u"openrouter"_s;
    options.model = u"deepseek-r1"_s;
    return options;
}

Conversation longConversation(int messages, const QString &answer)
{
    Conversation conversation;
    conversation.summary.id = u"c"_s;
    QString parent;
    for (int i = 0; i < messages; ++i) {
        Message message;
        message.id = u"m%1"_s.arg(i);
        message.parentId = parent;
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        Segment segment;
        segment.text = i % 2 == 0 ? u"Question %1"_s.arg(i) : answer.arg(i);
        message.segments = {segment};
        parent = message.id;
        conversation.insert(std::move(message));
    }
    conversation.leafId = parent;
    return conversation;
}

} // namespace

void tst_FindController::init()
{
    m_clock = std::make_unique<SteppedClock>();
    m_backend = std::make_unique<HandBackend>();
    m_session = std::make_unique<ChatSession>(Conversation(), *m_backend, nullptr, *m_clock);
    m_model = std::make_unique<TranscriptModel>(*m_clock);
    m_model->setSession(m_session.get());
    m_find = std::make_unique<FindController>();
    m_find->setTranscript(m_model.get());
}

void tst_FindController::cleanup()
{
    m_find.reset();
    m_model.reset();
    m_session.reset();
}

void tst_FindController::find(const QString &query)
{
    m_find->setQuery(query);
    QTRY_VERIFY(!m_find->searching());
}

void tst_FindController::say(const QString &prompt, const QString &answer, const QString &thinking)
{
    m_session->send(prompt, options());
    if (!thinking.isEmpty())
        m_backend->turn()->say({ReasoningDelta{thinking}});
    m_backend->turn()->say({TextDelta{answer}});
    m_backend->turn()->say({FinishDelta{FinishReason::Stop, {}}});
    m_backend->turn()->end();
}

void tst_FindController::countsAndSteps()
{
    say(u"A Fox?"_s, u"The fox.\n\n```\nfox()\n```\n"_s);
    say(u"No"_s, u"| a |\n|---|\n| fox |\n"_s);
    QTRY_VERIFY(m_model->rowCount() > 6);
    m_model->setTopRow(0);
    QSignalSpy jumps(m_find.get(), &FindController::jumped);
    find(u"FOX"_s);
    QCOMPARE(result(), u"1/4"_s);
    QCOMPARE(m_find->resultText(), u"1 of 4"_s);
    QCOMPARE(jumps.takeLast().at(0).toInt(), 0);
    QCOMPARE(m_find->current().begin, 2);
    for (const char *expected : {"2/4", "3/4", "4/4", "1/4"}) {
        m_find->next();
        QCOMPARE(result(), QString::fromLatin1(expected));
    }
    m_find->previous();
    QCOMPARE(result(), u"4/4"_s);
    QCOMPARE(m_find->current().cell, 1);
    QCOMPARE(jumps.size(), 5);
}

void tst_FindController::startsAtTheReader()
{
    for (int i = 0; i < 4; ++i)
        say(u"Prompt"_s, u"One fox.\n\nTwo words.\n\nThree foxes."_s);
    QTRY_COMPARE(m_model->rowCount(), 20);
    m_model->setTopRow(7); // "Two words." of the second answer
    find(u"fox"_s);
    QCOMPARE(result(), u"4/8"_s);
    m_find->setQuery(QString());
    m_model->setTopRow(19); // the last footer: nothing comes below
    find(u"fox"_s);
    QCOMPARE(result(), u"8/8"_s);
}

void tst_FindController::typingOnStaysInPlace()
{
    say(u"foo"_s, u"form fox fork fox"_s);
    QTRY_VERIFY(m_model->rowCount() > 1);
    m_model->setTopRow(1);
    find(u"fo"_s);
    QCOMPARE(result(), u"2/5"_s);
    find(u"fox"_s);
    QCOMPARE(result(), u"1/2"_s);
    m_find->next();
    find(u"fo"_s);
    QCOMPARE(result(), u"5/5"_s);
}

void tst_FindController::closedThinkingIsOpened()
{
    say(u"Go"_s, u"Done."_s, u"Perhaps a fox.\n\nOr two: fox."_s);
    QTRY_COMPARE(m_model->rowCount(), 4);
    m_model->setTopRow(0);
    QSignalSpy jumps(m_find.get(), &FindController::jumped);
    find(u"fox"_s);
    QCOMPARE(result(), u"1/2"_s);
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(jumps.takeLast().at(0).toInt(), 2);
    m_find->next();
    QCOMPARE(m_find->current().row, 3);
}

void tst_FindController::oldAnswersAreMade()
{
    m_model->setSession(nullptr);
    m_session = std::make_unique<ChatSession>(
        longConversation(400, u"Answer %1\n\n"_s + u"Some more words.\n\n"_s.repeated(60)),
        *m_backend, nullptr, *m_clock);
    m_model->setSession(m_session.get());
    const auto typeAt = [this](int row) {
        return m_model->data(m_model->index(row), TranscriptModel::RowTypeRole).toString();
    };
    QCOMPARE(typeAt(5), u"pending"_s);
    find(u"answer 5"_s);
    QCOMPARE(m_find->count(), 6); // 5, 51 to 59
    find(u"Answer 11"_s);
    QVERIFY(m_find->current().row >= 0);
    QCOMPARE(typeAt(m_find->current().row), u"paragraph"_s);
}

/// While an answer arrives the result follows, and the current hit stays what it is.
void tst_FindController::growingAnswer()
{
    m_session->send(u"A fox"_s, options());
    m_backend->turn()->say({TextDelta{u"one fox, "_s}});
    QTRY_VERIFY(m_model->rowCount() > 1);
    m_model->setTopRow(0);
    find(u"fox"_s);
    QCOMPARE(result(), u"1/2"_s);
    QSignalSpy jumps(m_find.get(), &FindController::jumped);
    for (int i = 0; i < 30; ++i) {
        m_backend->turn()->say({TextDelta{u"more fo"_s}});
        m_backend->turn()->say({TextDelta{u"x "_s}});
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(result(), u"1/32"_s);
    m_backend->turn()->say({FinishDelta{FinishReason::Stop, {}}});
    m_backend->turn()->end();
    QTRY_VERIFY(!m_find->searching());
    QCOMPARE(result(), u"1/32"_s);
    QCOMPARE(jumps.size(), 0);
}

void tst_FindController::otherBranch()
{
    say(u"Go"_s, u"fox fox"_s);
    find(u"fox"_s);
    QCOMPARE(m_find->count(), 2);
    m_session->regenerate(m_session->conversation().leafId, options());
    m_backend->turn()->say({TextDelta{u"one fox"_s}});
    QTRY_COMPARE(m_find->count(), 1);
    QCOMPARE(m_find->position(), 0); // what was current is on the other branch
    m_find->next();
    QCOMPARE(result(), u"1/1"_s);
}

void tst_FindController::otherConversation()
{
    say(u"Go"_s, u"fox"_s);
    find(u"fox"_s);
    ChatSession other(longConversation(4, u"fox %1"_s), *m_backend, nullptr, *m_clock);
    m_model->setSession(&other);
    QTRY_COMPARE(m_find->count(), 2);
    m_model->setSession(nullptr);
    QCOMPARE(result(), u"0/0"_s);
    m_find->next();
}

void tst_FindController::emptyAndNothing()
{
    say(u"Go"_s, u"fox"_s);
    QCOMPARE(m_find->resultText(), QString());
    find(u"wolf"_s);
    QCOMPARE(result(), u"0/0"_s);
    QCOMPARE(m_find->resultText(), u"No results"_s);
    m_find->next();
    m_find->previous();
    find(u"f"_s);
    QCOMPARE(result(), u"1/1"_s);
    find(QString());
    QCOMPARE(result(), u"0/0"_s);
    QCOMPARE(m_find->resultText(), QString());
}

/// Four megabytes: the event loop is never held up for long, and typing on is quick.
void tst_FindController::largeConversation()
{
    const QString paragraph =
        u"Some *words* about `things` that are **found** and a formula $x_%1$ in between.\n\n"_s;
    ChatSession large(longConversation(1'000, paragraph.repeated(100)), *m_backend, nullptr,
                      *m_clock);
    m_model->setSession(&large);
    QElapsedTimer since;
    qint64 longest = 0;
    const auto search = [&](const QString &query) {
        m_find->setQuery(query);
        longest = 0;
        while (m_find->searching()) {
            since.start();
            QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 1);
            longest = std::max(longest, since.elapsed());
        }
    };
    QElapsedTimer total;
    total.start();
    search(u"found and"_s);
    qInfo() << "first search" << total.elapsed() << "ms, longest slice" << longest;
    QCOMPARE(m_find->count(), 50'000);
    total.start();
    search(u"found and a"_s);
    qInfo() << "second search" << total.elapsed() << "ms, longest slice" << longest;
    QCOMPARE(m_find->count(), 50'000);
    // Generous: the machine of a test may be busy. A slice is meant to be 5 ms.
    QVERIFY2(longest < 150, qPrintable(QString::number(longest)));
    m_model->setSession(nullptr);
}

QTEST_MAIN(tst_FindController)
#include "tst_FindController.moc"
