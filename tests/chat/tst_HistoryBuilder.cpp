#include "ChatFakes.h"
#include "chat/ConversationReducer.h"
#include "chat/HistoryBuilder.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;
using ponder::test::SteppedClock;

class tst_HistoryBuilder : public QObject
{
    Q_OBJECT

private:
    /// One line a message, so that a table can say what is expected.
    static QString sketch(const std::vector<RequestMessage> &messages)
    {
        QStringList lines;
        for (const RequestMessage &message : messages) {
            QString line = roleName(message.role) + u':' + message.content;
            if (!message.reasoning.isEmpty())
                line += u" ("_s + message.reasoning + u')';
            for (const RequestToolCall &call : message.toolCalls)
                line += u" call "_s + call.id;
            if (!message.toolCallId.isEmpty())
                line += u" for "_s + message.toolCallId;
            lines.append(line);
        }
        return lines.join(u'\n');
    }

    static Segment segment(Segment::Kind kind, const QString &text, const QString &callId = {})
    {
        Segment made;
        made.kind = kind;
        made.text = text;
        made.toolCallId = callId;
        return made;
    }

    SteppedClock m_clock;

private Q_SLOTS:
    void history_data()
    {
        using K = Segment::Kind;
        QTest::addColumn<std::vector<Segment>>("answer");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << std::vector{segment(K::Text, u"yes"_s)}
                              << "system:S\nuser:q\nassistant:yes";
        QTest::newRow("reasoning travels beside the text")
            << std::vector{segment(K::Reasoning, u"hm"_s), segment(K::Text, u"yes"_s)}
            << "system:S\nuser:q\nassistant:yes (hm)";
        const QString small = u"![b](data:image/png;base64,AAAA)"_s;
        QTest::newRow("a picture")
            << std::vector{segment(K::Text, u"![a](data:image/png;base64,"_s +
                                                QString(3'000, u'A') + u"==) and "_s + small)}
            << u"system:S\nuser:q\nassistant:![a](data:image/png;base64,…) and "_s + small;
        QTest::newRow("an answer that never said anything")
            << std::vector<Segment>{} << "system:S\nuser:q";
        QTest::newRow("only reasoning")
            << std::vector{segment(K::Reasoning, u"hm"_s)} << "system:S\nuser:q";
        QTest::newRow("a call without a result")
            << std::vector{segment(K::Text, u"let me see"_s), segment(K::ToolCall, {}, u"c1"_s)}
            << "system:S\nuser:q\nassistant:let me see";
        QTest::newRow("a call with its result")
            << std::vector{segment(K::ToolCall, {}, u"c1"_s),
                           segment(K::ToolResult, u"42"_s, u"c1"_s),
                           segment(K::Text, u"It is 42"_s)}
            << "system:S\nuser:q\nassistant: call c1\ntool:42 for c1\nassistant:It is 42";
    }
    void history()
    {
        QFETCH(std::vector<Segment>, answer);
        QFETCH(QString, expected);
        Conversation conversation;
        ConversationReducer reducer(conversation, m_clock);
        const QString prompt = reducer.addUserMessage({}, u"q"_s);
        const QString id = reducer.beginAnswer(prompt, {});
        conversation.message(id)->segments = answer;
        QCOMPARE(sketch(buildHistory(conversation, conversation.activePath(), u"S"_s)), expected);
    }

    void noSystemPromptNoSystemMessage()
    {
        Conversation conversation;
        ConversationReducer reducer(conversation, m_clock);
        reducer.addUserMessage({}, u"q"_s);
        QCOMPARE(sketch(buildHistory(conversation, conversation.activePath(), u"  "_s)),
                 u"user:q"_s);
    }
};

QTEST_GUILESS_MAIN(tst_HistoryBuilder)
#include "tst_HistoryBuilder.moc"
