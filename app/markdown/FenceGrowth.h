#pragma once

#include "markdown/Block.h"

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

/// The open fenced block of code that ends a text: growing it needs no parser.
class FenceGrowth
{
public:
    /// `text` from `opening` on is the block, whose first line is complete.
    static FenceGrowth at(QStringView text, qsizetype opening);

    [[nodiscard]] bool isOpen() const { return m_mark != 0; }
    /// Whether the text that has come is code to its end; must be asked each time.
    [[nodiscard]] bool goesOn(QStringView text);
    /// The code that `text`, which goes on, has behind the first `shown` characters.
    [[nodiscard]] QStringView rest(QStringView text, qsizetype shown) const;

private:
    [[nodiscard]] bool isClosing(QStringView line) const;

    char16_t m_mark = 0; ///< 0: the text does not end in one
    qsizetype m_length = 0;
    qsizetype m_contentBegin = 0;
    qsizetype m_lineBegin = 0; ///< of the last line looked at
};

} // namespace ponder
