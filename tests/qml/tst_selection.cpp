// Long because all ways to select share one scene and the helpers that point at its characters.
#include "qml/TextItems.h"
#include "qml/TranscriptScene.h"

#include <QClipboard>
#include <QDir>
#include <QMimeData>
#include <QSignalSpy>
#include <QStyleHints>

using namespace ponder;
using namespace ponder::test;

/// Selecting in the message list by mouse and keyboard, and what is copied.
class tst_selection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void dragAcrossBlocks();
    void dragBackwards();
    void dragFromTheGap();
    void dragOverTheEdgeScrolls();
    void dragUpOverTheEdgeScrolls();
    void dragWhileTextStreams();
    void staysWhenRowsGoOutOfSight();
    void doubleClick();
    void doubleClickAndDrag();
    void tripleClick();
    void shiftClick();
    void clickClears();
    void tableCells();
    void codeAndFormulas();
    void selectAll();
    void selectAllOfALongConversation();
    void keyboard();
    void keyboardScrollsAlong();
    void escapeClears();
    void copyHasThreeFormats();
    void menu();
    void menuByKey();
    void linksStillOpen();
    void toolCalls();

private:
    void answer(const QString &markdown);
    [[nodiscard]] QQuickItem *row(int index) const;
    [[nodiscard]] QQuickItem *edit(int index, int which = 0) const;
    [[nodiscard]] QString selectedIn(int index, int which = 0) const;
    [[nodiscard]] QPoint at(int index, int offset, int which = 0) const;
    void press(const QPoint &point, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void move(const QPoint &point);
    void release(const QPoint &point);
    void drag(const QPoint &from, const QPoint &to);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ShiftModifier);
    [[nodiscard]] QString copied();
    [[nodiscard]] qreal contentY() const
    {
        return m_scene->flickable()->property("contentY").toReal();
    }
    [[nodiscard]] bool following() const { return m_scene->list()->property("following").toBool(); }

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString numbered(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("Paragraph %1 of many.\n\n").arg(i);
    return text;
}

} // namespace

void tst_selection::init()
{
    QGuiApplication::clipboard()->clear();
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open(), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->list()->forceActiveFocus();
    // A double click of the last test is over.
    QGuiApplication::styleHints()->setMouseDoubleClickInterval(400);
}

void tst_selection::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

/// Row 0 is the prompt "Ask", the blocks of the answer begin with row 1.
void tst_selection::answer(const QString &markdown)
{
    m_scene->send(QStringLiteral("Ask"));
    m_scene->say(markdown);
    m_scene->finish();
    QTRY_VERIFY(m_scene->model.rowCount() > 2);
    QTRY_VERIFY(row(m_scene->model.rowCount() - 1));
    m_scene->view.grabWindow(); // laid out
}

QQuickItem *tst_selection::row(int index) const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item),
                              Q_ARG(int, index));
    return item;
}

QQuickItem *tst_selection::edit(int index, int which) const
{
    QQuickItem *item = row(index);
    return item ? shownTexts(item).value(which) : nullptr;
}

QString tst_selection::selectedIn(int index, int which) const
{
    QQuickItem *item = edit(index, which);
    return item ? item->property("selectedText").toString() : QStringLiteral("no such text");
}

/// Where in the window a character of a text begins.
QPoint tst_selection::at(int index, int offset, int which) const
{
    QQuickItem *item = edit(index, which);
    if (!item)
        return {};
    QRectF rect;
    QMetaObject::invokeMethod(item, "positionToRectangle", Q_RETURN_ARG(QRectF, rect),
                              Q_ARG(int, offset));
    return item->mapToScene(QPointF(rect.x() + 1, rect.center().y())).toPoint();
}

void tst_selection::press(const QPoint &point, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(&m_scene->view, Qt::LeftButton, modifiers, point);
}

void tst_selection::move(const QPoint &point)
{
    QTest::mouseMove(&m_scene->view, point);
}

void tst_selection::release(const QPoint &point)
{
    QTest::mouseRelease(&m_scene->view, Qt::LeftButton, Qt::NoModifier, point);
}

void tst_selection::drag(const QPoint &from, const QPoint &to)
{
    press(from);
    move(from + (to - from) / 2);
    move(to);
    release(to);
}

void tst_selection::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&m_scene->view, key, modifiers);
}

QString tst_selection::copied()
{
    QGuiApplication::clipboard()->clear();
    key(Qt::Key_C, Qt::ControlModifier);
    return QGuiApplication::clipboard()->text();
}

