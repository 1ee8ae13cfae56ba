#include "ui/TranscriptText.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_TranscriptText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speed_data();
    void speed();
};

void tst_TranscriptText::speed_data()
{
    QTest::addColumn<int>("firstTokenMs");
    QTest::addColumn<int>("totalMs");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<QString>("said");
    QTest::newRow("counted from the first token on") << 1'000 << 3'000 << 120 << u"60 tok/s"_s;
    QTest::newRow("slow") << 0 << 10'000 << 15 << u"1.5 tok/s"_s;
    QTest::newRow("all at once") << 2'000 << 2'001 << 3'400 << QString();
    QTest::newRow("not reported") << 0 << 1'000 << 0 << QString();
    QTest::newRow("not ended") << 0 << -1 << 10 << QString();
}

void tst_TranscriptText::speed()
{
    QFETCH(int, firstTokenMs);
    QFETCH(int, totalMs);
    QFETCH(int, tokens);
    Message answer;
    answer.timings.firstTokenMs = firstTokenMs;
    answer.timings.totalMs = totalMs;
    if (tokens > 0)
        answer.usage.completionTokens = tokens;
    QTEST(TranscriptText::speed(answer), "said");
}

QTEST_MAIN(tst_TranscriptText)
#include "tst_TranscriptText.moc"
