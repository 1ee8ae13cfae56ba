#pragma once

#include <QColor>
#include <QQuickImageProvider>

namespace ponder {

/// Draws the icons of the window in the colour asked for: `image://icon/<name>?color=#rrggbb` from
/// `:/icons/<name>.svg`, whose strokes are `currentColor`. Vector all the way, so that icons are
/// sharp at every size and screen scale; an unknown name gives an empty picture and a line in the
/// log.
class IconProvider final : public QQuickImageProvider
{
public:
    IconProvider();

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;

    /// The picture itself, also for the window icon. `pixels` is in device pixels.
    static QImage render(const QString &name, const QColor &color, const QSize &pixels);
};

} // namespace ponder
