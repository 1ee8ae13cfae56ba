#include "qml/WindowFixture.h"

#include <QInputMethodEvent>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ponder {

/// Typing, sending and what an input method may and may not cause.
class tst_composer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enterKeys_data();
    void enterKeys();
    void neverSendsWhileComposing_data();
    void neverSendsWhileComposing();
    void placeholderHidesWhileComposing();
    void draftIsNotSavedWhileComposing();
    void escapeBelongsToTheInputMethod();
    void escapeStopsTheAnswer();
    void writingWhileAnAnswerRuns();
    void sendButtonBecomesStop();
    void upInEmptyComposerEdits();
    void tabLeaves();
    void growsToTenLines();
    void undoTakesBackTypingOnly();
    void modelMenuChooses();
    void effortMenuChooses();
    void effortGoesInNarrowWindows();
    void namesAreThere();

private:
    QQuickItem *field() const { return m_window->window()->activeFocusItem(); }
    QString text() const { return field()->property("text").toString(); }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::keyClick(m_window->window(), c.toLatin1());
    }
    void compose(const QString &preedit, const QString &commit = {}) const
    {
        QInputMethodEvent event(preedit, {});
        if (!commit.isEmpty())
            event.setCommitString(commit);
        QCoreApplication::sendEvent(field(), &event);
    }
    fakes::Shell &shell() const { return m_window->shell; }
    ChatController &chat() const { return *m_window->shell.app().chat(); }

    std::unique_ptr<fakes::WindowFixture> m_window;
};

void tst_composer::init()
{
    m_window = std::make_unique<fakes::WindowFixture>();
    shell().chooseOpenRouter();
    (void)shell().settings().set(u"appearance.reduce_motion"_s, true);
    QVERIFY(m_window->open());
    QTRY_VERIFY(m_window->window()->isActive());
    QTRY_VERIFY(field() && fakes::WindowFixture::nameOf(field()) == "Message"_L1);
}

void tst_composer::cleanup()
{
    QCOMPARE(m_window->warnings, QStringList());
    m_window.reset();
}

void tst_composer::enterKeys_data()
{
    QTest::addColumn<QString>("sendKey");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("sends");
    const auto add = [](const char *name, const char *sendKey, Qt::Key key,
                        Qt::KeyboardModifiers modifiers, bool sends) {
        QTest::newRow(name) << QString::fromLatin1(sendKey) << int(key) << int(modifiers) << sends;
    };
    add("Enter", "enter", Qt::Key_Return, Qt::NoModifier, true);
    add("keypad Enter", "enter", Qt::Key_Enter, Qt::KeypadModifier, true);
    add("Shift+Enter", "enter", Qt::Key_Return, Qt::ShiftModifier, false);
    add("Ctrl+Enter", "enter", Qt::Key_Return, Qt::ControlModifier, false);
    add("swapped, Enter", "ctrl_enter", Qt::Key_Return, Qt::NoModifier, false);
    add("swapped, keypad Enter", "ctrl_enter", Qt::Key_Enter, Qt::KeypadModifier, false);
    add("swapped, Shift+Enter", "ctrl_enter", Qt::Key_Return, Qt::ShiftModifier, false);
    add("swapped, Ctrl+Enter", "ctrl_enter", Qt::Key_Return, Qt::ControlModifier, true);
}

