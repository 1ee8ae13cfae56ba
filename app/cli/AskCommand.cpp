#include "cli/AskCommand.h"

#include "base/Id.h"
#include "chat/Pricing.h"
#include "chat/ThinkingEffort.h"
#include "chat/TokenEstimate.h"
#include "cli/JsonAnswerSink.h"
#include "cli/PlainAnswerSink.h"

#include <csignal>
#include <utility>

namespace ponder::cli {

namespace {

constexpr int kFlushTimeoutMs = 10'000;

std::unique_ptr<AnswerSink> makeSink(const Invocation &invocation, Console &console)
{
    if (invocation.has(QStringLiteral("json")))
        return std::make_unique<JsonAnswerSink>(console);
    return std::make_unique<PlainAnswerSink>(console, invocation.has(QStringLiteral("quiet")));
}

/// Text from a file or pipe ends with a line break that nobody typed.
QString withoutFinalLineBreak(QString text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    if (text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

} // namespace

AskCommand::AskCommand(const Invocation &invocation, Services &services, Console &console)
    : Command(invocation, services, console), m_sink(makeSink(invocation, console)),
      m_finder(services.store), m_resolver(services)
{
    connect(&services.store, &ConversationStore::failed, this, [this](const Error &error) {
        m_storageError = error;
        m_storageError->retryAfterMs.reset(); // the program ends, and no try comes
    });
    connect(&services.store, &ConversationStore::recovered, this,
            [this] { m_storageError.reset(); });
}

AskCommand::~AskCommand() = default;

void AskCommand::start()
{
    const Result<AskOptions> options = askOptions(invocation(), services().parameters);
    if (!options) {
        giveUp(options.error());
        return;
    }
    m_options = *options;
    m_prompt = m_options.prompt == QLatin1String("-")
                   ? withoutFinalLineBreak(QString::fromUtf8(console().readAll()))
                   : m_options.prompt;
    if (m_prompt.trimmed().isEmpty()) {
        giveUp({ErrorKind::Usage, 0, tr("The prompt is empty."), {}, {}});
        return;
    }
    // Not before standard input was read: until then a signal simply ends the program.
    m_interrupt = std::make_unique<InterruptNotifier>();
    connect(m_interrupt.get(), &InterruptNotifier::interrupted, this, &AskCommand::onInterrupt);
    if (m_options.conversationId.isEmpty()) {
        Conversation conversation;
        conversation.summary.id = newId();
        conversation.summary.createdAt = services().clock.now();
        conversation.summary.updatedAt = conversation.summary.createdAt;
        conversation.systemPrompt = services().settings.text(QStringLiteral("chat.system_prompt"));
        begin(std::move(conversation), true);
        return;
    }
    m_finder.load(m_options.conversationId, [this](const Result<Conversation> &conversation) {
        if (conversation)
            begin(*conversation, false);
        else
            giveUp(conversation.error());
    });
}

void AskCommand::begin(Conversation conversation, bool isNew)
{
    const auto shared = std::make_shared<Conversation>(std::move(conversation));
    if (const auto provider =
            m_resolver.provider(m_options.endpoint, isNew ? nullptr : shared.get()))
        m_endpoint.provider = *provider; // for the sentences, should the model not be found
    m_resolver.resolve(m_options.endpoint, isNew ? nullptr : shared.get(),
                       [this, shared, isNew](const Result<Endpoint> &endpoint) {
                           if (endpoint)
                               send(std::move(*shared), isNew, *endpoint);
                           else
                               giveUp(endpoint.error());
                       });
}

Result<QJsonObject> AskCommand::parametersFor(const QString &scope) const
{
    QJsonObject parameters = acceptedParameters(m_endpoint.provider, m_endpoint.model,
                                                services().settings.effectiveSampling(scope));
    for (const QString &name : m_options.leftOut)
        parameters.remove(name);
    // What stands on the command line is sent even so: the person may know better.
    for (auto it = m_options.parameters.begin(); it != m_options.parameters.end(); ++it)
        parameters.insert(it.key(), it.value());
    return services().parameters.validate(parameters);
}

void AskCommand::send(Conversation conversation, bool isNew, const Endpoint &endpoint)
{
    m_endpoint = endpoint;
    const QString scope = endpoint.provider.id + u'/' + endpoint.model;
    const Result<QJsonObject> parameters = parametersFor(scope);
    if (!parameters) {
        giveUp(parameters.error());
        return;
    }
    if (isNew || conversation.providerId.isEmpty()) {
        conversation.providerId = endpoint.provider.id;
        conversation.model = endpoint.model;
    }
    if (m_options.systemPrompt)
        conversation.systemPrompt = *m_options.systemPrompt;

    TurnOptions turn;
    turn.provider = endpoint.provider;
    turn.model = endpoint.model;
    turn.systemPrompt = conversation.systemPrompt;
    turn.parameters = *parameters;
    turn.extraBody = services().settings.extraBody(scope);
    turn.stream = m_options.stream;
    turn.price = priceOf(endpoint.provider, services().providers.knownModels(endpoint.provider.id),
                         endpoint.model);

    m_session = std::make_unique<ChatSession>(std::move(conversation), services().backend,
                                              m_options.save ? &services().store : nullptr,
                                              services().clock);
    if (const std::optional<Error> problem = problemOfLength(turn)) {
        giveUp(*problem);
        return;
    }
    watch();
    m_session->send(m_prompt, turn);
    announceStart();
}

std::optional<Error> AskCommand::problemOfLength(const TurnOptions &turn) const
{
    if (!m_options.contextTokens)
        return std::nullopt;
    qint64 tokens = 0;
    for (const RequestMessage &message : m_session->previewRequest(m_prompt, turn).messages)
        tokens += estimateTokens(message.content) + estimateTokens(message.reasoning);
    if (tokens <= *m_options.contextTokens)
        return std::nullopt;
    return Error{ErrorKind::ContextLength,
                 0,
                 tr("The request has about %1 tokens, and --context allows %2")
                     .arg(tokens)
                     .arg(*m_options.contextTokens),
                 {},
                 {}};
}

void AskCommand::watch()
{
    connect(m_session.get(), &ChatSession::statusChanged, this, [this] {
        announceStart();
        const TurnStatus &status = m_session->status();
        if (status.phase != TurnStatus::Phase::Idle)
            m_sink->status(status, m_endpoint.provider.name);
        stopIfUnread();
    });
    connect(m_session.get(), &ChatSession::deltaApplied, this,
            [this](const QString &, const Delta &delta) {
                m_sink->piece(delta);
                stopIfUnread();
            });
    connect(m_session.get(), &ChatSession::answerFinished, this, [this] {
        if (m_options.save && !services().store.flush(kFlushTimeoutMs) && !m_storageError) {
            m_storageError =
                Error{ErrorKind::Storage, 0, tr("The disk did not take the conversation."), {}, {}};
        }
        // What the store has to say about it comes through the event loop first.
        QMetaObject::invokeMethod(this, &AskCommand::conclude, Qt::QueuedConnection);
    });
}

void AskCommand::announceStart()
{
    if (!m_answerId.isEmpty() || m_session->streamingMessageId().isEmpty())
        return;
    m_answerId = m_session->streamingMessageId();
    AnswerStart start;
    start.conversationId = m_options.save ? m_session->conversation().summary.id : QString();
    start.messageId = m_answerId;
    start.providerId = m_endpoint.provider.id;
    start.model = m_endpoint.model;
    m_sink->started(start);
}

void AskCommand::onInterrupt(int signal)
{
    if (!m_session) {
        finish(exitCodeForSignal(signal));
    } else if (m_session->isBusy()) {
        m_signal = signal;
        m_session->stop();
    }
}

void AskCommand::stopIfUnread()
{
    if (m_sink->isRead() || m_signal != 0)
        return;
    // As if SIGPIPE had ended the program, but with everything that arrived kept. Not from inside
    // the session's own signal.
    m_signal = SIGPIPE;
    QMetaObject::invokeMethod(m_session.get(), &ChatSession::stop, Qt::QueuedConnection);
}

void AskCommand::conclude()
{
    const Message *answer = m_session->conversation().message(m_answerId);
    if (!answer) {
        finish(Failed);
        return;
    }
    const QString provider = m_endpoint.provider.name;
    const QString providerId = m_endpoint.provider.id;
    if (!answer->usage.isEmpty())
        m_sink->usage(answer->usage);
    if (answer->error)
        m_sink->error(*answer->error, provider, providerId);
    if (m_storageError)
        m_sink->error(*m_storageError, provider, providerId);
    m_sink->finished(finishReasonOf(*answer), answer->origin.servedModel, answer->timings);
    finish(exitCode(*answer));
}

int AskCommand::exitCode(const Message &answer) const
{
    if (m_signal != 0)
        return exitCodeForSignal(m_signal);
    if (answer.error)
        return exitCodeFor(answer.error->kind);
    if (answer.state == MessageState::Interrupted)
        return Unreachable;
    return m_storageError ? exitCodeFor(m_storageError->kind) : Answered;
}

void AskCommand::giveUp(const Error &error)
{
    if (error.kind == ErrorKind::Usage && wantsJson())
        console().complain(error.message);
    m_sink->error(error, m_endpoint.provider.name, m_endpoint.provider.id);
    m_sink->finished(FinishReason::Error, {}, {});
    finish(exitCodeFor(error.kind));
}

} // namespace ponder::cli
