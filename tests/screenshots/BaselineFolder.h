#pragma once

#include "screenshots/ScreenshotReport.h"

#include <QImage>
#include <QString>
#include <QStringList>

namespace ponder::screenshots {

/// The accepted pictures of the scenes, as files in the source tree. Compares what is drawn now
/// with them, or takes it over where it differs when the environment variable
/// PONDER_ACCEPT_SCREENSHOTS is set (tests/run --accept-screenshots does that).
class BaselineFolder
{
public:
    /// `folder` holds the baselines, `output` gets the report.
    BaselineFolder(QString folder, const QString &output);

    [[nodiscard]] bool accepts() const { return m_accepts; }
    /// Why nothing can be compared here: the baselines were drawn with another Qt or other fonts.
    /// Empty where it can. When accepting, everything is drawn anew then.
    [[nodiscard]] QString obstacle();

    /// What is wrong with a picture; empty when it is as accepted, or is now.
    [[nodiscard]] QString check(const QString &name, const QImage &picture);

    /// Baselines that begin with this and are none of these scenes; when accepting they are
    /// removed.
    [[nodiscard]] QStringList strangers(const QString &prefix, const QStringList &scenes);

private:
    [[nodiscard]] QString pathOf(const QString &name) const;
    [[nodiscard]] bool accept(const QString &name, const QImage &picture) const;

    QString m_folder;
    bool m_accepts;
    bool m_fresh = false; ///< every picture is taken over
    ScreenshotReport m_report;
};

/// A picture for a file: with a palette of 256 colours where none is moved by more than a hair,
/// which makes the file half as large.
QImage withPalette(const QImage &picture);

} // namespace ponder::screenshots
