#include "ui/SegmentText.h"

#include "markdown/BlockParser.h"

namespace ponder {

namespace {

constexpr qsizetype kSample = 24;
/// Where a step has to read more than this again, the next one waits until there is as much more
/// as a quarter of it: only text that no parser can cut gets there.
constexpr qsizetype kCostly = 32'768;

size_t firstDifference(const Blocks &a, const Blocks &b)
{
    size_t i = 0;
    while (i < a.size() && i < b.size() && (a[i] == b[i] || *a[i] == *b[i]))
        ++i;
    return i;
}

} // namespace

bool SegmentText::continues(const QString &text) const
{
    return text.size() >= m_length &&
           QStringView(text).mid(m_length - m_end.size(), m_end.size()) == m_end;
}

size_t SegmentText::read(const QString &text, bool growing)
{
    if (!growing)
        return standStill(text);
    size_t firstChanged = 0;
    if (m_growing && continues(text)) {
        if (m_lastCost > kCostly && text.size() - m_length < m_lastCost / 4)
            return blocks().size();
        const qsizetype readBefore = m_live.readLength();
        firstChanged = m_live.append(QStringView(text).mid(m_length));
        m_lastCost = m_live.readLength() - readBefore;
    } else {
        const Blocks before = blocks();
        m_live.clear();
        m_live.append(text);
        m_lastCost = 0;
        m_blocks.clear();
        firstChanged = firstDifference(before, m_live.blocks());
    }
    m_growing = true;
    m_readOnce = true;
    m_length = text.size();
    m_end = QStringView(text).right(kSample).toString();
    return firstChanged;
}

size_t SegmentText::standStill(const QString &text)
{
    if (m_readOnce && m_length == text.size() && continues(text)) {
        size_t firstChanged = m_blocks.size();
        if (m_growing) {
            firstChanged = m_live.finish();
            m_blocks = m_live.blocks();
            m_live.clear();
            m_growing = false;
        }
        return firstChanged;
    }
    const Blocks before = blocks();
    m_blocks = BlockParser::blocks(text);
    m_live.clear();
    m_growing = false;
    m_readOnce = true;
    m_length = text.size();
    m_end = QStringView(text).right(kSample).toString();
    return firstDifference(before, m_blocks);
}

} // namespace ponder
