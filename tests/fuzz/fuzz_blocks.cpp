// Any bytes become blocks: nothing crashes, nothing that must not be shown comes through, and
// nothing links where LinkPolicy does not allow it.

#include "fuzz/FuzzTarget.h"
#include "markdown/BlockParser.h"
#include "markdown/GuardMarks.h"
#include "markdown/LinkPolicy.h"

#include <QByteArray>

#include <algorithm>
#include <cstdlib>

using namespace ponder;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkText(const QString &text)
{
    require(std::none_of(text.begin(), text.end(),
                         [](QChar c) { return c.isNull() || guard::isNonCharacter(c.unicode()); }));
}

void checkRuns(const InlineRuns &runs)
{
    for (const InlineRun &run : runs) {
        require(!run.text.isEmpty());
        checkText(run.text);
        checkText(run.title);
        require(!(run.flags & InlineRun::Link) || LinkPolicy::allowsLink(run.url) ||
                run.flags & InlineRun::Image);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const bool growing : {false, true}) {
        for (const BlockPtr &block : BlockParser::blocks(text, growing)) {
            require(block->nesting.size() <= 16);
            checkText(block->text);
            checkRuns(block->runs);
            for (size_t row = 0; row < block->table.rows.size(); ++row) {
                require(block->table.rows[row].size() == block->table.alignments.size());
                for (const InlineRuns &cell : block->table.rows[row])
                    checkRuns(cell);
            }
        }
    }
    return 0;
}
