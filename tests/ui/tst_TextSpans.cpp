#include "ui/TextSpans.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_TextSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colouredSigns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("coloured"); ///< what comes from the emoji font, parted by "|"
        QTest::newRow("none") << u"plain 1 text ♥"_s << QString();
        QTest::newRow("asked for") << u"a ⚠\uFE0F b"_s << u"⚠\uFE0F"_s;
        QTest::newRow("keycap") << u"1\uFE0F\u20E3 one"_s << u"1\uFE0F\u20E3"_s;
        QTest::newRow("keycap, short form") << u"1\u20E3 one"_s << u"1\u20E3"_s;
        QTest::newRow("flag of several signs")
            << u"(\U0001F3F3\uFE0F\u200D\U0001F308)"_s << u"\U0001F3F3\uFE0F\u200D\U0001F308"_s;
        QTest::newRow("two apart") << u"❤\uFE0F and ☺\uFE0F"_s << u"❤\uFE0F|☺\uFE0F"_s;
        QTest::newRow("asked not to be") << u"❤\uFE0E"_s << QString();
        QTest::newRow("after Han") << u"注意⚠\uFE0F。"_s << u"⚠\uFE0F"_s;
    }

    void colouredSigns()
    {
        QFETCH(QString, text);
        QFETCH(QString, coloured);
        InlineRuns runs(1);
        runs[0].text = text;
        QStringList found;
        QString all;
        for (const TextSpan &span : TextSpanBuilder::build(runs, false)) {
            if (span.flags & TextSpan::Emoji)
                found.append(span.text);
            all += span.text;
        }
        QCOMPARE(found.join(u'|'), coloured);
        QCOMPARE(all, text);
    }
};

QTEST_GUILESS_MAIN(tst_TextSpans)
#include "tst_TextSpans.moc"
