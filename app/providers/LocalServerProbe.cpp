#include "providers/LocalServerProbe.h"

#include "providers/Endpoint.h"
#include "providers/ModelListFetch.h"

#include <QTimer>

#include <memory>

namespace ponder {

namespace {

struct Candidate
{
    std::size_t server; ///< index into Search::servers
    ProviderProfile profile;
    bool answered = false;
    int modelCount = 0;
};

struct Search
{
    std::vector<LocalServer> servers;
    std::vector<Candidate> candidates;
    std::size_t open = 0;
    LocalServerProbe::Done done;
};

/// A server that wants a key is there all the same.
bool isServer(const Result<FetchedModels> &models)
{
    return models.ok() || models.error().kind == ErrorKind::Auth;
}

void conclude(Search &search)
{
    for (const Candidate &candidate : search.candidates) {
        LocalServer &server = search.servers[candidate.server];
        if (!candidate.answered || server.running)
            continue;
        server.running = true;
        server.baseUrl = candidate.profile.baseUrl;
        server.modelCount = candidate.modelCount;
    }
    search.done(std::move(search.servers));
}

} // namespace

QStringList LocalServerProbe::addresses(const ProviderProfile &profile)
{
    QStringList addresses;
    const QUrl own(profile.baseUrl);
    if (Endpoint::isLoopbackHost(own.host()))
        addresses.append(profile.baseUrl);
    for (const int port : profile.probePorts) {
        QUrl url = own;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(port);
        QUrl ownByNumber = own;
        if (Endpoint::isLoopbackHost(own.host()))
            ownByNumber.setHost(QStringLiteral("127.0.0.1"));
        if (url != ownByNumber)
            addresses.append(url.toString());
    }
    return addresses;
}

void LocalServerProbe::run(ProviderAccess &access, const std::vector<ProviderProfile> &profiles,
                           QObject *context, Done done)
{
    const auto search = std::make_shared<Search>();
    search->done = std::move(done);
    for (const ProviderProfile &profile : profiles) {
        if (!profile.local)
            continue;
        const QStringList candidates = addresses(profile);
        for (const QString &address : candidates) {
            Candidate candidate{search->servers.size(), profile, false, 0};
            candidate.profile.baseUrl = address;
            candidate.profile.headers.clear();
            search->candidates.push_back(std::move(candidate));
        }
        search->servers.push_back({profile.id, profile.baseUrl, false, 0});
    }
    search->open = search->candidates.size();
    if (search->open == 0) {
        QTimer::singleShot(0, context, [search] { conclude(*search); });
        return;
    }
    for (std::size_t i = 0; i < search->candidates.size(); ++i) {
        ModelListFetch::run(access, search->candidates[i].profile, QString(), kTimeoutMs, context,
                            [search, i](const Result<FetchedModels> &models) {
                                Candidate &candidate = search->candidates[i];
                                candidate.answered = isServer(models);
                                if (models)
                                    candidate.modelCount = static_cast<int>(models->models.size());
                                if (--search->open == 0)
                                    conclude(*search);
                            });
    }
}

} // namespace ponder
