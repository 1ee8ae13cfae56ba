#include "qml/TranscriptScene.h"

using namespace ponder;
using namespace ponder::test;

/// Rows of each type are made once before they are needed; nobody notices.
class tst_rehearsal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onceUnseen();
};

void tst_rehearsal::onceUnseen()
{
    TranscriptScene scene;
    QVERIFY2(scene.open(), qPrintable(scene.warnings.join(u'\n')));
    QQuickItem *rehearsal = nullptr;
    const auto items = scene.list()->childItems();
    for (QQuickItem *item : items) {
        if (QByteArray(item->metaObject()->className()).startsWith("Rehearsal"))
            rehearsal = item;
    }
    QVERIFY(rehearsal);
    QCOMPARE(rehearsal->property("next").toInt(), 0); // not before something is sent
    scene.send(QStringLiteral("Hello"));
    QTRY_VERIFY(rehearsal->property("next").toInt() > 5);
    QTRY_VERIFY(!rehearsal->property("running").toBool());
    const int made = rehearsal->property("next").toInt();
    QVERIFY(!rehearsal->isVisible());
    QTRY_VERIFY(rehearsal->childItems().isEmpty());
    scene.finish();
    scene.send(QStringLiteral("Again"));
    QVERIFY(!rehearsal->property("running").toBool());
    QCOMPARE(rehearsal->property("next").toInt(), made);
    scene.finish();
    QCOMPARE(scene.warnings, QStringList());
}

QTEST_MAIN(tst_rehearsal)
#include "tst_rehearsal.moc"
