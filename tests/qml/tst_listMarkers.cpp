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
    void standBesideWhatTheItemBeginsWith_data();
    void standBesideWhatTheItemBeginsWith();
};

namespace {

QQuickItem *rowOf(const TranscriptScene &scene, int index)
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(scene.flickable(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item),
                              Q_ARG(int, index));
    return item;
}

/// How far below the upper edge of the marker in `row` the baseline of the first line in `text` is.
qreal distance(QQuickItem *row, QQuickItem *text)
{
    QQuickItem *marker = find(row, [](QQuickItem *item) {
        return QString::fromLatin1(item->metaObject()->className()).startsWith("ListMarker"_L1);
    });
    QQuickItem *edit =
        find(text, [](QQuickItem *item) { return item->inherits("QQuickTextEdit"); });
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
    const auto row = [&](int index) { return rowOf(scene, index); };
    QTRY_VERIFY(row(1) && row(2));
    QTRY_VERIFY_WITH_TIMEOUT(row(1)->height() > row(2)->height() + 10, 30'000);
    scene.view.grabWindow();
    const qreal high = distance(row(1), row(1));
    const qreal usual = distance(row(2), row(2));
    QVERIFY2(std::abs(high - usual) <= 1, qPrintable(u"%1 %2"_s.arg(high).arg(usual)));
    QVERIFY(!scene.shot(u"marker-"_s + QString::fromLatin1(QTest::currentDataTag())).isNull());
    QCOMPARE(scene.warnings, QStringList());
}

void tst_listMarkers::standBesideWhatTheItemBeginsWith_data()
{
    QTest::addColumn<QString>("pieces"); // of the answer, divided by "|"

    QTest::newRow("a quote") << u"1.| > quoted\n2. plain"_s;
    QTest::newRow("a list") << u"1.| - nested\n2. plain"_s;
    QTest::newRow("a quote of Chinese") << u"-| > 引用\n- 普通"_s;
    QTest::newRow("a quote on the next line") << u"1.|\n   > quoted\n2. plain"_s;
}

void tst_listMarkers::standBesideWhatTheItemBeginsWith()
{
    QFETCH(QString, pieces);
    TranscriptScene scene;
    QVERIFY2(scene.open({960, 600}), qPrintable(scene.warnings.join(u'\n')));
    scene.send(u"Question"_s);
    // Alone it takes a line, until something begins beside it.
    scene.say(pieces.section(u'|', 0, 0));
    QTRY_COMPARE(scene.model.rowCount(), 2);
    QTRY_VERIFY(rowOf(scene, 1) && rowOf(scene, 1)->property("bodyHeight").toReal() > 10);
    scene.say(pieces.section(u'|', 1));
    scene.finish();
    QTRY_COMPARE(scene.model.rowCount(), 5);
    const auto row = [&](int index) { return rowOf(scene, index); };
    QTRY_VERIFY(row(1) && row(2) && row(3));
    QCOMPARE(row(1)->property("bodyHeight").toReal(), 0.0);
    scene.view.grabWindow();
    QCOMPARE(row(2)->y(), row(1)->y() + row(1)->height());
    const qreal beside = distance(row(1), row(2));
    const qreal usual = distance(row(3), row(3));
    QVERIFY2(std::abs(beside - usual) <= 1.5, qPrintable(u"%1 %2"_s.arg(beside).arg(usual)));
    QCOMPARE(scene.warnings, QStringList());
}

QTEST_MAIN(tst_listMarkers)
#include "tst_listMarkers.moc"
