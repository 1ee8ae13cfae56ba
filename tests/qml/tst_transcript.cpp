#include "qml/TranscriptScene.h"

#include <QAccessible>
#include <QDir>
#include <QSignalSpy>

using namespace ponder;
using namespace ponder::test;

/// The message list as a person uses it: following, thinking panels, verbs, keys, names.
class tst_transcript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void followsGrowingText();
    void wheelTurnsFollowingOff();
    void growingTextNeverTurnsItOff();
    void reachingTheEndTurnsItOn();
    void theFirstVisibleLineStays();
    void jumpToLatest();
    void selectingHoldsTheView();
    void sendingFollowsAgain();
    void scrollBar();
    void keys();
    void thinkingClosesWhenTheAnswerStarts();
    void thinkingStaysForAReader();
    void thinkingStaysWhenTheUserOpenedIt();
    void stickyHeaderClosesThePanel();
    void longConversationOpensAtItsEnd();
    void tabbingBringsControlsIntoSight();
    void verbs();
    void editInPlace();
    void links();
    void picturesWaitForAClick();
    void tooMuchMarkupSaysSo_data();
    void tooMuchMarkupSaysSo();
    void accessibleNames();

private:
    [[nodiscard]] qreal distanceToEnd() const;
    [[nodiscard]] qreal contentY() const
    {
        return m_scene->flickable()->property("contentY").toReal();
    }
    [[nodiscard]] bool following() const { return m_scene->list()->property("following").toBool(); }
    void wheel(int notches);
    void talk(int paragraphs);
    void waitForOverflow();
    [[nodiscard]] QQuickItem *named(const QString &name) const;
    [[nodiscard]] QList<QQuickItem *> allNamed(const QString &name) const;
    void click(QQuickItem *item);

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString nameOf(QQuickItem *item)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
    return interface ? interface->text(QAccessible::Name) : QString();
}

void collect(QQuickItem *root, const QString &name, QList<QQuickItem *> &found)
{
    if (!root->isVisible())
        return;
    if (nameOf(root) == name)
        found << root;
    const auto children = root->childItems();
    for (QQuickItem *child : children)
        collect(child, name, found);
}

QString paragraphs(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text +=
            QStringLiteral(
                "Paragraph %1 has some words in it, enough for more than one line of the reading "
                "column, so that rows differ in height and the list has to guess.\n\n")
                .arg(i);
    return text;
}

} // namespace

void tst_transcript::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open(), qPrintable(m_scene->warnings.join(u'\n')));
}

void tst_transcript::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

qreal tst_transcript::distanceToEnd() const
{
    const QQuickItem *list = m_scene->flickable();
    return list->property("originY").toReal() + list->property("contentHeight").toReal() +
           list->property("bottomMargin").toReal() - list->height() -
           list->property("contentY").toReal();
}

/// Up is positive, as the wheel turns.
void tst_transcript::wheel(int notches)
{
    const QPointF place(480, 300);
    QWheelEvent event(place, m_scene->view.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_scene->view, &event);
}

void tst_transcript::talk(int count)
{
    m_scene->send(QStringLiteral("Talk"));
    m_scene->say(paragraphs(count));
    waitForOverflow();
}

/// Waits until there is more than fits and its end is shown.
void tst_transcript::waitForOverflow()
{
    QTRY_VERIFY(m_scene->flickable()->property("contentHeight").toReal() >
                m_scene->flickable()->height() + 400);
    QTRY_VERIFY(distanceToEnd() <= 1);
}

QList<QQuickItem *> tst_transcript::allNamed(const QString &name) const
{
    QList<QQuickItem *> found;
    collect(m_scene->view.contentItem(), name, found);
    return found;
}

QQuickItem *tst_transcript::named(const QString &name) const
{
    return allNamed(name).value(0);
}

void tst_transcript::click(QQuickItem *item)
{
    QVERIFY(item);
    const QPointF middle(item->width() / 2, item->height() / 2);
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier,
                      item->mapToScene(middle).toPoint());
}

