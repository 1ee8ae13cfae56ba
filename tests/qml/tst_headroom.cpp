#include "ui/FollowScroll.h"
#include "ui/UiTypes.h"

#include <QQmlEngine>
#include <QQuickView>
#include <QTest>

using namespace ponder;

/// Following a text that runs past: the view moves ahead of it, and not with each line.
class tst_headroom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void movesWithEachLineWithoutIt();
    void movesAheadOnce();
    void movesAheadBetweenTwoUpdates();
    void isASmallPartOfTheView();
    void whatFitsInTheViewStays();
    void blankRoomIsUsedUpWhenTextSlowsDown();
    void blankRoomGoesWhenTheReaderLeavesIt();
    void nothingIsBlankAfterAnotherConversationOpens();

private:
    [[nodiscard]] qreal number(const char *name) const { return m_list->property(name).toReal(); }
    /// What is seen below the end of the text.
    [[nodiscard]] qreal blank() const
    {
        return number("contentY") + number("height") - number("contentHeight");
    }
    void grow(qreal height)
    {
        m_list->setProperty("contentHeight", number("contentHeight") + height);
        m_follow->layOut();
    }

    std::unique_ptr<QQuickView> m_view;
    QQuickItem *m_list = nullptr;
    FollowScroll *m_follow = nullptr;
};

void tst_headroom::init()
{
    m_view = std::make_unique<QQuickView>();
    registerUiTypes(*m_view->engine());
    QQmlComponent component(m_view->engine());
    component.setData("import QtQuick\nimport Ponder.Ui\n"
                      "Item { width: 300; height: 800\n"
                      "Flickable { id: list; objectName: 'list'; anchors.fill: parent\n"
                      "interactive: false; contentHeight: 1000 }\n"
                      "FollowScroll { objectName: 'follow'; flickable: list; jumpDuration: 0 } }",
                      QUrl());
    auto *root = qobject_cast<QQuickItem *>(component.create());
    QVERIFY2(root, qPrintable(component.errorString()));
    m_view->setContent(QUrl(), nullptr, root);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_list = root->findChild<QQuickItem *>(QStringLiteral("list"));
    m_follow = root->findChild<FollowScroll *>(QStringLiteral("follow"));
    QTRY_COMPARE(number("contentY"), 200.0);
}

void tst_headroom::movesWithEachLineWithoutIt()
{
    grow(30);
    QCOMPARE(number("contentY"), 230.0);
    QCOMPARE(blank(), 0.0);
}

void tst_headroom::movesAheadOnce()
{
    m_follow->setProperty("headroom", 150);
    grow(30);
    QCOMPARE(number("contentY"), 380.0);
    QCOMPARE(blank(), 150.0);
    for (const qreal height : {30, 20, 10}) {
        grow(height);
        QCOMPARE(number("contentY"), 380.0);
        QVERIFY(m_list->property("atYEnd").toBool());
        QVERIFY(m_follow->following());
        QVERIFY(!m_follow->awayFromEnd());
    }
    QCOMPARE(blank(), 90.0);
    grow(200); // more than there was room for
    QCOMPARE(blank(), 150.0);
}

void tst_headroom::movesAheadBetweenTwoUpdates()
{
    m_follow->setProperty("headroom", 150);
    grow(30);
    grow(120);
    QCOMPARE(number("contentY"), 380.0); // not in the same frame
    QTRY_COMPARE(blank(), 150.0);
    QCOMPARE(number("contentY"), 500.0);
    // A reader who has left the end is not brought back.
    grow(120);
    m_follow->scrollBy(-300);
    const qreal place = number("contentY");
    QTest::qWait(150); // a pause: in which the view would move
    QCOMPARE(number("contentY"), place);
}

void tst_headroom::isASmallPartOfTheView()
{
    m_follow->setProperty("headroom", 1'000);
    grow(30);
    QCOMPARE(blank(), 200.0);
}

void tst_headroom::whatFitsInTheViewStays()
{
    m_list->setProperty("contentHeight", 300);
    QTRY_COMPARE(number("contentY"), 0.0);
    m_follow->setProperty("headroom", 150);
    grow(490);
    QTest::qWait(150); // a pause: in which the view would move
    QCOMPARE(number("contentY"), 0.0);
    QCOMPARE(number("bottomMargin"), 0.0);
    grow(20); // more than fits
    QCOMPARE(number("contentY"), 160.0);
    QCOMPARE(blank(), 150.0);
}

void tst_headroom::blankRoomIsUsedUpWhenTextSlowsDown()
{
    m_follow->setProperty("headroom", 150);
    grow(30);
    m_follow->setProperty("headroom", 0);
    grow(100);
    QCOMPARE(number("contentY"), 380.0);
    QCOMPARE(blank(), 50.0);
    grow(60);
    QCOMPARE(blank(), 0.0);
    QCOMPARE(number("contentY"), 390.0);
}

void tst_headroom::blankRoomGoesWhenTheReaderLeavesIt()
{
    m_follow->setProperty("headroom", 150);
    grow(30);
    m_follow->scrollBy(-100);
    QVERIFY(!m_follow->following());
    QTRY_COMPARE(number("bottomMargin"), 50.0);
    QCOMPARE(number("contentY"), 280.0);
    m_follow->scrollBy(-100);
    QTRY_COMPARE(number("bottomMargin"), 0.0);
    m_follow->jumpToLatest();
    QCOMPARE(blank(), 0.0);
}

void tst_headroom::nothingIsBlankAfterAnotherConversationOpens()
{
    m_follow->setProperty("headroom", 150);
    grow(30);
    QCOMPARE(blank(), 150.0);
    m_list->setProperty("contentHeight", 3'000);
    m_follow->snapToLatest();
    QCOMPARE(blank(), 0.0);
}

QTEST_MAIN(tst_headroom)
#include "tst_headroom.moc"
