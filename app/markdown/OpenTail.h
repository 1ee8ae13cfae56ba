#pragma once

#include "markdown/Block.h"
#include "markdown/BlockParser.h"
#include "markdown/OpenMarkup.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ponder {

/// Where IncrementalBlocks begins to read again, and what it knows of the text before that.
struct OpenTail
{
    /// A list that finished text has left open.
    struct List
    {
        bool tight = true; ///< as its blocks have it
        /// Finished ones, directly in it: the first `count`. Shared by copies of a tail, of which
        /// only the newest goes on.
        std::shared_ptr<std::vector<size_t>> blocks;
        size_t count = 0;
    };
    /// A paragraph that the tail begins within: what it has before that.
    struct Paragraph
    {
        InlineRuns runs;
        bool continued = false;
    };
    /// What the paragraph or table that the tail begins within is the first block of; see Block.
    struct First
    {
        ListMarker marker;
        int quoteBegins = -1;
        Block::Alert alert = Block::Alert::None;
    };

    qsizetype begin = 0;
    size_t finished = 0; ///< how many blocks come before
    ParseContext context;
    std::vector<List> lists;
    QString tableHead;      ///< the first lines of the open table, read before the tail
    TableRows tableRows;    ///< those before the tail
    qsizetype leafText = 0; ///< of the open block of code or HTML, with line ends, before the tail
    std::optional<Paragraph> paragraph;
    First first;
    OpenMarkup open; ///< left by the paragraph before the tail

    /// Whether it begins where an outermost block may begin.
    [[nodiscard]] bool isOutermost() const
    {
        return context.head.isEmpty() && context.leaf.isEmpty() && tableHead.isEmpty() &&
               !paragraph;
    }
    /// Whether a paragraph whose beginning is finished has become something else in `parsed`, which
    /// the tail reads as: a heading by an underline, a table.
    [[nodiscard]] bool leavesParagraph(QStringView tail, const ParsedText &parsed) const;
    /// Whether the tail closes what the beginning of its paragraph has opened.
    [[nodiscard]] bool closesMarkup(QStringView tail, const ParsedText &parsed) const;
    /// Puts what came before the tail to the block that the tail begins within, but for the text of
    /// code and HTML.
    void complete(ParsedText &parsed) const;
    /// The text of that block behind `leafText`.
    [[nodiscard]] static QStringView leafRest(const Block &block);

    /// Goes on at a cut in `parsed`, which this tail reads as; `blocks` are all that are shown.
    [[nodiscard]] OpenTail after(const ParsedText &parsed, const ParsedText::Cut &cut,
                                 QStringView tail, const Blocks &blocks) const;

private:
    void takeLists(OpenTail &next, const ParsedText &parsed, const ParsedText::Cut &cut,
                   const Blocks &blocks) const;
    void takeTable(OpenTail &next, const ParsedText::Cut &cut, QStringView tail,
                   const Blocks &blocks) const;
    void takeParagraph(OpenTail &next, const ParsedText &parsed, const ParsedText::Cut &cut,
                       const Blocks &blocks) const;
};

} // namespace ponder
