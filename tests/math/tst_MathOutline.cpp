#include "math/MathOutline.h"

#include <QPainterPath>
#include <QTest>

using namespace ponder;

class tst_MathOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSamePathBack_data()
    {
        QTest::addColumn<QPainterPath>("path");
        QPainterPath path;
        QTest::newRow("nothing") << path;
        path.moveTo(3.25, -7.5);
        path.lineTo(1200, 0.125);
        QTest::newRow("line") << path;
        path.cubicTo(1, 2, 3, 4, 5, 6);
        path.quadTo(20, 30, 40, 50);
        path.closeSubpath();
        QTest::newRow("curves") << path;
        path.moveTo(100, 100);
        path.addEllipse(QPointF(400, 300), 50, 20);
        path.addRect(1, 2, 3, 4);
        QTest::newRow("several parts") << path;
        path.setFillRule(Qt::WindingFill);
        QTest::newRow("winding") << path;
    }
    void givesTheSamePathBack()
    {
        QFETCH(QPainterPath, path);
        const QPainterPath back = MathOutline(path).path();
        QCOMPARE(back.fillRule(), path.fillRule());
        QCOMPARE(back.elementCount(), path.elementCount());
        for (int i = 0; i < path.elementCount(); ++i) {
            QCOMPARE(back.elementAt(i).type, path.elementAt(i).type);
            QCOMPARE(float(back.elementAt(i).x), float(path.elementAt(i).x));
            QCOMPARE(float(back.elementAt(i).y), float(path.elementAt(i).y));
        }
        QVERIFY(MathOutline(path).size() <= path.elementCount() * 9);
    }
};

QTEST_APPLESS_MAIN(tst_MathOutline)
#include "tst_MathOutline.moc"
