#include "screenshots/BaselineFolder.h"

#include "screenshots/PictureComparer.h"
#include "screenshots/Surroundings.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QImageWriter>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace ponder::screenshots {

namespace {

/// How far a palette may move a channel: less than the comparer sees at the edge of a letter.
constexpr int kPaletteError = 6;
/// A colour of so many pixels is a surface's, where the comparer sees the least shade.
constexpr int kSurface = 100;
const QString kMadeWith = u"made-with.txt"_s;

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

QHash<QRgb, int> colorsOf(const QImage &picture)
{
    QHash<QRgb, int> count;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++count[line[x]];
    }
    return count;
}

/// The entry of a palette for each colour, those of surfaces themselves; empty when 256 are too
/// few.
QHash<QRgb, int> paletteFor(const QHash<QRgb, int> &count, int error, QList<QRgb> *palette)
{
    std::vector<std::pair<int, QRgb>> byUse;
    for (auto it = count.cbegin(); it != count.cend(); ++it)
        byUse.emplace_back(-it.value(), it.key());
    std::sort(byUse.begin(), byUse.end());
    palette->clear();
    QHash<QRgb, int> entries;
    for (const auto &[use, wanted] : byUse) {
        const QRgb color = wanted;
        const auto nearest =
            std::min_element(palette->cbegin(), palette->cend(), [color](QRgb a, QRgb b) {
                return distance(a, color) < distance(b, color);
            });
        const bool known = nearest != palette->cend() &&
                           distance(*nearest, color) <= (-use >= kSurface ? 0 : error);
        if (!known && palette->size() == 256)
            return {};
        entries.insert(color, known ? int(nearest - palette->cbegin()) : int(palette->size()));
        if (!known)
            palette->append(color);
    }
    return entries;
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QImage withPalette(const QImage &picture)
{
    const QImage source = picture.convertToFormat(QImage::Format_RGB32);
    const QHash<QRgb, int> count = colorsOf(source);
    QList<QRgb> palette;
    QHash<QRgb, int> entries;
    for (int error = 0; error <= kPaletteError && entries.isEmpty(); ++error)
        entries = paletteFor(count, error, &palette);
    if (entries.isEmpty())
        return source;
    QImage image(source.size(), QImage::Format_Indexed8);
    image.setColorTable(palette);
    for (int y = 0; y < source.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        uchar *to = image.scanLine(y);
        for (int x = 0; x < source.width(); ++x)
            to[x] = uchar(entries.value(from[x]));
    }
    return image;
}

BaselineFolder::BaselineFolder(QString folder, const QString &output)
    : m_folder(std::move(folder)),
      m_accepts(qEnvironmentVariableIsSet("PONDER_ACCEPT_SCREENSHOTS")), m_report(output)
{}

QString BaselineFolder::pathOf(const QString &name) const
{
    return QDir(m_folder).filePath(name + u".png"_s);
}

QString BaselineFolder::obstacle()
{
    const QString path = QDir(m_folder).filePath(kMadeWith);
    const QString here = describeSurroundings();
    const QString there = contents(path);
    if (here == there)
        return {};
    if (!m_accepts)
        return u"The baselines were drawn with\n%1and here there is\n%2"_s.arg(there, here);
    m_fresh = true;
    QDir().mkpath(m_folder);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(here.toUtf8()) < 0)
        return u"%1 cannot be written"_s.arg(path);
    return {};
}

bool BaselineFolder::accept(const QString &name, const QImage &picture) const
{
    QDir().mkpath(m_folder);
    QImageWriter writer(pathOf(name), "png");
    writer.setCompression(100);
    return writer.write(withPalette(picture));
}

QString BaselineFolder::check(const QString &name, const QImage &picture)
{
    const QImage baseline(pathOf(name));
    PictureDifference difference;
    if (baseline.isNull())
        difference.reason = u"There is no baseline yet"_s;
    else
        difference = PictureComparer().compare(baseline, picture);
    if (m_accepts && (m_fresh || !difference.ok())) {
        if (!accept(name, picture))
            return u"%1 cannot be written"_s.arg(pathOf(name));
        difference = {};
    }
    if (difference.ok())
        m_report.remove(name);
    else
        m_report.add(name, difference, baseline, picture);
    return difference.ok() ? QString() : u"%1: see %2"_s.arg(difference.reason, m_report.address());
}

QStringList BaselineFolder::strangers(const QString &prefix, const QStringList &scenes)
{
    QStringList found;
    const QStringList files = QDir(m_folder).entryList({prefix + u"*.png"_s}, QDir::Files);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        if (scenes.contains(name))
            continue;
        if (!m_accepts || !QFile::remove(pathOf(name)))
            found.append(name);
    }
    return found;
}

} // namespace ponder::screenshots
