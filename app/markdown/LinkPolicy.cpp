#include "markdown/LinkPolicy.h"

#include <QUrl>

#include <algorithm>

namespace ponder {

namespace {

bool hasControlCharacters(const QString &url)
{
    return std::any_of(url.begin(), url.end(),
                       [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

bool isWebAddress(const QUrl &url)
{
    return (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) &&
           !url.host().isEmpty();
}

} // namespace

bool LinkPolicy::allowsLink(const QString &url)
{
    if (url.isEmpty() || url.size() > 8192 || hasControlCharacters(url))
        return false;
    const QUrl parsed(url);
    if (!parsed.isValid())
        return false;
    return isWebAddress(parsed) ||
           (parsed.scheme() == QLatin1String("mailto") && !parsed.path().isEmpty());
}

bool LinkPolicy::allowsImage(const QString &url)
{
    if (url.startsWith(QLatin1String("data:"), Qt::CaseInsensitive)) {
        // No SVG: it is a document that can refer to others.
        static constexpr QLatin1String kFormats[] = {
            QLatin1String("data:image/png;base64,"), QLatin1String("data:image/jpeg;base64,"),
            QLatin1String("data:image/gif;base64,"), QLatin1String("data:image/webp;base64,")};
        return url.size() <= kMaxDataUrl &&
               std::any_of(std::begin(kFormats), std::end(kFormats), [&](QLatin1String format) {
                   return url.startsWith(format, Qt::CaseInsensitive);
               });
    }
    return !hasControlCharacters(url) && url.size() <= 8192 && isWebAddress(QUrl(url));
}

QString LinkPolicy::pictureName(const QString &url)
{
    if (url.startsWith(QLatin1String("data:"), Qt::CaseInsensitive))
        return QStringLiteral("image");
    const QString path = url.section(u'?', 0, 0);
    const QString leaf = path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    return leaf.isEmpty() ? url : leaf;
}

QString LinkPolicy::host(const QString &url)
{
    const QUrl parsed(url);
    return isWebAddress(parsed) ? parsed.host() : QString();
}

} // namespace ponder
