#include "store/SampleMessages.h"

#include "store/MessageJson.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QTimeZone>
#include <QTimer>

#include <functional>

namespace ponder::testing {

namespace {

constexpr int kWaitMs = 20'000;

QDateTime moment(int offset)
{
    return QDateTime::fromMSecsSinceEpoch(1'748'779'200'123 + offset, QTimeZone::utc());
}

template <typename Value>
Result<Value> awaited(const std::function<void(QObject *, std::function<void(Result<Value>)>)> &ask)
{
    QEventLoop loop; // and not QTest::qWaitFor(), which looks only every 10 ms
    std::optional<Result<Value>> reply;
    ask(&loop, [&reply, &loop](Result<Value> result) {
        reply = std::move(result);
        loop.quit();
    });
    QTimer::singleShot(kWaitMs, &loop, &QEventLoop::quit);
    if (!reply)
        loop.exec();
    if (!reply)
        return Error{ErrorKind::Timeout, 0, QStringLiteral("The store did not reply."), {}, {}};
    return *reply;
}

} // namespace

Message plainMessage(const QString &id, const QString &parent, Role role, const QString &text)
{
    Message message;
    message.id = id;
    message.parentId = parent;
    message.role = role;
    message.createdAt = moment(0);
    Segment segment;
    segment.text = text;
    message.segments = {segment};
    return message;
}

Message fullMessage()
{
    Message message = plainMessage(QStringLiteral("m-full"), QStringLiteral("m-parent"),
                                   Role::Assistant, QString());
    Segment reasoning;
    reasoning.kind = Segment::Kind::Reasoning;
    reasoning.text = QStringLiteral("First, 先想一想…\n\nthen 🤔");
    reasoning.durationMs = 72'345;
    reasoning.reasoningDetails = {QJsonObject{{QStringLiteral("type"), QStringLiteral("sig")}}};
    Segment text;
    text.text =
        QStringLiteral("Answer with a NUL ") + QChar(u'\0') + QStringLiteral(" and \"'; --");
    Segment call;
    call.kind = Segment::Kind::ToolCall;
    call.toolCallId = QStringLiteral("call_1");
    call.toolName = QStringLiteral("search");
    call.toolArguments = QStringLiteral("{\"query\": \"broken");
    call.extraContent = {{QStringLiteral("google"), QJsonObject{{QStringLiteral("a"), 1}}}};
    Segment result;
    result.kind = Segment::Kind::ToolResult;
    result.toolCallId = QStringLiteral("call_1");
    result.text = QStringLiteral("no such file");
    result.toolFailed = true;
    message.segments = {reasoning, text, call, result, reasoning};
    message.state = MessageState::Failed;
    message.origin = {QStringLiteral("openrouter"), QStringLiteral("OpenRouter"),
                      QStringLiteral("deepseek/deepseek-r1-0528"), QStringLiteral("r1-0528-fp8"),
                      QJsonObject{{QStringLiteral("temperature"), 0.6},
                                  {QStringLiteral("seed"), qint64(9'007'199'254'740'993)},
                                  {QStringLiteral("stop"), QJsonArray{QStringLiteral("\n\n")}}}};
    message.usage.promptTokens = 0;
    message.usage.completionTokens = 5'000'000'000;
    message.usage.reasoningTokens = 12;
    message.usage.cachedTokens = 3;
    message.usage.cost = Cost{QStringLiteral("0.0031000"), QStringLiteral("USD")};
    message.timings = {0, 81'000};
    message.finish = FinishReason::ContentFilter;
    message.error = Error{ErrorKind::RateLimit, 429, QStringLiteral("Too many"),
                          QStringLiteral("{\"error\":1}"), 18'000};
    message.thinkingOpen = false;
    return message;
}

std::vector<std::pair<QString, Message>> messagesByField()
{
    std::vector<std::pair<QString, Message>> all;
    const auto add = [&all](const char *name, const std::function<void(Message &)> &change) {
        Message message =
            plainMessage(QStringLiteral("m"), QString(), Role::Assistant, QStringLiteral("text"));
        change(message);
        all.emplace_back(QString::fromLatin1(name), message);
    };
    const Message full = fullMessage();
    add("nothing else", [](Message &) {});
    add("no segments", [](Message &m) { m.segments.clear(); });
    add("empty text", [](Message &m) { m.segments.front().text.clear(); });
    add("no time", [](Message &m) { m.createdAt = {}; });
    add("parent", [](Message &m) { m.parentId = QStringLiteral("somewhere"); });
    for (const Role role : {Role::System, Role::User, Role::Assistant, Role::Tool})
        add("role", [role](Message &m) { m.role = role; });
    for (const MessageState state : {MessageState::Complete, MessageState::Stopped,
                                     MessageState::Interrupted, MessageState::Failed})
        add("state", [state](Message &m) { m.state = state; });
    for (const Segment &segment : full.segments)
        add("segment", [&segment](Message &m) { m.segments = {segment}; });
    add("line breaks", [](Message &m) {
        m.segments.front().text = QStringLiteral("a\r\nb\u2028c\u0085 \uFEFF\u200D");
    });
    add("origin", [&full](Message &m) { m.origin = full.origin; });
    add("served model", [](Message &m) { m.origin.servedModel = QStringLiteral("x"); });
    add("prompt tokens", [](Message &m) { m.usage.promptTokens = 0; });
    add("completion tokens", [](Message &m) { m.usage.completionTokens = 1; });
    add("reasoning tokens", [](Message &m) { m.usage.reasoningTokens = 2; });
    add("cached tokens", [](Message &m) { m.usage.cachedTokens = 3; });
    add("cost", [&full](Message &m) { m.usage.cost = full.usage.cost; });
    add("first token", [](Message &m) { m.timings.firstTokenMs = 0; });
    add("total time", [](Message &m) { m.timings.totalMs = 1; });
    for (const FinishReason reason :
         {FinishReason::Stop, FinishReason::Length, FinishReason::ToolCalls,
          FinishReason::ContentFilter, FinishReason::Interrupted, FinishReason::Cancelled,
          FinishReason::Error})
        add("finish", [reason](Message &m) { m.finish = reason; });
    add("error", [&full](Message &m) { m.error = full.error; });
    add("plain error", [](Message &m) { m.error = Error{}; });
    add("thinking open", [](Message &m) { m.thinkingOpen = true; });
    add("thinking closed", [](Message &m) { m.thinkingOpen = false; });
    all.emplace_back(QStringLiteral("everything"), full);
    return all;
}

Conversation longConversation(const QString &id, int count)
{
    Conversation conversation;
    conversation.summary.id = id;
    conversation.summary.title = QStringLiteral("Title of ") + id;
    conversation.summary.createdAt = moment(0);
    conversation.summary.updatedAt = moment(count);
    QString parent;
    for (int i = 0; i < count; ++i) {
        const QString messageId = QStringLiteral("%1-%2").arg(id).arg(i);
        Message message = plainMessage(messageId, parent, i % 2 == 0 ? Role::User : Role::Assistant,
                                       QStringLiteral("Message %1. ").arg(i).repeated(20));
        if (i % 2 == 1) {
            Segment reasoning;
            reasoning.kind = Segment::Kind::Reasoning;
            reasoning.text = QStringLiteral("Thinking about %1. ").arg(i).repeated(30);
            reasoning.durationMs = i;
            message.segments.insert(message.segments.begin(), reasoning);
            message.origin = fullMessage().origin;
            message.usage = fullMessage().usage;
            message.timings = {250, 4000};
            message.finish = FinishReason::Stop;
        }
        message.createdAt = moment(i);
        conversation.insert(message);
        parent = messageId;
    }
    conversation.leafId = parent;
    return conversation;
}

Result<Conversation> loadFrom(ConversationStore &store, const QString &id)
{
    return awaited<Conversation>(
        [&](QObject *context, auto done) { store.load(id, context, std::move(done)); });
}

Result<std::vector<ConversationSummary>> summariesOf(ConversationStore &store)
{
    return awaited<std::vector<ConversationSummary>>(
        [&](QObject *context, auto done) { store.loadSummaries(context, std::move(done)); });
}

void saveAll(ConversationStore &store, const Conversation &conversation)
{
    store.saveConversation(conversation);
    const QStringList ids = conversation.allIds();
    for (const QString &id : ids)
        store.saveMessage(conversation.summary.id, *conversation.message(id));
}

QStringList idsOf(const std::vector<ConversationSummary> &summaries)
{
    QStringList ids;
    for (const ConversationSummary &summary : summaries)
        ids.append(summary.id);
    return ids;
}

QString difference(const Message &actual, const Message &expected)
{
    if (actual == expected)
        return {};
    return QStringLiteral("actual:   %1\nexpected: %2")
        .arg(QString::fromUtf8(compactJson(messageToJson(actual))),
             QString::fromUtf8(compactJson(messageToJson(expected))));
}

} // namespace ponder::testing
