#include "ui/EnclosedPictures.h"

#include "ui/PictureDecoder.h"

#include <QMetaObject>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// Of all pictures that are kept; more than those of one text can take.
constexpr int kMostBytes = 64 * 1024 * 1024;
/// Of the screen for one of the layout, at most.
constexpr int kRatio = 2;

} // namespace

EnclosedPictures::EnclosedPictures(QObject *parent) : QObject(parent), m_pictures(kMostBytes)
{
    m_worker.setMaxThreadCount(1);
}

const QImage *EnclosedPictures::picture(const QString &url)
{
    if (const QImage *known = m_pictures.object(url))
        return known;
    if (m_working.contains(url))
        return nullptr;
    m_working.insert(url);
    m_worker.start([this, url] {
        QImage image = PictureDecoder::decode(PictureDecoder::bytesOf(url), kRatio * kWidest);
        const QSize enough = (shownSize(image) * kRatio).toSize();
        if (image.height() > enough.height())
            image = image.scaled(enough, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QMetaObject::invokeMethod(
            this,
            [this, url, image] {
                m_working.remove(url);
                m_pictures.insert(url, new QImage(image), int(image.sizeInBytes()) + 1);
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    });
    return nullptr;
}

QSizeF EnclosedPictures::shownSize(const QImage &picture)
{
    const QSizeF whole = picture.size();
    const qreal most = std::max(whole.width(), whole.height());
    const qreal factor = std::min(1.0, kWidest / std::max(1.0, most));
    return {std::max(1.0, std::round(whole.width() * factor)),
            std::max(1.0, std::round(whole.height() * factor))};
}

} // namespace ponder
