#include "qml/TranscriptScene.h"
#include "ui/LinkRing.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Links by keyboard.
class tst_linkWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tabWalksAndGoesOn();
    void shiftTabAndEscape();
    void enterOpensThroughTheQuestion();
    void theRingIsAroundEachLine();
    void beginsWithWhatIsInSight();
    void scrollsAlong();
    void staysWithItsLinkWhileTextArrives();
    void otherKeysStillWork();
    void citations();
    void withoutLinksTabIsAsBefore();

private:
    void answer(const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// "Link name → url" of what has the focus.
    [[nodiscard]] QString focused() const;
    [[nodiscard]] LinkRing *ring() const;
    [[nodiscard]] QRectF ringInView() const;
    [[nodiscard]] QString hint() const;

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString numbered(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"Paragraph %1 of many.\n\n"_s.arg(i);
    return text;
}

} // namespace

void tst_linkWalk::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 600}), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->list()->forceActiveFocus();
}

void tst_linkWalk::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

void tst_linkWalk::answer(const QString &text)
{
    m_scene->send(u"Question"_s);
    m_scene->say(text);
    m_scene->finish();
    QTRY_VERIFY(m_scene->model.rowCount() > 2);
    m_scene->view.grabWindow(); // laid out
    m_scene->view.grabWindow();
}

void tst_linkWalk::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&m_scene->view, key, modifiers);
}

QString tst_linkWalk::focused() const
{
    QQuickItem *item = m_scene->view.activeFocusItem();
    QAccessibleInterface *interface = item ? QAccessible::queryAccessibleInterface(item) : nullptr;
    if (!interface || interface->role() != QAccessible::Link)
        return {};
    return interface->text(QAccessible::Name) + u" → "_s + item->property("url").toString();
}

LinkRing *tst_linkWalk::ring() const
{
    return qobject_cast<LinkRing *>(find(m_scene->view.contentItem(), [](QQuickItem *item) {
        return qobject_cast<LinkRing *>(item) != nullptr;
    }));
}

QRectF tst_linkWalk::ringInView() const
{
    LinkRing *item = ring();
    return item ? item->parentItem()->mapRectToItem(m_scene->flickable(), item->area()) : QRectF();
}

QString tst_linkWalk::hint() const
{
    QQuickItem *item = find(m_scene->view.contentItem(), [](QQuickItem *i) {
        return QString::fromLatin1(i->metaObject()->className()).startsWith("LinkHint"_L1);
    });
    QQuickItem *label = item ? item->childItems().constFirst() : nullptr;
    return label ? label->property("text").toString() : QString();
}

void tst_linkWalk::tabWalksAndGoesOn()
{
    answer(u"[one](https://e.org/1) and [two](https://e.org/2)\n\n- [three](https://e.org/3)"_s);
    QVERIFY(!ring());
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"one → https://e.org/1"_s);
    QVERIFY(ring());
    QCOMPARE(hint(), u"https://e.org/1"_s);
    QVERIFY(!m_scene->shot(u"link-walk"_s).isNull());
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"two → https://e.org/2"_s);
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"three → https://e.org/3"_s);
    QCOMPARE(hint(), u"https://e.org/3"_s);
    // Behind the last one comes what came behind the list before: the actions of the messages.
    key(Qt::Key_Tab);
    QCOMPARE(focused(), QString());
    QVERIFY(!ring());
    QCOMPARE(hint(), QString());
    QQuickItem *item = m_scene->view.activeFocusItem();
    QVERIFY(item && item->activeFocusOnTab());
    QVERIFY(m_scene->flickable()->isAncestorOf(item));
}

void tst_linkWalk::shiftTabAndEscape()
{
    answer(u"[one](https://e.org/1) and [two](https://e.org/2)"_s);
    key(Qt::Key_Tab);
    key(Qt::Key_Tab);
    key(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(focused(), u"one → https://e.org/1"_s);
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_scene->view.activeFocusItem(), m_scene->flickable());
    QVERIFY(!ring());
    key(Qt::Key_Tab);
    key(Qt::Key_Tab);
    key(Qt::Key_Escape);
    QCOMPARE(m_scene->view.activeFocusItem(), m_scene->flickable());
    QVERIFY(!ring());
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, QPoint(10, 300));
    QCOMPARE(m_scene->view.activeFocusItem(), m_scene->flickable());
}

void tst_linkWalk::enterOpensThroughTheQuestion()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(u"[honest](https://e.org/1) and [https://paypal.com](https://evil.example/x)"_s);
    key(Qt::Key_Tab);
    key(Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), u"https://e.org/1"_s);
    key(Qt::Key_Tab);
    key(Qt::Key_Enter);
    QCOMPARE(opened.count(), 1);
    const auto question = [this] {
        return find(m_scene->view.contentItem(), [](QQuickItem *item) {
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
            return interface && interface->text(QAccessible::Name) == u"Open evil.example?"_s;
        });
    };
    QTRY_VERIFY(question());
    QTRY_VERIFY(m_scene->view.activeFocusItem()->property("text") == u"Cancel"_s);
    key(Qt::Key_Escape);
    QTRY_VERIFY(!question());
    // The keyboard is where it was.
    QTRY_COMPARE(focused(), u"https://paypal.com → https://evil.example/x"_s);
    QVERIFY(ring());
    QCOMPARE(opened.count(), 1);
}

