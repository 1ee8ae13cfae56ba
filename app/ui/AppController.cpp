#include "ui/AppController.h"

#include "ui/CodeFile.h"

#include "base/ErrorText.h"
#include "base/Logging.h"

#include <QDesktopServices>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ponder {

AppController::AppController(ui::Services services, QObject *parent)
    : QObject(parent), m_services(std::move(services)), m_appearance(m_services.settings),
      m_window(m_services.settings), m_settings(m_services.settings),
      m_providers(m_services.providers, m_services.secrets, m_services.settings),
      m_sampling(m_services.parameters, m_services.settings, m_services.providers),
      m_effort(m_services.settings, m_services.providers),
      m_modelMenu(m_services.providers, m_providers.status(), m_services.settings),
      m_conversations(m_services.sessions, m_services.store, m_services.clock),
      m_chat(m_services, m_providers.status(), m_modelMenu),
      m_spending(m_services.sessions, m_services.store, m_services.clock), m_page(u"chat"_s),
      m_settingsSection(u"general"_s)
{
    m_sampling.setRequestSource([this](TurnOptions options) {
        const ChatSession *session = m_chat.session();
        if (!session)
            return SamplingController::sampleRequest(options);
        if (!m_chat.systemPrompt().isEmpty())
            options.systemPrompt = m_chat.systemPrompt();
        const bool typed = !m_chat.draft().trimmed().isEmpty();
        return session->previewRequest(typed ? m_chat.draft() : SamplingController::samplePrompt(),
                                       options);
    });
    connect(&m_conversations, &ConversationListModel::removed, this, &AppController::onRemoved);
    connect(&m_conversations, &ConversationListModel::restored, this, &AppController::openChat);
    connect(&m_conversations, &ConversationListModel::duplicated, this, &AppController::openChat);
    connect(&m_conversations, &ConversationListModel::loadFailed, this,
            &AppController::onStoreFailed);
    connect(&m_services.store, &ConversationStore::failed, this, &AppController::onStoreFailed);
    connect(&m_services.store, &ConversationStore::recovered, this,
            &AppController::onStoreRecovered);
    connect(&m_services.settings, &Settings::writeFailed, this, &AppController::setNotice);
    connect(&m_services.settings, &Settings::changed, this, &AppController::onSettingChanged);
    const auto aimEffort = [this] {
        m_effort.setTarget(m_chat.choice().profile, m_chat.choice().model);
    };
    connect(&m_chat, &ChatController::modelChanged, &m_effort, aimEffort);
    aimEffort();
    connect(&m_chat, &ChatController::sent, this,
            [this] { m_conversations.setCurrentId(m_chat.conversationId()); });
    setNotice(loadProblems());
    retranslate();
}

AppController::~AppController()
{
    prepareToQuit();
}

QString AppController::loadProblems() const
{
    QStringList problems{m_services.settings.loadProblem(), m_services.providers.loadProblem()};
    problems.removeAll(QString());
    return problems.join(u'\n');
}

bool AppController::needsFirstRun() const
{
    return !m_services.settings.flag(u"first_run.done"_s) &&
           m_services.settings.text(u"default.provider"_s).isEmpty() && !m_demoRun;
}

void AppController::start()
{
    if (needsFirstRun()) {
        setPage(u"firstRun"_s);
        m_providers.lookAgain();
    }
    m_providers.status().readKeys();
    m_conversations.reload();
    m_spending.refresh();
    newChat();
}

void AppController::useDemoForThisRun()
{
    m_demoRun = true;
    for (const ProviderProfile &profile : m_services.providers.profiles()) {
        if (profile.kind == ProviderProfile::Kind::Demo)
            m_chat.setForcedProvider(profile.id);
    }
    setPage(u"chat"_s);
}

void AppController::prepareToQuit()
{
    m_chat.keepDraft();
    m_conversations.forgetUndo();
    m_window.write();
}

