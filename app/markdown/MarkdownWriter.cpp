#include "markdown/MarkdownWriter.h"

#include "markdown/Alert.h"
#include "markdown/BlockOutline.h"
#include "markdown/BlockParser.h"
#include "markdown/MarkdownInlines.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

using Escapes = MarkdownInlines::Escapes;
using Place = MarkdownInlines::Place;

QString codeBlock(const Block &block)
{
    const QChar mark = block.language.contains(u'`') ? u'~' : u'`';
    QString fence(3, mark);
    while (block.text.contains(fence))
        fence += mark;
    const QString body = block.text.isEmpty() ? QString() : block.text + u'\n';
    return fence + block.language + u'\n' + body + fence;
}

QString heading(const Block &block, Escapes escapes)
{
    const bool lines = std::any_of(block.runs.begin(), block.runs.end(), [](const InlineRun &run) {
        return run.flags & (InlineRun::SoftBreak | InlineRun::HardBreak);
    });
    if (lines && block.level <= 2)
        return MarkdownInlines(escapes, Place::Text).write(block.runs) +
               (block.level == 1 ? u"\n==="_s : u"\n---"_s);
    const QString text = MarkdownInlines(escapes, Place::Heading).write(block.runs);
    return QString(block.level, u'#') + (text.isEmpty() ? QString() : u' ' + text);
}

QString table(const Table &table, Escapes escapes)
{
    QStringList lines;
    for (const std::vector<InlineRuns> &row : table.rows) {
        QString line = u"|"_s;
        for (const InlineRuns &cell : row)
            line += u' ' + MarkdownInlines(escapes, Place::Cell).write(cell) + u" |"_s;
        lines += line;
        if (lines.size() > 1)
            continue;
        QString rule = u"|"_s;
        for (const Table::Alignment alignment : table.alignments)
            rule += alignment == Table::Alignment::Left     ? u" :-- |"_s
                    : alignment == Table::Alignment::Center ? u" :-: |"_s
                    : alignment == Table::Alignment::Right  ? u" --: |"_s
                                                            : u" --- |"_s;
        lines += rule;
    }
    return lines.join(u'\n');
}

QString lines(const Block &block, Escapes escapes)
{
    switch (block.kind) {
    case Block::Kind::Paragraph:
        return MarkdownInlines(escapes, Place::Text).write(block.runs);
    case Block::Kind::Heading:
        return heading(block, escapes);
    case Block::Kind::Code:
        return codeBlock(block);
    case Block::Kind::Table:
        return table(block.table, escapes);
    case Block::Kind::Rule:
        // A row of hyphens below text would be a heading, and after a bullet a longer rule.
        return block.nesting.isEmpty() ? u"---"_s : u"___"_s;
    case Block::Kind::Image:
        return u"!["_s + MarkdownInlines(escapes, Place::Text).escaped(block.alt, false, true) +
               u']' + MarkdownInlines::target(block.url, {});
    case Block::Kind::Math:
    case Block::Kind::Html:
        return block.text;
    }
    return {};
}

bool readsAs(const QString &markdown, const Block &block)
{
    const Blocks read = BlockParser::blocks(markdown);
    if (read.size() != 1)
        return false;
    Block same = *read.front();
    same.nesting = block.nesting;
    same.marker = block.marker;
    same.tight = block.tight;
    return same == block;
}

QString lines(const Block &block);

/// A paragraph that begins with the title of its quote; a part of the title is words.
QString alert(const Block &block)
{
    Block text = block;
    text.alert = Block::Alert::None;
    if (block.runs.empty() || block.runs.front().text != Alert::title(block.alert))
        return lines(text);
    text.runs.erase(text.runs.begin(), text.runs.begin() + (text.runs.size() > 1 ? 2 : 1));
    const QString mark = Alert::mark(block.alert);
    return text.runs.empty() ? mark : mark + u'\n' + lines(text);
}

QString lines(const Block &block)
{
    if (block.alert != Block::Alert::None)
        return alert(block);
    QString plain = lines(block, Escapes::None);
    const bool text = block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading ||
                      block.kind == Block::Kind::Table || block.kind == Block::Kind::Image;
    if (!text || readsAs(plain, block))
        return plain;
    const QString escaped = lines(block, Escapes::Full);
    if (readsAs(escaped, block))
        return escaped;
    const QString tags = lines(block, Escapes::Tags);
    return readsAs(tags, block) ? tags : escaped;
}