void tst_composer::enterKeys()
{
    QFETCH(QString, sendKey);
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(bool, sends);
    QVERIFY(shell().settings().set(u"composer.send_key"_s, sendKey).ok());
    type(u"hello"_s);
    QTest::keyClick(m_window->window(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(shell().backend.requests.size(), std::size_t(sends ? 1 : 0));
    QCOMPARE(text(), sends ? QString() : u"hello\n"_s);
    if (sends)
        QCOMPARE(shell().backend.request().messages.back().content, u"hello"_s);
}

void tst_composer::neverSendsWhileComposing_data()
{
    QTest::addColumn<QString>("sendKey");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("Enter") << u"enter"_s << int(Qt::Key_Return) << int(Qt::NoModifier);
    QTest::newRow("keypad") << u"enter"_s << int(Qt::Key_Enter) << int(Qt::KeypadModifier);
    QTest::newRow("Ctrl+Enter") << u"ctrl_enter"_s << int(Qt::Key_Return)
                                << int(Qt::ControlModifier);
}

void tst_composer::neverSendsWhileComposing()
{
    QFETCH(QString, sendKey);
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QVERIFY(shell().settings().set(u"composer.send_key"_s, sendKey).ok());
    type(u"a"_s);
    compose(u"ni hao"_s);
    QTest::keyClick(m_window->window(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(shell().backend.requests.size(), std::size_t(0));
    QCOMPARE(text(), u"a"_s); // no line break either
    compose({}, u"你好"_s);
    QCOMPARE(text(), u"a你好"_s);
    QCOMPARE(shell().backend.requests.size(), std::size_t(0));
    QTest::keyClick(m_window->window(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(shell().backend.requests.size(), std::size_t(1));
    QCOMPARE(shell().backend.request().messages.back().content, u"a你好"_s);
}

void tst_composer::placeholderHidesWhileComposing()
{
    const auto placeholder = [&] {
        for (QQuickItem *child : field()->childItems()) {
            if (child->isVisible() && !child->property("text").toString().isEmpty())
                return child->property("text").toString();
        }
        return QString();
    };
    QVERIFY(!placeholder().isEmpty());
    compose(u"n"_s);
    QCOMPARE(placeholder(), QString());
    compose(QString());
    QVERIFY(!placeholder().isEmpty());
    type(u"x"_s);
    QCOMPARE(placeholder(), QString());
}

void tst_composer::draftIsNotSavedWhileComposing()
{
    type(u"a"_s);
    QCOMPARE(chat().draft(), u"a"_s);
    compose(u"ni"_s);
    QCOMPARE(chat().draft(), u"a"_s);
    compose({}, u"你"_s);
    QCOMPARE(chat().draft(), u"a你"_s);
}

void tst_composer::escapeBelongsToTheInputMethod()
{
    QVERIFY(chat().send(u"question"_s));
    compose(u"ni"_s);
    m_window->press(Qt::Key_Escape);
    QVERIFY(chat().busy());
    compose(QString());
    m_window->press(Qt::Key_Escape);
    QVERIFY(!chat().busy());
}

void tst_composer::escapeStopsTheAnswer()
{
    type(u"question"_s);
    m_window->press(Qt::Key_Return);
    QVERIFY(chat().busy());
    shell().backend.turn()->say({TextDelta{u"half"_s}});
    m_window->press(Qt::Key_Escape);
    QVERIFY(!chat().busy());
    const Message *answer = chat().session()->conversation().message(chat().lastAnswerId());
    QCOMPARE(answer->text(), u"half"_s);
    QCOMPARE(answer->state, MessageState::Stopped);
}

void tst_composer::writingWhileAnAnswerRuns()
{
    type(u"one"_s);
    m_window->press(Qt::Key_Return);
    type(u"two"_s);
    m_window->press(Qt::Key_Return); // waits
    QCOMPARE(text(), u"two"_s);
    QCOMPARE(shell().backend.requests.size(), std::size_t(1));
    shell().backend.turn()->say({TextDelta{u"answer"_s}});
    shell().backend.turn()->end();
    m_window->press(Qt::Key_Return);
    QCOMPARE(shell().backend.requests.size(), std::size_t(2));
    QCOMPARE(text(), QString());
}

void tst_composer::sendButtonBecomesStop()
{
    QQuickItem *send = m_window->byName(u"Send"_s);
    QVERIFY(send);
    QVERIFY(!send->isEnabled());
    type(u"question"_s);
    QVERIFY(send->isEnabled());
    m_window->click(send);
    QVERIFY(chat().busy());
    QQuickItem *stop = m_window->byName(u"Stop"_s);
    QVERIFY(stop);
    m_window->click(stop);
    QVERIFY(!chat().busy());
}

void tst_composer::upInEmptyComposerEdits()
{
    type(u"question"_s);
    m_window->press(Qt::Key_Return);
    shell().backend.turn()->say({TextDelta{u"answer"_s}});
    shell().backend.turn()->end();
    QSignalSpy edit(&chat(), &ChatController::editRequested);
    type(u"x"_s);
    m_window->press(Qt::Key_Up);
    QCOMPARE(edit.count(), 0);
    m_window->press(Qt::Key_Backspace);
    m_window->press(Qt::Key_Up);
    QCOMPARE(edit.count(), 1);
}

void tst_composer::tabLeaves()
{
    type(u"a"_s);
    QQuickItem *before = field();
    m_window->press(Qt::Key_Tab);
    QVERIFY(field() != before);
    QCOMPARE(before->property("text").toString(), u"a"_s);
    m_window->press(Qt::Key_Backtab);
    QCOMPARE(field(), before);
}

void tst_composer::growsToTenLines()
{
    QQuickItem *composer = m_window->byType(u"Composer"_s);
    QVERIFY(composer);
    QCOMPARE(composer->height(), 96.0);
    for (int line = 1; line <= 14; ++line) {
        type(u"x"_s);
        m_window->press(Qt::Key_Return, Qt::ShiftModifier);
        const int lines = std::min(10, line + 1);
        QTRY_COMPARE(composer->height(), 72.0 + 24 * lines);
    }
}

void tst_composer::undoTakesBackTypingOnly()
{
    type(u"one"_s);
    m_window->press(Qt::Key_Return, Qt::ShiftModifier);
    type(u"two"_s);
    QCOMPARE(text(), u"one\ntwo"_s);
    int steps = 0;
    while (!text().isEmpty() && steps < 4) { // the heights of the lines are no steps of their own
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
        ++steps;
    }
    QCOMPARE(text(), QString());
}

void tst_composer::modelMenuChooses()
{
    m_window->press(Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Search models"_s);
    type(u"qwen"_s);
    QTRY_COMPARE(shell().app().modelMenu()->count(), 1);
    m_window->press(Qt::Key_Return);
    QCOMPARE(chat().model(), u"qwen/qwen3-235b-a22b"_s);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Message"_s); // back to writing
    m_window->press(Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Search models"_s);
    m_window->press(Qt::Key_Escape);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Message"_s);
    QCOMPARE(shell().backend.requests.size(), std::size_t(0));
}

void tst_composer::effortMenuChooses()
{
    EffortController &effort = *shell().app().effort();
    const QString scope = u"openrouter/deepseek/deepseek-r1-0528"_s;
    QQuickItem *chip = m_window->byName(u"Thinking effort"_s);
    QVERIFY(chip);
    QCOMPARE(chip->property("text").toString(), effort.label());
    // Tab reaches it after the model.
    m_window->press(Qt::Key_Tab);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Model"_s);
    m_window->press(Qt::Key_Tab);
    QTRY_VERIFY(chip->hasActiveFocus());
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Always"_s); // the row of now
    for (int row = effort.currentIndex(); row + 1 < effort.choices().size(); ++row)
        m_window->press(Qt::Key_Down);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"High"_s);
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(effort.label(), u"Thinking: High"_s);
    QCOMPARE(shell().settings().effectiveSampling(scope).value(effortParameter()).toString(),
             u"high"_s);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Message"_s); // back to writing
    QVERIFY(chat().send(u"question"_s));
    QCOMPARE(shell().backend.request().parameters.value(effortParameter()).toString(), u"high"_s);

    // Escape leaves everything as it is.
    m_window->click(chip);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"High"_s);
    m_window->press(Qt::Key_Up);
    m_window->press(Qt::Key_Escape);
    QTRY_COMPARE(fakes::WindowFixture::nameOf(field()), u"Message"_s);
    QCOMPARE(effort.label(), u"Thinking: High"_s);
}

void tst_composer::effortGoesInNarrowWindows()
{
    QVERIFY(m_window->byName(u"Thinking effort"_s));
    m_window->window()->resize(700, 700);
    QTRY_VERIFY(!m_window->byName(u"Thinking effort"_s));
    m_window->window()->resize(1000, 700);
    QTRY_VERIFY(m_window->byName(u"Thinking effort"_s));
    // A model that refuses to be told has nothing to choose.
    shell().directory.list.front().unsupportedParameters = {effortParameter()};
    Q_EMIT shell().directory.profilesChanged();
    QTRY_VERIFY(!m_window->byName(u"Thinking effort"_s));
}

void tst_composer::namesAreThere()
{
    for (const QString &name :
         {u"Message"_s, u"Model"_s, u"Thinking effort"_s, u"Context used"_s, u"Send"_s})
        QVERIFY2(m_window->byName(name), qPrintable(name));
}

} // namespace ponder

QTEST_MAIN(ponder::tst_composer)
#include "tst_composer.moc"
