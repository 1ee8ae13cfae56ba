#pragma once

#include "markdown/Block.h"

#include <QString>
#include <QStringView>

namespace ponder {

/// Quotes that begin with "[!NOTE]" on a line of its own, as GitHub has them. The mark is shown as
/// a title in the language of the interface, and copied as the mark again.
class Alert
{
public:
    /// None unless the line is such a mark, in letters of any case.
    static Block::Alert fromMark(QStringView line);
    static QString mark(Block::Alert alert);
    static QString title(Block::Alert alert);
};

} // namespace ponder
