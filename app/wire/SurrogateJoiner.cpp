#include "wire/SurrogateJoiner.h"

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

bool needsMending(QChar c)
{
    return c.isSurrogate() || c.isNull();
}

} // namespace

QString mendedText(QString text)
{
    const auto first = std::find_if(text.cbegin(), text.cend(), needsMending);
    if (first == text.cend())
        return text;
    for (qsizetype i = first - text.cbegin(); i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!needsMending(c))
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString SurrogateJoiner::add(QString piece)
{
    if (piece.isEmpty())
        return piece;
    if (isHolding())
        piece.prepend(std::exchange(m_high, QChar()));
    if (piece.back().isHighSurrogate()) {
        m_high = piece.back();
        piece.chop(1);
    }
    return mendedText(std::move(piece));
}

QString SurrogateJoiner::flush()
{
    if (!isHolding())
        return {};
    m_high = QChar();
    return QString(QChar::ReplacementCharacter);
}

} // namespace ponder
