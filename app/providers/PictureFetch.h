#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace ponder {

/// Downloads a picture of an answer that the user asked for. The user was shown a host and said
/// yes to that: a redirect that leads to any other, this machine and the local network included, is
/// not followed. Nothing that tells people apart goes along (no cookies, no referrer, no sign-in).
class PictureFetch : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const QByteArray &bytes)>; ///< empty: it did not work

    explicit PictureFetch(QObject *parent = nullptr);

    /// Calls back once, on the thread this lives on; may be called on any.
    void get(const QUrl &url, Done done);

    static constexpr qint64 kMaxBytes = 16 * 1024 * 1024;

private:
    void send(const QUrl &url, const Done &done, int redirects);

    QNetworkAccessManager m_network;
};

} // namespace ponder
