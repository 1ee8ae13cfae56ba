#include "providers/ModelListFetch.h"

#include "providers/Endpoint.h"
#include "providers/HttpFetch.h"
#include "providers/ModelListDecoder.h"

#include <iterator>
#include <memory>

namespace ponder {

namespace {

constexpr int kMaxPages = 50;

struct Paging
{
    ProviderAccess &access;
    ProviderProfile profile;
    QString key;
    int timeoutMs;
    QObject *context;
    ModelListFetch::Done done;
    FetchedModels fetched;
    int pages = 0;
};

void fetchPage(const std::shared_ptr<Paging> &paging, const QUrl &url);

void readPage(const std::shared_ptr<Paging> &paging, const Result<FetchReply> &reply)
{
    const bool first = paging->pages++ == 0;
    Result<ModelPage> page = reply ? ModelListDecoder::decode(reply->body) : reply.error();
    if (!page) {
        paging->done(first ? Result<FetchedModels>(page.error())
                           : Result<FetchedModels>(std::move(paging->fetched)));
        return;
    }
    if (first)
        paging->fetched.roundTripMs = reply->ms;
    std::vector<ModelInfo> &models = paging->fetched.models;
    models.insert(models.end(), std::make_move_iterator(page.value().models.begin()),
                  std::make_move_iterator(page.value().models.end()));
    const QUrl next = page->next.isEmpty() ? QUrl() : reply->url.resolved(page->next);
    const bool goesOn = next.isValid() && next != reply->url && paging->pages < kMaxPages &&
                        models.size() < ModelListDecoder::kMaxModels &&
                        Endpoint::isSameOrigin(next, reply->url);
    if (goesOn)
        fetchPage(paging, next);
    else
        paging->done(std::move(paging->fetched));
}

void fetchPage(const std::shared_ptr<Paging> &paging, const QUrl &url)
{
    HttpFetch::get(paging->access, paging->profile, url, paging->key, paging->timeoutMs,
                   paging->context,
                   [paging](const Result<FetchReply> &reply) { readPage(paging, reply); });
}

} // namespace

void ModelListFetch::run(ProviderAccess &access, const ProviderProfile &profile, const QString &key,
                         int timeoutMs, QObject *context, Done done)
{
    const auto paging = std::make_shared<Paging>(
        Paging{access, profile, key, timeoutMs, context, std::move(done), {}, 0});
    fetchPage(paging, Endpoint::url(profile.baseUrl, QStringLiteral("/models")));
}

} // namespace ponder
