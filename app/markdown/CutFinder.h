#pragma once

#include "markdown/BlockParser.h"
#include "markdown/BlockReader.h"

#include <optional>
#include <vector>

struct cmark_node;

namespace ponder {

/// Finds the last place in a parsed text behind which the text can be read on without what is
/// before it: the beginning of a list item, of a block within an item or a quote, of a table's row,
/// of a line of code or HTML, or of a word in a paragraph. What the text stands in there is put
/// down as a ParseContext. The last line may be incomplete: nothing is cut that it could still
/// change.
class CutFinder
{
public:
    CutFinder(QStringView source, const GuardedText &guarded, const ParseContext &context,
              const BlockReader &reader, const ParsedText &parsed)
        : m_source(source), m_guarded(guarded), m_context(context), m_reader(reader),
          m_parsed(parsed), m_shift(context.lines())
    {}

    [[nodiscard]] std::optional<ParsedText::Cut> find(cmark_node *document, bool withinParagraph);

private:
    [[nodiscard]] std::optional<ParsedText::Cut> atChildOf(cmark_node *parent);
    [[nodiscard]] std::optional<ParsedText::Cut> atRowOf(cmark_node *table);
    [[nodiscard]] std::optional<ParsedText::Cut> withinParagraph(cmark_node *paragraph,
                                                                 bool onlyPlain);
    [[nodiscard]] std::optional<ParsedText::Cut> withinLeaf(cmark_node *leaf);
    [[nodiscard]] std::optional<ParsedText::Cut> withinPlainLeaf(cmark_node *leaf);
    [[nodiscard]] std::optional<ParsedText::Cut> atLineOf(cmark_node *leaf, bool fenced);
    bool openLeaf(ParsedText::Cut &cut, cmark_node *leaf, bool fenced) const;
    /// What a line begins with that goes on with the containers of a cut.
    [[nodiscard]] static QByteArray linePrefix(const ParsedText::Cut &cut);
    /// Behind the marker of a container that begins at `column` of the line and the space after it;
    /// nothing when that cannot be told.
    [[nodiscard]] static std::optional<qsizetype> contentColumn(const QByteArray &line,
                                                                qsizetype column);
    /// The markers of containers as the lines behind the first have them.
    [[nodiscard]] static QByteArray continuation(QByteArray markers);
    /// How guarding begins at a line; nothing where it cannot.
    [[nodiscard]] const GuardState *stateAt(size_t line) const;
    /// The lines that open a block of code or HTML again; empty when that cannot be done.
    [[nodiscard]] QByteArray leafHead(cmark_node *leaf, bool fenced) const;
    [[nodiscard]] qsizetype finishedText(const Block &block, qsizetype offset,
                                         bool mayBeBlank) const;
    /// Whether an open paragraph may turn out to be a link definition, as if it had never been.
    [[nodiscard]] bool mayVanish(cmark_node *paragraph) const;
    /// The line of the text that a node begins in, below 0 when that is before the text.
    [[nodiscard]] qsizetype lineOf(cmark_node *node) const;
    /// Puts down the containers around a place; false when they cannot be opened again.
    bool open(ParsedText::Cut &cut, const std::vector<cmark_node *> &stack, int beforeLine) const;
    [[nodiscard]] bool endsWithinLine() const;
    [[nodiscard]] QByteArray guardedLine(size_t line) const;
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