void tst_selection::dragAcrossBlocks()
{
    answer(QStringLiteral("First one\n\n## Second\n\nThird one\n\nFourth"));
    drag(at(1, 6), at(3, 5));
    QCOMPARE(selectedIn(1), QStringLiteral("one"));
    QCOMPARE(selectedIn(2), QStringLiteral("Second"));
    QCOMPARE(selectedIn(3), QStringLiteral("Third"));
    QCOMPARE(selectedIn(4), QString());
    QCOMPARE(selectedIn(0), QString());
    QCOMPARE(copied(), QStringLiteral("one\n\nSecond\n\nThird"));
    QVERIFY(!following());
}

void tst_selection::dragBackwards()
{
    answer(QStringLiteral("First one\n\nSecond one"));
    drag(at(2, 6), at(0, 1));
    QCOMPARE(selectedIn(0), QStringLiteral("sk"));
    QCOMPARE(selectedIn(1), QStringLiteral("First one"));
    QCOMPARE(selectedIn(2), QStringLiteral("Second"));
    QCOMPARE(copied(), QStringLiteral("sk\n\nFirst one\n\nSecond"));
}

void tst_selection::dragFromTheGap()
{
    answer(QStringLiteral("First one\n\nSecond one\n\nThird one"));
    // In the margin beside the first block, to the gap above the third.
    drag(QPoint(20, at(1, 0).y()), row(3)->mapToScene(QPointF(300, 2)).toPoint());
    QCOMPARE(selectedIn(1), QStringLiteral("First one"));
    QCOMPARE(selectedIn(2), QStringLiteral("Second one"));
    QCOMPARE(selectedIn(3), QString());
}

void tst_selection::dragOverTheEdgeScrolls()
{
    answer(numbered(80));
    key(Qt::Key_Home, Qt::NoModifier);
    QTRY_VERIFY(edit(1));
    m_scene->view.grabWindow();
    const QPoint from = at(1, 10);
    press(from);
    move(from + QPoint(40, 0));
    const QPoint below(from.x(), 759 + 300);
    move(below);
    QTRY_VERIFY(row(80));
    QTRY_COMPARE(selectedIn(80), QStringLiteral("Paragraph 79 of many."));
    release(below);
    QVERIFY(!following());
    const QString text = copied();
    QVERIFY(text.startsWith(QStringLiteral("0 of many.\n\nParagraph 1 of many.")));
    QVERIFY(text.endsWith(QStringLiteral("Paragraph 79 of many.")));
    const qreal before = contentY();
    QTest::qWait(60); // a pause: nothing scrolls any more
    QCOMPARE(contentY(), before);
}

void tst_selection::dragUpOverTheEdgeScrolls()
{
    answer(numbered(80));
    QTRY_VERIFY(edit(80));
    const QPoint from = at(80, 12);
    press(from);
    move(from - QPoint(0, 60));
    move(QPoint(from.x(), -400));
    QTRY_VERIFY(row(0));
    QTRY_VERIFY(selectedIn(0).endsWith(QStringLiteral("k")));
    release(QPoint(from.x(), -400));
    QVERIFY(copied().endsWith(QStringLiteral("\n\nParagraph 79")));
}

void tst_selection::dragWhileTextStreams()
{
    m_scene->send(QStringLiteral("Ask"));
    m_scene->say(numbered(60) + QStringLiteral("Growing"));
    QTRY_VERIFY(edit(61));
    m_scene->view.grabWindow();
    const QPoint from = at(58, 3);
    press(from);
    move(from + QPoint(0, 30));
    QVERIFY(!following());
    const qreal before = contentY();
    m_scene->say(QStringLiteral(" tail, and **more** of it.\n\n") + numbered(20));
    QTRY_COMPARE(m_scene->model.rowCount(), 82);
    m_scene->view.grabWindow();
    QCOMPARE(contentY(), before);
    move(at(61, 12));
    release(at(61, 12));
    QCOMPARE(selectedIn(58), QStringLiteral("agraph 57 of many."));
    QCOMPARE(selectedIn(61), QStringLiteral("Growing tail"));
    // Text that grows below changes nothing, nor what grows in the last block itself.
    m_scene->say(QStringLiteral("\n\nThe end"));
    m_scene->finish();
    QTRY_VERIFY(m_scene->model.rowCount() > 83);
    m_scene->view.grabWindow();
    QCOMPARE(selectedIn(61), QStringLiteral("Growing tail"));
    QVERIFY(copied().endsWith(QStringLiteral("Paragraph 59 of many.\n\nGrowing tail")));
}

