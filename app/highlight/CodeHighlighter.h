#pragma once

#include "highlight/EmbeddedCode.h"
#include "highlight/HighlightQuery.h"

#include <QString>
#include <QStringView>

#include <memory>
#include <optional>
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

/// Colours one code block. Text that grows at its end (a streaming answer) is parsed incrementally,
/// and colours are taken anew only near its end: an unfinished function makes the parser call all
/// of the text another one now and then, although next to none of the colours differ. What was
/// passed over is made up for as soon as enough new text has come, or by settle(). Until then a
/// finished line only gains colours: what the parser makes of unfinished code comes and goes with
/// every word. Code that is too large or that the grammar chokes on stays plain; it never costs
/// more than a bounded time.
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
    [[nodiscard]] const QString &text() const { return m_text; }

    /// What the updates so far say, one for each UTF-16 unit; none for code that stays plain.
    [[nodiscard]] const std::vector<TokenClass> &classes() const { return m_shown; }

    /// All of the code as it is now; what it only has more than before is append()ed.
    HighlightUpdate update(const QString &text);
    HighlightUpdate append(QStringView more);
    /// What the updates so far say, from this place on.
    [[nodiscard]] HighlightUpdate shownFrom(qsizetype from) const;

    /// Whether the colours are those that a parse of the whole code gives.
    [[nodiscard]] bool isSettled() const;
    /// Makes them so: for when the code has stopped growing.
    HighlightUpdate settle();

private:
    struct ParserDeleter
    {
        void operator()(TSParser *parser) const { ts_parser_delete(parser); }
    };
    struct TreeDeleter
    {
        void operator()(TSTree *tree) const { ts_tree_delete(tree); }
    };
    struct CursorDeleter
    {
        void operator()(TSQueryCursor *cursor) const { ts_query_cursor_delete(cursor); }
    };
    using Tree = std::unique_ptr<TSTree, TreeDeleter>;

    [[nodiscard]] bool isPlain() const;
    [[nodiscard]] Tree parse(const TSTree *before) const;
    qsizetype followEmbedded(qsizetype from);
    HighlightUpdate readAnew();
    HighlightUpdate giveUp();
    [[nodiscard]] qsizetype firstToColour(qsizetype before, qsizetype changed);
    using Classes = std::vector<TokenClass>; ///< one for each UTF-16 unit
    [[nodiscard]] Classes classesFrom(qsizetype from) const;
    void colourIn(TSNode node, qsizetype from, Classes &classes) const;
    void keepFinished(Classes &fresh, qsizetype from, qsizetype finished);
    HighlightUpdate show(qsizetype from, const Classes &fresh);
    HighlightUpdate diffFrom(qsizetype from);

    const Language *m_language = nullptr;
    const HighlightQuery *m_query = nullptr;
    std::unique_ptr<TSParser, ParserDeleter> m_parser;
    std::unique_ptr<TSQueryCursor, CursorDeleter> m_cursor;
    Tree m_tree;
    QString m_text;
    Classes m_shown;                       ///< what the updates so far say
    std::optional<qsizetype> m_passedOver; ///< from here on colours may be out of date
    qsizetype m_credit = 0;                ///< how much text may be coloured once more
    bool m_continued = false;              ///< the tree came about bit by bit
    bool m_gaveUp = false;
    EmbeddedCode m_embedded; ///< only where the language has such
};

} // namespace ponder
