#include "markdown/SourceGuard.h"

#include "base/PictureData.h"
#include "markdown/Formula.h"
#include "markdown/GuardMarks.h"
#include "markdown/LineGuard.h"

#include <algorithm>
#include <cctype>

namespace ponder {

using namespace guard;

namespace {

/// The number behind a mark; `i` is left on the mark that ends it.
qsizetype readIndex(const QString &text, qsizetype &i)
{
    qsizetype index = 0;
    qsizetype scale = 1;
    for (++i; i < text.size() && text[i].unicode() != kTokenEnd; ++i, scale *= 8)
        index += (text[i].unicode() - kTokenDigit) * scale;
    return index;
}

/// As markdown reads what stands for itself behind a backslash.
QString withoutEscapes(const QString &source)
{
    QString out;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const bool escapes = source[i] == u'\\' && i + 1 < source.size() &&
                             source[i + 1].unicode() < 0x80 &&
                             std::ispunct(source[i + 1].unicode());
        if (escapes)
            ++i;
        out += source[i];
    }
    return out;
}

} // namespace

GuardedText SourceGuard::guard(QStringView source, bool growing, const GuardState &state,
                               bool stops)
{
    GuardedText result;
    LineGuard(source, growing, state, result, stops).run();
    return result;
}

QString GuardedText::restore(const QString &text) const
{
    const auto isGuard = [](QChar c) { return isNonCharacter(c.unicode()); };
    if (std::none_of(text.cbegin(), text.cend(), isGuard))
        return text;
    QString out;
    for (const Piece &piece : piecesWith(text, [this](qsizetype index) { return verbatim[index]; }))
        out += piece.text;
    return out;
}

QString GuardedText::restoreTarget(const QString &text) const
{
    if (verbatim.isEmpty())
        return restore(text);
    QString out;
    for (const Piece &piece : piecesWith(text, [this](qsizetype index) {
             return pictures.contains(index) ? verbatim[index] : withoutEscapes(verbatim[index]);
         }))
        out += piece.text;
    return out;
}

QString
GuardedText::restoreCode(const QString &text,
                         const std::function<QStringView(QStringView line)> &contentOf) const
{
    if (asWritten.isEmpty())
        return restore(text);
    QString out;
    for (const Piece &piece : piecesWith(text, [&](qsizetype index) {
             const auto written = asWritten.constFind(index);
             if (written == asWritten.constEnd())
                 return verbatim[index];
             QString code;
             for (const QStringView line : QStringView(*written).split(u'\n'))
                 code += code.isNull() ? line.toString() : u'\n' + contentOf(line).toString();
             return code;
         }))
        out += piece.text;
    return out;
}

std::vector<GuardedText::Piece> GuardedText::pieces(const QString &text) const
{
    return piecesWith(text, [this](qsizetype index) {
        return pictures.contains(index) ? PictureData::shortened(verbatim[index]) : verbatim[index];
    });
}

template <typename Verbatim>
std::vector<GuardedText::Piece> GuardedText::piecesWith(const QString &text,
                                                        Verbatim verbatimOf) const
{
    std::vector<Piece> pieces;
    const auto plain = [&pieces]() -> QString & {
        if (pieces.empty() || pieces.back().formula || pieces.back().tooMuch ||
            pieces.back().part >= 0)
            pieces.push_back({});
        return pieces.back().text;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == kTokenBegin) {
            const qsizetype index = readIndex(text, i);
            if (index < 0 || index >= verbatim.size())
                continue;
            if (tooMuch.contains(index))
                pieces.push_back({verbatimOf(index), false, true, -1});
            else if (pending.contains(index) || Formula::read(verbatim[index]))
                pieces.push_back({verbatimOf(index), true, false, -1});
            else
                plain() += verbatimOf(index);
        } else if (c == kPart) {
            const qsizetype index = readIndex(text, i);
            if (index >= 0 && size_t(index) < parts.size())
                pieces.push_back({QString(), false, false, index});
        } else if (c == kUnspace) {
            plain().chop(1);
        } else if (!isNonCharacter(c)) {
            qsizetype end = i + 1;
            while (end < text.size() && !isNonCharacter(text[end].unicode()))
                ++end;
            plain() += QStringView(text).mid(i, end - i);
            i = end - 1;
        }
    }
    return pieces;
}

bool SourceGuard::isBlankLine(QStringView line)
{
    return std::all_of(line.begin(), line.end(),
                       [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n'; });
}

void SourceGuard::replaceForbidden(QString &text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (isForbiddenAt(text, i))
            text[i] = QChar(QChar::ReplacementCharacter);
    }
}

void SourceGuard::appendNormalized(QString &text, QStringView piece, bool &afterCr)
{
    if (!piece.contains(u'\r') && !(afterCr && piece.startsWith(u'\n'))) {
        text += piece;
        afterCr = afterCr && piece.isEmpty();
        return;
    }
    for (const QChar c : piece) {
        if (c == u'\r')
            text += u'\n';
        else if (c != u'\n' || !afterCr)
            text += c;
        afterCr = c == u'\r';
    }
}

} // namespace ponder