void tst_selection::staysWhenRowsGoOutOfSight()
{
    answer(numbered(150));
    QTRY_VERIFY(edit(150));
    drag(at(148, 4), at(150, 9));
    const QString before = copied();
    QCOMPARE(before.left(16), QStringLiteral("graph 147 of man"));
    key(Qt::Key_Home, Qt::NoModifier);
    QTRY_VERIFY(!row(150));
    QCOMPARE(copied(), before);
    key(Qt::Key_End, Qt::NoModifier);
    QTRY_VERIFY(edit(150));
    QCOMPARE(selectedIn(148), QStringLiteral("graph 147 of many."));
    QCOMPARE(selectedIn(149), QStringLiteral("Paragraph 148 of many."));
    QCOMPARE(selectedIn(150), QStringLiteral("Paragraph"));
}

void tst_selection::doubleClick()
{
    answer(QStringLiteral("Some words here"));
    QTest::mouseDClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, at(1, 7));
    QCOMPARE(selectedIn(1), QStringLiteral("words"));
}

void tst_selection::doubleClickAndDrag()
{
    answer(QStringLiteral("Some words here and there\n\nand more"));
    const QPoint from = at(1, 7);
    QTest::mouseDClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, from);
    press(from + QPoint(1, 0));
    release(from + QPoint(1, 0));
    // The last press was the third one; a double click that is not released drags by words.
    QCOMPARE(selectedIn(1), QStringLiteral("Some words here and there"));
    QGuiApplication::styleHints()->setMouseDoubleClickInterval(1);
    QTest::qWait(5); // a pause: the double click is over
    QGuiApplication::styleHints()->setMouseDoubleClickInterval(400);
    press(at(1, 18));
    release(at(1, 18));
    const auto send = [this](QEvent::Type type, const QPoint &point, Qt::MouseButtons buttons) {
        QMouseEvent event(type, point, m_scene->view.mapToGlobal(point),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&m_scene->view, &event);
    };
    const QPoint word = at(1, 13);
    send(QEvent::MouseButtonPress, word, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, word, Qt::NoButton);
    send(QEvent::MouseButtonPress, word, Qt::LeftButton);
    send(QEvent::MouseButtonDblClick, word, Qt::LeftButton);
    QCOMPARE(selectedIn(1), QStringLiteral("here"));
    send(QEvent::MouseMove, at(1, 22), Qt::LeftButton);
    QCOMPARE(selectedIn(1), QStringLiteral("here and there"));
    send(QEvent::MouseMove, at(1, 2), Qt::LeftButton);
    QCOMPARE(selectedIn(1), QStringLiteral("Some words here"));
    send(QEvent::MouseMove, at(2, 5), Qt::LeftButton);
    QCOMPARE(selectedIn(1), QStringLiteral("here and there"));
    QCOMPARE(selectedIn(2), QStringLiteral("and more"));
    send(QEvent::MouseButtonRelease, at(2, 5), Qt::NoButton);
}

void tst_selection::tripleClick()
{
    answer(
        QStringLiteral("Some words here, enough of them for the line to be broken in two when "
                       "the reading column is not wide enough for all of them, as it is here.\n\n"
                       "- an item"));
    const QPoint place = at(1, 7);
    QTest::mouseDClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, place);
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, place);
    QVERIFY(selectedIn(1).endsWith(QStringLiteral("as it is here.")));
    QVERIFY(selectedIn(1).startsWith(QStringLiteral("Some words")));
    QCOMPARE(selectedIn(2), QString());
}

void tst_selection::shiftClick()
{
    answer(QStringLiteral("First one\n\nSecond one\n\nThird one"));
    press(at(1, 6));
    release(at(1, 6));
    press(at(3, 5), Qt::ShiftModifier);
    release(at(3, 5));
    QCOMPARE(selectedIn(1), QStringLiteral("one"));
    QCOMPARE(selectedIn(3), QStringLiteral("Third"));
    press(at(2, 6), Qt::ShiftModifier);
    release(at(2, 6));
    QCOMPARE(selectedIn(2), QStringLiteral("Second"));
    QCOMPARE(selectedIn(3), QString());
    press(at(0, 1), Qt::ShiftModifier);
    release(at(0, 1));
    QCOMPARE(selectedIn(0), QStringLiteral("sk"));
    QCOMPARE(selectedIn(1), QStringLiteral("First "));
    QCOMPARE(selectedIn(2), QString());
}

