#pragma once

#include "highlight/HighlightQuery.h"

#include <QString>

#include <memory>
#include <vector>

#include <tree_sitter/api.h>

namespace ponder {

class CodeHighlighter;

/// The scripts and style sheets within a page of HTML, each with a highlighter of its own. The
/// grammar of HTML knows only where they stand.
class EmbeddedCode
{
public:
    EmbeddedCode();
    ~EmbeddedCode();

    /// Finds them in a tree that may differ from the last one from `from` on; the text has only
    /// become longer since. Returns from where on colours differ, `text.size()` for nowhere.
    qsizetype follow(TSNode root, const QString &text, qsizetype from);
    void clear() { m_parts.clear(); }

    [[nodiscard]] bool isSettled() const;
    /// As CodeHighlighter::settle(); returns what follow() does.
    qsizetype settle(qsizetype textSize);

    /// Sets the colours of what is in here, from `from` of the text on; `classes` begin there.
    void colour(qsizetype from, std::vector<TokenClass> &classes) const;

    /// The language of what stands behind a tag like `<script type="module">`; "" for none.
    [[nodiscard]] static QString languageOf(QStringView startTag);

private:
    struct Part
    {
        qsizetype begin = 0; ///< its tag stands before that, and never changes
        std::unique_ptr<CodeHighlighter> code;
    };

    std::vector<Part> m_parts; ///< in the order of the text
};

} // namespace ponder
