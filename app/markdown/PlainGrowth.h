#pragma once

#include "markdown/Block.h"

#include <QStringView>

namespace ponder {

/// Tells when words can be added to a paragraph without reading it again: most of what arrives.
/// Says no whenever there is a doubt.
struct PlainGrowth
{
    qsizetype end = -1; ///< of what the paragraph shows, in the text; −1: it must be read again
    QChar last;         ///< the character before that
    QChar lastButOne;   ///< and the one before it
    bool withinWord = false; ///< more of the same word can follow; else a space must
    bool formula = false;    ///< a formula is before that: Chinese can follow as well
    bool target = false;     ///< the target of a link may be open: a bracket would end it

    /// For a text that ends within the paragraph that `runs` are of; `within`: it begins there,
    /// too.
    [[nodiscard]] static PlainGrowth after(QStringView text, const InlineRuns &runs, bool within);
    /// Whether `more`, which follows at `end`, is nothing but words and punctuation.
    [[nodiscard]] bool takes(QStringView more) const;
    /// Notes that the text goes on with `words` or ends in them; they must not be empty.
    void pass(QStringView words);

    /// Nothing but words and punctuation by itself. Where it begins with a letter and a block may
    /// begin, it is a paragraph.
    [[nodiscard]] static bool isWords(QStringView text);
    /// Whether the text ends in what may be an address. What that is depends on all of it and on
    /// what comes behind, and letters of any script may go on with it.
    [[nodiscard]] static bool endsInAddress(QStringView text);
    [[nodiscard]] static bool isLetter(QChar c);
    [[nodiscard]] static QStringView withoutSpacesBehind(QStringView line);
};

} // namespace ponder
