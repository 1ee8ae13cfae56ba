#include "chat/OverlapTrimmer.h"

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

constexpr qsizetype kLongestOverlap = 400;
/// Shorter matches are chance: an answer may well end in "the " and go on with "the".
constexpr qsizetype kShortestOverlap = 6;

} // namespace

OverlapTrimmer::OverlapTrimmer(const QString &earlierText)
    : m_earlierEnd(earlierText.right(kLongestOverlap)), m_done(m_earlierEnd.isEmpty())
{}

QString OverlapTrimmer::feed(const QString &piece)
{
    if (m_done)
        return piece;
    m_held += piece;
    for (qsizetype length = m_earlierEnd.size(); length > m_held.size(); --length) {
        if (QStringView(m_earlierEnd).right(length).startsWith(m_held))
            return {}; // a longer overlap is still possible
    }
    return decide();
}

QString OverlapTrimmer::finish()
{
    return m_done ? QString() : decide();
}

QString OverlapTrimmer::decide()
{
    m_done = true;
    for (qsizetype length = std::min(m_held.size(), m_earlierEnd.size());
         length >= kShortestOverlap; --length) {
        if (QStringView(m_earlierEnd).endsWith(QStringView(m_held).left(length)))
            return std::exchange(m_held, {}).mid(length);
    }
    return std::exchange(m_held, {});
}

} // namespace ponder