void tst_selection::clickClears()
{
    answer(QStringLiteral("First one\n\nSecond one"));
    drag(at(1, 0), at(2, 6));
    QCOMPARE(selectedIn(2), QStringLiteral("Second"));
    press(QPoint(30, 700));
    release(QPoint(30, 700));
    QCOMPARE(selectedIn(1), QString());
    QCOMPARE(selectedIn(2), QString());
    QCOMPARE(copied(), QString());
}

void tst_selection::tableCells()
{
    answer(QStringLiteral("|a one|b two|c three|\n|-|-|-|\n|d four|e five|f six|\n|g|h|i|\n"));
    drag(at(1, 2, 1), at(1, 1, 4));
    QCOMPARE(selectedIn(1, 0), QString());
    QCOMPARE(selectedIn(1, 1), QStringLiteral("two"));
    QCOMPARE(selectedIn(1, 2), QStringLiteral("c three"));
    QCOMPARE(selectedIn(1, 3), QStringLiteral("d four"));
    QCOMPARE(selectedIn(1, 4), QStringLiteral("e"));
    QCOMPARE(selectedIn(1, 5), QString());
    QCOMPARE(copied(), QStringLiteral("\ttwo\tc three\nd four\te\t"));
    drag(at(1, 1, 3), at(1, 2, 4));
    QCOMPARE(copied(), QStringLiteral(" four\te "));
    drag(at(1, 1, 3), at(1, 4, 3));
    QCOMPARE(copied(), QStringLiteral(" fo"));
}

void tst_selection::codeAndFormulas()
{
    answer(QStringLiteral("So $x^2$ is\n\n```c\nint a;\nint b;\n```\n\n$$\ny\n$$\n\nend"));
    drag(at(1, 0), at(4, 2));
    QCOMPARE(copied(), QStringLiteral("So $x^2$ is\n\nint a;\nint b;\n\n$$\ny\n$$\n\nen"));
    drag(at(2, 4), at(2, 9));
    QCOMPARE(selectedIn(2), QStringLiteral("a;\nin"));
    QCOMPARE(copied(), QStringLiteral("a;\nin"));
    // A formula is one character, whether it is typeset yet or not.
    key(Qt::Key_Home);
    press(at(1, 0));
    release(at(1, 0));
    for (int i = 0; i < 4; ++i)
        key(Qt::Key_Right);
    QCOMPARE(copied(), QStringLiteral("So $x^2$"));
}

void tst_selection::selectAll()
{
    answer(QStringLiteral("# Head\n\n- one\n- two\n\n---\n\n> said"));
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selectedIn(0), QStringLiteral("Ask"));
    QCOMPARE(selectedIn(1), QStringLiteral("Head"));
    QCOMPARE(selectedIn(5), QStringLiteral("said"));
    QCOMPARE(copied(), QStringLiteral("Ask\n\nHead\n\n- one\n- two\n\n---\n\nsaid"));
    // All stays all while more arrives.
    m_scene->send(QStringLiteral("More"));
    m_scene->say(QStringLiteral("Yes, more"));
    QTRY_VERIFY(edit(8));
    QTRY_COMPARE(selectedIn(8), QStringLiteral("Yes, more"));
    QVERIFY(copied().endsWith(QStringLiteral("said\n\nMore\n\nYes, more")));
}

void tst_selection::selectAllOfALongConversation()
{
    for (int i = 0; i < 300; ++i) {
        m_scene->send(QStringLiteral("Question %1").arg(i));
        m_scene->say(QStringLiteral("Answer **%1**\n\n").arg(i) + numbered(6));
        m_scene->finish();
    }
    m_scene->model.setSession(nullptr);
    QCoreApplication::processEvents();
    m_scene->model.setSession(m_scene->session.get());
    Q_EMIT m_scene->chat.conversationChanged();
    QTRY_VERIFY(following());
    QTest::qWait(100); // a pause: what stands near the end has been read
    const int rows = m_scene->model.rowCount();
    QElapsedTimer timer;
    timer.start();
    key(Qt::Key_A, Qt::ControlModifier);
    const qint64 took = timer.elapsed();
    QVERIFY2(took < 100, qPrintable(QString::number(took)));
    const QString all = copied();
    QVERIFY(all.startsWith(QStringLiteral("Question 0\n\nAnswer 0\n\nParagraph 0 of many.")));
    QVERIFY(all.contains(QStringLiteral("Question 150\n\nAnswer 150\n\nParagraph 0")));
    // Old answers that were never read are in it, and still have not become rows.
    QCOMPARE(m_scene->model.rowCount(), rows);
    const QString markdown = QString::fromUtf8(
        QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("text/markdown")));
    QVERIFY(markdown.contains(QStringLiteral("Question 150\n\nAnswer **150**\n\nParagraph 0")));
}

