#include "providers/ProviderCatalog.h"

#include "base/Logging.h"
#include "providers/CreditDecoder.h"
#include "providers/Endpoint.h"
#include "providers/HttpFetch.h"
#include "providers/LocalServerProbe.h"
#include "providers/ProfileJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace ponder {

namespace {

constexpr int kListTimeoutMs = 30'000;
constexpr int kCreditTimeoutMs = 10'000;

Error tableError(const QString &entry, const QString &problem)
{
    return {ErrorKind::Protocol,
            0,
            QStringLiteral("providers.json: %1: %2").arg(entry, problem),
            {},
            std::nullopt};
}

QJsonArray entriesOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(u"profiles").toArray();
}

const ProviderProfile *findIn(const std::vector<ProviderProfile> &profiles, const QString &id)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&id](const ProviderProfile &p) { return p.id == id; });
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace

Result<std::vector<ProviderProfile>> ProviderCatalog::readBuiltIn(const QByteArray &json)
{
    std::vector<ProviderProfile> profiles;
    const QJsonArray entries = entriesOf(json);
    for (const QJsonValue &entry : entries) {
        ProviderProfile profile = ProfileJson::read(entry.toObject());
        if (const Result<void> usable = ProfileJson::check(profile); !usable)
            return tableError(profile.id, usable.error().message);
        if (findIn(profiles, profile.id))
            return tableError(profile.id, QStringLiteral("stands there twice"));
        profiles.push_back(std::move(profile));
    }
    if (profiles.empty())
        return tableError(QStringLiteral("the file"), QStringLiteral("holds no profiles"));
    return profiles;
}

ProviderCatalog::ProviderCatalog(const QByteArray &builtInJson, const QString &userFile,
                                 const QString &cacheFile, SecretStore &secrets, const Clock &clock,
                                 QObject *parent)
    : ProviderDirectory(parent), m_user(userFile), m_cache(cacheFile), m_access(secrets, clock)
{
    Result<std::vector<ProviderProfile>> builtIns = readBuiltIn(builtInJson);
    if (builtIns)
        m_builtIn = std::move(builtIns.value());
    else
        qCCritical(lcSettings) << builtIns.error().message;
    const QJsonArray entries = entriesOf(builtInJson);
    for (const QJsonValue &entry : entries) {
        const QJsonObject credit = entry.toObject().value(u"credit").toObject();
        if (!credit.isEmpty()) {
            m_credit.insert(
                entry.toObject().value(u"id").toString(),
                {QUrl(credit.value(u"url").toString()), credit.value(u"format").toString()});
        }
    }
    rebuild();
}

void ProviderCatalog::rebuild()
{
    m_profiles = m_builtIn;
    for (ProviderProfile &profile : m_profiles) {
        const ProviderProfile changed = ProfileJson::read(m_user.entry(profile.id), profile);
        if (ProfileJson::check(changed))
            profile = changed;
    }
    for (const QJsonObject &entry : m_user.entries()) {
        ProviderProfile profile = ProfileJson::read(entry);
        profile.userMade = true;
        if (findIn(m_profiles, profile.id))
            continue;
        if (const Result<void> usable = ProfileJson::check(profile); usable)
            m_profiles.push_back(std::move(profile));
        else
            qCWarning(lcSettings) << "a provider is left out:" << usable.error().message;
    }
}

const ProviderProfile *ProviderCatalog::builtIn(const QString &id) const
{
    return findIn(m_builtIn, id);
}

std::optional<ProviderProfile> ProviderCatalog::profile(const QString &id) const
{
    const ProviderProfile *found = findIn(m_profiles, id);
    return found ? std::optional(*found) : std::nullopt;
}

Error ProviderCatalog::unknownProvider(const QString &id)
{
    return {ErrorKind::Usage,
            0,
            tr("There is no provider with the id “%1”.").arg(id),
            {},
            std::nullopt};
}

Result<void> ProviderCatalog::save(const ProviderProfile &profile)
{
    ProviderProfile tidy = profile;
    tidy.name = profile.name.trimmed();
    tidy.baseUrl = profile.baseUrl.trimmed();
    if (const Result<void> usable = ProfileJson::check(tidy); !usable)
        return usable;

    m_user.reloadIfChanged();
    if (const ProviderProfile *base = builtIn(tidy.id)) {
        QJsonObject changes = ProfileJson::difference(tidy, *base);
        if (changes.isEmpty()) {
            m_user.remove(tidy.id);
        } else {
            changes.insert(QStringLiteral("id"), tidy.id);
            m_user.set(changes);
        }
    } else {
        // Only what differs from an empty profile, so that better defaults of a later version
        // apply.
        QJsonObject own = ProfileJson::difference(tidy, ProviderProfile());
        own.insert(QStringLiteral("id"), tidy.id);
        m_user.set(own);
    }
    const Result<void> written = m_user.write();
    rebuild();
    Q_EMIT profilesChanged();
    return written;
}

