#pragma once

#include "markdown/Block.h"
#include "markdown/BlockParser.h"
#include "markdown/LinkDefinitions.h"
#include "markdown/PlainGrowth.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace ponder {

/// The blocks of a text that grows at its end. Only the open tail is read again: what can no longer
/// change is finished and keeps its identity (address), also within a long list, quote, table,
/// block of code or paragraph. At every moment the blocks equal those of BlockParser for the text
/// so far.
class IncrementalBlocks
{
public:
    /// A tail is cut as soon as it is longer than `cutLength`; tests cut wherever that can be done.
    explicit IncrementalBlocks(qsizetype cutLength = 400) : m_cutLength(cutLength) {}

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
    /// The open fenced block of code that ends the text: growing it needs no parser.
    struct Fence
    {
        char16_t mark = 0; ///< 0: the text does not end in one
        qsizetype length = 0;
        qsizetype contentBegin = 0;
        qsizetype lineBegin = 0; ///< of the last line looked at
    };
    /// A list that finished text has left open.
    struct OpenList
    {
        bool tight = true;          ///< as its blocks have it
        std::vector<size_t> blocks; ///< finished ones, directly in it
    };
    /// Where reading begins and what stands before that.
    struct Tail
    {
        qsizetype begin = 0;
        size_t finished = 0; ///< how many of m_blocks come before
        ParseContext context;
        std::vector<OpenList> lists;
        QString tableHead; ///< the first lines of the open table, read before the tail
        TableRows tableRows;
    };

    [[nodiscard]] QStringView tail() const { return QStringView(m_text).mid(m_tail.begin); }
    size_t read(bool growing);
    [[nodiscard]] ParsedText parse(QStringView text, bool growing, BlockParser::Cuts cuts);
    [[nodiscard]] QByteArray before() const;
    /// The first changed block, or nothing when the text has to be parsed.
    std::optional<size_t> extendFence();
    [[nodiscard]] bool closesFence(QStringView line) const;
    void noteFence(qsizetype parsedFrom, const ParsedText &parsed);
    std::optional<size_t> extendText();
    void noteText(const ParsedText &parsed, bool definitions);
    [[nodiscard]] QByteArray outerDefinitions() const;
    [[nodiscard]] bool concernsFinished(const std::vector<LinkDefinition> &definitions) const;
    [[nodiscard]] bool leavesParagraph(const ParsedText &parsed) const;
    size_t settleLists(const ParsedText &parsed);
    size_t replaceTail(Blocks fresh);
    void finishOutermost(const ParsedText &parsed, bool hasDefinitions);
    void cutTail(bool hasDefinitions);
    bool advance(const ParsedText &parsed, const ParsedText::Cut &cut, bool hasDefinitions);
    bool noteDefinitions(qsizetype length, bool hasDefinitions);

    QString m_text; ///< with "\n" line ends
    bool m_afterCr = false;
    Tail m_tail;
    std::optional<Tail> m_paragraph; ///< where the open paragraph begins, when that is finished
    bool m_mayCutParagraph = true;
    qsizetype m_cutLength;
    qsizetype m_nextCut = 0; ///< the tail is cut when it has become so long
    Blocks m_blocks;
    QSet<QString> m_labels;                       ///< mentioned in the finished text
    QHash<QString, LinkDefinition> m_definitions; ///< of the finished text
    Fence m_fence;
    PlainGrowth m_growth; ///< offsets in m_text
    qsizetype m_readLength = 0;
};

} // namespace ponder
