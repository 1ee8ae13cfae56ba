#pragma once

#include "markdown/Block.h"
#include "markdown/BlockParser.h"
#include "markdown/FenceGrowth.h"
#include "markdown/FinishedLinks.h"
#include "markdown/FormulaScanner.h"
#include "markdown/OpenTail.h"
#include "markdown/PlainGrowth.h"

#include <QString>

#include <optional>
#include <vector>

namespace ponder {

/// The blocks of a text that grows at its end. Only the open tail is read again: what can no longer
/// change is finished and keeps its identity (address), also within a long list, quote, table,
/// block of code or paragraph. At every moment the blocks equal those of BlockParser for the text
/// so far. Only where thousands of finished places refer to one definition behind them, they make
/// no links: no update may cost as much as the whole text.
class IncrementalBlocks
{
public:
    /// A tail is cut as soon as it is longer than `cutLength`; tests cut wherever that can be done.
    explicit IncrementalBlocks(qsizetype cutLength = 60) : m_cutLength(cutLength) {}

    /// Appends text. Returns the index of the first block that is new or different; equals
    /// blocks().size() when nothing visible changed.
    size_t append(QStringView piece);
    /// No more will come: what waited for its end is what it is. Returns the same as append().
    size_t finish();

    [[nodiscard]] const Blocks &blocks() const { return m_blocks; }
    /// How much of the text is read again with the next piece, in UTF-16 units; for tests.
    [[nodiscard]] qsizetype openLength() const { return m_text.size() - m_tail.begin; }
    /// How much has been read by the parser so far, in UTF-16 units; for tests.
    [[nodiscard]] qsizetype readLength() const { return m_readLength; }
    void clear();

private:
    using Definitions = FinishedLinks::Definitions;

    [[nodiscard]] QStringView tail() const { return QStringView(m_text).mid(m_tail.begin); }
    size_t read(bool growing);
    [[nodiscard]] ParsedText parse(QStringView text, bool growing, BlockParser::Cuts cuts);
    [[nodiscard]] ParsedText parseTail(bool growing);
    void beginAgain(OpenTail tail);
    [[nodiscard]] Definitions definitionsIn(QStringView text, bool growing) const;
    void noteFence(const ParsedText &parsed, qsizetype parsedFrom);
    [[nodiscard]] QByteArray outerDefinitions() const;
    size_t relink(Definitions &definitions, bool growing);
    bool readAgain(const FinishedLinks::Stretch &stretch, size_t &firstChanged);
    size_t growLeaf(ParsedText &parsed);
    size_t settleLists(const ParsedText &parsed);
    size_t replaceTail(Blocks fresh);
    bool finishOutermost(const ParsedText &parsed, const Definitions &definitions);
    void cutTail(const ParsedText &parsed, const Definitions &definitions);
    bool advance(const ParsedText &parsed, const Definitions &definitions);

    // Without the parser. `firstChanged` becomes the index of the first block that is different.

    /// What has been shown of the text behind all that is shown already.
    enum class Shown {
        All,
        UpToABlock, ///< the beginning of an outermost one
        UpToWords,  ///< what may be added to the paragraph
        Nothing,    ///< it must be parsed
    };
    /// False when the tail must be parsed.
    bool extend(QStringView piece, size_t &firstChanged);
    Shown extendFence(size_t &firstChanged);
    bool extendPlain(size_t &firstChanged);
    void notePicture(const ParsedText &parsed);
    Shown extendFormula(size_t &firstChanged);
    Shown behindFormula(qsizetype end);
    Shown extendText(size_t &firstChanged);
    bool extendLine(QStringView more, size_t &firstChanged);
    Shown beginBlock(size_t &firstChanged);
    Shown beginText(qsizetype begin, QStringView line, size_t &firstChanged);
    Shown beginFence(qsizetype begin, QStringView line, size_t &firstChanged);
    Shown beginFormula(qsizetype begin, size_t &firstChanged);
    bool finishUpTo(qsizetype end);
    [[nodiscard]] bool mayGrow() const;
    [[nodiscard]] qsizetype nextLine(qsizetype from) const;
    [[nodiscard]] FormulaScanner::Found formulaAt(qsizetype begin) const;
    [[nodiscard]] bool closesItself(qsizetype begin, QStringView text) const;
    void replaceLast(Block block, size_t &firstChanged);
    void notePlain();
    void noteText(const ParsedText &parsed);
    void noteFormula();

    QString m_text; ///< with "\n" line ends
    bool m_afterCr = false;
    OpenTail m_tail;
    /// Where the open paragraph begins, when that is finished, and places in it: from there it is
    /// read again when the tail cannot be read by itself.
    std::vector<OpenTail> m_anchors;
    bool m_mayCutParagraph = true;
    qsizetype m_cutLength;
    qsizetype m_nextCut = 0; ///< the tail is cut when it has become so long
    Blocks m_blocks;
    FinishedLinks m_links;
    GuardState m_guard; ///< of the last reading, at its end; see ParsedText::fence
    FenceGrowth m_fence;
    TextGrowth m_code;
    PlainGrowth m_growth;      ///< offsets in m_text
    qsizetype m_plainEnd = -1; ///< of what is shown of a line of nothing but text
    qsizetype m_formula = -1;  ///< where the formula begins that the text ends in
    bool m_inPicture = false; ///< the text ends in the address of a picture, of which nothing shows
    qsizetype m_readLength = 0;
};

} // namespace ponder