void tst_transcript::followsGrowingText()
{
    talk(20);
    QVERIFY(following());
    for (int i = 0; i < 20; ++i) {
        m_scene->say(paragraphs(1));
        QTRY_VERIFY(distanceToEnd() <= 1);
    }
    m_scene->finish();
    QTRY_VERIFY(named(QStringLiteral("Regenerate")));
    QVERIFY(distanceToEnd() <= 1);
}

void tst_transcript::wheelTurnsFollowingOff()
{
    talk(20);
    wheel(1);
    QVERIFY(!following());
    QTRY_VERIFY(named(QStringLiteral("Jump to latest")));
    wheel(-1);
    QVERIFY(following());
    QTRY_VERIFY(!named(QStringLiteral("Jump to latest")));
}

void tst_transcript::growingTextNeverTurnsItOff()
{
    talk(20);
    // Far more at once than the view is high.
    m_scene->say(paragraphs(60));
    QTRY_VERIFY(distanceToEnd() <= 1);
    QVERIFY(following());
    m_scene->say(QStringLiteral("```\n") + QStringLiteral("line\n").repeated(200));
    QTRY_VERIFY(distanceToEnd() <= 1);
    QVERIFY(following());
}

void tst_transcript::reachingTheEndTurnsItOn()
{
    talk(20);
    wheel(3);
    QVERIFY(!following());
    m_scene->say(paragraphs(3));
    QTest::qWait(80); // a pause: nothing may scroll in it
    QVERIFY(!following());
    for (int i = 0; i < 40 && !following(); ++i)
        wheel(-2);
    QVERIFY(following());
    m_scene->say(paragraphs(3));
    QTRY_VERIFY(distanceToEnd() <= 1);
}

void tst_transcript::theFirstVisibleLineStays()
{
    m_scene->send(QStringLiteral("Talk"));
    m_scene->think(paragraphs(4));
    m_scene->say(paragraphs(30));
    m_scene->finish();
    QTRY_VERIFY(named(QStringLiteral("Regenerate")));
    wheel(5);
    QTest::qWait(50); // a pause: the wheel comes to rest
    // The row at the top edge, and where it stands.
    const auto topItem = [this] {
        QQuickItem *item = nullptr;
        QMetaObject::invokeMethod(m_scene->flickable(), "itemAt", Q_RETURN_ARG(QQuickItem *, item),
                                  Q_ARG(qreal, 480), Q_ARG(qreal, contentY() + 1));
        return item;
    };
    QQuickItem *first = topItem();
    QVERIFY(first);
    const int index = first->property("index").toInt();
    const qreal place = first->y() - contentY();
    // The panel above the view opens, and rows come in above: what is read does not move.
    const QString answer = m_scene->session->conversation().leafId;
    m_scene->model.toggleThinking(answer, 0);
    QTRY_VERIFY(topItem() && topItem()->property("index").toInt() == index + 4);
    QTRY_COMPARE(topItem()->y() - contentY(), place);
    m_scene->model.toggleThinking(answer, 0);
    QTRY_VERIFY(topItem() && topItem()->property("index").toInt() == index);
    QTRY_COMPARE(topItem()->y() - contentY(), place);
}

void tst_transcript::jumpToLatest()
{
    talk(60);
    for (int i = 0; i < 10; ++i)
        wheel(10);
    QTRY_VERIFY(named(QStringLiteral("Jump to latest")));
    click(named(QStringLiteral("Jump to latest")));
    QVERIFY(following());
    QTRY_VERIFY(distanceToEnd() <= 1);
    m_scene->say(paragraphs(5));
    QTRY_VERIFY(distanceToEnd() <= 1);
}

