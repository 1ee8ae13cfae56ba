#include "Resources.h"
#include "ui/SystemAppearance.h"
#include "ui/UiTypes.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTemporaryDir>
#include <QTest>

using namespace ponder;

/// The caret of every field: seen where one types, blinks, and comes to rest.
class tst_caret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isSeenInTheFieldThatHasTheFocus();
    void blinksAndComesToRest();
    void typingShowsItAgain();
    void reducedMotionStandsStill();
    void asksForNoFramesAtRest();
    void takesTheDesktopsPace();

private:
    QQuickItem *caret(const char *field) const
    {
        auto *item = m_view->rootObject()->findChild<QQuickItem *>(QString::fromLatin1(field));
        return item->findChild<QQuickItem *>(QStringLiteral("caret"));
    }
    void set(const char *name, const QVariant &value)
    {
        m_view->rootObject()->setProperty(name, value);
    }

    std::unique_ptr<QQuickView> m_view;
};

void tst_caret::init()
{
    resources::init();
    m_view = std::make_unique<QQuickView>();
    registerUiTypes(*m_view->engine());
    QQmlComponent component(m_view->engine());
    component.setData("import QtQuick\nimport QtQuick.Templates as T\nimport Ponder\n"
                      "Item { id: root; width: 300; height: 200\n"
                      "property real motion: 1; property int blink: 20\n"
                      "Binding { target: Theme; property: 'motion'; value: root.motion }\n"
                      "Binding { target: Theme; property: 'caretBlink'; value: root.blink }\n"
                      "T.TextField { objectName: 'line'; width: 200; height: 30; focus: true\n"
                      "cursorDelegate: PCaret { objectName: 'caret'; restsAfter: 200 } }\n"
                      "T.TextArea { objectName: 'lines'; y: 40; width: 200; height: 90\n"
                      "cursorDelegate: PCaret { objectName: 'caret'; restsAfter: 200 } } }",
                      QUrl());
    auto *item = qobject_cast<QQuickItem *>(component.create());
    QVERIFY2(item, qPrintable(component.errorString()));
    m_view->setContent(QUrl(), nullptr, item);
    m_view->show();
    m_view->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void tst_caret::isSeenInTheFieldThatHasTheFocus()
{
    set("blink", 0);
    QVERIFY(caret("line")->isVisible());
    QVERIFY(!caret("lines") || !caret("lines")->isVisible());
    m_view->rootObject()->findChild<QQuickItem *>(QStringLiteral("lines"))->forceActiveFocus();
    QVERIFY(!caret("line")->isVisible());
    QVERIFY(caret("lines")->isVisible());
}

void tst_caret::blinksAndComesToRest()
{
    QSignalSpy blinked(caret("line"), &QQuickItem::visibleChanged);
    QTRY_COMPARE(blinked.count(), 10); // half a blink each 20 ms, for 200 ms
    QTest::qWait(100);                 // a pause: what is tested is that nothing happens
    QCOMPARE(blinked.count(), 10);
    QVERIFY(caret("line")->isVisible());
}

void tst_caret::typingShowsItAgain()
{
    set("blink", 60);
    QTRY_VERIFY(!caret("line")->isVisible());
    QTest::keyClick(m_view.get(), Qt::Key_A);
    QVERIFY(caret("line")->isVisible());
    QTRY_VERIFY(!caret("line")->isVisible());
}

void tst_caret::reducedMotionStandsStill()
{
    set("motion", 0);
    QSignalSpy blinked(caret("line"), &QQuickItem::visibleChanged);
    QTest::qWait(100); // a pause: what is tested is that nothing happens
    QCOMPARE(blinked.count(), 0);
    QVERIFY(caret("line")->isVisible());
}

void tst_caret::asksForNoFramesAtRest()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.json")));
    const SystemAppearance appearance(settings);
    set("blink", 0);
    m_view->rootObject()->findChild<QQuickItem *>(QStringLiteral("lines"))->forceActiveFocus();
    QTest::qWait(100); // a pause: what was to be drawn is drawn
    QSignalSpy frames(m_view.get(), &QQuickWindow::frameSwapped);
    QTest::qWait(1200); // a pause: longer than a blink of Qt's own caret
    QCOMPARE(frames.count(), 0);
}

void tst_caret::takesTheDesktopsPace()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.json")));
    const SystemAppearance first(settings);
    const SystemAppearance second(settings);
    QCOMPARE(second.caretBlink(), first.caretBlink());
    QCOMPARE(QGuiApplication::styleHints()->cursorFlashTime(), 0);
}

QTEST_MAIN(tst_caret)
#include "tst_caret.moc"
