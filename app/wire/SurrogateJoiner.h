#pragma once

#include <QString>

namespace ponder {

/// Makes text out of pieces that were cut between the two halves of a surrogate pair: the first
/// half waits for the second. Lone halves and NUL become U+FFFD.
class SurrogateJoiner
{
public:
    [[nodiscard]] QString add(QString piece);
    [[nodiscard]] QString flush(); ///< U+FFFD if a half was left over
    [[nodiscard]] bool isHolding() const { return !m_high.isNull(); }

private:
    QChar m_high;
};

/// The same for text that is whole.
QString mendedText(QString text);

} // namespace ponder
