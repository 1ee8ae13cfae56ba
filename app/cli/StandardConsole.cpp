#include "cli/StandardConsole.h"

#include "cli/HiddenInput.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <unistd.h>

namespace ponder::cli {

namespace {

/// A key is shorter; whoever sends more has piped in the wrong file.
constexpr qsizetype kLongestSecret = 64 * 1024;

/// A pipe that somebody else set to non-blocking takes only a part at times.
void waitUntilWritable(int descriptor)
{
    pollfd wanted{descriptor, POLLOUT, 0};
    ::poll(&wanted, 1, -1);
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    const char *at = bytes.constData();
    auto left = static_cast<std::size_t>(bytes.size());
    while (left > 0) {
        const ssize_t written = ::write(descriptor, at, left);
        if (written >= 0) {
            at += written;
            left -= static_cast<std::size_t>(written);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            waitUntilWritable(descriptor);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

/// Nothing at the end of the input or when it fails.
QByteArray readSome(int descriptor, std::size_t most)
{
    std::array<char, 16 * 1024> buffer{};
    while (true) {
        const ssize_t count = ::read(descriptor, buffer.data(), std::min(most, buffer.size()));
        if (count >= 0)
            return {buffer.data(), static_cast<qsizetype>(count)};
        if (errno != EINTR)
            return {};
    }
}

} // namespace

StandardConsole::StandardConsole(int in, int out, int err) : m_in(in), m_out(out), m_err(err)
{
    std::signal(SIGPIPE, SIG_IGN);
}

bool StandardConsole::writeOut(const QByteArray &bytes)
{
    return writeAll(m_out, bytes);
}

void StandardConsole::writeErr(const QByteArray &bytes)
{
    writeAll(m_err, bytes);
}

QByteArray StandardConsole::readAll()
{
    QByteArray all;
    for (QByteArray some = readSome(m_in, SIZE_MAX); !some.isEmpty();
         some = readSome(m_in, SIZE_MAX))
        all += some;
    return all;
}

std::optional<QByteArray> StandardConsole::readSecretLine(const QString &prompt)
{
    const HiddenInput hidden(m_in);
    if (hidden.isTerminal())
        writeErr(prompt.toUtf8());
    QByteArray line;
    while (line.size() < kLongestSecret) {
        const QByteArray character = readSome(m_in, 1);
        if (character.isEmpty() || character == "\n")
            break;
        line += character;
    }
    if (hidden.isTerminal())
        writeErr(QByteArrayLiteral("\n"));
    if (line.endsWith('\r'))
        line.chop(1);
    return line.isEmpty() ? std::nullopt : std::optional<QByteArray>(line);
}

bool StandardConsole::outIsTerminal() const
{
    return ::isatty(m_out) == 1;
}

bool StandardConsole::errIsTerminal() const
{
    return ::isatty(m_err) == 1;
}

} // namespace ponder::cli
