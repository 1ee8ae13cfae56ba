#pragma once

#include "markdown/GuardState.h"
#include "markdown/LinkDefinitions.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

namespace ponder {

/// What the finished part of a growing text defines and refers to. A definition may come long
/// after the text that uses it, and grows as everything does: this tells which stretches of
/// finished text have to be read again then, and with which definitions.
class FinishedLinks
{
public:
    using Definitions = std::vector<LinkDefinition>;

    /// So many stretches are read again at once.
    static constexpr size_t kMost = 2'000;

    /// Text from one place where an outermost block may begin to another.
    struct Stretch
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        size_t firstBlock = 0;
        size_t blocks = 0;
        GuardState guard; ///< at its beginning
        QSet<QString> labels;
    };

    /// Text that is finished mentions these labels and defines some; the first definition counts.
    void note(const QSet<QString> &labels, const Definitions &definitions);
    /// Only if none of the labels refers to one of `all` that is not among `definitions` and not
    /// in finished text; else false.
    bool noteUnlessOpen(const QSet<QString> &labels, const Definitions &definitions,
                        const Definitions &all);
    /// The open stretch ends; the next one begins with block number `blocks`.
    void endStretch(qsizetype end, size_t blocks, const GuardState &guard);
    /// What is finished since the last end of a stretch: where it begins.
    [[nodiscard]] const Stretch &open() const { return m_open; }

    [[nodiscard]] bool definesAny() const { return !m_defined.isEmpty(); }
    /// Those of finished text that `labels` are of, as markdown.
    [[nodiscard]] QByteArray definitionsOf(const QSet<QString> &labels) const;

    /// These are the definitions of the text that is not finished. Returns the labels in finished
    /// text that lead elsewhere now.
    QSet<QString> setLate(const Definitions &definitions);
    /// The stretches that mention one of the labels, each once. Labels are passed over that would
    /// make them more than kMost.
    [[nodiscard]] std::vector<const Stretch *> mentioning(const QSet<QString> &labels) const;
    /// The definitions that a stretch has to be read with, finished or not, as markdown.
    [[nodiscard]] QByteArray definitionsFor(const Stretch &stretch) const;

private:
    QHash<QString, LinkDefinition> m_defined; ///< of finished text
    QHash<QString, LinkDefinition> m_late;    ///< of what follows, where finished text uses them
    std::vector<Stretch> m_stretches;         ///< only those with labels
    QHash<QString, std::vector<size_t>> m_mentions; ///< indexes in m_stretches
    Stretch m_open;
};

} // namespace ponder
