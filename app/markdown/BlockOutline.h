#pragma once

#include "markdown/Block.h"

#include <vector>

namespace ponder {

/// Walks over blocks and tells how the containers of each one stand to those of the one before:
/// blocks carry their containers flat (see Block::nesting), writers need them opened and closed.
class BlockOutline
{
public:
    /// A quote, or a list together with its current item.
    struct Container
    {
        char kind = 'q';    ///< as in Block::nesting
        bool open = true;   ///< false: a list whose item began before the first block
        bool tight = false; ///< of a list
        int number = 0;     ///< of the item
        bool other = false; ///< of two lists in a row: the second one
    };

    struct Step
    {
        size_t shared = 0;     ///< containers that go on
        bool nextItem = false; ///< the container behind them goes on as a list, with another item
    };

    [[nodiscard]] Step enter(const Block &block);
    /// Those of the block that was entered last.
    [[nodiscard]] const std::vector<Container> &containers() const { return m_containers; }

private:
    std::vector<Container> m_containers;
};

} // namespace ponder
