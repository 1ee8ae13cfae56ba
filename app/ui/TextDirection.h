#pragma once

#include "markdown/Block.h"

#include <QStringView>

#include <vector>

namespace ponder {

/// Whether a text holds letters that run from right to left.
bool hasRightToLeft(QStringView text);

/// Which way a text runs, by its first letter that has a direction.
enum class TextDirection : unsigned char { None, LeftToRight, RightToLeft };

/// That of one block by itself. Formulas and code say nothing about the language around them.
TextDirection directionOf(const Block &block);

/// On which side the blocks of one answer begin: bars of quotes and markers of lists stand there. A
/// list or quote that begins from right to left keeps its items on that side, also one that begins
/// with a name in Latin letters; an item that begins from right to left is there in any list.
class BlockDirections
{
public:
    /// Reads the blocks from `first` on; those before are as they were.
    void read(const Blocks &blocks, size_t first);
    [[nodiscard]] bool isRightToLeft(size_t block) const { return m_places[block].rightToLeft; }

private:
    struct Place
    {
        TextDirection container =
            TextDirection::None; ///< of the outermost one, as far as it is known
        bool rightToLeft = false;
    };

    std::vector<Place> m_places;
};

} // namespace ponder
