#include "screenshots/ScreenshotReport.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ponder::screenshots {

namespace {

const QString kPictures = u"differences"_s;
const QString kParts[] = {u"baseline"_s, u"actual"_s, u"difference"_s};

const QString kPage = uR"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots that differ</title>
<style>
body { font: 15px/1.5 sans-serif; margin: 24px; background: #eee; color: #222 }
section { margin-bottom: 40px }
.pictures { display: flex; gap: 12px; align-items: flex-start }
figure { margin: 0; flex: 1; min-width: 0 }
figcaption { color: #555 }
img { max-width: 100%; border: 1px solid #bbb }
</style>
<h1>Screenshots that differ</h1>
<p>Red: something else is shown. Orange: an edge moved. Blue: where it is too much.
A picture opens in its size. <code>tests/run --accept-screenshots</code> takes over what is drawn now.</p>
%1</html>
)"_s;

} // namespace

ScreenshotReport::ScreenshotReport(const QString &folder)
    : m_folder(folder), m_pictures(m_folder.filePath(kPictures))
{
    m_pictures.mkpath(u"."_s);
}

void ScreenshotReport::add(const QString &name, const PictureDifference &difference,
                           const QImage &baseline, const QImage &actual)
{
    remove(name);
    QFile reason(m_pictures.filePath(name + u".txt"_s));
    if (reason.open(QIODevice::WriteOnly))
        reason.write(difference.reason.toUtf8());
    reason.close();
    const QImage parts[] = {baseline, actual, difference.marked};
    for (int i = 0; i < 3; ++i) {
        if (!parts[i].isNull())
            parts[i].save(m_pictures.filePath(name + u'-' + kParts[i] + u".png"_s));
    }
    write();
}

void ScreenshotReport::remove(const QString &name)
{
    if (!m_pictures.exists(name + u".txt"_s))
        return;
    m_pictures.remove(name + u".txt"_s);
    for (const QString &part : kParts)
        m_pictures.remove(name + u'-' + part + u".png"_s);
    write();
}

void ScreenshotReport::write() const
{
    QString sections;
    const QStringList reasons = m_pictures.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const QString &file : reasons) {
        const QString name = file.chopped(4);
        QFile reason(m_pictures.filePath(file));
        const QString why =
            reason.open(QIODevice::ReadOnly) ? QString::fromUtf8(reason.readAll()) : QString();
        sections += u"<section><h2>%1</h2><p>%2</p><div class=\"pictures\">\n"_s.arg(
            name.toHtmlEscaped(), why.toHtmlEscaped());
        for (const QString &part : kParts) {
            const QString picture = name + u'-' + part + u".png"_s;
            if (m_pictures.exists(picture))
                sections += u"<figure><figcaption>%1</figcaption><a href=\"%2/%3\">"
                            u"<img src=\"%2/%3\" alt=\"%1\"></a></figure>\n"_s.arg(
                                part, kPictures, picture.toHtmlEscaped());
        }
        sections += u"</div></section>\n"_s;
    }
    QFile page(address());
    if (reasons.isEmpty())
        page.remove();
    else if (page.open(QIODevice::WriteOnly))
        page.write(kPage.arg(sections).toUtf8());
}

} // namespace ponder::screenshots
