#include "markdown/BlockParser.h"

#include "markdown/BlockReader.h"
#include "markdown/CmarkDocument.h"
#include "markdown/CutFinder.h"
#include "markdown/SourceLines.h"

#include <algorithm>
#include <optional>
#include <utility>

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

/// Whether a block that begins like this behind a blank line is a new one, whatever more its line
/// may hold: no item of the list before it.
bool beginsBlock(QChar c)
{
    return (c.isLetter() && !c.isSurrogate()) || c == u'#' || c == u'`' || c == u'|' || c == u'>';
}

/// Link definitions leave no block, but what comes before the last paragraph of them is as finished
/// as before a block: `top` is set to where that begins, behind `last`.
bool findDefinitionsBehind(cmark_node *last, const GuardedText &guarded, QStringView source,
                           int shift, ParsedText::Top &top)
{
    qsizetype behind = 0;
    if (last) {
        const cmark_node_type type = cmark_node_get_type(last);
        // Other blocks may go on behind a blank line.
        if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)
            return false;
        behind = cmark_node_get_end_line(last) - shift;
    }
    for (auto line = qsizetype(guarded.lines.size()) - 2; line > std::max<qsizetype>(behind, 0);
         --line) {
        const GuardedText::Line &first = guarded.lines[size_t(line)];
        if (!first.restarts || isBlankLine(guarded, source, size_t(line)) ||
            !isBlankLine(guarded, source, size_t(line) - 1))
            continue;
        top.offset = first.offset;
        top.guard = first.state;
        top.afterBlank = true;
        top.settled = true;
        return true;
    }
    return false;
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
    // What cmark cuts off the first row of a table has no line: it is part of what begins there.
    std::optional<size_t> cutOff;
    for (cmark_node *node = cmark_node_first_child(document.get()); node;
         node = cmark_node_next(node)) {
        if (cmark_node_get_start_line(node) == 0) {
            cutOff = cutOff.value_or(parsed.blocks.size());
            reader.read(node);
            continue;
        }
        ParsedText::Top top;
        const auto line = size_t(std::max(0, cmark_node_get_start_line(node) - 1 - shift));
        const GuardedText::Line &first = guarded.lines[std::min(line, guarded.lines.size() - 1)];
        top.offset = first.offset;
        top.guard = first.state;
        top.firstBlock = std::exchange(cutOff, {}).value_or(parsed.blocks.size());
        top.afterBlank = line == 0 || isBlankLine(guarded, source, line - 1);
        const bool restarts = line == 0 || first.restarts;
        top.complete = restarts && line + 1 < guarded.lines.size();
        top.settled = top.complete || (restarts && beginsBlock(source[first.offset]));
        reader.read(node);
        parsed.tops.push_back(top);
    }
    reader.end();
    parsed.fence = guarded.fence;
    parsed.inPicture = guarded.inPicture;
    ParsedText::Top definitions;
    definitions.firstBlock = parsed.blocks.size();
    if (findDefinitionsBehind(cmark_node_last_child(document.get()), guarded, source, shift,
                              definitions))
        parsed.tops.push_back(definitions);
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
