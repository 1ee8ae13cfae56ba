#include "chat/TokenEstimate.h"

#include <QTest>

using namespace ponder;

class tst_TokenEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimate_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("empty") << "" << qint64(0);
        QTest::newRow("one letter") << "a" << qint64(1);
        QTest::newRow("ten letters") << "abcdefghij" << qint64(3);
        QTest::newRow("ten Han characters") << QStringLiteral("我们今天一起学习数学") << qint64(6);
    }
    void estimate()
    {
        QFETCH(QString, text);
        QFETCH(qint64, tokens);
        QCOMPARE(estimateTokens(text), tokens);
    }
};

QTEST_GUILESS_MAIN(tst_TokenEstimate)
#include "tst_TokenEstimate.moc"
