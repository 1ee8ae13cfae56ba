#include "markdown/FinishedLinks.h"

#include <algorithm>
#include <utility>

namespace ponder {

void FinishedLinks::note(const QSet<QString> &labels, const Definitions &definitions)
{
    m_open.labels += labels;
    for (const LinkDefinition &definition : definitions) {
        if (!m_defined.contains(definition.label))
            m_defined.insert(definition.label, definition);
        m_late.remove(definition.label);
    }
}

void FinishedLinks::endStretch(qsizetype end, size_t blocks, const GuardState &guard)
{
    m_open.end = end;
    m_open.blocks = blocks - m_open.firstBlock;
    Stretch next;
    next.begin = end;
    next.firstBlock = blocks;
    next.guard = guard;
    const Stretch ended = std::exchange(m_open, std::move(next));
    if (ended.labels.isEmpty())
        return;
    for (const QString &label : ended.labels)
        m_mentions[label].push_back(m_stretches.size());
    m_stretches.push_back(ended);
}

bool FinishedLinks::noteUnlessOpen(const QSet<QString> &labels, const Definitions &definitions,
                                   const Definitions &all)
{
    const auto isAmong = [](const Definitions &those, const QString &label) {
        return std::any_of(those.begin(), those.end(),
                           [&](const LinkDefinition &d) { return d.label == label; });
    };
    for (const LinkDefinition &d : all) {
        if (labels.contains(d.label) && !m_defined.contains(d.label) &&
            !isAmong(definitions, d.label))
            return false;
    }
    note(labels, definitions);
    return true;
}

QByteArray FinishedLinks::definitionsOf(const QSet<QString> &labels) const
{
    Definitions needed;
    for (const QString &label : labels) {
        const auto definition = m_defined.constFind(label);
        if (definition != m_defined.constEnd())
            needed.push_back(*definition);
    }
    return LinkDefinitions::toMarkdown(needed);
}

QSet<QString> FinishedLinks::setLate(const Definitions &definitions)
{
    QHash<QString, LinkDefinition> late;
    for (const LinkDefinition &d : definitions) {
        const bool mentioned = m_open.labels.contains(d.label) || m_mentions.contains(d.label);
        if (mentioned && !m_defined.contains(d.label) && !late.contains(d.label))
            late.insert(d.label, d);
    }
    QSet<QString> changed;
    for (const LinkDefinition &d : std::as_const(late)) {
        const auto before = m_late.constFind(d.label);
        if (before == m_late.constEnd() || *before != d)
            changed.insert(d.label);
    }
    for (const LinkDefinition &d : std::as_const(m_late)) {
        if (!late.contains(d.label))
            changed.insert(d.label);
    }
    m_late = std::move(late);
    return changed;
}

std::vector<const FinishedLinks::Stretch *>
FinishedLinks::mentioning(const QSet<QString> &labels) const
{
    std::vector<size_t> indexes;
    for (const QString &label : labels) {
        const auto found = m_mentions.constFind(label);
        if (found != m_mentions.constEnd() && indexes.size() + found->size() <= kMost)
            indexes.insert(indexes.end(), found->begin(), found->end());
    }
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    std::vector<const Stretch *> stretches;
    for (const size_t index : indexes)
        stretches.push_back(&m_stretches[index]);
    return stretches;
}

QByteArray FinishedLinks::definitionsFor(const Stretch &stretch) const
{
    Definitions needed;
    for (const QString &label : stretch.labels) {
        const auto defined = m_defined.constFind(label);
        const auto late = m_late.constFind(label);
        if (defined != m_defined.constEnd())
            needed.push_back(*defined);
        else if (late != m_late.constEnd())
            needed.push_back(*late);
    }
    return LinkDefinitions::toMarkdown(needed);
}

} // namespace ponder
