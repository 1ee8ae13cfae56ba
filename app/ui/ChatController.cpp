#include "ui/ChatController.h"

#include "ui/ContextUse.h"
#include "ui/ModelText.h"
#include "ui/RequestOptions.h"
#include "ui/TurnStatusText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {
namespace {
constexpr int kDraftDelayMs = 600;
constexpr int kTickMs = 250;
constexpr int kContextDelayMs = 2'000;
} // namespace

ChatController::ChatController(ui::Services &services, ProviderStatus &status,
                               ModelMenuModel &modelMenu, QObject *parent)
    : QObject(parent), m_services(services), m_status(status), m_modelMenu(modelMenu),
      m_chooser(services.providers, status, services.settings), m_transcript(services.clock)
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &ChatController::keepDraft);
    m_tickTimer.setInterval(kTickMs);
    connect(&m_tickTimer, &QTimer::timeout, this, &ChatController::tick);
    m_contextTimer.setSingleShot(true);
    m_contextTimer.setInterval(kContextDelayMs);
    connect(&m_contextTimer, &QTimer::timeout, this, &ChatController::updateContext);

    connect(&m_services.providers, &ProviderDirectory::profilesChanged, this,
            &ChatController::resolveModel);
    connect(&m_services.providers, &ProviderDirectory::modelsChanged, this,
            &ChatController::resolveModel);
    connect(&m_status, &ProviderStatus::changed, this, &ChatController::resolveModel);
    connect(&m_services.settings, &Settings::changed, this, [this](const QString &name) {
        if (name.startsWith("default."_L1))
            resolveModel();
        else if (name == "appearance.show_thinking"_L1)
            applyShowThinking();
    });
    m_transcript.setBillingUrls([this](const QString &providerId) {
        const auto profile = m_services.providers.profile(providerId);
        return profile ? profile->billingUrl : QString();
    });
    applyShowThinking();
    resolveModel();
}

ChatController::~ChatController()
{
    keepDraft();
}

void ChatController::applyShowThinking()
{
    const QString value = m_services.settings.text(u"appearance.show_thinking"_s);
    m_transcript.setShowThinking(value == "while_running"_L1 ? u"whileRunning"_s : value);
}

void ChatController::setChinese(bool chinese)
{
    m_chinese = chinese;
    Q_EMIT modelChanged();
    Q_EMIT titleChanged();
    Q_EMIT tick();
}

void ChatController::show(ChatSession *session)
{
    if (m_session == session)
        return;
    keepDraft();
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_transcript.setSession(session);
    m_draft = conversation().draft;
    if (session)
        attach();
    Q_EMIT conversationChanged();
    Q_EMIT titleChanged();
    Q_EMIT draftChanged();
    Q_EMIT systemPromptChanged();
    resolveModel();
    onPathChanged();
    onStatusChanged();
}

void ChatController::attach()
{
    ChatSession *session = m_session;
    connect(session, &ChatSession::summaryChanged, this, &ChatController::titleChanged);
    connect(session, &ChatSession::statusChanged, this, &ChatController::onStatusChanged);
    connect(session, &ChatSession::answerFinished, this, [this] {
        onStatusChanged();
        updateContext();
    });
    connect(session, &ChatSession::pathChanged, this, &ChatController::onPathChanged);
    connect(session, &ChatSession::segmentsChanged, this, &ChatController::scheduleContext);
}

void ChatController::onPathChanged()
{
    Q_EMIT emptyChanged();
    Q_EMIT pathChanged();
    updateContext();
}

void ChatController::onStatusChanged()
{
    if (busy() && !m_tickTimer.isActive())
        m_tickTimer.start();
    else if (!busy())
        m_tickTimer.stop();
    Q_EMIT phaseChanged();
    Q_EMIT tick();
    Q_EMIT canSendChanged();
}

const Conversation &ChatController::conversation() const
{
    static const Conversation none;
    return m_session ? m_session->conversation() : none;
}

TurnStatus ChatController::status() const
{
    return m_session ? m_session->status() : TurnStatus();
}

QString ChatController::phase() const
{
    return phaseName(status().phase);
}

int ChatController::phaseElapsedMs() const
{
    if (!busy())
        return 0;
    return int(m_services.clock.monotonicMs() - status().sinceMs);
}

QString ChatController::phaseText() const
{
    return busy() ? ponder::phaseText(status(), phaseElapsedMs(), answeringName()) : QString();
}

QString ChatController::answeringName() const
{
    // The provider of the running answer, which need not be the one chosen for the next.
    const Message *answer =
        m_session ? conversation().message(m_session->streamingMessageId()) : nullptr;
    if (!answer)
        return providerName();
    const auto profile = m_services.providers.profile(answer->origin.providerId);
    return profile ? profile->displayName(m_chinese) : answer->origin.providerName;
}

int ChatController::retryRemainingMs() const
{
    return std::max(0, retryDelayMs() - phaseElapsedMs());
}

QString ChatController::providerName() const
{
    return m_choice.profile ? m_choice.profile->displayName(m_chinese) : QString();
}

QString ChatController::modelLabel() const
{
    if (!m_choice.profile)
        return tr("Choose a model");
    return u"%1 · %2"_s.arg(providerName(), modelShortLabel());
}

QString ChatController::modelShortLabel() const
{
    return m_choice.model.isEmpty() ? tr("Choose a model")
                                    : ModelMenuModel::shortName(m_choice.model);
}

bool ChatController::demo() const
{
    return m_choice.profile && m_choice.profile->kind == ProviderProfile::Kind::Demo;
}