Result<void> ProviderCatalog::remove(const QString &id)
{
    m_user.reloadIfChanged();
    rebuild();
    if (!findIn(m_profiles, id))
        return unknownProvider(id);
    m_user.remove(id);
    if (!builtIn(id))
        m_cache.remove(id);
    const Result<void> written = m_user.write();
    rebuild();
    Q_EMIT profilesChanged();
    return written;
}

std::vector<ModelInfo> ProviderCatalog::knownModels(const QString &id) const
{
    const ProviderProfile *found = findIn(m_profiles, id);
    return found ? m_cache.models(*found) : std::vector<ModelInfo>();
}

void ProviderCatalog::fetchList(const ProviderProfile &profile, QObject *context, ListDone done)
{
    if (profile.kind == ProviderProfile::Kind::Demo) {
        FetchedModels demo;
        demo.models.push_back({profile.defaultModel, profile.defaultModel, {}, {}, {}});
        QTimer::singleShot(0, context, [demo, done = std::move(done)] { done(demo); });
        return;
    }
    if (const Result<void> usable = Endpoint::check(profile.baseUrl); !usable) {
        QTimer::singleShot(0, context,
                           [error = usable.error(), done = std::move(done)] { done(error); });
        return;
    }
    m_access.readKey(profile, context,
                     [this, profile, context, done = std::move(done)](const Result<QString> &key) {
                         if (!key)
                             done(key.error());
                         else
                             ModelListFetch::run(m_access, profile, *key, kListTimeoutMs, context,
                                                 done);
                     });
}

void ProviderCatalog::remember(const ProviderProfile &profile, const FetchedModels &fetched)
{
    if (findIn(m_profiles, profile.id)) {
        m_cache.store(profile, fetched.models);
        Q_EMIT modelsChanged(profile.id);
    }
}

void ProviderCatalog::fetchModelsOf(const ProviderProfile &profile, QObject *context,
                                    std::function<void(Result<std::vector<ModelInfo>>)> done)
{
    fetchList(profile, context, [done = std::move(done)](Result<FetchedModels> fetched) {
        if (fetched)
            done(std::move(fetched.value().models));
        else
            done(fetched.error());
    });
}

void ProviderCatalog::fetchModels(const QString &id, QObject *context,
                                  std::function<void(Result<std::vector<ModelInfo>>)> done)
{
    const std::optional<ProviderProfile> found = profile(id);
    if (!found) {
        QTimer::singleShot(0, context, [id, done = std::move(done)] { done(unknownProvider(id)); });
        return;
    }
    fetchList(*found, context,
              [this, profile = *found, done = std::move(done)](Result<FetchedModels> fetched) {
                  if (!fetched) {
                      done(fetched.error());
                      return;
                  }
                  remember(profile, *fetched);
                  done(std::move(fetched.value().models));
              });
}

void ProviderCatalog::testConnection(const QString &id, QObject *context,
                                     std::function<void(Result<ConnectionReport>)> done)
{
    const std::optional<ProviderProfile> found = profile(id);
    if (!found) {
        QTimer::singleShot(0, context, [id, done = std::move(done)] { done(unknownProvider(id)); });
        return;
    }
    fetchList(*found, context,
              [this, profile = *found, context,
               done = std::move(done)](const Result<FetchedModels> &fetched) {
                  if (!fetched) {
                      done(fetched.error());
                      return;
                  }
                  ConnectionReport report;
                  report.roundTripMs = fetched->roundTripMs;
                  report.modelCount = static_cast<int>(fetched->models.size());
                  const QPointer<ProviderCatalog> self(this);
                  remember(profile, *fetched);
                  if (self)
                      askCredit(profile, report, context, done);
              });
}

void ProviderCatalog::askCredit(const ProviderProfile &profile, ConnectionReport report,
                                QObject *context,
                                std::function<void(Result<ConnectionReport>)> done)
{
    const CreditSource source = m_credit.value(profile.id);
    // Only at the provider itself: the profile may point to a gateway by now.
    if (source.format.isEmpty() || !Endpoint::isSameOrigin(source.url, QUrl(profile.baseUrl))) {
        done(report);
        return;
    }
    m_access.readKey(profile, context,
                     [this, profile, source, report, context,
                      done = std::move(done)](const Result<QString> &key) {
                         if (!key) {
                             done(key.error());
                             return;
                         }
                         HttpFetch::get(
                             m_access, profile, source.url, *key, kCreditTimeoutMs, context,
                             [report, source, done](const Result<FetchReply> &reply) {
                                 // Some providers list their models to everybody: the key is only
                                 // tested here.
                                 if (!reply && reply.error().kind == ErrorKind::Auth) {
                                     done(reply.error());
                                     return;
                                 }
                                 ConnectionReport complete = report;
                                 if (reply)
                                     complete.credit =
                                         CreditDecoder::decode(source.format, reply->body);
                                 done(complete);
                             });
                     });
}

void ProviderCatalog::probeLocalServers(QObject *context,
                                        std::function<void(std::vector<LocalServer>)> done)
{
    LocalServerProbe::run(m_access, m_profiles, context, std::move(done));
}

} // namespace ponder