void AppController::retranslate()
{
    const bool chinese = m_appearance.chinese();
    m_conversations.retranslate(chinese);
    m_chat.setChinese(chinese);
    m_modelMenu.setChinese(chinese);
    m_providers.setChinese(chinese);
    m_sampling.setChinese(chinese);
    m_effort.setChinese(chinese);
}

void AppController::setPage(const QString &page)
{
    if (m_page == page)
        return;
    m_page = page;
    Q_EMIT pageChanged();
}

void AppController::setSettingsSection(const QString &section)
{
    if (m_settingsSection == section || section.isEmpty())
        return;
    m_settingsSection = section;
    Q_EMIT settingsSectionChanged();
}

void AppController::setNotice(const QString &notice)
{
    if (m_notice == notice)
        return;
    m_notice = notice;
    Q_EMIT noticeChanged();
}

void AppController::dismissNotice()
{
    setNotice({});
}

void AppController::onStoreFailed(const Error &error)
{
    const ErrorDescription text = describeError(error, {});
    // The store's own sentence says more: what happened where, and what to do about it.
    m_storeNotice =
        error.message.isEmpty() ? u"%1. %2"_s.arg(text.title, text.hint) : error.message;
    if (error.retryAfterMs)
        m_storeNotice +=
            u' ' + tr("Your text stays in this window; saving is tried again by itself.");
    setNotice(m_storeNotice);
}

void AppController::onStoreRecovered()
{
    if (m_notice == m_storeNotice)
        setNotice({});
}

void AppController::onSettingChanged(const QString &name)
{
    if (name == "language"_L1)
        Q_EMIT languageChangeRequested(m_services.settings.text(name));
}

void AppController::showSession(ChatSession *session)
{
    m_openingId.clear();
    m_chat.show(session);
    m_conversations.setCurrentId(m_chat.conversationId());
    Q_EMIT composerFocusRequested();
}

void AppController::newChat()
{
    if (m_page == "settings"_L1)
        setPage(u"chat"_s);
    // One empty chat is enough: coming back to it finds what was typed.
    ChatSession *blank = m_services.sessions.find(m_blankId);
    if (!blank || !blank->conversation().isEmpty())
        blank = m_services.sessions.create();
    m_blankId = blank->conversation().summary.id;
    showSession(blank);
}

void AppController::openChat(const QString &id)
{
    if (m_page == "settings"_L1)
        setPage(u"chat"_s);
    if (id.isEmpty() || id == m_chat.conversationId()) {
        m_openingId.clear();
        Q_EMIT composerFocusRequested();
        return;
    }
    m_openingId = id;
    m_services.sessions.open(id, this, [this, id](Result<ChatSession *> opened) {
        if (m_openingId != id)
            return; // another one was asked for meanwhile
        if (opened)
            showSession(opened.value());
        else
            onStoreFailed(opened.error());
    });
}

void AppController::stepChat(int step)
{
    const int count = m_conversations.count();
    if (count == 0)
        return;
    const int current = m_conversations.currentRow();
    const int from = current < 0 ? (step > 0 ? -1 : 0) : current;
    openChat(m_conversations.idAt((from + step + count) % count));
}

void AppController::onRemoved(const QString &id, const QString &nextId)
{
    if (id != m_chat.conversationId())
        return;
    if (nextId.isEmpty())
        newChat();
    else
        openChat(nextId);
}

void AppController::openSettings(const QString &section)
{
    setSettingsSection(section);
    setPage(u"settings"_s);
}

void AppController::openProviderSettings(const QString &providerId)
{
    if (!providerId.isEmpty())
        m_providers.setCurrentId(providerId);
    openSettings(u"providers"_s);
}

void AppController::backToChats()
{
    // From the first run one comes here to set up a provider of one's own.
    if (needsFirstRun() && !m_chat.anyProviderReady()) {
        setPage(u"firstRun"_s);
        return;
    }
    if (needsFirstRun())
        (void)m_services.settings.set(u"first_run.done"_s, true); // Settings reports a failure
    setPage(u"chat"_s);
    Q_EMIT composerFocusRequested();
}

