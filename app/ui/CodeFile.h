#pragma once

#include <QString>

namespace ponder {

/// A block of code as a file of its own.
class CodeFile
{
public:
    /// A name to suggest for code in a language as it stands after a fence: "code.py".
    [[nodiscard]] static QString name(const QString &language);
    /// Writes the code as UTF-8 with a line end at its end. "" or why it could not be written.
    [[nodiscard]] static QString write(const QString &path, const QString &code);
};

} // namespace ponder
