#include "markdown/BlockParser.h"

#include "markdown/BlockReader.h"
#include "markdown/CmarkDocument.h"
#include "markdown/CutFinder.h"
#include "markdown/SourceLines.h"

#include <algorithm>

namespace ponder {

namespace {

bool isBlankLine(const GuardedText &guarded, QStringView source, size_t line)
{
    if (line >= guarded.lines.size())
        return true;
    const qsizetype begin = guarded.lines[line].offset;
    const qsizetype end =
        line + 1 < guarded.lines.size() ? guarded.lines[line + 1].offset : source.size();
    return SourceGuard::isBlankLine(source.mid(begin, end - begin));
}

} // namespace

ParsedText BlockParser::parse(QStringView source, bool growing, const ParseContext &context,
                              Cuts cuts)
{
    ParsedText parsed;
    const GuardedText guarded =
        SourceGuard::guard(source, growing, context.guard, cuts != Cuts::None);
    // Definitions stand before the text, because the first one of a name counts.
    const CmarkDocument document = parseWithCmark(context.before() + guarded.utf8);
    const int shift = context.lines();
    BlockReader reader(source, guarded, context, parsed);
    reader.noteNodes = cuts != Cuts::None;
    for (cmark_node *node = cmark_node_first_child(document.get()); node;
         node = cmark_node_next(node)) {
        ParsedText::Top top;
        const auto line = size_t(std::max(0, cmark_node_get_start_line(node) - 1 - shift));
        const GuardedText::Line &first = guarded.lines[std::min(line, guarded.lines.size() - 1)];
        top.offset = first.offset;
        top.guard = first.state;
        top.firstBlock = parsed.blocks.size();
        top.afterBlank = line == 0 || isBlankLine(guarded, source, line - 1);
        top.complete = line + 1 < guarded.lines.size() && (line == 0 || first.restarts);
        reader.read(node);
        parsed.tops.push_back(top);
    }
    reader.end();
    if (cuts != Cuts::None)
        parsed.cut = CutFinder(source, guarded, context, reader, parsed)
                         .find(document.get(), cuts == Cuts::Anywhere);
    return parsed;
}

Blocks BlockParser::blocks(QStringView text, bool growing)
{
    QString normalized;
    bool afterCr = false;
    SourceGuard::appendNormalized(normalized, text, afterCr);
    return parse(normalized, growing).blocks;
}

} // namespace ponder
