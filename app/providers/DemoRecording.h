#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace ponder {

/// One answer of the demo, written for this project and played back as it is.
/// resources/demo/README.md describes the files.
struct DemoRecording
{
    QString id;       ///< the same in both languages
    QString language; ///< "en" or "zh"
    int rank = 0;     ///< who wins when two match equally well: the lower one
    QString prompt;   ///< a prompt that leads to this answer
    QStringList keywords;
    QString reasoning;
    QString text;

    /// Reads one file; an error names what is missing.
    static Result<DemoRecording> fromJson(const QByteArray &json);

    /// How many of the keywords stand in the prompt; Latin ones as whole words, Han ones anywhere.
    [[nodiscard]] int matches(const QString &prompt) const;
};

/// The language a prompt is written in, as far as the demo needs to know: "zh" with any Han
/// character in it, else "en".
QString demoLanguage(const QString &prompt);

/// The recording that fits the prompt best, in the prompt's language; the default one where none
/// does. Null only when the recordings hold nothing in that language.
const DemoRecording *chooseRecording(const std::vector<DemoRecording> &recordings,
                                     const QString &prompt);

/// Cuts text into the small pieces a model would send: short words, one to three Han characters,
/// runs of the same mark. Joined they are the text; a visible character is never cut in two.
QStringList demoPieces(const QString &text);

} // namespace ponder
