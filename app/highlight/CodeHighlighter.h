#pragma once

#include "highlight/HighlightQuery.h"

#include <QString>

#include <memory>
#include <vector>

#include <tree_sitter/api.h>

namespace ponder {

/// A run of one colour; Plain runs are left out. Positions are UTF-16 units, as in QString.
struct CodeSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    TokenClass tokenClass = TokenClass::Plain;

    bool operator==(const CodeSpan &) const = default;
};

/// What changed by an update: everything from `from` on has the colours `spans`.
struct HighlightUpdate
{
    qsizetype from = 0;
    std::vector<CodeSpan> spans;
};

/// Colours one code block. Text that grows at its end (a streaming answer) is parsed incrementally:
/// only the syntax that the new text changed is read and coloured again. Code that is too large or
/// that the grammar chokes on stays plain; it never costs more than a bounded time.
class CodeHighlighter
{
public:
    /// `language`: the word after the fence; an unknown one leaves the code plain.
    explicit CodeHighlighter(const QString &language);

    /// Whether a highlighter for this language is made at once; else prepare() on another thread.
    static bool isPrepared(const QString &language);
    /// Reads the language's rules, which may take a tenth of a second the first time.
    static void prepare(const QString &language);

    [[nodiscard]] bool isActive() const { return m_language != nullptr; }
    HighlightUpdate update(const QString &text);

private:
    struct ParserDeleter
    {
        void operator()(TSParser *parser) const { ts_parser_delete(parser); }
    };
    struct TreeDeleter
    {
        void operator()(TSTree *tree) const { ts_tree_delete(tree); }
    };
    using Tree = std::unique_ptr<TSTree, TreeDeleter>;

    [[nodiscard]] qsizetype reparse(const QString &text, bool grown);
    [[nodiscard]] std::vector<CodeSpan> spansFrom(qsizetype from) const;
    HighlightUpdate updateDiff(const QString &text, bool grown);

    const Language *m_language = nullptr;
    const HighlightQuery *m_query = nullptr;
    std::unique_ptr<TSParser, ParserDeleter> m_parser;
    Tree m_tree;
    QString m_text;
    bool m_gaveUp = false;
};

} // namespace ponder
