#pragma once

#include <QString>

#include <array>

namespace ponder {

/// Shows reasoning once that arrives twice: in a field of its own and between think tags in the
/// text (llama-server's "deepseek-legacy" format). Whichever of both is ahead is shown; if they
/// turn out to differ, nothing is dropped.
class ReasoningMerger
{
public:
    enum class Source { Field, Tags };

    /// The part of `piece` that has not been shown yet.
    QString add(Source source, const QString &piece);
    /// The text has begun without tags, so there is no second source: forget what was shown.
    void seal();

private:
    QString unshown();

    QString m_known;                     ///< all reasoning so far, from whichever source is ahead
    qsizetype m_shown = 0;               ///< how much of it has been given out
    std::array<qsizetype, 2> m_at{0, 0}; ///< how far each source has come
    std::array<bool, 2> m_began{false, false};
    bool m_pass = false; ///< no comparing any more
};

} // namespace ponder
