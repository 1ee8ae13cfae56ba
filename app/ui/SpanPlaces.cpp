#include "ui/SpanPlaces.h"

namespace ponder {

qsizetype SpanPlaces::length(size_t count) const
{
    qsizetype total = 0;
    for (size_t i = 0; i < count; ++i)
        total += m_spans[i].text.size();
    return total;
}

int SpanPlaces::positionOf(int offset) const
{
    qsizetype position = 0;
    qsizetype left = offset;
    for (const TextSpan &span : m_spans) {
        const qsizetype size = span.visibleSize();
        if (left < size)
            return int(position + left);
        left -= size;
        position += span.text.size();
    }
    return int(position);
}

int SpanPlaces::offsetAt(int position) const
{
    qsizetype offset = 0;
    qsizetype left = position;
    for (const TextSpan &span : m_spans) {
        const qsizetype size = span.text.size();
        const qsizetype visible = span.visibleSize();
        if (left < size) {
            // The source of a formula is before or behind, whichever is nearer.
            const qsizetype within = visible == size ? left : left * 2 > size ? visible : 0;
            return int(offset + within);
        }
        left -= size;
        offset += visible;
    }
    return int(offset);
}

std::vector<TextRange> SpanPlaces::code() const
{
    std::vector<TextRange> ranges;
    qsizetype position = 0;
    for (const TextSpan &span : m_spans) {
        const TextRange range{position, position + span.text.size()};
        position = range.end;
        if (!(span.flags & TextSpan::Code))
            continue;
        // A link, or emphasis, in the midst of it begins another span.
        if (!ranges.empty() && ranges.back().end == range.begin)
            ranges.back().end = range.end;
        else
            ranges.push_back(range);
    }
    return ranges;
}

} // namespace ponder
