#include "markdown/Block.h"

namespace ponder {

QString plainText(const InlineRuns &runs)
{
    QString text;
    for (const InlineRun &run : runs)
        text += run.text;
    return text;
}

Blocks joined(const Blocks &blocks)
{
    Blocks out;
    for (const BlockPtr &block : blocks) {
        if (!block->continued || out.empty()) {
            out.push_back(block);
            continue;
        }
        Block whole = *out.back();
        whole.runs.insert(whole.runs.end(), block->runs.begin(), block->runs.end());
        out.back() = std::make_shared<const Block>(std::move(whole));
    }
    return out;
}

} // namespace ponder
