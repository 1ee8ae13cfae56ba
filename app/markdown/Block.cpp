#include "markdown/Block.h"

namespace ponder {

QString plainText(const InlineRuns &runs)
{
    QString text;
    for (const InlineRun &run : runs)
        text += run.text;
    return text;
}

bool isPartlyAsWritten(const Block &block)
{
    return std::any_of(block.runs.rbegin(), block.runs.rend(),
                       [](const InlineRun &run) { return run.flags & InlineRun::AsWritten; });
}

void TableRows::push(std::shared_ptr<const Row> row)
{
    if (m_size % kPage == 0)
        m_pages.push_back(std::make_shared<Page>());
    else if (m_pages.back().use_count() > 1) // another table has it, too
        m_pages.back() = std::make_shared<Page>(*m_pages.back());
    m_pages.back()->push_back(std::move(row));
    ++m_size;
}

void TableRows::truncate(size_t count)
{
    m_pages.resize((count + kPage - 1) / kPage);
    m_size = count;
    if (const size_t last = count % kPage; last > 0 && m_pages.back()->size() > last) {
        const auto begin = m_pages.back()->begin();
        m_pages.back() = std::make_shared<Page>(begin, begin + std::ptrdiff_t(last));
    }
}

void TableRows::append(const TableRows &other, size_t first)
{
    for (size_t i = first; i < other.m_size; ++i)
        push((*other.m_pages[i / kPage])[i % kPage]);
}

bool TableRows::operator==(const TableRows &other) const
{
    const auto sameRow = [](const auto &a, const auto &b) { return a == b || *a == *b; };
    return m_size == other.m_size &&
           std::equal(m_pages.begin(), m_pages.end(), other.m_pages.begin(),
                      [&](const auto &a, const auto &b) {
                          return a == b ||
                                 std::equal(a->begin(), a->end(), b->begin(), b->end(), sameRow);
                      });
}

bool standsBeside(const Block &marker, const Block &next)
{
    return marker.marker.kind != ListMarker::Kind::None && marker.kind == Block::Kind::Paragraph &&
           marker.runs.empty() && next.nesting.size() > marker.nesting.size() &&
           next.nesting.startsWith(marker.nesting);
}

Blocks joined(const Blocks &blocks)
{
    Blocks out;
    for (const BlockPtr &block : blocks) {
        if (!block->continued || out.empty()) {
            out.push_back(block);
            continue;
        }
        Block whole = *out.back();
        whole.runs.insert(whole.runs.end(), block->runs.begin(), block->runs.end());
        out.back() = std::make_shared<const Block>(std::move(whole));
    }
    return out;
}

} // namespace ponder
