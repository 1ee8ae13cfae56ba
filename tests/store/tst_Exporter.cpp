#include "store/Exporter.h"

#include "store/MessageJson.h"
#include "store/SampleMessages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

/// A prompt with two answers, of which the older one is shown.
Conversation branched()
{
    Conversation conversation;
    conversation.summary.id = u"c"_s;
    conversation.summary.title = u"Two\nanswers"_s;
    conversation.summary.pinned = true;
    conversation.systemPrompt = u"Be brief."_s;
    conversation.draft = u"unsent"_s;
    conversation.insert(plainMessage(u"p"_s, {}, Role::User, u"Ask *this*"_s));
    Message first = fullMessage();
    first.parentId = u"p"_s;
    conversation.insert(first);
    conversation.insert(plainMessage(u"other"_s, u"p"_s, Role::Assistant, u"Another answer"_s));
    conversation.leafId = first.id;
    return conversation;
}

} // namespace

class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheShownBranchAsMarkdown()
    {
        const QString text = QString::fromUtf8(exportConversation(branched(), u"md"_s).value());
        QVERIFY(text.startsWith(u"# Two answers\n"_s));
        QVERIFY(text.contains(u"\n## You\n"_s));
        QVERIFY(text.contains(u"\nAsk *this*\n"_s));
        QVERIFY(text.contains(u"OpenRouter · `r1-0528-fp8` · 2025-06-01 12:00 UTC"_s));
        QVERIFY(text.contains(
            u"> **Thought for 1 min 12 s**\n>\n> First, 先想一想…\n>\n> then 🤔"_s));
        QVERIFY(text.contains(u"```\n{\"query\": \"broken\n```"_s));
        QVERIFY(text.contains(u"*Failed* `Too many`"_s));
        QVERIFY(!text.contains(u"Another answer"_s));
        QVERIFY(!text.contains(u"unsent"_s));
    }

    void cannotBeBrokenOutOf()
    {
        Conversation conversation = branched();
        Message *answer = conversation.message(u"m-full"_s);
        answer->segments[0].text = u"</details>\n# not a heading\n```"_s;
        answer->segments[2].toolArguments = u"````\n# nor this"_s;
        answer->origin.servedModel = u"a`b"_s;
        const QString text = QString::fromUtf8(exportConversation(conversation, u"md"_s).value());
        QVERIFY(text.contains(u"> </details>\n> # not a heading\n> ```"_s));
        QVERIFY(text.contains(u"`````\n````\n# nor this\n`````"_s));
        QVERIFY(text.contains(u"`` a`b ``"_s));
    }

    void writesTheWholeTreeAsJson()
    {
        const Conversation conversation = branched();
        const QJsonObject root =
            QJsonDocument::fromJson(exportConversation(conversation, u"json"_s).value()).object();
        QCOMPARE(root.value(u"format"_s).toString(), u"ponder-conversation"_s);
        QCOMPARE(root.value(u"version"_s).toInt(), 1);
        QCOMPARE(root.value(u"leaf"_s).toString(), u"m-full"_s);
        QCOMPARE(root.value(u"draft"_s).toString(), u"unsent"_s);
        const QJsonArray messages = root.value(u"messages"_s).toArray();
        QCOMPARE(messages.size(), 3);
        for (const QJsonValue &value : messages) {
            const Message back = messageFromJson(value.toObject()).value();
            QVERIFY2(back == *conversation.message(back.id),
                     qPrintable(difference(back, *conversation.message(back.id))));
        }
    }

    void saysWhichFormatsThereAre()
    {
        const Result<QByteArray> exported = exportConversation(branched(), u"docx"_s);
        QVERIFY(!exported.ok());
        QCOMPARE(exported.error().kind, ErrorKind::Usage);
        QVERIFY(exported.error().message.contains(u"md or json"_s));
    }

    void writesAnEmptyConversation()
    {
        QCOMPARE(exportConversation(Conversation(), u"md"_s).value(),
                 QByteArray("# Untitled chat\n"));
        QVERIFY(exportConversation(Conversation(), u"json"_s).ok());
    }
};

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_Exporter.moc"