QString marker(const BlockOutline::Container &item, const ListMarker &marker)
{
    const QString bullet = item.kind == 'o'
                               ? QString::number(item.number) + (item.other ? u")"_s : u"."_s)
                           : item.other ? u"*"_s
                                        : u"-"_s;
    if (marker.kind == ListMarker::Kind::Task)
        return bullet + (marker.checked ? u" [x] "_s : u" [ ] "_s);
    return bullet + u' ';
}

/// Whether what stands behind a bullet would be one more part of it.
bool isTask(const QString &text)
{
    return text.startsWith("[ ] "_L1) || text.startsWith("[x] "_L1, Qt::CaseInsensitive);
}

/// What every line of a container's content begins with.
QString indent(const BlockOutline::Container &container)
{
    if (container.kind == 'q')
        return u"> "_s;
    if (!container.open)
        return {};
    const qsizetype width =
        container.kind == 'o' ? QString::number(container.number).size() + 2 : 2;
    return QString(width, u' ');
}

QString withoutTrailingSpaces(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

/// Writes one block after the other; knows what stands on the last line.
class Writer
{
public:
    void add(const Block &block)
    {
        const std::vector<BlockOutline::Container> before = m_outline.containers();
        const BlockOutline::Step step = m_outline.enter(block);
        const std::vector<BlockOutline::Container> &now = m_outline.containers();
        QString prefix; // of the containers that go on
        for (size_t i = 0; i < step.shared; ++i)
            prefix += indent(now[i]);
        const bool inEmptyItem = m_emptyItem && step.shared == before.size();
        if (m_last && !inEmptyItem) {
            m_out = withoutTrailingSpaces(m_out) + u'\n';
            if (!isTight(block, before, step))
                m_out += withoutTrailingSpaces(prefix) + u'\n';
        }
        QString first = inEmptyItem ? QString() : prefix;
        QString rest = prefix;
        for (size_t i = step.shared; i < now.size(); ++i) {
            const bool item = i + 1 == now.size() && block.marker.kind != ListMarker::Kind::None;
            first += item ? marker(now[i], block.marker) : indent(now[i]);
            rest += indent(now[i]);
        }
        const bool item = block.marker.kind == ListMarker::Kind::Bullet ||
                          block.marker.kind == ListMarker::Kind::Ordered;
        const QString text = lines(block);
        addLines(item && isTask(text) ? u'\\' + text : text, first, rest);
        m_emptyItem = block.marker.kind != ListMarker::Kind::None && block.runs.empty() &&
                      block.kind == Block::Kind::Paragraph;
        m_last = &block;
    }
    QString take() { return withoutTrailingSpaces(std::move(m_out)); }

private:
    void addLines(const QString &text, const QString &first, const QString &rest)
    {
        const QStringList all = text.split(u'\n');
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (i > 0)
                m_out += u'\n';
            const QString line = (i == 0 ? first : rest) + all[i];
            m_out += i > 0 && all[i].isEmpty() ? withoutTrailingSpaces(line) : line;
        }
    }

    /// Whether a block follows the one before without an empty line. An empty line between the
    /// items of a list, or between the parts of an item, is what makes a list loose.
    [[nodiscard]] bool isTight(const Block &block,
                               const std::vector<BlockOutline::Container> &before,
                               const BlockOutline::Step &step) const
    {
        if (step.nextItem)
            return block.tight;
        const auto isList = [](char kind) { return kind != 'q'; };
        const bool lastInList = std::any_of(before.begin(), before.begin() + qsizetype(step.shared),
                                            [&](const auto &c) { return isList(c.kind); });
        if (!lastInList)
            return false;
        const bool begins = block.marker.kind != ListMarker::Kind::None;
        return begins ? m_last->tight : block.tight;
    }

    BlockOutline m_outline;
    QString m_out;
    const Block *m_last = nullptr;
    bool m_emptyItem = false; ///< the last line is a marker that waits for its content
};

} // namespace

QString MarkdownWriter::write(const Blocks &blocks)
{
    Writer writer;
    const Blocks whole = joined(blocks); // what is noted of the last one must live
    for (const BlockPtr &block : whole)
        writer.add(*block);
    return writer.take();
}

} // namespace ponder