void ChatController::setForcedProvider(const QString &providerId)
{
    m_chooser.setForcedProvider(providerId);
    resolveModel();
}

void ChatController::resolveModel()
{
    const ModelChoice choice = m_chooser.choose(m_session ? &m_session->conversation() : nullptr);
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_modelMenu.setCurrent(providerId(), m_choice.model);
    Q_EMIT modelChanged();
    Q_EMIT contextChanged();
    Q_EMIT canSendChanged();
}

void ChatController::chooseModel(const QString &providerId, const QString &model)
{
    if (!m_session)
        return;
    m_session->setProvider(providerId, model);
    resolveModel();
}

void ChatController::useSessionKey(const QString &key)
{
    if (!m_choice.profile || key.trimmed().isEmpty())
        return;
    m_services.secrets.writeForSession(m_choice.profile->id, key.trimmed());
    m_status.readKey(m_choice.profile->id);
    regenerate(lastAnswerId());
}

void ChatController::setSystemPrompt(const QString &prompt)
{
    if (!m_session || systemPrompt() == prompt)
        return;
    m_session->setSystemPrompt(prompt);
    Q_EMIT systemPromptChanged();
    updateContext();
}

TurnOptions ChatController::options() const
{
    TurnOptions options = requestOptions(*m_choice.profile, m_choice.model, m_services.settings);
    options.price = m_choice.price;
    if (!systemPrompt().isEmpty())
        options.systemPrompt = systemPrompt();
    return options;
}

void ChatController::setDraft(const QString &draft)
{
    if (m_draft == draft)
        return;
    m_draft = draft;
    m_draftTimer.start();
    Q_EMIT draftChanged();
    Q_EMIT canSendChanged();
}

void ChatController::keepDraft()
{
    m_draftTimer.stop();
    if (m_session)
        m_session->setDraft(m_draft);
}

bool ChatController::canStart() const
{
    return m_session && !m_session->isBusy() && m_choice.profile && !m_choice.model.isEmpty();
}

bool ChatController::canSend() const
{
    return canStart() && !m_draft.trimmed().isEmpty();
}

template <typename Verb>
void ChatController::begin(Verb verb)
{
    if (!canStart())
        return;
    // The choice stays with the conversation: a new default must not change its next answer.
    if (m_session->conversation().providerId.isEmpty())
        m_session->setProvider(providerId(), model());
    verb(options());
    Q_EMIT sent();
    onStatusChanged();
}

bool ChatController::send(const QString &text)
{
    if (!canStart() || text.trimmed().isEmpty())
        return false;
    m_draftTimer.stop();
    m_draft.clear();
    begin([&](const TurnOptions &options) { m_session->send(text, options); });
    Q_EMIT draftChanged();
    return true;
}

void ChatController::regenerate(const QString &messageId)
{
    begin([&](const TurnOptions &options) { m_session->regenerate(messageId, options); });
}

void ChatController::edit(const QString &messageId, const QString &text)
{
    begin([&](const TurnOptions &options) { m_session->edit(messageId, text, options); });
}

void ChatController::continueAnswer(const QString &messageId)
{
    begin([&](const TurnOptions &options) { m_session->continueAnswer(messageId, options); });
}

void ChatController::showSibling(const QString &messageId, int step)
{
    if (m_session)
        m_session->showSibling(messageId, step);
}

void ChatController::stepBranch(int step)
{
    if (m_session && !m_session->isBusy())
        m_session->showSibling(lastBranchPoint(m_session->conversation()), step);
}

void ChatController::setThinkingOpen(const QString &messageId, bool open)
{
    if (m_session)
        m_session->setThinkingOpen(messageId, open);
}

void ChatController::toggleLastThinking()
{
    const Message *answer = conversation().message(lastAnswerId());
    for (int i = answer ? int(answer->segments.size()) - 1 : -1; i >= 0; --i) {
        if (answer->segments[std::size_t(i)].kind == Segment::Kind::Reasoning) {
            m_transcript.toggleThinking(answer->id, i);
            return;
        }
    }
}

void ChatController::editLastMessage()
{
    const QString id = lastUserMessageId();
    if (!id.isEmpty() && !busy())
        Q_EMIT editRequested(id);
}

void ChatController::copyMessage(const QString &messageId)
{
    const Message *message = conversation().message(messageId);
    if (!message)
        return;
    copyText(message->text());
    Q_EMIT copied(messageId);
}

void ChatController::copyLastAnswer()
{
    copyMessage(lastAnswerId());
}

void ChatController::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void ChatController::rename(const QString &title)
{
    const QString name = title.simplified();
    if (m_session && !name.isEmpty() && name != this->title())
        m_session->rename(name);
}

void ChatController::scheduleContext()
{
    if (!m_contextTimer.isActive())
        m_contextTimer.start();
}

void ChatController::updateContext()
{
    m_contextTimer.stop();
    const qint64 tokens = contextTokensUsed(conversation());
    if (m_contextUsed == tokens)
        return;
    m_contextUsed = tokens;
    Q_EMIT contextChanged();
}

QString ChatController::contextShortLabel() const
{
    return shortTokenText(m_contextUsed);
}

QString ChatController::contextLabel() const
{
    const QString limit = contextLimit() > 0 ? contextText(contextLimit()) : QString();
    return limit.isEmpty() ? contextShortLabel() : u"%1 / %2"_s.arg(contextShortLabel(), limit);
}

} // namespace ponder
