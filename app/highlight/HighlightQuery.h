#pragma once

#include "highlight/Languages.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

#include <tree_sitter/api.h>

namespace ponder {

/// What a run of code is, as far as its colour goes. Few on purpose: an answer is read, not edited.
enum class TokenClass : quint8 { Plain, Keyword, Literal, Comment };

/// The compiled highlight query of one language with its predicates, which tree-sitter leaves to
/// its users to evaluate. Compiled once, which takes up to a tenth of a second, and kept for the
/// run. Any thread may ask.
class HighlightQuery
{
public:
    /// Null when the language has no grammar or its query does not compile.
    static const HighlightQuery *forLanguage(const Language &language);
    /// Whether forLanguage() answers at once.
    static bool isCompiled(const Language &language);

    [[nodiscard]] const TSQuery *query() const { return m_query.get(); }
    /// Whether no pattern looks at more than one of the outermost pieces of the code, so that each
    /// can be asked about by itself.
    [[nodiscard]] bool isLocal() const { return m_local; }
    /// Whether the text predicates of this match hold; `text` is the parsed text.
    [[nodiscard]] bool accepts(const TSQueryMatch &match, QStringView text) const;
    /// False for captures that say nothing about colour.
    [[nodiscard]] bool colours(uint32_t captureId, TokenClass &tokenClass) const;

private:
    struct Predicate
    {
        enum class Kind { Equal, EqualCapture, OneOf, Matches, Never };
        Kind kind = Kind::Never;
        bool negated = false;
        uint32_t capture = 0;
        uint32_t otherCapture = 0;
        QStringList words;
        QRegularExpression pattern;
    };
    struct Capture
    {
        bool coloured = false;
        TokenClass tokenClass = TokenClass::Plain;
        bool embedded = false; ///< code within a text: without a colour where the text has one
    };
    struct QueryDeleter
    {
        void operator()(TSQuery *query) const { ts_query_delete(query); }
    };

    HighlightQuery(TSQuery *query, bool local);
    static std::shared_ptr<HighlightQuery> compiled(const Language &language);
    void readCaptures();
    void readPredicates(uint32_t pattern);
    void leaveOutPlain();
    [[nodiscard]] bool isPlain(uint32_t pattern) const;
    [[nodiscard]] QString stringValue(uint32_t id) const;

    std::unique_ptr<TSQuery, QueryDeleter> m_query;
    std::vector<Capture> m_captures;
    std::vector<std::vector<Predicate>> m_predicates; ///< by pattern
    bool m_local;
};

} // namespace ponder
