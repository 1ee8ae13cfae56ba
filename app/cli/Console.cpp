#include "cli/Console.h"

namespace ponder::cli {

QString terminalSafe(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool c1 = code >= 0x80 && code < 0xa0;
        if (code == u'\n' || code == u'\t' || (code >= 0x20 && code != 0x7f && !c1))
            safe += c;
        else if (c1)
            safe += QStringLiteral("\\x%1").arg(uint(code), 2, 16);
        else if (code != u'\r')
            safe += QLatin1Char('^') + QChar(code ^ 0x40);
    }
    return safe;
}

bool Console::printLine(const QString &line)
{
    const QString text = outIsTerminal() ? terminalSafe(line) : line;
    return writeOut(text.toUtf8() + '\n');
}

void Console::complain(const QString &sentence)
{
    remark(QStringLiteral("ponder: ") + sentence);
}

void Console::remark(const QString &line)
{
    const QString text = errIsTerminal() ? terminalSafe(line) : line;
    writeErr(text.toUtf8() + '\n');
}

} // namespace ponder::cli
