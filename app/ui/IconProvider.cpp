#include "ui/IconProvider.h"

#include "base/Logging.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

constexpr int defaultSize = 24; // the box every icon is drawn in
constexpr int largestSize = 1024;

QByteArray source(const QString &name)
{
    // Names come from QML only; still, nothing but a plain name may become a path.
    static const QRegularExpression plain(u"^[a-z0-9-]+$"_s);
    if (!plain.match(name).hasMatch())
        return {};
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image)
{}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const qsizetype question = id.indexOf(u'?');
    const QString name = question < 0 ? id : id.left(question);
    QColor color(Qt::black);
    const qsizetype given = id.indexOf("color="_L1, question);
    if (question >= 0 && given >= 0)
        color = QColor(id.mid(given + 6).replace("%23"_L1, "#"_L1));

    QSize pixels(requestedSize.width() > 0 ? requestedSize.width() : defaultSize,
                 requestedSize.height() > 0 ? requestedSize.height() : defaultSize);
    pixels = pixels.boundedTo({largestSize, largestSize});
    if (size)
        *size = pixels;
    return render(name, color, pixels);
}

QImage IconProvider::render(const QString &name, const QColor &color, const QSize &pixels)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QByteArray svg = source(name);
    if (svg.isEmpty()) {
        qCWarning(lcUi) << "no icon named" << name;
        return image;
    }
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace ponder
