#pragma once

#include "markdown/Block.h"
#include "markdown/SourceGuard.h"

#include <vector>

struct cmark_node;

namespace ponder {

/// Flattens a cmark document into blocks: one for each leaf, with the containers it stands in.
/// Iterative, so that no nesting can exhaust the stack.
class BlockReader
{
public:
    /// `shift`: lines that stand before the guarded text in what cmark was given.
    BlockReader(QStringView source, const GuardedText &guarded, int shift)
        : m_source(source), m_guarded(guarded), m_shift(shift)
    {}

    /// Appends the blocks of one child of the document.
    void read(cmark_node *top, Blocks &out);

private:
    struct Container
    {
        char kind = 'q';
        bool tight = false;
        int nextNumber = 1; ///< of a list: the number of its next item
    };

    void enter(cmark_node *node);
    void leave(cmark_node *node);
    void enterList(cmark_node *node);
    void enterItem(cmark_node *node);
    void addParagraph(cmark_node *node);
    void addHeading(cmark_node *node);
    void addCode(cmark_node *node);
    void addHtml(cmark_node *node);
    void addTable(cmark_node *node);
    bool addPictures(const InlineRuns &runs);
    void addAroundFormulas(InlineRuns runs);
    void emptyItem();
    void push(Block block);
    [[nodiscard]] bool isFenceClosed(cmark_node *node, int length, char mark) const;
    [[nodiscard]] QStringView sourceLine(int number) const;

    QStringView m_source;
    const GuardedText &m_guarded;
    int m_shift;
    Blocks *m_out = nullptr;
    std::vector<Container> m_lists;
    QByteArray m_nesting;
    ListMarker m_marker; ///< waits for the first block of its item
};

} // namespace ponder