void tst_selection::keyboard()
{
    answer(QStringLiteral("First one here\n\nSecond one"));
    press(at(1, 6));
    release(at(1, 6));
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    QCOMPARE(selectedIn(1), QStringLiteral("on"));
    key(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selectedIn(1), QStringLiteral("one"));
    key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selectedIn(1), QString());
    key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selectedIn(1), QStringLiteral("First "));
    key(Qt::Key_End);
    QCOMPARE(selectedIn(1), QStringLiteral("one here"));
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    QCOMPARE(selectedIn(2), QStringLiteral("S"));
    key(Qt::Key_Home);
    QCOMPARE(selectedIn(2), QString());
    key(Qt::Key_Up);
    QCOMPARE(selectedIn(1), QStringLiteral("First "));
    key(Qt::Key_Down);
    QCOMPARE(selectedIn(1), QStringLiteral("one here"));
    QCOMPARE(selectedIn(2), QString());
    key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selectedIn(2), QStringLiteral("Second one"));
    key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selectedIn(0), QStringLiteral("Ask"));
    QCOMPARE(selectedIn(1), QStringLiteral("First "));
    QCOMPARE(copied(), QStringLiteral("Ask\n\nFirst "));
}

void tst_selection::keyboardScrollsAlong()
{
    answer(numbered(80));
    key(Qt::Key_Home, Qt::NoModifier);
    QTRY_VERIFY(edit(1));
    m_scene->view.grabWindow();
    press(at(1, 0));
    release(at(1, 0));
    for (int i = 0; i < 79; ++i)
        key(Qt::Key_Down);
    QCOMPARE(selectedIn(79), QStringLiteral("Paragraph 78 of many."));
    QVERIFY(at(80, 0).y() > 0 && at(80, 0).y() < 760);
    QVERIFY(!row(1));
    key(Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
    QTRY_VERIFY(row(0));
    QTRY_COMPARE(selectedIn(0), QStringLiteral("Ask"));
    QCOMPARE(selectedIn(1), QString());
}

void tst_selection::escapeClears()
{
    answer(QStringLiteral("Text"));
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selectedIn(1), QStringLiteral("Text"));
    key(Qt::Key_Escape, Qt::NoModifier);
    QCOMPARE(selectedIn(1), QString());
    QCOMPARE(copied(), QString());
}

void tst_selection::copyHasThreeFormats()
{
    answer(QStringLiteral("Some **bold** text\n\n1. [one](https://e.org)\n2. two"));
    drag(at(1, 5), at(3, 3));
    key(Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), QStringLiteral("bold text\n\n1. one\n2. two"));
    QCOMPARE(QString::fromUtf8(data->data(QStringLiteral("text/markdown"))),
             QStringLiteral("**bold** text\n\n1. [one](https://e.org)\n2. two"));
    QCOMPARE(data->html(),
             QStringLiteral("<meta charset=\"utf-8\"><p><strong>bold</strong> text</p>\n"
                            "<ol>\n<li><a href=\"https://e.org\">one</a>\n</li>\n"
                            "<li>two\n</li>\n</ol>"));
}

