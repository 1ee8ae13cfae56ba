#pragma once

#include "screenshots/PictureComparer.h"

#include <QDir>
#include <QImage>
#include <QString>

namespace ponder::screenshots {

/// What differs from the baselines, as a page to look at: baseline, actual and difference beside
/// each other. The page is written from the pictures that lie in its folder, so that several test
/// programs and runs of a single scene share it; it goes away with its last picture.
class ScreenshotReport
{
public:
    explicit ScreenshotReport(const QString &folder);

    [[nodiscard]] QString address() const
    {
        return m_folder.filePath(QStringLiteral("report.html"));
    }
    /// `baseline` may be null: the scene is new.
    void add(const QString &name, const PictureDifference &difference, const QImage &baseline,
             const QImage &actual);
    void remove(const QString &name);

private:
    void write() const;

    QDir m_folder;
    QDir m_pictures;
};

} // namespace ponder::screenshots