void AppController::setSetup(bool busy, const QString &error)
{
    m_settingUp = busy;
    m_setupError = error;
    Q_EMIT setupChanged();
}

void AppController::enable(const ProviderProfile &profile)
{
    if (m_services.providers.profile(profile.id) == profile)
        return;
    if (const Result<void> saved = m_services.providers.save(profile); !saved)
        qCWarning(lcUi) << "could not keep the provider" << profile.id << saved.error().message;
}

void AppController::chooseDefault(const QString &providerId, const QString &model)
{
    m_settings.setDefaultModel(providerId, model);
    (void)m_services.settings.set(u"first_run.done"_s, true); // Settings reports a failure
    setSetup(false, {});
    setPage(u"chat"_s);
    newChat();
}

void AppController::startDemo()
{
    for (const ProviderProfile &profile : m_services.providers.profiles()) {
        if (profile.kind == ProviderProfile::Kind::Demo) {
            chooseDefault(profile.id, profile.defaultModel);
            return;
        }
    }
}

void AppController::useLocal(const QString &providerId, const QString &baseUrl)
{
    std::optional<ProviderProfile> profile = m_services.providers.profile(providerId);
    if (!profile || m_settingUp)
        return;
    profile->enabled = true;
    if (!baseUrl.isEmpty())
        profile->baseUrl = baseUrl;
    enable(*profile);
    setSetup(true, {});
    m_services.providers.fetchModels(
        providerId, this,
        [this, providerId, name = profile->displayName(m_appearance.chinese()),
         wanted = profile->defaultModel](Result<std::vector<ModelInfo>> models) {
            if (!models) {
                setSetup(false, describeError(models.error(), name).title);
                return;
            }
            if (models->empty()) {
                setSetup(
                    false,
                    tr("%1 runs, but it has no model yet. Load one, then look again.").arg(name));
                return;
            }
            QString model = models->front().id;
            for (const ModelInfo &info : *models) {
                if (info.id == wanted)
                    model = wanted;
            }
            chooseDefault(providerId, model);
        });
}

void AppController::finishFirstRun(const QString &providerId)
{
    std::optional<ProviderProfile> profile = m_services.providers.profile(providerId);
    if (!profile)
        return;
    profile->enabled = true;
    enable(*profile);
    chooseDefault(providerId, profile->defaultModel);
}

void AppController::openExternally(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    if (scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1)
        QDesktopServices::openUrl(url);
    else
        qCWarning(lcUi) << "not opened: an address of the kind" << scheme;
}

void AppController::exportChat(const QString &id, const QString &format)
{
    m_services.sessions.open(id, this, [this, format](Result<ChatSession *> opened) {
        if (opened)
            write(opened.value()->conversation(), format);
        else
            onStoreFailed(opened.error());
    });
}

void AppController::write(const Conversation &conversation, const QString &format)
{
    if (!m_services.askSavePath || !m_services.exportConversation)
        return;
    const Result<QByteArray> bytes = m_services.exportConversation(conversation, format);
    if (!bytes) {
        onStoreFailed(bytes.error());
        return;
    }
    static const QRegularExpression unsafe(u"[\\x00-\\x1f/\\\\:*?\"<>|]+"_s);
    QString name = conversation.summary.title;
    name.replace(unsafe, u" "_s);
    name = name.simplified().left(80);
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(tr("Chat"));
    m_services.askSavePath(u"%1.%2"_s.arg(name, format), [this,
                                                          data = *bytes](const QString &path) {
        if (path.isEmpty())
            return;
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit())
            setNotice(tr("The chat could not be written to %1: %2").arg(path, file.errorString()));
    });
}

void AppController::saveCode(const QString &code, const QString &language)
{
    if (!m_services.askSavePath)
        return;
    m_services.askSavePath(CodeFile::name(language), [this, code](const QString &path) {
        const QString problem = path.isEmpty() ? QString() : CodeFile::write(path, code);
        if (!problem.isEmpty())
            setNotice(tr("The code could not be written to %1: %2").arg(path, problem));
    });
}

} // namespace ponder
