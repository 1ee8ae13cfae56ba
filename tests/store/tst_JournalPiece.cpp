#include "store/JournalPiece.h"

#include "store/SampleMessages.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

Segment run(Segment::Kind kind, const QString &text, qint64 durationMs = 0)
{
    Segment segment;
    segment.kind = kind;
    segment.text = text;
    segment.durationMs = durationMs;
    return segment;
}

/// Written with single quotes, to be read.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestJournalPiece : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEveryStep_data()
    {
        using Segments = std::vector<Segment>;
        const auto reasoning = Segment::Kind::Reasoning;
        const auto text = Segment::Kind::Text;
        QTest::addColumn<Segments>("before");
        QTest::addColumn<Segments>("now");
        QTest::newRow("first text") << Segments{} << Segments{run(text, u"a"_s)};
        QTest::newRow("longer") << Segments{run(text, u"a"_s)} << Segments{run(text, u"ab"_s)};
        QTest::newRow("longer time")
            << Segments{run(reasoning, u"a"_s, 1)} << Segments{run(reasoning, u"a"_s, 2)};
        QTest::newRow("next segment") << Segments{run(reasoning, u"a"_s)}
                                      << Segments{run(reasoning, u"ab"_s), run(text, u"c"_s)};
        QTest::newRow("two more") << Segments{}
                                  << Segments{run(reasoning, u"a"_s), run(text, u"b"_s)};
        QTest::newRow("all moved to reasoning")
            << Segments{run(text, u"a"_s), run(text, u"b"_s)} << Segments{run(reasoning, u"ab"_s)};
        QTest::newRow("shorter text")
            << Segments{run(text, u"abc"_s)} << Segments{run(text, u"ab"_s)};
        QTest::newRow("other text")
            << Segments{run(text, u"abc"_s)} << Segments{run(text, u"xyz1"_s)};
        QTest::newRow("nothing left") << Segments{run(text, u"abc"_s)} << Segments{};
        QTest::newRow("tool call") << Segments{run(text, u"abc"_s)} << fullMessage().segments;
        QTest::newRow("details added")
            << Segments{run(reasoning, u"a"_s)} << Segments{fullMessage().segments.front()};
    }

    void followsEveryStep()
    {
        QFETCH(const std::vector<Segment>, before);
        QFETCH(const std::vector<Segment>, now);
        Message old = plainMessage(u"m"_s, u"p"_s, Role::Assistant, {});
        old.segments = before;
        Message fresh = old;
        fresh.segments = now;
        Message replayed = old;
        QVERIFY(applyJournalPiece(replayed, journalPiece(&old, fresh)));
        QVERIFY2(replayed == fresh, qPrintable(difference(replayed, fresh)));
    }

    void followsTheRestOfTheMessage()
    {
        const Message old = plainMessage(u"m-full"_s, u"m-parent"_s, Role::Assistant, {});
        Message replayed = old;
        QVERIFY(applyJournalPiece(replayed, journalPiece(&old, fullMessage())));
        QVERIFY2(replayed == fullMessage(), qPrintable(difference(replayed, fullMessage())));
    }

    void beginsWithTheWholeMessage()
    {
        Message replayed;
        QVERIFY(applyJournalPiece(replayed, journalPiece(nullptr, fullMessage())));
        QCOMPARE(replayed, fullMessage());
    }

    void isEmptyWhenNothingChanged()
    {
        const Message message = fullMessage();
        QVERIFY(journalPiece(&message, message).isEmpty());
    }

    void staysSmallAsTheAnswerGrows()
    {
        Message old = plainMessage(u"m"_s, {}, Role::Assistant, QString(500'000, u'x'));
        Message now = old;
        now.segments.front().text += u"one more word"_s;
        QVERIFY2(journalPiece(&old, now).size() < 100,
                 journalPiece(&old, now).left(200).constData());
    }

    void leavesTheMessageWhenAPieceIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << json("{'steps':[{'at':0,'app");
        QTest::newRow("not ours") << QByteArray("[1,2]");
        QTest::newRow("beyond the end") << json("{'steps':[{'at':7,'append':'x'}]}");
        QTest::newRow("negative") << json("{'steps':[{'at':-1,'append':'x'}]}");
        QTest::newRow("no message") << json("{'message':{'id':''}}");
        QTest::newRow("no head") << json("{'head':{}}");
    }

    void leavesTheMessageWhenAPieceIsDamaged()
    {
        QFETCH(const QByteArray, piece);
        Message message = fullMessage();
        QVERIFY(!applyJournalPiece(message, piece));
        QCOMPARE(message, fullMessage());
    }

    void ignoresACountThatIsNone()
    {
        Message message = fullMessage();
        QVERIFY(applyJournalPiece(message, json("{'count':99999999999,'steps':[]}")));
        QCOMPARE(message, fullMessage());
        QVERIFY(applyJournalPiece(message, json("{'count':-1}")));
        QCOMPARE(message, fullMessage());
    }

    void holdsBackHalfACharacter()
    {
        const QString face = u"🤔"_s;
        Message half = plainMessage(u"m"_s, {}, Role::Assistant, u"so "_s + face.at(0));
        QCOMPARE(withoutHalfCharacter(half).text(), u"so "_s);
        Message whole = plainMessage(u"m"_s, {}, Role::Assistant, u"so "_s + face);
        QCOMPARE(withoutHalfCharacter(whole).text(), u"so "_s + face);
    }
};

QTEST_GUILESS_MAIN(TestJournalPiece)
#include "tst_JournalPiece.moc"
