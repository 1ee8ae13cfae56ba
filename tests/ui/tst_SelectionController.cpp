#include "chat/ChatFakes.h"
#include "ui/CopiedText.h"
#include "ui/SelectionController.h"
#include "ui/TranscriptModel.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

/// What is selected stays what it is while the conversation changes around it.
class tst_SelectionController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsComeAbove();
    void theBlockGrows();
    void theRowIsReplaced();
    void theMessageGoes();
    void allIsWhatIsThere();
    void wholeAnswersAsTheyWereWritten();

private:
    void send() { m_session->send(QStringLiteral("Ask"), options()); }
    void say(const QString &text) { m_backend.turn()->say({TextDelta{text}}); }
    [[nodiscard]] TurnOptions options() const
    {
        TurnOptions options;
        options.provider.id = QStringLiteral("p");
        options.model = QStringLiteral("m");
        return options;
    }
    [[nodiscard]] QString markdown() const
    {
        return CopiedText::ofRange(*m_model, m_selection->range()).markdown();
    }

    HandBackend m_backend;
    SteppedClock m_clock;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<SelectionController> m_selection;
};

void tst_SelectionController::init()
{
    m_session = std::make_unique<ChatSession>(Conversation(), m_backend, nullptr, m_clock);
    m_model = std::make_unique<TranscriptModel>(m_clock);
    m_model->setSession(m_session.get());
    m_selection = std::make_unique<SelectionController>();
    m_selection->setTranscript(m_model.get());
}

void tst_SelectionController::cleanup()
{
    m_model->setSession(nullptr);
    m_selection.reset();
    m_model.reset();
    m_session.reset();
}

void tst_SelectionController::rowsComeAbove()
{
    send();
    m_backend.turn()->say({ReasoningDelta{QStringLiteral("One\n\nTwo")}});
    say(QStringLiteral("First\n\nSecond"));
    QTRY_COMPARE(m_model->rowCount(), 4); // prompt, closed header, two paragraphs
    m_selection->select({2, 0, 2}, {3, 0, 3});
    QCOMPARE(markdown(), QStringLiteral("rst\n\nSec"));
    const QString answer =
        m_model->data(m_model->index(1), TranscriptModel::MessageIdRole).toString();
    m_model->toggleThinking(answer, 0);
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(m_selection->range().begin, (TextPlace{4, 0, 2}));
    QCOMPARE(markdown(), QStringLiteral("rst\n\nSec"));
    QCOMPARE(m_selection->rangeOf(3, 0).to, 0);
    QCOMPARE(m_selection->rangeOf(5, 0).to, 3);
}

void tst_SelectionController::theBlockGrows()
{
    send();
    say(QStringLiteral("First\n\nSecond"));
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_selection->select({1, 0, 0}, {2, 0, 6});
    say(QStringLiteral(" and **more**\n\nThird"));
    QTRY_COMPARE(m_model->rowCount(), 4);
    QCOMPARE(markdown(), QStringLiteral("First\n\nSecond"));
}

void tst_SelectionController::theRowIsReplaced()
{
    send();
    say(QStringLiteral("First\n\n| a | b |"));
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_selection->select({1, 0, 2}, {2, 0, 4});
    // What looked like a paragraph turns out to be a table: the selection still ends in it.
    say(QStringLiteral("\n|---|---|\n| c | d |\n"));
    QTRY_COMPARE(m_model->data(m_model->index(2), TranscriptModel::RowTypeRole).toString(),
                 QStringLiteral("table"));
    QTRY_COMPARE(m_selection->range().end, (TextPlace{2, 0, 1}));
    QCOMPARE(markdown(), QStringLiteral("rst\n\na"));
}

void tst_SelectionController::theMessageGoes()
{
    send();
    say(QStringLiteral("Text"));
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_selection->select({0, 0, 0}, {1, 0, 4});
    QSignalSpy changed(m_selection.get(), &SelectionController::changed);
    m_model->setSession(nullptr);
    QVERIFY(m_selection->isEmpty());
    QVERIFY(!m_selection->isSet());
    QVERIFY(changed.count() > 0);
}

void tst_SelectionController::allIsWhatIsThere()
{
    m_selection->selectAll();
    QVERIFY(m_selection->isEmpty());
    send();
    say(QStringLiteral("One"));
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_selection->selectAll();
    QCOMPARE(markdown(), QStringLiteral("Ask\n\nOne"));
    say(QStringLiteral("\n\nTwo"));
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(markdown(), QStringLiteral("Ask\n\nOne\n\nTwo"));
    m_selection->extendTo({1, 0, 1});
    QCOMPARE(markdown(), QStringLiteral("Ask\n\nO"));
}

void tst_SelectionController::wholeAnswersAsTheyWereWritten()
{
    send();
    say(QStringLiteral("* one\n* __two__\n"));
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_selection->select({0, 0, 0}, {2, 0, 3});
    QCOMPARE(markdown(), QStringLiteral("Ask\n\n* one\n* __two__"));
    m_selection->select({0, 0, 1}, {2, 0, 2});
    QCOMPARE(markdown(), QStringLiteral("sk\n\n- one\n- **tw**"));
}

QTEST_MAIN(tst_SelectionController)
#include "tst_SelectionController.moc"
