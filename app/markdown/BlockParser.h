#pragma once

#include "markdown/Block.h"
#include "markdown/SourceGuard.h"

#include <QByteArray>
#include <QStringView>

#include <optional>
#include <vector>

namespace ponder {

/// What stands before a text that is read from the middle of a larger one.
struct ParseContext
{
    struct List
    {
        int nextNumber = 1;
        bool tight = true; ///< as far as it has been read
    };

    QByteArray definitions; ///< link definitions that hold besides those in the text, as markdown
    /// Markdown lines that open the containers again which the text stands in; each ends in an
    /// empty heading.
    QByteArray head;
    std::vector<List> lists; ///< those that `head` opens
    /// Lines that open the block of code or HTML again which the text stands in; its text has one
    /// line from here.
    QByteArray leaf;
    QByteArray linePrefix; ///< of the first line, when that begins within a paragraph
    GuardState guard;

    [[nodiscard]] int lines() const
    {
        return int(definitions.count('\n') + head.count('\n') + leaf.count('\n'));
    }
    /// All of it that stands before the text.
    [[nodiscard]] QByteArray before() const { return definitions + head + leaf + linePrefix; }
};

/// The blocks of a text and where its outermost parts begin.
struct ParsedText
{
    /// A child of the document, or link definitions behind all of them: everything before one that
    /// follows a blank line is finished.
    struct Top
    {
        qsizetype offset = 0;  ///< in the source, the beginning of its first line
        size_t firstBlock = 0; ///< index into `blocks`
        bool afterBlank = false;
        bool complete = false; ///< its first line has its line end
        bool settled = false;  ///< it is a block of its own, whatever comes behind it
        GuardState guard;      ///< at its first line
    };
    /// A place behind which everything can be read without what is before it.
    struct Cut
    {
        qsizetype offset = 0;      ///< in the source
        size_t firstBlock = 0;     ///< index into `blocks`: what comes before is finished
        ParseContext context;      ///< without definitions
        std::vector<int> listIds;  ///< of the lists in `context`, as in `lists`
        qsizetype tableBegin = -1; ///< the cut is before a row: its table begins here
        size_t tableRows = 0;      ///< rows before the cut, the header counted
        InlineRuns runs;           ///< the cut is within a paragraph: of its block before the cut
        size_t paragraphBegin = 0; ///< the first block of that
        bool inWord = false;       ///< and the cut is within a word of that
        bool backticks = false;    ///< and the guard has found open ones
        qsizetype leafText = 0;    ///< the cut is within code or HTML: characters before the cut
        bool leafGoesOn = false;   ///< which had begun before the text
    };

    Blocks blocks;
    size_t inside = 0;      ///< how many of them are of the paragraph that the text begins within
    GuardState fence;       ///< of the block of code that the guard takes for open at the end
    bool inPicture = false; ///< the text ends in the address of one; see PictureData
    std::vector<Top> tops;
    std::vector<int> lists;      ///< of each block: the list it stands in directly, −1 for none
    std::vector<bool> listTight; ///< of each list, in the order in which they begin
    std::optional<Cut> cut;      ///< the last one; only when asked for
};

/// Markdown of GitHub's flavour (tables, strikethrough, bare addresses, task lists) to typed
/// blocks, on cmark-gfm. Never interprets HTML; survives any input.
class BlockParser
{
public:
    /// Where a cut is looked for; within a paragraph only where there is no other place.
    enum class Cuts { None, BetweenBlocks, Anywhere };

    /// `source` has "\n" line ends only. `growing`: more is to come.
    [[nodiscard]] static ParsedText parse(QStringView source, bool growing,
                                          const ParseContext &context = {}, Cuts cuts = Cuts::None);

    /// The blocks of a whole text with any line ends.
    [[nodiscard]] static Blocks blocks(QStringView text, bool growing = false);
};

} // namespace ponder
