#include "markdown/FenceGrowth.h"

#include "markdown/SourceGuard.h"

#include <utility>

namespace ponder {

BlockPtr TextGrowth::grown(BlockPtr block, qsizetype kept, QStringView rest, const Block &changes)
{
    Block fresh = changes;
    if (kept + rest.size() == block->text.size() && QStringView(block->text).mid(kept) == rest) {
        fresh.text = block->text;
        if (fresh == *block)
            return block;
    }
    constexpr long kOwners = 2; // the argument and m_own
    if (m_own == block && m_own.use_count() == kOwners) {
        fresh.text = std::move(m_own->text);
        fresh.text.truncate(kept);
    } else {
        fresh.text = block->text.left(kept);
    }
    fresh.text += rest;
    m_own = std::make_shared<Block>(std::move(fresh));
    return m_own;
}

FenceGrowth FenceGrowth::at(QStringView text, qsizetype opening)
{
    FenceGrowth fence;
    if (opening >= text.size() || (text[opening] != u'`' && text[opening] != u'~'))
        return fence;
    fence.m_mark = text[opening].unicode();
    while (opening + fence.m_length < text.size() &&
           text[opening + fence.m_length] == QChar(fence.m_mark))
        ++fence.m_length;
    fence.m_contentBegin = text.indexOf(u'\n', opening) + 1;
    fence.m_lineBegin = fence.m_contentBegin;
    return fence;
}

bool FenceGrowth::isClosing(QStringView line) const
{
    qsizetype i = 0;
    while (i < line.size() && line[i] == u' ')
        ++i;
    if (i > 3)
        return false;
    qsizetype marks = 0;
    while (i < line.size() && line[i] == QChar(m_mark)) {
        ++i;
        ++marks;
    }
    return marks >= m_length && SourceGuard::isBlankLine(line.mid(i));
}

void FenceGrowth::follow(QStringView text)
{
    for (;;) {
        const qsizetype end = text.indexOf(u'\n', m_lineBegin);
        const QStringView line = text.mid(m_lineBegin, end < 0 ? -1 : end - m_lineBegin);
        m_closed = isClosing(line);
        if (end < 0)
            return;
        if (m_closed) {
            m_end = end + 1;
            return;
        }
        m_lineBegin = end + 1;
    }
}

QStringView FenceGrowth::code(QStringView text) const
{
    const QStringView code = text.left(m_closed ? m_lineBegin : text.size()).mid(m_contentBegin);
    return code.endsWith(u'\n') ? code.chopped(1) : code;
}

} // namespace ponder
