#include "cli/EndpointResolver.h"

#include <QUrl>

#include <utility>

namespace ponder::cli {

namespace {

Error usage(const QString &sentence)
{
    return {ErrorKind::Usage, 0, sentence, {}, {}};
}

/// Conversations with a server that has no profile keep its address in place of an id.
bool isAddress(const QString &providerId)
{
    return providerId.startsWith(QLatin1String("http://")) ||
           providerId.startsWith(QLatin1String("https://"));
}

} // namespace

ProviderProfile adHocProfile(const QString &baseUrl)
{
    const QUrl url(baseUrl);
    ProviderProfile profile;
    profile.id = baseUrl;
    profile.name =
        url.port() > 0 ? QStringLiteral("%1:%2").arg(url.host()).arg(url.port()) : url.host();
    profile.baseUrl = baseUrl;
    profile.needsKey = false;
    profile.userMade = true;
    return profile;
}

EndpointResolver::EndpointResolver(Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{}

Result<ProviderProfile> EndpointResolver::provider(const EndpointChoice &choice,
                                                   const Conversation *earlier) const
{
    QString id = choice.providerId;
    QString baseUrl = choice.baseUrl;
    if (id.isEmpty() && baseUrl.isEmpty()) {
        if (earlier && isAddress(earlier->providerId))
            baseUrl = earlier->providerId;
        else if (earlier && m_services.providers.profile(earlier->providerId))
            id = earlier->providerId;
        else
            id = m_services.settings.text(QStringLiteral("default.provider"));
        if (id.isEmpty() && baseUrl.isEmpty()) {
            return usage(tr("No provider is chosen yet. Name one with --provider or --base-url, or "
                            "choose it for good: `ponder config set default.provider ID`."));
        }
    }
    ProviderProfile profile = adHocProfile(baseUrl);
    if (!id.isEmpty()) {
        const std::optional<ProviderProfile> known = m_services.providers.profile(id);
        if (!known) {
            return usage(
                tr("There is no provider “%1”. `ponder providers` shows them all.").arg(id));
        }
        profile = *known;
        if (!baseUrl.isEmpty())
            profile.baseUrl = baseUrl;
    }
    if (choice.idleTimeoutMs)
        profile.idleTimeoutMs = *choice.idleTimeoutMs;
    return profile;
}

QString EndpointResolver::knownModel(const EndpointChoice &choice, const ProviderProfile &provider,
                                     const Conversation *earlier) const
{
    if (!choice.model.isEmpty())
        return choice.model;
    if (earlier && earlier->providerId == provider.id && !earlier->model.isEmpty())
        return earlier->model;
    const Settings &settings = m_services.settings;
    const QString preferred = settings.text(QStringLiteral("default.model"));
    if (!preferred.isEmpty() && settings.text(QStringLiteral("default.provider")) == provider.id)
        return preferred;
    return provider.defaultModel;
}

void EndpointResolver::resolve(const EndpointChoice &choice, const Conversation *earlier,
                               std::function<void(Result<Endpoint>)> done)
{
    const Result<ProviderProfile> found = provider(choice, earlier);
    if (!found) {
        done(found.error());
        return;
    }
    const ProviderProfile profile = *found;
    const QString model = knownModel(choice, profile, earlier);
    if (!model.isEmpty()) {
        done(Endpoint{profile, model});
        return;
    }
    m_services.providers.fetchModelsOf(
        profile, this,
        [profile, done = std::move(done)](const Result<std::vector<ModelInfo>> &models) {
            if (!models)
                done(models.error());
            else if (models->empty())
                done(usage(tr("%1 lists no model. Name one with --model.").arg(profile.name)));
            else
                done(Endpoint{profile, models->front().id});
        });
}

} // namespace ponder::cli
