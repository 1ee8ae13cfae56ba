#include "markdown/SourceGuard.h"

#include "markdown/ChunkGuard.h"
#include "markdown/Formula.h"
#include "markdown/GuardMarks.h"

#include <algorithm>

namespace ponder {

using namespace guard;

GuardedText SourceGuard::guard(QStringView source)
{
    GuardedText result;
    result.lineOffsets.push_back(0);
    QString out;
    out.reserve(source.size() + source.size() / 16);
    qsizetype chunkBegin = 0;
    qsizetype line = 0;
    const auto flush = [&](qsizetype end) {
        if (end > chunkBegin)
            ChunkGuard(source.mid(chunkBegin, end - chunkBegin), chunkBegin, out, result).run();
        chunkBegin = end;
    };
    while (line < source.size()) {
        qsizetype end = source.indexOf(u'\n', line);
        const bool complete = end >= 0;
        end = complete ? end + 1 : source.size();
        if (isBlankLine(source.mid(line, end - line - (complete ? 1 : 0)))) {
            flush(line);
            out += source.mid(line, end - line);
            if (complete)
                result.lineOffsets.push_back(end);
            chunkBegin = end;
        }
        line = end;
    }
    flush(source.size());
    result.utf8 = out.toUtf8();
    return result;
}

QString GuardedText::restore(QString text) const
{
    const auto isGuard = [](QChar c) { return isNonCharacter(c.unicode()); };
    if (std::none_of(text.cbegin(), text.cend(), isGuard))
        return text;
    QString out;
    for (const Piece &piece : pieces(text))
        out += piece.text;
    return out;
}

std::vector<GuardedText::Piece> GuardedText::pieces(const QString &text) const
{
    std::vector<Piece> pieces;
    const auto plain = [&pieces]() -> QString & {
        if (pieces.empty() || pieces.back().formula)
            pieces.push_back({});
        return pieces.back().text;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == kTokenBegin) {
            qsizetype index = 0;
            qsizetype scale = 1;
            for (++i; i < text.size() && text[i].unicode() != kTokenEnd; ++i, scale *= 8)
                index += (text[i].unicode() - kTokenDigit) * scale;
            if (index < 0 || index >= verbatim.size())
                continue;
            if (Formula::read(verbatim[index]))
                pieces.push_back({verbatim[index], true});
            else
                plain() += verbatim[index];
        } else if (!isNonCharacter(c)) {
            plain() += text[i];
        }
    }
    return pieces;
}

bool SourceGuard::isBlankLine(QStringView line)
{
    return std::all_of(line.begin(), line.end(),
                       [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n'; });
}

void SourceGuard::replaceForbidden(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isForbiddenAt(text, i))
            text[i] = QChar(QChar::ReplacementCharacter);
    }
}

void SourceGuard::appendNormalized(QString &text, QStringView piece, bool &afterCr)
{
    for (const QChar c : piece) {
        if (c == u'\r')
            text += u'\n';
        else if (c != u'\n' || !afterCr)
            text += c;
        afterCr = c == u'\r';
    }
}

} // namespace ponder
