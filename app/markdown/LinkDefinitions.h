#pragma once

#include "markdown/SourceGuard.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringView>

#include <vector>

namespace ponder {

/// `[label]: url "title"` somewhere in a text.
struct LinkDefinition
{
    QString label; ///< normalized
    QString url;
    QString title;

    bool operator==(const LinkDefinition &) const = default;
};

/// Finds link definitions and the places that may refer to them. A definition can stand far behind
/// the text that uses it: IncrementalBlocks asks here whether text that it has finished with is
/// concerned.
class LinkDefinitions
{
public:
    /// Every `[…]` that could be a reference; more than are.
    [[nodiscard]] static QSet<QString> mentionedLabels(QStringView text);

    /// The definitions of a text, in the sense of cmark itself; the first one of each label.
    /// `growing`, `before`, what opens the containers and the block that the text stands in, and
    /// `guard` are as for BlockParser.
    [[nodiscard]] static std::vector<LinkDefinition> find(QStringView text, bool growing = false,
                                                          const QByteArray &before = {},
                                                          const GuardState &guard = {});
    /// Whether there could be one; nearly always not.
    [[nodiscard]] static bool maybeIn(QStringView text) { return labelEnd(text, 0) >= 0; }

    /// The definitions as markdown, each a paragraph of its own.
    [[nodiscard]] static QByteArray toMarkdown(const std::vector<LinkDefinition> &definitions);

private:
    static qsizetype labelEnd(QStringView text, qsizetype from);
    static QStringList candidates(QStringView text);
    static QString normalized(QStringView label);
};

} // namespace ponder
