#include "ui/AnswerPictures.h"

#include "markdown/LinkPolicy.h"
#include "ui/PictureDecoder.h"

#include <QMutexLocker>
#include <QQmlEngine>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace ponder {

namespace {

/// Twice the reading column.
constexpr int kWidest = 1440;

/// One picture on its way. QML deletes it when it has finished, or when the window goes; what loads
/// it may take longer than that.
class PictureResponse final : public QQuickImageResponse
{
public:
    struct Link
    {
        QMutex mutex;
        PictureResponse *response = nullptr; ///< null when nobody waits any more
    };

    PictureResponse() { m_link->response = this; }
    ~PictureResponse() override
    {
        const QMutexLocker lock(&m_link->mutex);
        m_link->response = nullptr;
    }

    [[nodiscard]] std::shared_ptr<Link> link() const { return m_link; }

    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override
    {
        return m_image.isNull() ? QStringLiteral("no picture") : QString();
    }

    static void decode(const std::shared_ptr<Link> &link, const QByteArray &bytes)
    {
        QThreadPool::globalInstance()->start([link, bytes] {
            QImage image = PictureDecoder::decode(bytes, kWidest);
            const QMutexLocker lock(&link->mutex);
            if (PictureResponse *response = std::exchange(link->response, nullptr)) {
                response->m_image = std::move(image);
                Q_EMIT response->finished();
            }
        });
    }

private:
    std::shared_ptr<Link> m_link = std::make_shared<Link>();
    QImage m_image;
};

} // namespace

AnswerPictures *AnswerPictures::of(const QQmlEngine &engine)
{
    return static_cast<AnswerPictures *>(engine.imageProvider(id()));
}

void AnswerPictures::setFetch(Fetch fetch)
{
    const QMutexLocker lock(&m_mutex);
    m_fetch = std::move(fetch);
}

QString AnswerPictures::sourceOf(const QString &url)
{
    if (!LinkPolicy::allowsImage(url))
        return {};
    const QMutexLocker lock(&m_mutex);
    auto known = m_numbers.constFind(url);
    if (known == m_numbers.constEnd()) {
        known = m_numbers.insert(url, int(m_urls.size()));
        m_urls << url;
    }
    return QStringLiteral("image://%1/%2").arg(id()).arg(*known);
}

QQuickImageResponse *AnswerPictures::requestImageResponse(const QString &id, const QSize &)
{
    QString url;
    Fetch fetch;
    {
        const QMutexLocker lock(&m_mutex);
        bool ok = false;
        const int number = id.toInt(&ok);
        if (ok && number >= 0 && number < m_urls.size())
            url = m_urls[number];
        fetch = m_fetch;
    }
    auto *response = new PictureResponse;
    const auto link = response->link();
    if (!LinkPolicy::host(url).isEmpty() && fetch)
        fetch(QUrl(url), [link](const QByteArray &bytes) { PictureResponse::decode(link, bytes); });
    else
        PictureResponse::decode(link, PictureDecoder::bytesOf(url));
    return response;
}

QString PictureSource::of(const QString &url) const
{
    const QQmlEngine *engine = qmlEngine(this);
    AnswerPictures *pictures = engine ? AnswerPictures::of(*engine) : nullptr;
    return pictures ? pictures->sourceOf(url) : QString();
}

} // namespace ponder
