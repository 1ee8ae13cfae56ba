#include "markdown/Block.h"

namespace ponder {

QString plainText(const InlineRuns &runs)
{
    QString text;
    for (const InlineRun &run : runs)
        text += run.text;
    return text;
}

} // namespace ponder
