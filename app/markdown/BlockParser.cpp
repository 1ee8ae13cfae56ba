#include "markdown/BlockParser.h"

#include "markdown/BlockReader.h"
#include "markdown/CmarkDocument.h"
#include "markdown/SourceGuard.h"

#include <algorithm>

namespace ponder {

namespace {

bool isBlankLine(const GuardedText &guarded, QStringView source, size_t line)
{
    if (line >= guarded.lineOffsets.size())
        return true;
    const qsizetype begin = guarded.lineOffsets[line];
    const qsizetype end =
        line + 1 < guarded.lineOffsets.size() ? guarded.lineOffsets[line + 1] : source.size();
    return SourceGuard::isBlankLine(source.mid(begin, end - begin));
}

} // namespace

ParsedText BlockParser::parse(QStringView source, const QByteArray &definitions)
{
    ParsedText parsed;
    const GuardedText guarded = SourceGuard::guard(source);
    // Definitions stand before the text, because the first one of a name counts.
    const CmarkDocument document =
        parseWithCmark(definitions.isEmpty() ? guarded.utf8 : definitions + guarded.utf8);
    const auto shift = int(definitions.count('\n'));
    BlockReader reader(source, guarded, shift);
    for (cmark_node *node = cmark_node_first_child(document.get()); node;
         node = cmark_node_next(node)) {
        ParsedText::Top top;
        const auto line = size_t(std::max(0, cmark_node_get_start_line(node) - 1 - shift));
        top.offset = guarded.lineOffsets[std::min(line, guarded.lineOffsets.size() - 1)];
        top.firstBlock = parsed.blocks.size();
        top.afterBlank = line == 0 || isBlankLine(guarded, source, line - 1);
        top.complete = line + 1 < guarded.lineOffsets.size();
        reader.read(node, parsed.blocks);
        parsed.tops.push_back(top);
    }
    return parsed;
}

Blocks BlockParser::blocks(QStringView text)
{
    QString normalized;
    bool afterCr = false;
    SourceGuard::appendNormalized(normalized, text, afterCr);
    return parse(normalized).blocks;
}

} // namespace ponder
