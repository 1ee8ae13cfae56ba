#pragma once

#include "markdown/Block.h"
#include "markdown/GuardState.h"

#include <QString>

#include <memory>
#include <optional>

namespace ponder {

/// Text that a block of code or HTML grows by is put behind what it has. Copies what is there only
/// when somebody else holds the block.
class TextGrowth
{
public:
    /// `block` with `rest` behind the first `kept` characters of its text, `changes` made to it;
    /// the block itself when that is what it is.
    [[nodiscard]] BlockPtr grown(BlockPtr block, qsizetype kept, QStringView rest,
                                 const Block &changes);

private:
    std::shared_ptr<Block> m_own; ///< the last one that was made here
};

/// The fenced block of code that ends a text: growing it needs no parser.
class FenceGrowth
{
public:
    /// `text` from `opening` on is the block, whose first line is complete.
    static FenceGrowth at(QStringView text, qsizetype opening);

    [[nodiscard]] bool isThere() const { return m_mark != 0; }
    /// Whether it is the one that has been noted in `guard`.
    [[nodiscard]] bool isOf(const GuardState &guard) const
    {
        return guard.fence == m_length && guard.fenceMark == m_mark && guard.fenceQuotes == 0;
    }
    /// Looks for the closing fence in what has come; must be called each time.
    void follow(QStringView text);
    /// Whether the last line that has come is the closing fence so far.
    [[nodiscard]] bool isClosed() const { return m_closed; }
    /// Behind the line of the closing fence; −1: it has not come.
    [[nodiscard]] qsizetype end() const { return m_end; }
    /// The code, without its last line end.
    [[nodiscard]] QStringView code(QStringView text) const;

private:
    [[nodiscard]] bool isClosing(QStringView line) const;

    char16_t m_mark = 0; ///< 0: the text does not end in one
    qsizetype m_length = 0;
    qsizetype m_contentBegin = 0;
    qsizetype m_lineBegin = 0; ///< of the last line looked at
    bool m_closed = false;
    qsizetype m_end = -1;
};

} // namespace ponder
