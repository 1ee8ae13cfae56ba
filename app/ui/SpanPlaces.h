#pragma once

#include "ui/FindText.h"
#include "ui/TextSpans.h"

#include <vector>

namespace ponder {

/// Where spans stand in the document that they were written to, one after the other.
class SpanPlaces
{
public:
    explicit SpanPlaces(const TextSpans &spans) : m_spans(spans) {}

    /// Characters of the document that the first `count` spans are, or all of them.
    [[nodiscard]] qsizetype length(size_t count) const;
    [[nodiscard]] qsizetype length() const { return length(m_spans.size()); }

    /// Where an offset into the visible text stands, and back: a formula is one character of the
    /// visible text even while its source is shown.
    [[nodiscard]] int positionOf(int offset) const;
    [[nodiscard]] int offsetAt(int position) const;

    [[nodiscard]] std::vector<TextRange> code() const;

private:
    const TextSpans &m_spans;
};

} // namespace ponder
