#pragma once

#include "markdown/Block.h"
#include "markdown/BlockParser.h"
#include "markdown/LinkDefinitions.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace ponder {

/// The blocks of a text that grows at its end. Only the open tail is read again: outermost blocks
/// that can no longer change are finished and keep their identity (address). At every moment the
/// blocks equal those of BlockParser for the text so far.
class IncrementalBlocks
{
public:
    /// Appends text. Returns the index of the first block that is new or different; equals
    /// blocks().size() when nothing visible changed.
    size_t append(QStringView piece);

    [[nodiscard]] const Blocks &blocks() const { return m_blocks; }
    /// How much of the text is read again with the next piece, in UTF-16 units; for tests.
    [[nodiscard]] qsizetype openLength() const { return m_text.size() - m_tailBegin; }
    void clear();

private:
    /// The open fenced block of code that ends the text: growing it needs no parser.
    struct Fence
    {
        char16_t mark = 0; ///< 0: the text does not end in one
        qsizetype length = 0;
        qsizetype contentBegin = 0;
        qsizetype lineBegin = 0; ///< of the last line looked at
    };

    [[nodiscard]] QStringView tail() const { return QStringView(m_text).mid(m_tailBegin); }
    /// The first changed block, or nothing when the text has to be parsed.
    std::optional<size_t> extendFence();
    [[nodiscard]] bool closesFence(QStringView line) const;
    void noteFence(qsizetype parsedFrom, const ParsedText &parsed);
    [[nodiscard]] QByteArray outerDefinitions() const;
    [[nodiscard]] bool concernsFinished(const std::vector<LinkDefinition> &definitions) const;
    size_t replaceTail(Blocks fresh);
    void finish(const ParsedText &parsed, bool hasDefinitions);

    QString m_text; ///< with "\n" line ends
    bool m_afterCr = false;
    qsizetype m_tailBegin = 0;
    size_t m_finished = 0; ///< how many of m_blocks are finished
    Blocks m_blocks;
    QSet<QString> m_labels;                       ///< mentioned in the finished text
    QHash<QString, LinkDefinition> m_definitions; ///< of the finished text
    Fence m_fence;
};

} // namespace ponder
