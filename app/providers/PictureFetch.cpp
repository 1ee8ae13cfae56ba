#include "providers/PictureFetch.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>
#include <utility>

namespace ponder {

namespace {

constexpr int kMaxRedirects = 5;
constexpr int kTimeoutMs = 30'000;

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

/// The same place as was asked for, perhaps over a safer connection.
bool mayFollow(const QUrl &from, const QUrl &to)
{
    if (from.host() != to.host() || to.userInfo() != from.userInfo())
        return false;
    const bool safer = from.scheme() == QLatin1String("http") && portOf(from) == 80 &&
                       to.scheme() == QLatin1String("https") && portOf(to) == 443;
    return safer || (from.scheme() == to.scheme() && portOf(from) == portOf(to));
}

} // namespace

PictureFetch::PictureFetch(QObject *parent) : QObject(parent)
{}

void PictureFetch::get(const QUrl &url, Done done)
{
    QMetaObject::invokeMethod(
        this, [this, url, done = std::move(done)] { send(url, done, 0); }, Qt::QueuedConnection);
}

void PictureFetch::send(const QUrl &url, const Done &done, int redirects)
{
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")) {
        done({});
        return;
    }
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Ponder"));
    request.setRawHeader("Accept", "image/png, image/jpeg, image/webp, image/gif");
    request.setTransferTimeout(kTimeoutMs);
    QNetworkReply *reply = m_network.get(request);
    auto bytes = std::make_shared<QByteArray>();
    connect(reply, &QIODevice::readyRead, this, [reply, bytes] {
        *bytes += reply->read(kMaxBytes + 1 - bytes->size());
        if (bytes->size() > kMaxBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, bytes, done, redirects, url] {
        reply->deleteLater();
        const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (!target.isEmpty()) {
            const QUrl to = url.resolved(target);
            if (mayFollow(url, to) && redirects < kMaxRedirects)
                send(to, done, redirects + 1);
            else
                done({});
            return;
        }
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool ok = reply->error() == QNetworkReply::NoError && status >= 200 && status < 300;
        done(ok && bytes->size() <= kMaxBytes ? *bytes : QByteArray());
    });
}

} // namespace ponder
