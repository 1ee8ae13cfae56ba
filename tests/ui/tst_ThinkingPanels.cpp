#include "ui/ThinkingPanels.h"

#include <QTest>

using namespace ponder;

class tst_ThinkingPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
    void theReadersChoiceStays();
    void aChoiceIsForOnePanel();
    void keptWithTheMessage();
};

namespace {

Message thought()
{
    Message message;
    message.id = QStringLiteral("m");
    message.role = Role::Assistant;
    message.state = MessageState::Streaming;
    Segment reasoning;
    reasoning.kind = Segment::Kind::Reasoning;
    message.segments = {reasoning};
    return message;
}

} // namespace

void tst_ThinkingPanels::rule_data()
{
    using Show = ThinkingPanels::Show;
    QTest::addColumn<Show>("show");
    QTest::addColumn<bool>("following");
    QTest::addColumn<bool>("answerStarts");
    QTest::addColumn<bool>("openWhileRunning");
    QTest::addColumn<bool>("openAfter");

    QTest::newRow("while it runs, following")
        << Show::WhileRunning << true << true << true << false;
    QTest::newRow("while it runs, reading above")
        << Show::WhileRunning << false << true << true << true;
    QTest::newRow("while it runs, stopped before an answer")
        << Show::WhileRunning << true << false << true << true;
    QTest::newRow("always") << Show::Always << true << true << true << true;
    QTest::newRow("never") << Show::Never << true << true << false << false;
}

void tst_ThinkingPanels::rule()
{
    QFETCH(ThinkingPanels::Show, show);
    QFETCH(bool, following);
    QFETCH(bool, answerStarts);
    QFETCH(bool, openWhileRunning);
    QFETCH(bool, openAfter);
    ThinkingPanels panels;
    panels.setShow(show);
    const Message message = thought();
    QCOMPARE(panels.isOpen(message, 0, true), openWhileRunning);
    panels.ended(message.id, 0, answerStarts, following);
    QCOMPARE(panels.isOpen(message, 0, false), openAfter);
}

void tst_ThinkingPanels::theReadersChoiceStays()
{
    ThinkingPanels panels;
    Message message = thought();
    panels.choose(message, 0, false);
    QVERIFY(!panels.isOpen(message, 0, true));
    panels.choose(message, 0, true);
    panels.ended(message.id, 0, true, true);
    QVERIFY(panels.isOpen(message, 0, false));
    panels.setShow(ThinkingPanels::Show::Never);
    QVERIFY(panels.isOpen(message, 0, false));
}

void tst_ThinkingPanels::aChoiceIsForOnePanel()
{
    ThinkingPanels panels;
    Message message = thought();
    Segment text;
    message.segments.push_back(text);
    message.segments.push_back(message.segments.front());
    panels.ended(message.id, 0, true, true);
    panels.choose(message, 0, true);
    // The window keeps the choice with the message, too.
    message.thinkingOpen = true;
    QVERIFY(panels.isOpen(message, 0, false));
    panels.choose(message, 2, false);
    message.thinkingOpen = false;
    QVERIFY(panels.isOpen(message, 0, false));
    QVERIFY(!panels.isOpen(message, 2, true));
}

void tst_ThinkingPanels::keptWithTheMessage()
{
    ThinkingPanels panels;
    Message message = thought();
    message.state = MessageState::Complete;
    QVERIFY(!panels.isOpen(message, 0, false));
    message.thinkingOpen = true;
    QVERIFY(panels.isOpen(message, 0, false));
    panels.choose(message, 0, false);
    QVERIFY(!panels.isOpen(message, 0, false));
    panels.forget(message.id);
    QVERIFY(panels.isOpen(message, 0, false));
}

QTEST_APPLESS_MAIN(tst_ThinkingPanels)
#include "tst_ThinkingPanels.moc"
