#include "ui/UiTypes.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTcpServer>
#include <QTest>

using namespace ponder;

class tst_SealedNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSent_data();
    void nothingIsSent();
};

void tst_SealedNetwork::nothingIsSent_data()
{
    QTest::addColumn<QString>("qml");
    QTest::addColumn<int>("failed"); // of the property `status`
    QTest::newRow("picture") << QStringLiteral("Image { source: '%1/x.png' }") << 3;
    QTest::newRow("font") << QStringLiteral(
                                 "Item { property int status: f.status; FontLoader { id: f; "
                                 "source: '%1/x.ttf' } }")
                          << 3;
    QTest::newRow("request") << QStringLiteral(
                                    "Item { id: i; property int status: 0; Component.onCompleted: "
                                    "{ const r = new XMLHttpRequest(); r.onreadystatechange = () "
                                    "=> { if (r.readyState === 4) i.status = r.status === 0 ? 3 : "
                                    "1 }; r.open('GET', '%1/x'); r.send() } }")
                             << 3;
}

void tst_SealedNetwork::nothingIsSent()
{
    QFETCH(QString, qml);
    QFETCH(int, failed);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QQmlEngine engine;
    registerUiTypes(engine);
    QQmlComponent component(&engine);
    const QString address = QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
    component.setData(QStringLiteral("import QtQuick\n%1").arg(qml.arg(address)).toUtf8(), QUrl());
    const std::unique_ptr<QObject> made(component.create());
    QVERIFY2(made, qPrintable(component.errorString()));
    QTRY_COMPARE(made->property("status").toInt(), failed);
    QVERIFY(!server.hasPendingConnections());
}

QTEST_MAIN(tst_SealedNetwork)
#include "tst_SealedNetwork.moc"
