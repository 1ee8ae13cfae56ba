#pragma once

#include "markdown/BlockParser.h"
#include "markdown/BlockReader.h"

#include <optional>
#include <vector>

struct cmark_node;

namespace ponder {

/// Finds the last place in a parsed text behind which the text can be read on without what is
/// before it: the beginning of a list item, of a block within an item or a quote, of a table's row,
/// or of a part of a long paragraph. What the text stands in there is put down as a ParseContext.
class CutFinder
{
public:
    CutFinder(QStringView source, const GuardedText &guarded, const ParseContext &context,
              const BlockReader &reader, const ParsedText &parsed)
        : m_source(source), m_guarded(guarded), m_context(context), m_reader(reader),
          m_parsed(parsed), m_shift(context.lines())
    {}

    /// All lines of the text must be complete, unless it is to be cut within its last paragraph.
    [[nodiscard]] std::optional<ParsedText::Cut> find(cmark_node *document, bool withinParagraph);

private:
    [[nodiscard]] std::optional<ParsedText::Cut> atChildOf(cmark_node *parent);
    [[nodiscard]] std::optional<ParsedText::Cut> atRowOf(cmark_node *table);
    [[nodiscard]] std::optional<ParsedText::Cut> withinParagraph(cmark_node *paragraph);
    /// The line of the text that a node begins, −1 when it begins none or guarding cannot begin
    /// there.
    /// Whether an open paragraph may turn out to be a link definition, as if it had never been.
    [[nodiscard]] bool mayVanish(cmark_node *paragraph) const;
    /// The line of the text that a node begins in, below 0 when that is before the text.
    [[nodiscard]] qsizetype lineOf(cmark_node *node) const;
    /// Puts down the containers around a place; false when they cannot be opened again.
    bool open(ParsedText::Cut &cut, const std::vector<cmark_node *> &stack, int beforeLine) const;
    [[nodiscard]] QByteArray lineText(int line) const;

    QStringView m_source;
    const GuardedText &m_guarded;
    const ParseContext &m_context;
    const BlockReader &m_reader;
    const ParsedText &m_parsed;
    int m_shift;
    std::vector<cmark_node *> m_stack; ///< the containers that are open at the end
};

} // namespace ponder
