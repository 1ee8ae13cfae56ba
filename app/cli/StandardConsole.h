#pragma once

#include "cli/Console.h"

namespace ponder::cli {

/// The process's own streams, written without any buffer in between.
class StandardConsole final : public Console
{
public:
    /// The file descriptors stay open and belong to the caller. Ignores SIGPIPE from now on: a
    /// reader that goes away is a return value of writeOut().
    explicit StandardConsole(int in = 0, int out = 1, int err = 2);

    bool writeOut(const QByteArray &bytes) override;
    void writeErr(const QByteArray &bytes) override;
    QByteArray readAll() override;
    std::optional<QByteArray> readSecretLine(const QString &prompt) override;
    [[nodiscard]] bool outIsTerminal() const override;
    [[nodiscard]] bool errIsTerminal() const override;

private:
    int m_in;
    int m_out;
    int m_err;
};

} // namespace ponder::cli
