#pragma once

#include "markdown/IncrementalBlocks.h"

#include <QString>

namespace ponder {

/// The blocks of one segment's text. While an answer is received only what is new is read, and of
/// that only so many lines in a step as rows can be made for in a short frame; a text that stands
/// is read once.
class SegmentText
{
public:
    /// Reads the text as it is now. `growing`: more is to come. Returns the index of the first
    /// block that is new or different.
    size_t read(const QString &text, bool growing);

    /// Whether a further step has something to read, though no text may have come.
    [[nodiscard]] bool isBehind() const { return m_behind; }

    [[nodiscard]] const Blocks &blocks() const { return m_growing ? m_live.blocks() : m_blocks; }

private:
    [[nodiscard]] bool continues(const QString &text) const;
    [[nodiscard]] qsizetype stepEnd(QStringView text) const;
    size_t readOn(const QString &text, qsizetype end);
    size_t standStill(const QString &text);

    IncrementalBlocks m_live;
    Blocks m_blocks;
    bool m_growing = false;
    bool m_readOnce = false;
    bool m_behind = false;
    qsizetype m_length = 0;   ///< of the text that has been read
    qsizetype m_lastCost = 0; ///< characters that the last step had to read
    QString m_end; ///< its last characters: a copy, so that the segment's own text stays unshared
};

} // namespace ponder