void tst_selection::menu()
{
    answer(QStringLiteral("Some *text*\n\n- an **item** and [more of it](https://e.org/x)"));
    drag(at(1, 0), at(1, 9));
    const auto open = [this](const QPoint &point) {
        QTest::mouseClick(&m_scene->view, Qt::RightButton, Qt::NoModifier, point);
    };
    const auto item = [this](const QString &text) {
        QQuickItem *found = nullptr;
        const auto all = m_scene->view.contentItem()->findChildren<QQuickItem *>();
        for (QQuickItem *candidate : all) {
            if (candidate->isVisible() && candidate->inherits("QQuickMenuItem") &&
                candidate->property("text").toString() == text)
                found = candidate;
        }
        return found;
    };
    const auto choose = [&](const QString &text) {
        QTRY_VERIFY(item(text));
        QVERIFY(item(text)->isEnabled());
        QTRY_VERIFY(m_scene->view.activeFocusItem() != m_scene->flickable());
        QMetaObject::invokeMethod(item(text), "triggered");
        QTRY_VERIFY(!item(text));
    };
    const auto text = [] { return QGuiApplication::clipboard()->text(); };
    open(at(1, 3));
    choose(QStringLiteral("Copy as Markdown"));
    QCOMPARE(text(), QStringLiteral("Some *text*"));
    open(at(2, 3));
    choose(QStringLiteral("Copy block as Markdown"));
    QCOMPARE(text(), QStringLiteral("- an **item** and [more of it](https://e.org/x)"));
    open(at(2, 3));
    choose(QStringLiteral("Copy block as rich text"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("text/markdown")));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->html(),
             QStringLiteral("<meta charset=\"utf-8\"><ul>\n<li>an <strong>item</strong> and "
                            "<a href=\"https://e.org/x\">more of it</a>\n</li>\n</ul>"));
    open(at(2, 18));
    choose(QStringLiteral("Copy link address"));
    QCOMPARE(text(), QStringLiteral("https://e.org/x"));
    open(at(1, 1));
    QTRY_VERIFY(item(QStringLiteral("Copy message as Markdown")));
    QVERIFY(!item(QStringLiteral("Copy link address")));
    choose(QStringLiteral("Copy message as Markdown"));
    QCOMPARE(text(),
             QStringLiteral("Some *text*\n\n- an **item** and [more of it](https://e.org/x)"));
    open(at(1, 1));
    choose(QStringLiteral("Copy as rich text"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("text/markdown")));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->html(),
             QStringLiteral("<meta charset=\"utf-8\">Some <em>text</em>"));
    open(at(1, 1));
    choose(QStringLiteral("Select all"));
    QCOMPARE(selectedIn(0), QStringLiteral("Ask"));
}

void tst_selection::menuByKey()
{
    answer(QStringLiteral("Some text"));
    const auto isOpen = [this] {
        const auto all = m_scene->view.contentItem()->findChildren<QQuickItem *>();
        return std::any_of(all.begin(), all.end(), [](QQuickItem *candidate) {
            return candidate->isVisible() && candidate->inherits("QQuickMenuItem");
        });
    };
    key(Qt::Key_Right);
    QCOMPARE(selectedIn(0), QStringLiteral("A"));
    key(Qt::Key_Menu, Qt::NoModifier);
    QTRY_VERIFY(isOpen());
    QTRY_VERIFY(m_scene->view.activeFocusItem() != m_scene->flickable());
    key(Qt::Key_Escape, Qt::NoModifier);
    QTRY_VERIFY(!isOpen());
    QTRY_COMPARE(m_scene->view.activeFocusItem(), m_scene->flickable());
    QCOMPARE(selectedIn(0), QStringLiteral("A"));
    key(Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(isOpen());
}

void tst_selection::linksStillOpen()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(QStringLiteral("[here is a link](https://example.org/real) and text"));
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, at(1, 4));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("https://example.org/real"));
    // A drag that begins and ends on a link selects; so does a double click.
    drag(at(1, 2), at(1, 12));
    QCOMPARE(selectedIn(1), QStringLiteral("re is a li"));
    QCOMPARE(opened.count(), 1);
}

void tst_selection::toolCalls()
{
    m_scene->send(QStringLiteral("Ask"));
    m_scene->say(QStringLiteral("Before"));
    ToolCallDelta call;
    call.id = QStringLiteral("1");
    call.name = QStringLiteral("look");
    call.arguments = QStringLiteral("{\"a\": 1}");
    m_scene->backend.turn()->say({call});
    m_scene->finish();
    QTRY_VERIFY(m_scene->model.rowCount() >= 3);
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(copied(), QStringLiteral("Ask\n\nBefore"));
    // Its details are text like any other, from the moment they are shown.
    m_scene->model.toggleToolCall(m_scene->session->conversation().leafId, QStringLiteral("1"));
    QTRY_COMPARE(selectedIn(2), QStringLiteral("{\"a\": 1}"));
    QCOMPARE(copied(), QStringLiteral("Ask\n\nBefore\n\n{\"a\": 1}"));
    m_scene->view.grabWindow();
    drag(at(1, 2), at(2, 4));
    QCOMPARE(selectedIn(1), QStringLiteral("fore"));
    QCOMPARE(selectedIn(2), QStringLiteral("{\"a\""));
    QCOMPARE(copied(), QStringLiteral("fore\n\n{\"a\""));
}

QTEST_MAIN(tst_selection)
#include "tst_selection.moc"
