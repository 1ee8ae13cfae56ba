#include "markdown/PlainTextWriter.h"

#include "markdown/BlockOutline.h"
#include "markdown/CjkText.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

bool isWide(QChar c)
{
    return isCjkLetter(c.unicode()) || isCjkPunctuation(c.unicode());
}

/// A line end of the source is a space, and nothing between Han.
QString text(const InlineRuns &runs)
{
    QString out;
    for (size_t i = 0; i < runs.size(); ++i) {
        if (!(runs[i].flags & InlineRun::SoftBreak)) {
            out += runs[i].text;
            continue;
        }
        const bool joins = !out.isEmpty() && i + 1 < runs.size() && !runs[i + 1].text.isEmpty() &&
                           isWide(out.back()) && isWide(runs[i + 1].text.front());
        out += joins ? QString() : u" "_s;
    }
    return out;
}

QString body(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Paragraph:
    case Block::Kind::Heading:
        return text(block.runs);
    case Block::Kind::Code:
    case Block::Kind::Html:
    case Block::Kind::Math:
        return block.text;
    case Block::Kind::Table:
        return PlainTextWriter::table(block.table);
    case Block::Kind::Rule:
        return u"---"_s;
    case Block::Kind::Image:
        return block.alt;
    }
    return {};
}

QString marker(const BlockOutline::Container &item, const ListMarker &marker)
{
    if (marker.kind == ListMarker::Kind::Task)
        return marker.checked ? u"[x] "_s : u"[ ] "_s;
    return item.kind == 'o' ? QString::number(item.number) + u". "_s : u"- "_s;
}

qsizetype indentOf(const BlockOutline::Container &container)
{
    if (container.kind == 'q' || !container.open)
        return 0;
    return container.kind == 'o' ? QString::number(container.number).size() + 2 : 2;
}

} // namespace

QString PlainTextWriter::table(const Table &table)
{
    QStringList lines;
    for (const std::vector<InlineRuns> &row : table.rows) {
        QStringList cells;
        for (const InlineRuns &cell : row)
            cells += text(cell).replace(u'\t', u' ').replace(u'\n', u' ');
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QString PlainTextWriter::write(const Blocks &blocks)
{
    const Blocks whole = joined(blocks);
    QString out;
    BlockOutline outline;
    const Block *last = nullptr;
    qsizetype lastIndent = 0;
    for (const BlockPtr &block : whole) {
        const BlockOutline::Step step = outline.enter(*block);
        const bool beside = last && standsBeside(*last, *block);
        if (last && !beside) {
            const bool inList = step.shared > 0 || step.nextItem;
            out += block->tight && (inList || last->tight) ? u"\n"_s : u"\n\n"_s;
        }
        const std::vector<BlockOutline::Container> &now = outline.containers();
        const bool item = block->marker.kind != ListMarker::Kind::None && !now.empty();
        qsizetype indent = 0;
        for (const BlockOutline::Container &container : now)
            indent += indentOf(container);
        QString first(indent, u' ');
        if (item) {
            const QString mark = marker(now.back(), block->marker);
            first = QString(indent - indentOf(now.back()), u' ') + mark;
        }
        const QStringList lines = body(*block).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i)
            out += i == 0 ? first.mid(beside ? lastIndent : 0) + lines[i]
                          : u'\n' + QString(indent, u' ') + lines[i];
        last = block.get();
        lastIndent = indent;
    }
    return out;
}

} // namespace ponder
