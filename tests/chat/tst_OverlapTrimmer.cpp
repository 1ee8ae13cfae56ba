#include "chat/OverlapTrimmer.h"

#include <QTest>

using namespace ponder;

class tst_OverlapTrimmer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joins_data()
    {
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("continuation");
        QTest::addColumn<QString>("added");
        QTest::newRow("goes on") << "The sum is"
                                 << " forty-two."
                                 << " forty-two.";
        QTest::newRow("repeats the last words") << "and so the sum of both sides is"
                                                << "sum of both sides is forty-two."
                                                << " forty-two.";
        QTest::newRow("repeats all") << "Therefore it holds"
                                     << "Therefore it holds for all n."
                                     << " for all n.";
        QTest::newRow("too short to be a repetition") << "one, two, one"
                                                      << "one more"
                                                      << "one more";
        QTest::newRow("nothing but repetition") << "Therefore it holds"
                                                << "it holds"
                                                << "";
        QTest::newRow("ends while undecided") << "abcdefgh abcdefgh"
                                              << "abcdefg"
                                              << "abcdefg";
        QTest::newRow("nothing before") << ""
                                        << "Hello"
                                        << "Hello";
        QTest::newRow("Chinese") << QStringLiteral("所以这个和等于四十二，因为两边")
                                 << QStringLiteral("于四十二，因为两边相等。")
                                 << QStringLiteral("相等。");
        QTest::newRow("alike, then different") << "we know that a = b and c = d"
                                               << "we know that a = b or c = d"
                                               << "we know that a = b or c = d";
    }
    void joins()
    {
        QFETCH(QString, earlier);
        QFETCH(QString, continuation);
        QFETCH(QString, added);
        for (qsizetype piece = 1; piece <= continuation.size(); ++piece) {
            OverlapTrimmer trimmer(earlier);
            QString result;
            for (qsizetype at = 0; at < continuation.size(); at += piece)
                result += trimmer.feed(continuation.mid(at, piece));
            result += trimmer.finish();
            QCOMPARE(result, added);
        }
    }

    void passesThroughWhenUnused()
    {
        OverlapTrimmer trimmer;
        QCOMPARE(trimmer.feed(QStringLiteral("x")), QStringLiteral("x"));
        QCOMPARE(trimmer.finish(), QString());
    }
};

QTEST_GUILESS_MAIN(tst_OverlapTrimmer)
#include "tst_OverlapTrimmer.moc"
