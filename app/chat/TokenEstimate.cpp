#include "chat/TokenEstimate.h"

namespace ponder {

qint64 estimateTokens(QStringView text)
{
    qint64 tenths = 0;
    for (const QChar c : text) {
        const bool han = c.unicode() >= 0x2E80 && c.unicode() <= 0x9FFF;
        tenths += han ? 6 : 3;
    }
    return (tenths + 9) / 10;
}

} // namespace ponder
