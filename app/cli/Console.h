#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ponder::cli {

/// Standard input, output and error of a verb. A port, so that tests can read what was said.
class Console
{
public:
    virtual ~Console() = default;

    /// Writes all bytes at once, unbuffered. False when nobody reads any more.
    virtual bool writeOut(const QByteArray &bytes) = 0;
    virtual void writeErr(const QByteArray &bytes) = 0;
    /// Everything up to the end of standard input; waits for it.
    virtual QByteArray readAll() = 0;
    /// The first line of standard input without its line break, unseen while it is typed.
    /// `prompt` goes to standard error when a person types. Nothing when the input is empty.
    virtual std::optional<QByteArray> readSecretLine(const QString &prompt) = 0;
    [[nodiscard]] virtual bool outIsTerminal() const = 0;
    [[nodiscard]] virtual bool errIsTerminal() const = 0;

    /// One line for people. On a terminal, control characters of foreign text are made harmless.
    bool printLine(const QString &line);
    /// A sentence on standard error, after the name of the program.
    void complain(const QString &sentence);
    /// A line on standard error.
    void remark(const QString &line);
};

/// Foreign text for a terminal: control characters, which could move the cursor, change the title
/// or type for the user, become visible ("^[" for escape); line breaks and tabs stay.
QString terminalSafe(const QString &text);

} // namespace ponder::cli
