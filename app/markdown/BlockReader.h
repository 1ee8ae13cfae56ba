#pragma once

#include "markdown/BlockParser.h"
#include "markdown/InlineReader.h"

#include <QHash>

#include <utility>
#include <vector>

struct cmark_node;

namespace ponder {

/// Flattens a cmark document into blocks: one for each leaf, with the containers it stands in.
/// Iterative, so that no nesting can exhaust the stack.
class BlockReader
{
public:
    /// `context`: what stands before the guarded text in what cmark was given. Fills the blocks and
    /// lists of `parsed`.
    BlockReader(QStringView source, const GuardedText &guarded, const ParseContext &context,
                ParsedText &parsed)
        : m_source(source), m_guarded(guarded), m_context(context), m_shift(context.lines()),
          m_textLine(m_shift - int(context.leaf.count('\n'))), m_parsed(parsed)
    {}

    bool noteNodes = false;                 ///< fill firstBlock and numbers
    QHash<cmark_node *, size_t> firstBlock; ///< of each node, an index into the blocks
    QHash<cmark_node *, int> numbers;       ///< of each list item
    QHash<cmark_node *, int> listIds;       ///< of each list, an index into ParsedText::listTight

    /// Appends the blocks of one child of the document.
    void read(cmark_node *top);
    /// When all are read: takes out what belongs to the context alone.
    void end();

private:
    struct Container
    {
        char kind = 'q';
        bool tight = false;
        int nextNumber = 1; ///< of a list: the number of its next item
        int id = 0;
    };

    void enter(cmark_node *node);
    void leave(cmark_node *node);
    void enterList(cmark_node *node);
    void enterItem(cmark_node *node);
    void addParagraph(cmark_node *node);
    static Block::Alert readAlert(InlineRuns &runs);
    void addHeading(cmark_node *node);
    [[nodiscard]] QString code(cmark_node *node) const;
    void addCode(cmark_node *node);
    void addHtml(cmark_node *node);
    void addTable(cmark_node *node);
    void addRuns(Block text, InlineRuns runs, const std::vector<InlineReader::Part> &places);
    void dropContext(cmark_node *node);
    void emptyItem();
    void leaveOut();
    void push(Block block);
    [[nodiscard]] bool isFenceClosed(cmark_node *node, int length, char mark) const;
    [[nodiscard]] QStringView sourceLine(int number) const;

    QStringView m_source;
    const GuardedText &m_guarded;
    const ParseContext &m_context;
    int m_shift;
    int m_textLine; ///< what begins behind this line belongs to the text
    ParsedText &m_parsed;
    bool m_inText = false; ///< behind what belongs to the context
    std::vector<Container> m_lists;
    QByteArray m_nesting;
    int m_quoteBegins = -1; ///< waits for the first block of its quote
    ListMarker m_marker;    ///< waits for the first block of its item
};

} // namespace ponder
