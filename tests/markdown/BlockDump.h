#pragma once

#include "markdown/Block.h"

#include <QString>

namespace ponder {

/// Runs as one line: `text`, or `<bi>text</>` with a letter for each flag (b bold, i italic, s
/// strike, c code, l link, m picture, f formula, r reference, w as written, v lowered, ^ raised, u
/// underlined, k typed, y keycap), `|` for a soft and `||` for a hard line break.
inline QString dumpRuns(const InlineRuns &runs)
{
    QString out;
    for (const InlineRun &run : runs) {
        if (run.flags & InlineRun::HardBreak) {
            out += QStringLiteral("||");
            continue;
        }
        if (run.flags & InlineRun::SoftBreak) {
            out += u'|';
            continue;
        }
        QString flags;
        const QString letters = QStringLiteral("bisclm  frwv^uky");
        for (int bit = 0; bit < letters.size(); ++bit) {
            if (run.flags & InlineRun::Flag(1 << bit))
                flags += letters[bit];
        }
        QString text = run.text;
        text.replace(u'\n', QStringLiteral("\\n"));
        if (!run.url.isEmpty())
            flags += QStringLiteral(" ") + run.url;
        out += flags.isEmpty() ? text : u'<' + flags + u'>' + text + QStringLiteral("</>");
    }
    return out;
}

/// One block as one line, for comparisons that a person can read.
inline QString dump(const Block &block)
{
    QString line = QString::fromLatin1(block.nesting);
    switch (block.marker.kind) {
    case ListMarker::Kind::None:
        break;
    case ListMarker::Kind::Bullet:
        line += u'*';
        break;
    case ListMarker::Kind::Ordered:
        line += QString::number(block.marker.number) + u'.';
        break;
    case ListMarker::Kind::Task:
        line += block.marker.checked ? QStringLiteral("[x]") : QStringLiteral("[ ]");
        break;
    }
    if (block.tight)
        line += u'!';
    if (block.continued)
        line += u'+';
    if (!line.isEmpty())
        line += u' ';
    QString text = block.text;
    text.replace(u'\n', QStringLiteral("\\n"));
    switch (block.kind) {
    case Block::Kind::Paragraph:
        return line + QStringLiteral("P ") + dumpRuns(block.runs);
    case Block::Kind::Heading:
        return line + u'H' + QString::number(block.level) + u' ' + dumpRuns(block.runs);
    case Block::Kind::Code:
        return line + QStringLiteral("C(") + block.language +
               QLatin1String(block.closed ? ")" : "...)") + u' ' + text;
    case Block::Kind::Rule:
        return line + QStringLiteral("---");
    case Block::Kind::Image:
        return line + QStringLiteral("I ") + block.alt + u' ' + block.url.left(60);
    case Block::Kind::Math:
        return line + QStringLiteral("F ") + text;
    case Block::Kind::Html:
        return line + QStringLiteral("X ") + text;
    case Block::Kind::Table:
        break;
    }
    line += QStringLiteral("T ");
    for (const Table::Alignment alignment : block.table.alignments)
        line += QLatin1Char("-lcr"[int(alignment)]);
    for (size_t row = 0; row < block.table.rows.size(); ++row) {
        line += QStringLiteral(" /");
        for (const InlineRuns &cell : block.table.rows[row])
            line += u' ' + dumpRuns(cell) + u';';
    }
    return line;
}

inline QString dump(const Blocks &blocks)
{
    QString out;
    for (const BlockPtr &block : blocks)
        out += dump(*block) + u'\n';
    return out;
}

} // namespace ponder
