// Text that arrives in pieces reads the same as text that is read at once. The first byte chooses
// the pieces, the rest is the text.

#include "fuzz/FuzzTarget.h"
#include "markdown/BlockDump.h"
#include "markdown/BlockParser.h"
#include "markdown/IncrementalBlocks.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>

using namespace ponder;

namespace {

void compare(const IncrementalBlocks &incremental, const Blocks &whole, const char *when)
{
    const Blocks &got = incremental.blocks();
    bool same = got.size() == whole.size();
    for (size_t i = 0; same && i < whole.size(); ++i)
        same = *got[i] == *whole[i];
    if (same)
        return;
    std::fprintf(stderr, "%s\ngot:\n%s\nexpected:\n%s\n", when, qPrintable(dump(got)),
                 qPrintable(dump(whole)));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    QRandomGenerator random(data[0]);
    // Cut wherever that is possible, or as the program does.
    IncrementalBlocks blocks(data[0] % 4 == 0 ? 600 : 1);
    const int longest = 1 + data[0] % 37;
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    int round = 0;
    for (qsizetype at = 0; at < text.size(); ++round) {
        const qsizetype length = random.bounded(1, longest + 1);
        blocks.append(QStringView(text).mid(at, length));
        at = std::min(text.size(), at + length);
        if (round % (4 + int(text.size() / 200)) == 0)
            compare(blocks, BlockParser::blocks(QStringView(text).left(at), true), "on the way");
    }
    compare(blocks, BlockParser::blocks(text, true), "before the end");
    blocks.finish();
    compare(blocks, BlockParser::blocks(text), "at the end");
    return 0;
}
