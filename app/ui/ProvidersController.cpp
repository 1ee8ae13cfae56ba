#include "ui/ProvidersController.h"

#include "base/ErrorText.h"

#include <QTimer>
#include <QUrl>

namespace ponder {

namespace {

/// What describeError() says is meant for a message that could not be sent; here nothing was.
ErrorDescription describeTest(const Error &error, const QString &provider)
{
    ErrorDescription words = describeError(error, provider);
    switch (error.kind) {
    case ErrorKind::Auth:
        words.hint = ProvidersController::tr("Check that the key is whole and of this provider.");
        break;
    case ErrorKind::Balance:
        words.title = ProvidersController::tr("No credit is left");
        words.hint = ProvidersController::tr("The key is right. Add credit to use it.");
        break;
    case ErrorKind::NotRunning:
        words.hint = ProvidersController::tr("Start it on this computer, or check the base URL.");
        break;
    case ErrorKind::Network:
        words.title = ProvidersController::tr("%1 cannot be reached").arg(provider);
        words.hint = ProvidersController::tr("Check the base URL, the proxy and the network.");
        break;
    case ErrorKind::Timeout:
        words.title = ProvidersController::tr("%1 did not answer in time").arg(provider);
        words.hint = ProvidersController::tr("Check the base URL, the proxy and the network.");
        break;
    case ErrorKind::Server:
    case ErrorKind::Overloaded:
        words.hint = ProvidersController::tr("Try again in a moment.");
        break;
    case ErrorKind::NoKey:
        words.hint = ProvidersController::tr("Type the key above and save it.");
        break;
    default:
        break;
    }
    return words;
}

} // namespace

ProvidersController::ProvidersController(ProviderDirectory &directory, SecretStore &secrets,
                                         Settings &settings, QObject *parent)
    : QObject(parent), m_directory(directory), m_secrets(secrets), m_status(directory, secrets),
      m_list(directory, m_status), m_form(directory), m_key(secrets, m_status), m_models(directory)
{
    connect(&m_status, &ProviderStatus::changed, this, [this](const QString &id) {
        if (id == m_currentId)
            Q_EMIT testChanged();
    });
    connect(&m_status, &ProviderStatus::localServersChanged, this,
            &ProvidersController::localServersChanged);
    connect(&m_status, &ProviderStatus::probingChanged, this, &ProvidersController::lookingChanged);
    connect(&m_directory, &ProviderDirectory::profilesChanged, this,
            &ProvidersController::onProfilesChanged);
    // A key that was just typed is worth nothing until the provider has accepted it.
    connect(&m_key, &ProviderKeyController::saved, this, [this](const QString &id) {
        // Later: the store still has to say that the key changed, which ends what runs with the
        // old.
        QTimer::singleShot(0, this, [this, id] {
            m_status.testConnection(id);
            if (id == m_currentId)
                m_models.fetch();
        });
    });
    setCurrentId(settings.text(QStringLiteral("default.provider")));
    // Not before the window stands: the keychain may ask its user something.
    QTimer::singleShot(0, this, [this] {
        m_secrets.probe();
        m_status.readKeys();
    });
}

void ProvidersController::setCurrentId(const QString &id)
{
    QString next = id;
    if (!m_directory.profile(next))
        next = m_list.idAt(0);
    if (next == m_currentId)
        return;
    m_currentId = next;
    m_form.show(next);
    m_key.show(next);
    m_models.show(next);
    setAddError({});
    Q_EMIT currentIdChanged();
    Q_EMIT testChanged();
}

bool ProvidersController::testing() const
{
    return m_status.entry(m_currentId).testing;
}

QString ProvidersController::testTone() const
{
    const ProviderStatus::Entry &state = m_status.entry(m_currentId);
    if (state.report)
        return QStringLiteral("ok");
    return state.error ? QStringLiteral("danger") : QString();
}

QString ProvidersController::testTitle() const
{
    const ProviderStatus::Entry &state = m_status.entry(m_currentId);
    if (state.report)
        return tr("Connected");
    return state.error ? describeTest(*state.error, m_form.title()).title : QString();
}

QString ProvidersController::testDetail() const
{
    const ProviderStatus::Entry &state = m_status.entry(m_currentId);
    if (state.error)
        return describeTest(*state.error, m_form.title()).hint;
    if (!state.report)
        return {};
    QStringList parts{tr("%1 ms").arg(state.report->roundTripMs),
                      tr("%n model(s)", nullptr, state.report->modelCount)};
    if (!state.report->credit.isEmpty())
        parts << tr("%1 credit left").arg(state.report->credit);
    return parts.join(QStringLiteral(" · "));
}

QVariantList ProvidersController::localServers() const
{
    QVariantList servers;
    for (const ProviderProfile &profile : m_directory.profiles()) {
        if (!profile.local)
            continue;
        const std::optional<LocalServer> &found = m_status.entry(profile.id).server;
        const bool running = found && found->running;
        const QString baseUrl = running ? found->baseUrl : profile.baseUrl;
        const QUrl url(baseUrl);
        const QString address = QStringLiteral("%1:%2").arg(url.host()).arg(url.port(80));
        QString subtitle;
        if (running)
            subtitle = tr("Found at %1 · %n model(s)", nullptr, found->modelCount).arg(address);
        else if (found)
            subtitle = tr("Not running at %1").arg(address);
        else
            subtitle = tr("Looking at %1").arg(address);
        servers << QVariantMap{
            {QStringLiteral("providerId"), profile.id},
            {QStringLiteral("name"), profile.displayName(m_chinese)},
            {QStringLiteral("baseUrl"), baseUrl},
            {QStringLiteral("address"), address},
            {QStringLiteral("running"), running},
            {QStringLiteral("modelCount"), found ? found->modelCount : 0},
            {QStringLiteral("subtitle"), subtitle},
        };
    }
    return servers;
}

QVariantList ProvidersController::featured() const
{
    QVariantList offered;
    for (const ProviderProfile &profile : m_directory.profiles())
        if (profile.featured)
            offered << QVariantMap{{QStringLiteral("providerId"), profile.id},
                                   {QStringLiteral("name"), profile.displayName(m_chinese)}};
    return offered;
}

void ProvidersController::setChinese(bool chinese)
{
    m_chinese = chinese;
    m_list.setChinese(chinese);
    m_form.setChinese(chinese);
    Q_EMIT m_key.changed();
    Q_EMIT testChanged();
    Q_EMIT localServersChanged();
    Q_EMIT featuredChanged();
}

void ProvidersController::testConnection()
{
    m_status.testConnection(m_currentId);
}

void ProvidersController::lookAgain()
{
    m_status.probeLocalServers();
}

void ProvidersController::refresh()
{
    m_status.readKeys();
    m_status.probeLocalServers();
    m_list.sortAgain();
    fetchModels();
}

void ProvidersController::fetchModels()
{
    const std::optional<ProviderProfile> profile = m_directory.profile(m_currentId);
    if (profile && m_status.isUsable(*profile))
        m_models.fetch();
}

bool ProvidersController::add(const QString &name, const QString &baseUrl, bool needsKey)
{
    ProviderProfile profile;
    profile.name = name.simplified();
    profile.baseUrl = baseUrl.trimmed();
    profile.needsKey = needsKey;
    profile.userMade = true;
    if (profile.name.isEmpty()) {
        setAddError(tr("Give the provider a name."));
        return false;
    }
    const QString problem = ProviderForm::problemWithUrl(profile.baseUrl);
    if (!problem.isEmpty()) {
        setAddError(problem);
        return false;
    }
    profile.id = newIdFor(profile.name);
    const Result<void> result = m_directory.save(profile);
    if (!result) {
        setAddError(result.error().message.isEmpty()
                        ? describeError(result.error(), profile.name).title
                        : result.error().message);
        return false;
    }
    setAddError({});
    setCurrentId(profile.id);
    return true;
}

void ProvidersController::removeOrReset(const QString &id)
{
    const std::optional<ProviderProfile> profile = m_directory.profile(id);
    if (!profile)
        return;
    if (profile->userMade)
        m_secrets.remove(id, this, [](const Result<void> &) {});
    if (m_directory.remove(id) && id == m_currentId)
        m_form.show(id);
    onProfilesChanged();
}

QString ProvidersController::newIdFor(const QString &name) const
{
    QString id;
    for (const QChar c : name.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit();
        if (plain && c.unicode() < 0x80)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(QLatin1Char('-')))
            id += QLatin1Char('-');
    }
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    if (id.isEmpty())
        id = QStringLiteral("provider");
    QString free = id;
    for (int n = 2; m_directory.profile(free); ++n)
        free = QStringLiteral("%1-%2").arg(id).arg(n);
    return free;
}

void ProvidersController::onProfilesChanged()
{
    if (!m_directory.profile(m_currentId))
        setCurrentId(m_list.idAt(0));
    Q_EMIT localServersChanged();
    Q_EMIT featuredChanged();
}

void ProvidersController::setAddError(const QString &sentence)
{
    if (m_addError == sentence)
        return;
    m_addError = sentence;
    Q_EMIT addErrorChanged();
}

} // namespace ponder
