#include "ui/SegmentText.h"

#include "markdown/BlockParser.h"

#include <algorithm>
#include <vector>

namespace ponder {

namespace {

constexpr qsizetype kSample = 24;
/// A step reads a third of the lines that wait, at least one; of more text than kMuch, all.
constexpr size_t kSteps = 3;
constexpr qsizetype kMuch = 2'048;
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

/// Behind the first line from `from` on that looks as if it ended a block of code; else the end.
qsizetype fenceEnd(QStringView text, qsizetype from)
{
    for (qsizetype begin = from; begin < text.size();) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found + 1;
        QStringView line = text.mid(begin, end - begin).trimmed();
        while (line.startsWith(u'>'))
            line = line.mid(1).trimmed();
        if (line.startsWith(u"```") || line.startsWith(u"~~~"))
            return end;
        begin = end;
    }
    return text.size();
}

} // namespace

bool SegmentText::continues(const QString &text) const
{
    return text.size() >= m_length &&
           QStringView(text).mid(m_length - m_end.size(), m_end.size()) == m_end;
}

/// Where the next step ends. A line outside code is a row to be made, or a line of a table.
qsizetype SegmentText::stepEnd(QStringView text) const
{
    if (text.size() - m_length > kMuch)
        return text.size();
    const bool inCode =
        !blocks().empty() && blocks().back()->kind == Block::Kind::Code && !blocks().back()->closed;
    if (inCode)
        return fenceEnd(text, m_length);
    std::vector<qsizetype> begins;
    for (qsizetype i = std::max<qsizetype>(1, m_length); i < text.size(); ++i) {
        if (text[i - 1] == u'\n' && text[i] != u'\n')
            begins.push_back(i);
    }
    const size_t now = std::max<size_t>(1, begins.size() / kSteps);
    return now < begins.size() ? begins[now] : text.size();
}

size_t SegmentText::readOn(const QString &text, qsizetype end)
{
    const qsizetype readBefore = m_live.readLength();
    const size_t firstChanged = m_live.append(QStringView(text).mid(m_length, end - m_length));
    m_lastCost = m_live.readLength() - readBefore;
    m_length = end;
    m_end = QStringView(text).first(end).right(kSample).toString();
    return firstChanged;
}

size_t SegmentText::read(const QString &text, bool growing)
{
    m_behind = false;
    if (!growing)
        return standStill(text);
    size_t firstChanged = 0;
    if (m_growing && continues(text)) {
        if (m_lastCost > kCostly && text.size() - m_length < m_lastCost / 4)
            return blocks().size();
        firstChanged = readOn(text, stepEnd(text));
    } else {
        const Blocks before = blocks();
        m_live.clear();
        m_blocks.clear();
        m_length = 0;
        m_growing = true;
        readOn(text, text.size());
        m_lastCost = 0;
        firstChanged = firstDifference(before, m_live.blocks());
    }
    m_readOnce = true;
    m_behind = m_length < text.size();
    return firstChanged;
}

size_t SegmentText::standStill(const QString &text)
{
    if (m_readOnce && continues(text) && (m_growing || m_length == text.size())) {
        size_t firstChanged = m_blocks.size();
        if (m_growing) {
            firstChanged = readOn(text, text.size());
            firstChanged = std::min(firstChanged, m_live.finish());
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
