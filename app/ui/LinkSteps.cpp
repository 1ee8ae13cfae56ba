#include "ui/LinkSteps.h"

#include "ui/CitationChip.h"
#include "ui/RowText.h"
#include "ui/SpanFormats.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

void addLinks(const InlineRuns &runs, bool keepLineBreaks, int row, int cell,
              std::vector<LinkPlace> &links)
{
    int at = 0;
    bool goesOn = false; // the link that was found last
    for (size_t i = 0; i < runs.size(); ++i) {
        const InlineRun &run = runs[i];
        const int length = int(RowText::length(runs, i, keepLineBreaks));
        const bool link = run.isLink();
        if (link && goesOn && links.back().url == run.url) {
            links.back().end = at + length;
            links.back().text += run.text;
        } else if (link) {
            links.push_back({{row, cell, at}, at + length, run.url, run.text});
        } else if (run.flags & InlineRun::Citation) {
            const QString note = SpanFormats::citationNote(CitationChip::number(run.text));
            links.push_back({{row, cell, at}, at + length, u"note:"_s + note, note});
        }
        goesOn = link;
        at += length;
    }
}

} // namespace

std::vector<LinkPlace> LinkSteps::of(int row) const
{
    std::vector<LinkPlace> links;
    if (row < 0 || row >= m_entries.rowCount())
        return links;
    const RowContent &content = m_entries.row(row);
    const int cells = RowText::cells(content);
    for (int cell = 0; cell < cells; ++cell) {
        if (const InlineRuns *runs = RowText::runs(content, cell))
            addLinks(*runs, RowText::keepsLineBreaks(content), row, cell, links);
    }
    return links;
}

std::optional<LinkPlace> LinkSteps::at(const TextPlace &place) const
{
    const std::vector<LinkPlace> links = of(place.row);
    const auto found = std::find_if(links.begin(), links.end(),
                                    [&](const LinkPlace &link) { return link.begin == place; });
    return found == links.end() ? std::nullopt : std::optional(*found);
}

std::optional<LinkPlace> LinkSteps::next(const TextPlace &from, int direction, int firstRow,
                                         int lastRow) const
{
    const int last = std::min(lastRow, m_entries.rowCount() - 1);
    for (int row = from.row; row >= std::max(0, firstRow) && row <= last; row += direction) {
        std::vector<LinkPlace> links = of(row);
        if (direction < 0)
            std::reverse(links.begin(), links.end());
        for (const LinkPlace &link : links) {
            if (direction > 0 ? link.begin > from : link.begin < from)
                return link;
        }
    }
    return std::nullopt;
}

} // namespace ponder
