#include "wire/ReasoningMerger.h"

#include <algorithm>

namespace ponder {

namespace {

qsizetype firstNonSpace(QStringView text)
{
    const auto it = std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    return it - text.begin();
}

} // namespace

QString ReasoningMerger::add(Source source, const QString &piece)
{
    if (m_pass)
        return piece;
    const auto me = static_cast<size_t>(source);
    if (!m_began[1 - me]) {
        m_began[me] = true;
        m_known += piece;
        m_at[me] = m_shown = m_known.size();
        return piece;
    }

    // Both sources have spoken. They may differ in the white space around the reasoning.
    QStringView rest = piece;
    if (!m_began[me]) {
        rest = rest.sliced(firstNonSpace(rest));
        if (rest.isEmpty())
            return {};
        m_began[me] = true;
        m_at[me] = firstNonSpace(m_known);
    }
    const qsizetype common = std::min(rest.size(), m_known.size() - m_at[me]);
    if (QStringView(m_known).sliced(m_at[me], common) != rest.first(common)) {
        QString owed = m_known.sliced(m_shown) + rest.toString();
        m_pass = true;
        m_known.clear();
        return owed;
    }
    m_known += rest.sliced(common);
    m_at[me] += rest.size();
    return unshown();
}

void ReasoningMerger::seal()
{
    m_pass = true;
    m_known = QString();
}

QString ReasoningMerger::unshown()
{
    // White space at the very end waits: only one of the sources may have it.
    qsizetype end = m_known.size();
    while (end > m_shown && m_known.at(end - 1).isSpace())
        --end;
    QString piece = m_known.sliced(m_shown, end - m_shown);
    m_shown = end;
    return piece;
}

} // namespace ponder
