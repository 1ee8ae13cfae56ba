#include "qml/TranscriptScene.h"
#include "ui/BlockDocument.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Bullets, numbers and boxes beside the first line of their item.
class tst_listMarkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standOnTheBaselineOfAHighLine_data();
    void standOnTheBaselineOfAHighLine();
};

namespace {

/// How far below the marker's upper edge the baseline of the first line is.
qreal distance(QQuickItem *row)
{
    QQuickItem *marker = find(row, [](QQuickItem *item) {
        return QString::fromLatin1(item->metaObject()->className()).startsWith("ListMarker"_L1);
    });
    QQuickItem *edit = find(row, [](QQuickItem *item) { return item->inherits("QQuickTextEdit"); });
    auto *document = edit ? edit->findChild<BlockDocument *>() : nullptr;
    if (!marker || !document)
        return -1;
    const QTextLine line = document->document()->textDocument()->firstBlock().layout()->lineAt(0);
    const qreal baseline = edit->property("topPadding").toReal() + line.y() + line.ascent();
    return edit->mapToItem(marker, QPointF(0, baseline)).y();
}

} // namespace

void tst_listMarkers::standOnTheBaselineOfAHighLine_data()
{
    QTest::addColumn<QString>("markers"); // of the two items, divided by "/"

    QTest::newRow("bullet") << u"- /- "_s;
    QTest::newRow("number") << u"1. /2. "_s;
    QTest::newRow("box") << u"- [ ] /- [x] "_s;
}

void tst_listMarkers::standOnTheBaselineOfAHighLine()
{
    QFETCH(QString, markers);
    TranscriptScene scene;
    QVERIFY2(scene.open({960, 600}), qPrintable(scene.warnings.join(u'\n')));
    scene.send(u"Question"_s);
    scene.say(markers.section(u'/', 0, 0) + u"So $\\dfrac{\\dfrac{a}{b}}{c}$ is high\n"_s +
              markers.section(u'/', 1, 1) + u"and this is not"_s);
    scene.finish();
    QTRY_COMPARE(scene.model.rowCount(), 4);
    const auto row = [&](int index) {
        QQuickItem *item = nullptr;
        QMetaObject::invokeMethod(scene.flickable(), "itemAtIndex",
                                  Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, index));
        return item;
    };
    QTRY_VERIFY(row(1) && row(2));
    QTRY_VERIFY_WITH_TIMEOUT(row(1)->height() > row(2)->height() + 10, 30'000);
    scene.view.grabWindow();
    QVERIFY2(std::abs(distance(row(1)) - distance(row(2))) <= 1,
             qPrintable(u"%1 %2"_s.arg(distance(row(1))).arg(distance(row(2)))));
    QVERIFY(!scene.shot(u"marker-"_s + QString::fromLatin1(QTest::currentDataTag())).isNull());
    QCOMPARE(scene.warnings, QStringList());
}

QTEST_MAIN(tst_listMarkers)
#include "tst_listMarkers.moc"
