#include "store/PendingWrites.h"

#include "store/SampleMessages.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

using Kind = PendingWrite::Kind;

PendingWrite header(const QString &id, const QString &title)
{
    Conversation conversation;
    conversation.summary.id = id;
    conversation.summary.title = title;
    return {Kind::Conversation, id, ConversationHeader::of(conversation), {}};
}

PendingWrite message(Kind kind, const QString &id, const QString &messageId, const QString &text)
{
    return {kind, id, {}, plainMessage(messageId, {}, Role::Assistant, text)};
}

QString nameOf(Kind kind)
{
    return QStringList{u"conversation"_s, u"message"_s, u"journal"_s, u"remove"_s}.at(
        static_cast<int>(kind));
}

/// One word a write, e.g. "journal:c/m=text".
QStringList contents(PendingWrites writes)
{
    QStringList all;
    for (; !writes.isEmpty(); writes.popFront()) {
        const PendingWrite &write = writes.front();
        QString word = nameOf(write.kind) + u':' + write.conversationId;
        if (!write.message.id.isEmpty())
            word += u'/' + write.message.id + u'=' + write.message.text();
        if (write.kind == Kind::Conversation)
            word += u'=' + write.header.summary.title;
        all.append(word);
    }
    return all;
}

} // namespace

class TestPendingWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndTheNewestState_data()
    {
        QTest::addColumn<std::vector<PendingWrite>>("writes");
        QTest::addColumn<QStringList>("expected");
        using Writes = std::vector<PendingWrite>;
        QTest::newRow("order") << Writes{header(u"c"_s, u"t"_s),
                                         message(Kind::Message, u"c"_s, u"m"_s, u"a"_s),
                                         message(Kind::Message, u"c"_s, u"n"_s, u"b"_s)}
                               << QStringList{u"conversation:c=t"_s, u"message:c/m=a"_s,
                                              u"message:c/n=b"_s};
        QTest::newRow("newer header in place")
            << Writes{header(u"c"_s, u"t"_s), message(Kind::Message, u"c"_s, u"m"_s, u"a"_s),
                      header(u"c"_s, u"u"_s)}
            << QStringList{u"conversation:c=u"_s, u"message:c/m=a"_s};
        QTest::newRow("one journal a message")
            << Writes{message(Kind::Journal, u"c"_s, u"m"_s, u"a"_s),
                      message(Kind::Journal, u"c"_s, u"n"_s, u"b"_s),
                      message(Kind::Journal, u"c"_s, u"m"_s, u"ab"_s)}
            << QStringList{u"journal:c/m=ab"_s, u"journal:c/n=b"_s};
        QTest::newRow("journal after its message stays")
            << Writes{message(Kind::Message, u"c"_s, u"m"_s, u"a"_s),
                      message(Kind::Journal, u"c"_s, u"m"_s, u"ab"_s)}
            << QStringList{u"message:c/m=a"_s, u"journal:c/m=ab"_s};
        QTest::newRow("message ends its journal")
            << Writes{message(Kind::Message, u"c"_s, u"m"_s, u"a"_s),
                      message(Kind::Journal, u"c"_s, u"m"_s, u"ab"_s),
                      message(Kind::Message, u"c"_s, u"m"_s, u"abc"_s)}
            << QStringList{u"message:c/m=abc"_s};
        QTest::newRow("removal ends everything of it")
            << Writes{header(u"c"_s, u"t"_s), header(u"d"_s, u"t"_s),
                      message(Kind::Journal, u"c"_s, u"m"_s, u"a"_s),
                      PendingWrite{Kind::Remove, u"c"_s, {}, {}}}
            << QStringList{u"remove:c"_s, u"conversation:d=t"_s};
        QTest::newRow("coming back after removal")
            << Writes{PendingWrite{Kind::Remove, u"c"_s, {}, {}}, header(u"c"_s, u"t"_s)}
            << QStringList{u"remove:c"_s, u"conversation:c=t"_s};
    }

    void keepsOrderAndTheNewestState()
    {
        QFETCH(const std::vector<PendingWrite>, writes);
        QFETCH(const QStringList, expected);
        PendingWrites pending;
        for (const PendingWrite &write : writes)
            pending.add(write);
        QCOMPARE(contents(pending), expected);
    }

    void showsAConversationThatWasNeverWritten()
    {
        PendingWrites pending;
        pending.add(header(u"c"_s, u"t"_s));
        pending.add(message(Kind::Message, u"c"_s, u"m"_s, u"a"_s));
        pending.add(message(Kind::Journal, u"c"_s, u"m"_s, u"ab"_s));
        pending.add(header(u"other"_s, u"x"_s));
        std::optional<Conversation> conversation;
        pending.overlay(u"c"_s, conversation);
        QVERIFY(conversation);
        QCOMPARE(conversation->summary.title, u"t"_s);
        QCOMPARE(conversation->allIds(), QStringList{u"m"_s});
        QCOMPARE(conversation->message(u"m"_s)->text(), u"ab"_s);
    }

    void countsWhatIsNotWrittenYet()
    {
        const QDateTime day(QDate(2026, 5, 4), QTime(0, 0), QTimeZone::utc());
        const auto spent = [](const QDateTime &at, const QString &amount) {
            return PendingWrite{Kind::Spending, {}, {}, {}, {at, {amount, u"USD"_s}}};
        };
        PendingWrites pending;
        pending.add(spent(day, u"1"_s));
        pending.add(spent(day, u"1"_s)); // the same again is not a newer state of it
        pending.add(spent(day.addDays(1), u"2"_s));
        std::vector<Cost> costs{{u"3"_s, u"USD"_s}};
        pending.overlay(day, day.addDays(1), costs);
        QCOMPARE(costs.size(), 3U);
        std::vector<ConversationSummary> list;
        pending.overlay(list);
        QVERIFY(list.empty());
        std::optional<Conversation> conversation;
        pending.overlay(QString(), conversation);
        QVERIFY(!conversation);
    }

    void bringsAListUpToDate()
    {
        PendingWrites pending;
        Conversation newest = longConversation(u"new"_s, 50);
        pending.add({Kind::Conversation, u"new"_s, ConversationHeader::of(newest), {}});
        Conversation renamed = longConversation(u"b"_s, 2);
        renamed.summary.title = u"Renamed"_s;
        pending.add({Kind::Conversation, u"b"_s, ConversationHeader::of(renamed), {}});
        pending.add({Kind::Remove, u"c"_s, {}, {}});
        pending.add(message(Kind::Journal, u"d"_s, u"m"_s, u"a"_s));
        std::vector<ConversationSummary> list;
        for (const char *id : {"d", "c", "b", "a"})
            list.push_back(longConversation(QString::fromLatin1(id), 3).summary);
        pending.overlay(list);
        QCOMPARE(idsOf(list), (QStringList{u"new"_s, u"d"_s, u"a"_s, u"b"_s}));
        QCOMPARE(list.back().title, u"Renamed"_s);
    }

    void hidesAConversationThatIsToBeRemoved()
    {
        PendingWrites pending;
        pending.add({Kind::Remove, u"c"_s, {}, {}});
        std::optional<Conversation> conversation{longConversation(u"c"_s, 2)};
        pending.overlay(u"c"_s, conversation);
        QVERIFY(!conversation);
        conversation = longConversation(u"d"_s, 2);
        pending.overlay(u"d"_s, conversation);
        QVERIFY(conversation);
    }
};

QTEST_GUILESS_MAIN(TestPendingWrites)
#include "tst_PendingWrites.moc"
