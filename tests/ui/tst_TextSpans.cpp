#include "ui/SpanPlaces.h"
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

    void emphasis_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("slanted");
        QTest::addColumn<QString>("bold");
        QTest::newRow("Latin") << u"word, “so” it is"_s << u"word, “so” it is"_s << QString();
        QTest::newRow("Han with its marks")
            << u"所谓「引」，（a）"_s << u"a"_s << u"所谓「引」，（）"_s;
        QTest::newRow("shared marks in Chinese") << u"他说“好”……"_s << QString() << u"他说“好”……"_s;
        QTest::newRow("shared marks in English")
            << u"he calls it “quite long” 好"_s << u"he calls it “quite long” "_s << u"好"_s;
    }

    /// Nothing of Chinese text is slanted: it is bold instead.
    void emphasis()
    {
        QFETCH(QString, text);
        InlineRuns runs(1);
        runs[0].text = text;
        runs[0].flags = InlineRun::Italic;
        QString slanted;
        QString bold;
        for (const TextSpan &span : TextSpanBuilder::build(runs, false)) {
            QVERIFY(bool(span.flags & TextSpan::Italic) != bool(span.flags & TextSpan::Bold));
            (span.flags & TextSpan::Italic ? slanted : bold) += span.text;
        }
        QTEST(slanted, "slanted");
        QTEST(bold, "bold");
    }

    void places()
    {
        // "ab", a formula as its source, one that is drawn with a blank behind it, and code
        const TextSpans spans{{u"ab"_s, 0, {}},
                              {u"$xyz$"_s, TextSpan::Math, u"$xyz$"_s},
                              {u"\ufffc"_s, TextSpan::Math | TextSpan::Picture, u"$x$"_s, 4},
                              {u"\u00a0"_s, TextSpan::Back, {}, 4},
                              {u"c"_s, TextSpan::Code, {}},
                              {u"d"_s, TextSpan::Code | TextSpan::Link, u"https://e.f"_s},
                              {u", and"_s, 0, {}}};
        const SpanPlaces places(spans);
        QCOMPARE(places.length(), 16);
        const std::vector<int> positions{0, 1, 2, 7, 9, 10, 11};
        for (size_t offset = 0; offset < positions.size(); ++offset) {
            QCOMPARE(places.positionOf(int(offset)), positions[offset]);
            QCOMPARE(places.offsetAt(positions[offset]), int(offset));
        }
        QCOMPARE(places.offsetAt(4), 2); // in the first half of the source
        QCOMPARE(places.offsetAt(6), 3);
        QCOMPARE(places.offsetAt(8), 4); // before the blank is behind the picture
        QCOMPARE(places.positionOf(100), 16);
        QCOMPARE(places.offsetAt(100), 11);
        QCOMPARE(places.code(), std::vector<TextRange>({{9, 11}}));
    }
};

QTEST_GUILESS_MAIN(tst_TextSpans)
#include "tst_TextSpans.moc"
