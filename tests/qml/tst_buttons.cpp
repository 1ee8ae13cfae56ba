#include "Resources.h"
#include "ui/UiTypes.h"

#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;

/// Every kind of button does with Return, the keypad's Enter and the space bar what it does when
/// clicked.
class tst_buttons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void aSwitchTurns_data() { keysOnly(); }
    void aSwitchTurns();

private:
    static void keysOnly();
    QQuickItem *show(const QString &qml);

    QQuickView m_view;
};

void tst_buttons::keysOnly()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Enter") << Qt::Key_Enter;
    QTest::newRow("Space") << Qt::Key_Space;
}

void tst_buttons::keys_data()
{
    QTest::addColumn<QString>("qml");
    QTest::addColumn<Qt::Key>("key");
    const QStringList kinds{
        QStringLiteral("PButton { text: 'A' }"),
        QStringLiteral("PIconButton { iconName: 'copy'; tip: 'A' }"),
        QStringLiteral("TextButton { text: 'A' }"),
        QStringLiteral("BackButton { }"),
        QStringLiteral("DetailsLink { }"),
        QStringLiteral("JumpPill { shown: true }"),
        QStringLiteral("StarterRow { iconName: 'copy'; text: 'A'; hint: 'B' }"),
        QStringLiteral("ProviderTile { text: 'A' }"),
        QStringLiteral("DemoCard { }"),
    };
    for (const QString &kind : kinds) {
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
            QTest::addRow("%s %x", qPrintable(kind.section(u' ', 0, 0)), key) << kind << key;
    }
}

QQuickItem *tst_buttons::show(const QString &qml)
{
    resources::init();
    registerUiTypes(*m_view.engine());
    QQmlComponent component(m_view.engine());
    component.setData(QStringLiteral("import QtQuick\nimport Ponder\n%1").arg(qml).toUtf8(),
                      QUrl());
    QObject *made = component.create();
    if (!made)
        qWarning() << component.errorString();
    auto *item = qobject_cast<QQuickItem *>(made);
    if (!item)
        return nullptr;
    m_view.setContent(QUrl(), nullptr, item);
    m_view.show();
    if (!QTest::qWaitForWindowActive(&m_view))
        return nullptr;
    item->forceActiveFocus();
    return item;
}

void tst_buttons::keys()
{
    QFETCH(QString, qml);
    QFETCH(Qt::Key, key);
    QQuickItem *button = show(qml);
    QVERIFY(button);
    QSignalSpy clicked(button, SIGNAL(clicked()));
    QVERIFY(clicked.isValid());
    QTest::keyClick(&m_view, key);
    QCOMPARE(clicked.count(), 1);
}

void tst_buttons::aSwitchTurns()
{
    QFETCH(Qt::Key, key);
    for (const char *qml : {"PSwitch { }", "PIconButton { checkable: true; iconName: 'copy' }"}) {
        QQuickItem *button = show(QString::fromLatin1(qml));
        QVERIFY(button);
        QSignalSpy toggled(button, SIGNAL(toggled()));
        QTest::keyClick(&m_view, key);
        QCOMPARE(toggled.count(), 1);
        QVERIFY(button->property("checked").toBool());
        QTest::keyClick(&m_view, key);
        QCOMPARE(toggled.count(), 2);
        QVERIFY(!button->property("checked").toBool());
    }
}

QTEST_MAIN(tst_buttons)
#include "tst_buttons.moc"