void tst_transcript::selectingHoldsTheView()
{
    talk(20);
    const QPoint from(300, 300);
    QTest::mousePress(&m_scene->view, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(&m_scene->view, from + QPoint(60, 0));
    QTest::mouseMove(&m_scene->view, from + QPoint(120, 0));
    QTRY_VERIFY(!following());
    QTest::mouseRelease(&m_scene->view, Qt::LeftButton, Qt::NoModifier, from + QPoint(120, 0));
    const qreal before = contentY();
    m_scene->say(paragraphs(5));
    QTest::qWait(100); // a pause: nothing may move in it
    QCOMPARE(contentY(), before);
}

void tst_transcript::sendingFollowsAgain()
{
    talk(30);
    m_scene->finish();
    wheel(8);
    QVERIFY(!following());
    m_scene->send(QStringLiteral("Next"));
    QVERIFY(following());
    QTRY_VERIFY(distanceToEnd() <= 1);
}

void tst_transcript::scrollBar()
{
    talk(60);
    const QPoint handle(960 - 7, 700);
    QTest::mousePress(&m_scene->view, Qt::LeftButton, Qt::NoModifier, handle);
    for (int y = 690; y >= 300; y -= 30)
        QTest::mouseMove(&m_scene->view, QPoint(handle.x(), y));
    QVERIFY(!following());
    QVERIFY(distanceToEnd() > 500);
    QTest::mouseRelease(&m_scene->view, Qt::LeftButton, Qt::NoModifier, QPoint(handle.x(), 300));
    const qreal before = contentY();
    m_scene->say(paragraphs(3));
    QTRY_VERIFY(m_scene->model.rowCount() >= 64);
    m_scene->view.grabWindow();
    QCOMPARE(contentY(), before);
    QVERIFY(!following());
}

void tst_transcript::keys()
{
    talk(60);
    m_scene->list()->forceActiveFocus();
    const qreal end = contentY();
    QTest::keyClick(&m_scene->view, Qt::Key_PageUp);
    QVERIFY(!following());
    QVERIFY(end - contentY() > 0.8 * m_scene->flickable()->height());
    QTest::keyClick(&m_scene->view, Qt::Key_PageDown);
    QTRY_VERIFY(following());
    QTest::keyClick(&m_scene->view, Qt::Key_Home);
    QVERIFY(!following());
    QTRY_COMPARE(contentY(), m_scene->flickable()->property("originY").toReal());
    QTest::keyClick(&m_scene->view, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(following());
    QTRY_VERIFY(distanceToEnd() <= 1);
}

void tst_transcript::thinkingClosesWhenTheAnswerStarts()
{
    m_scene->send(QStringLiteral("Think"));
    m_scene->think(paragraphs(3));
    QTRY_COMPARE(m_scene->model.rowCount(), 5);
    m_scene->say(QStringLiteral("So"));
    QTRY_COMPARE(m_scene->model.rowCount(), 3);
    QVERIFY(following());
}

void tst_transcript::thinkingStaysForAReader()
{
    m_scene->send(QStringLiteral("Think"));
    m_scene->think(paragraphs(20));
    QTRY_COMPARE(m_scene->model.rowCount(), 22);
    waitForOverflow();
    wheel(4);
    QVERIFY(!following());
    m_scene->say(QStringLiteral("So"));
    QTRY_COMPARE(m_scene->model.rowCount(), 23);
    // Not later either.
    m_scene->finish();
    QTRY_COMPARE(m_scene->model.rowCount(), 24);
}

void tst_transcript::thinkingStaysWhenTheUserOpenedIt()
{
    m_scene->send(QStringLiteral("Think"));
    m_scene->think(QStringLiteral("One\n\nTwo"));
    QTRY_COMPARE(m_scene->model.rowCount(), 4);
    QTRY_VERIFY(named(QStringLiteral("Thinking, 0 s, ≈ 3 tokens")));
    QQuickItem *header = named(QStringLiteral("Thinking, 0 s, ≈ 3 tokens"));
    click(header);
    QTRY_COMPARE(m_scene->model.rowCount(), 2);
    click(header);
    QTRY_COMPARE(m_scene->model.rowCount(), 4);
    m_scene->say(QStringLiteral("So"));
    m_scene->finish();
    QTRY_COMPARE(m_scene->model.rowCount(), 6);
    const Message *answer = std::as_const(*m_scene->session)
                                .conversation()
                                .message(m_scene->session->conversation().leafId);
    QCOMPARE(answer->thinkingOpen, std::optional<bool>(true));
}

void tst_transcript::stickyHeaderClosesThePanel()
{
    m_scene->send(QStringLiteral("Think"));
    m_scene->think(paragraphs(30));
    QTRY_VERIFY(distanceToEnd() <= 1 && m_scene->model.stickyRow() == 1);
    QTRY_VERIFY(!allNamed(nameOf(named(QStringLiteral("Messages")))).isEmpty());
    const auto headers = [this] {
        QList<QQuickItem *> found;
        const auto all = m_scene->view.contentItem()->findChildren<QQuickItem *>();
        for (QQuickItem *item : all) {
            if (item->isVisible() && nameOf(item).startsWith(u"Thinking, "))
                found << item;
        }
        return found;
    };
    QTRY_VERIFY(!headers().isEmpty());
    QQuickItem *sticky = headers().constLast();
    QVERIFY(sticky->mapToScene(QPointF()).y() < 12);
    click(sticky);
    QTRY_COMPARE(m_scene->model.rowCount(), 2);
    QCOMPARE(m_scene->model.stickyRow(), -1);
}

void tst_transcript::longConversationOpensAtItsEnd()
{
    for (int i = 0; i < 200; ++i) {
        m_scene->send(QStringLiteral("Question %1").arg(i));
        m_scene->say(paragraphs(12));
        m_scene->finish();
    }
    m_scene->model.setSession(nullptr);
    QCoreApplication::processEvents();
    m_scene->model.setSession(m_scene->session.get());
    Q_EMIT m_scene->chat.conversationChanged();
    waitForOverflow();
    QVERIFY(following());
    // Reading upwards over answers that are built as they come near: no jumps.
    const auto itemAt = [this](qreal y) {
        QQuickItem *item = nullptr;
        QMetaObject::invokeMethod(m_scene->flickable(), "itemAt", Q_RETURN_ARG(QQuickItem *, item),
                                  Q_ARG(qreal, 480), Q_ARG(qreal, contentY() + y));
        return item;
    };
    QTRY_VERIFY(itemAt(600));
    for (int i = 0; i < 60; ++i) {
        QTRY_VERIFY(itemAt(200));
        const QQuickItem *item = itemAt(200);
        const QPersistentModelIndex row = m_scene->model.index(item->property("index").toInt());
        const qreal place = item->y() - contentY();
        wheel(3);
        const auto placeNow = [&] {
            QQuickItem *same = nullptr;
            QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex",
                                      Q_RETURN_ARG(QQuickItem *, same), Q_ARG(int, row.row()));
            return same ? same->y() - contentY() : -1e6;
        };
        QTRY_COMPARE(placeNow(), place + 216);
    }
    QTest::keyClick(&m_scene->view, Qt::Key_Home);
    QTRY_VERIFY(m_scene->model.data(m_scene->model.index(1), TranscriptModel::RowTypeRole) !=
                QVariant(QStringLiteral("pending")));
    QTest::keyClick(&m_scene->view, Qt::Key_End);
    QTRY_VERIFY(distanceToEnd() <= 1);
}

void tst_transcript::tabbingBringsControlsIntoSight()
{
    m_scene->send(QStringLiteral("Talk"));
    m_scene->say(paragraphs(20) + QStringLiteral("```\nx\n```\n\n") + paragraphs(3));
    m_scene->finish();
    waitForOverflow();
    wheel(6);
    QVERIFY(named(QStringLiteral("Copy code")));
    const auto inSight = [](QQuickItem *item) {
        const qreal y = item->mapToScene(QPointF()).y();
        return y >= 0 && y + item->height() <= 760;
    };
    QQuickItem *copy = named(QStringLiteral("Copy code"));
    QVERIFY(!inSight(copy));
    copy->forceActiveFocus(Qt::TabFocusReason);
    QTRY_VERIFY(inSight(copy));
}

void tst_transcript::verbs()
{
    m_scene->send(QStringLiteral("Do"));
    m_scene->say(QStringLiteral("Look:\n\n```sh\nls -l\n```\n"));
    m_scene->session->stop();
    QTRY_VERIFY(named(QStringLiteral("Continue")));
    const QString answer = m_scene->session->conversation().leafId;
    click(named(QStringLiteral("Continue")));
    click(named(QStringLiteral("Regenerate")));
    click(named(QStringLiteral("Copy code")));
    click(allNamed(QStringLiteral("Copy")).constLast());
    QCOMPARE(
        m_scene->chat.calls,
        QStringList({QStringLiteral("continue ") + answer, QStringLiteral("regenerate ") + answer,
                     QStringLiteral("copyText ls -l"), QStringLiteral("copy ") + answer}));
}

void tst_transcript::editInPlace()
{
    m_scene->send(QStringLiteral("Do"));
    m_scene->say(QStringLiteral("Done"));
    m_scene->finish();
    QTRY_VERIFY(named(QStringLiteral("Edit")));
    const QString prompt =
        m_scene->model.data(m_scene->model.index(0), TranscriptModel::MessageIdRole).toString();
    click(named(QStringLiteral("Edit")));
    QTRY_VERIFY(named(QStringLiteral("Edit message")));
    QTRY_VERIFY(named(QStringLiteral("Edit message"))->hasActiveFocus());
    QTest::keyClick(&m_scene->view, Qt::Key_X);
    QTest::keyClick(&m_scene->view, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(&m_scene->view, Qt::Key_Y);
    QTest::keyClick(&m_scene->view, Qt::Key_Return);
    QTRY_COMPARE(m_scene->chat.calls,
                 QStringList(QStringLiteral("edit ") + prompt + QStringLiteral(" Dox\ny")));
    QTRY_VERIFY(!named(QStringLiteral("Edit message")));
    Q_EMIT m_scene->chat.editRequested(prompt);
    QTRY_VERIFY(named(QStringLiteral("Edit message")));
    QTest::keyClick(&m_scene->view, Qt::Key_Escape);
    QTRY_VERIFY(!named(QStringLiteral("Edit message")));
    QCOMPARE(m_scene->chat.calls.size(), 1);
}

void tst_transcript::links()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    m_scene->send(QStringLiteral("Link"));
    m_scene->say(QStringLiteral("[here is a link to click on](https://example.org/real) and text"));
    m_scene->finish();
    QTRY_COMPARE(m_scene->model.rowCount(), 3);
    QQuickItem *row = nullptr;
    QTRY_VERIFY((QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex",
                                           Q_RETURN_ARG(QQuickItem *, row), Q_ARG(int, 1)),
                 row));
    const QPoint place = row->mapToScene(QPointF(160, row->height() - 12)).toPoint();
    QTest::mouseMove(&m_scene->view, place);
    QTest::mouseMove(&m_scene->view, place + QPoint(2, 0));
    // Where it really leads is shown before it opens.
    const auto shown = [this] {
        const auto all = m_scene->view.contentItem()->findChildren<QQuickItem *>();
        return std::any_of(all.begin(), all.end(), [](QQuickItem *item) {
            return item->isVisible() &&
                   item->property("link").toString() == u"https://example.org/real";
        });
    };
    QTRY_VERIFY(shown());
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, place);
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("https://example.org/real"));
}

