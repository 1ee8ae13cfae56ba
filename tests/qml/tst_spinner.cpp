#include "Resources.h"
#include "ui/UiTypes.h"

#include <QElapsedTimer>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;

/// All spinners turn together, by themselves or with the frames that text makes, and only while
/// one of them is seen.
class tst_spinner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void turnsByItself();
    void hiddenOnesCostNothing();
    void reducedMotionStandsStill();
    void stepsWithTheText();

private:
    [[nodiscard]] QVariant root(const char *name) const
    {
        return m_view->rootObject()->property(name);
    }
    void advance() { QMetaObject::invokeMethod(m_view->rootObject(), "advance"); }

    std::unique_ptr<QQuickView> m_view;
};

void tst_spinner::init()
{
    resources::init();
    m_view = std::make_unique<QQuickView>();
    registerUiTypes(*m_view->engine());
    QQmlComponent component(m_view->engine());
    component.setData("import QtQuick\nimport Ponder\n"
                      "Item { id: root; property bool shown: true; property real motion: 1\n"
                      "readonly property real angle: Spin.angle\n"
                      "readonly property int turning: Spin.shown\n"
                      "function advance() { Spin.advance(); }\n"
                      "Binding { target: Theme; property: 'motion'; value: root.motion }\n"
                      "PSpinner { running: root.shown }\n"
                      "PSpinner { x: 20; running: root.shown } }",
                      QUrl());
    auto *item = qobject_cast<QQuickItem *>(component.create());
    QVERIFY2(item, qPrintable(component.errorString()));
    m_view->setContent(QUrl(), nullptr, item);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void tst_spinner::turnsByItself()
{
    QCOMPARE(root("turning").toInt(), 2);
    QSignalSpy turned(m_view->rootObject(), SIGNAL(angleChanged()));
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY(turned.count() >= 5);
    QVERIFY(time.elapsed() >= 350); // a tenth of a second each, however many there are
}

void tst_spinner::hiddenOnesCostNothing()
{
    m_view->rootObject()->setProperty("shown", false);
    QCOMPARE(root("turning").toInt(), 0);
    const qreal before = root("angle").toReal();
    advance();
    QTest::qWait(250); // a pause: what is tested is that nothing happens
    advance();
    QCOMPARE(root("angle").toReal(), before);
    m_view->rootObject()->setProperty("shown", true);
    QTRY_VERIFY(root("angle").toReal() != before);
}

void tst_spinner::reducedMotionStandsStill()
{
    m_view->rootObject()->setProperty("motion", 0);
    QCOMPARE(root("turning").toInt(), 0);
}

void tst_spinner::stepsWithTheText()
{
    QSignalSpy turned(m_view->rootObject(), SIGNAL(angleChanged()));
    QTRY_VERIFY(turned.count() >= 1);
    // Right after a step there is nothing to do; text that comes often makes no more steps of it.
    QElapsedTimer time;
    time.start();
    turned.clear();
    while (time.elapsed() < 1000) {
        advance();
        QTest::qWait(5); // a pause: between two pieces of text
    }
    QVERIFY2(turned.count() >= 7 && turned.count() <= 17,
             qPrintable(QString::number(turned.count())));
}

QTEST_MAIN(tst_spinner)
#include "tst_spinner.moc"
