#pragma once

#include "markdown/InlineMarkup.h"

namespace ponder {

/// Runs as markdown.
class MarkdownInlines final : public InlineMarkup
{
public:
    enum class Escapes {
        None, ///< as it is: nearly all text reads the same without
        Full, ///< everything that could mean something
        Tags, ///< the same, with tags for emphasis: it may begin or end with a space
    };
    /// Where the runs stand, which decides what must be escaped there.
    enum class Place { Text, Heading, Cell };

    MarkdownInlines(Escapes escapes, Place place) : m_escapes(escapes), m_place(place) {}

    /// Text without markup in it, as in the name of a picture.
    [[nodiscard]] QString escaped(const QString &text, bool lineBegins, bool inBrackets) const;
    /// `(address "title")` of a link or a picture.
    [[nodiscard]] static QString target(const QString &url, const QString &title);

protected:
    [[nodiscard]] QString opening(InlineRun::Flag kind, const InlineRuns &runs,
                                  size_t run) const override;
    [[nodiscard]] QString closing(InlineRun::Flag kind, const InlineRuns &runs,
                                  size_t run) const override;
    [[nodiscard]] QString content(const InlineRuns &runs, size_t run,
                                  const QString &out) const override;

private:
    [[nodiscard]] bool isBare(const InlineRuns &runs, size_t run) const;
    [[nodiscard]] QString codeSpan(const QString &code) const;

    Escapes m_escapes;
    Place m_place;
};

} // namespace ponder