void tst_transcript::picturesWaitForAClick()
{
    m_scene->send(QStringLiteral("Picture"));
    // One white pixel.
    m_scene->say(QStringLiteral(
        "![dot](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4"
        "//8/AAX+Av4N70a4AAAAAElFTkSuQmCC)\n\n![cat](https://127.0.0.1:1/cat.png)"));
    m_scene->finish();
    // One that is in the answer itself is shown at once.
    QTRY_VERIFY(named(QStringLiteral("dot")));
    QCOMPARE(allNamed(QStringLiteral("Load picture")).size(), 1);
    click(allNamed(QStringLiteral("Load picture")).constFirst());
    QTRY_VERIFY_WITH_TIMEOUT(allNamed(QStringLiteral("Load picture")).isEmpty(), 10'000);
    m_scene->warnings.removeIf([](const QString &w) { return w.contains(u"no picture"); });
}

void tst_transcript::tooMuchMarkupSaysSo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("notes");

    const QString brackets = QStringLiteral("[a] ").repeated(4'000);
    QTest::newRow("usual") << QStringLiteral("Some *words*.") << 0;
    QTest::newRow("a paragraph of many parts") << brackets << 1;
    QTest::newRow("two paragraphs") << brackets + QStringLiteral("\n\n") + brackets << 2;
    QTest::newRow("a heading") << QStringLiteral("# ") + brackets << 1;
    QTest::newRow("a word between") << brackets + QStringLiteral("\n\nSome *words*.") << 1;
}

void tst_transcript::tooMuchMarkupSaysSo()
{
    QFETCH(QString, text);
    QFETCH(int, notes);
    m_scene->send(QStringLiteral("Brackets"));
    for (qsizetype at = 0; at < text.size(); at += 3'001)
        m_scene->say(text.mid(at, 3'001));
    m_scene->finish();
    QSignalSpy updated(&m_scene->model, &TranscriptModel::updated);
    QTRY_VERIFY(!updated.isEmpty());
    int found = 0;
    for (int row = 0; row < m_scene->model.rowCount(); ++row) {
        const QVariant content =
            m_scene->model.data(m_scene->model.index(row), TranscriptModel::ContentRole);
        found += content.canConvert<BlockRow>() && content.value<BlockRow>().asWritten ? 1 : 0;
    }
    QCOMPARE(found, notes);
    // The end of the first text that has one, with the note below it and room for that.
    QTest::keyClick(&m_scene->view, Qt::Key_Home);
    const auto note = [this] {
        return find(m_scene->flickable(), [](QQuickItem *item) {
            return item->property("text").toString().startsWith(u"This text is too long");
        });
    };
    for (int page = 0; page < 60 && !note() && notes > 0; ++page) {
        QTest::keyClick(&m_scene->view, Qt::Key_PageDown);
        m_scene->view.grabWindow(); // laid out
    }
    QCOMPARE(note() != nullptr, notes > 0);
    if (notes > 0) {
        QQuickItem *row = note()->parentItem();
        while (!row->property("bodyHeight").isValid())
            row = row->parentItem();
        const qreal bottom = note()->mapToItem(row, QPointF(0, note()->height())).y();
        QVERIFY(bottom <= row->height());
        QVERIFY(note()->mapToItem(row, QPointF()).y() > row->height() / 2);
    }
}

void tst_transcript::accessibleNames()
{
    m_scene->send(QStringLiteral("Names"));
    m_scene->think(QStringLiteral("Hm"));
    m_scene->clock.advance(3'000);
    m_scene->think(QStringLiteral("."));
    m_scene->say(QStringLiteral("Text\n\n```\nx\n```"));
    m_scene->finish();
    m_scene->session->regenerate(m_scene->session->conversation().leafId, m_scene->options());
    m_scene->think(QStringLiteral("Hm"));
    m_scene->clock.advance(3'000);
    m_scene->think(QStringLiteral("."));
    m_scene->say(QStringLiteral("Text\n\n```\nx\n```"));
    m_scene->finish();
    for (const char *name :
         {"Messages", "You", "Answer", "Thinking, Thought for 3 s, ≈ 1 tokens", "Copy",
          "Regenerate", "Edit", "Previous branch", "Next branch", "Copy code"})
        QTRY_VERIFY2(named(QString::fromUtf8(name)), name);
}

QTEST_MAIN(tst_transcript)
#include "tst_transcript.moc"
