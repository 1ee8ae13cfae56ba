#include "ui/EnclosedPictures.h"

#include "ui/PictureDecoder.h"

#include <QMetaObject>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// What nobody has asked for so long may go.
constexpr qint64 kIdleMs = 30'000;
/// Of the screen for one of the layout, at most.
constexpr int kRatio = 2;

} // namespace

EnclosedPictures::EnclosedPictures(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
    m_clock.start();
}

EnclosedPictures::~EnclosedPictures()
{
    m_worker.clear(); // only the one that is being decoded is waited for
}

const QImage *EnclosedPictures::picture(const QString &url)
{
    if (const auto known = m_pictures.find(url); known != m_pictures.end()) {
        known->used = m_clock.elapsed();
        return &known->image;
    }
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
                keep(url, image);
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    });
    return nullptr;
}

void EnclosedPictures::keep(const QString &url, const QImage &image)
{
    const qint64 now = m_clock.elapsed();
    if (m_bytes + image.sizeInBytes() > kMostBytes) {
        m_pictures.removeIf([&](const QHash<QString, Entry>::iterator &entry) {
            const bool idle = now - entry->used > kIdleMs;
            m_bytes -= idle ? entry->image.sizeInBytes() : 0;
            return idle;
        });
    }
    const bool fits = m_bytes + image.sizeInBytes() <= kMostBytes;
    m_bytes += fits ? image.sizeInBytes() : 0;
    m_pictures.insert(url, {fits ? image : QImage(), now});
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