void tst_linkWalk::theRingIsAroundEachLine()
{
    const QString name = u"a very long name of a link that goes on and on "_s.repeated(3).trimmed();
    answer(u"Some words before "_s + u'[' + name + u"](https://e.org/1) and after"_s);
    key(Qt::Key_Tab);
    QVERIFY(ring());
    QCOMPARE(ring()->lines().size(), size_t(2));
    const QRectF first = ring()->lines()[0];
    const QRectF second = ring()->lines()[1];
    QVERIFY(first.left() > 50);
    QVERIFY(second.left() < 5);
    QVERIFY(first.bottom() <= second.top());
    const QImage wide = m_scene->shot(u"link-walk-two-lines"_s);
    QVERIFY(!wide.isNull());
    // What is set anew keeps its ring in its place.
    m_scene->view.resize(500, 600);
    QTRY_VERIFY(ring() && ring()->lines().size() > 2);
}

void tst_linkWalk::beginsWithWhatIsInSight()
{
    answer(u"[first](https://e.org/1)\n\n"_s + numbered(40) + u"[middle](https://e.org/2)\n\n"_s +
           numbered(40) + u"[last](https://e.org/3)"_s);
    key(Qt::Key_End);
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"last → https://e.org/3"_s);
    // Back goes over the answer, also to what was not built.
    key(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(focused(), u"middle → https://e.org/2"_s);
    QTRY_VERIFY(QRectF(0, 0, 960, 600).contains(ringInView()));
}

void tst_linkWalk::scrollsAlong()
{
    answer(u"[first](https://e.org/1)\n\n"_s + numbered(60) + u"[second](https://e.org/2)\n\n"_s +
           numbered(60));
    key(Qt::Key_Home);
    m_scene->view.grabWindow();
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"first → https://e.org/1"_s);
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"second → https://e.org/2"_s);
    QTRY_VERIFY(QRectF(0, 0, 960, 600).contains(ringInView()));
    QVERIFY(!m_scene->list()->property("following").toBool());
    // Scrolled away and back, the ring is there again.
    key(Qt::Key_Home);
    QTRY_VERIFY(!ring());
    QCOMPARE(focused(), u"second → https://e.org/2"_s);
    key(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(focused(), u"first → https://e.org/1"_s);
    QTRY_VERIFY(QRectF(0, 0, 960, 600).contains(ringInView()));
}

void tst_linkWalk::staysWithItsLinkWhileTextArrives()
{
    m_scene->send(u"Question"_s);
    m_scene->say(u"See [one](https://e.org/1) and"_s);
    QTRY_VERIFY(m_scene->model.rowCount() > 1);
    m_scene->view.grabWindow();
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"one → https://e.org/1"_s);
    m_scene->say(u" [two](https://e.org/2).\n\nMore text, more text."_s);
    QTRY_COMPARE(m_scene->model.rowCount(), 3);
    m_scene->view.grabWindow();
    QCOMPARE(focused(), u"one → https://e.org/1"_s);
    QVERIFY(ring());
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"two → https://e.org/2"_s);
    // Another conversation: there is nothing to stay at.
    m_scene->model.setSession(nullptr);
    QTRY_COMPARE(m_scene->view.activeFocusItem(), m_scene->flickable());
    QVERIFY(!ring());
}

void tst_linkWalk::otherKeysStillWork()
{
    answer(u"[first](https://e.org/1)\n\n"_s + numbered(80));
    key(Qt::Key_Home);
    m_scene->view.grabWindow();
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"first → https://e.org/1"_s);
    const qreal before = m_scene->flickable()->property("contentY").toReal();
    key(Qt::Key_PageDown);
    QVERIFY(m_scene->flickable()->property("contentY").toReal() > before + 200);
    QCOMPARE(focused(), u"first → https://e.org/1"_s);
}

void tst_linkWalk::citations()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(u"Yes[citation:3] and [a](https://e.org/1)"_s);
    key(Qt::Key_Tab);
    QVERIFY(focused().startsWith("Source 3"_L1));
    QVERIFY(hint().startsWith("Source 3"_L1));
    QVERIFY(ringInView().width() > 10);
    key(Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    key(Qt::Key_Tab);
    QCOMPARE(focused(), u"a → https://e.org/1"_s);
}

void tst_linkWalk::withoutLinksTabIsAsBefore()
{
    answer(u"No link here"_s);
    key(Qt::Key_Tab);
    QQuickItem *item = m_scene->view.activeFocusItem();
    QVERIFY(item && item->activeFocusOnTab() && item != m_scene->list());
}

QTEST_MAIN(tst_linkWalk)
#include "tst_linkWalk.moc"
