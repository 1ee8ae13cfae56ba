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
    bool withinWord = false; ///< more of the same word can follow; else a space must
    bool target = false;     ///< the target of a link may be open: a bracket would end it

    /// For a text that ends within the paragraph that `runs` are of; `within`: it begins there,
    /// too.
    [[nodiscard]] static PlainGrowth after(QStringView text, const InlineRuns &runs, bool within);
    /// Whether `more`, which follows at `end`, is nothing but words and punctuation.
    [[nodiscard]] bool takes(QStringView more) const;
};

} // namespace ponder
