// Blocks of code and HTML.

#include "markdown/BlockReader.h"
#include "markdown/DetailsTags.h"
#include "markdown/HtmlTags.h"
#include "markdown/SourceLines.h"

#include <cmark-gfm.h>

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

QString withoutLastLineEnd(QString text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

/// "<br>" on lines of its own is meant as space between blocks, of which there is some anyway.
bool isOnlyBreaks(const QString &html)
{
    static const QRegularExpression breaks(QStringLiteral("^\\s*(<br\\s*/?>\\s*)+$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return html.size() < 200 && breaks.match(html).hasMatch();
}

} // namespace

/// The text of a block of code or HTML.
QString BlockReader::code(cmark_node *node) const
{
    const int quotes = int(m_nesting.count('q'));
    const int number = cmark_node_get_start_line(node);
    const qsizetype column = cmark_node_get_start_column(node) - 1;
    const QString before = number > m_shift ? sourceLine(number).left(column).toString()
                                            : QString::fromUtf8(m_context.leaf.left(column));
    const qsizetype mark = quotes > 0 ? before.lastIndexOf(u'>') + 1 : 0;
    const qsizetype indent = column - mark - (mark > 0 && before.mid(mark).startsWith(u' '));
    return withoutLastLineEnd(m_guarded.restoreCode(
        QString::fromUtf8(cmark_node_get_literal(node)), [&](QStringView line) {
            const qsizetype content = SourceLines::behindQuotes(line, quotes);
            if (content < 0 && SourceLines::isBlank(line))
                return QStringView(); // behind the quote
            line = line.mid(std::max<qsizetype>(0, content));
            qsizetype spaces = 0;
            while (spaces < std::min(indent, line.size()) && line[spaces] == u' ')
                ++spaces;
            return line.mid(spaces);
        }));
}

void BlockReader::addCode(cmark_node *node)
{
    Block block;
    block.kind = Block::Kind::Code;
    block.text = code(node);
    int length = 0;
    int offset = 0;
    char mark = 0;
    if (cmark_node_get_fenced(node, &length, &offset, &mark)) {
        const QString info = m_guarded.restore(QString::fromUtf8(cmark_node_get_fence_info(node)));
        block.language = info.section(u' ', 0, 0, QString::SectionSkipEmpty).section(u'{', 0, 0);
        block.closed = isFenceClosed(node, length, mark);
    }
    push(std::move(block));
}

QStringView BlockReader::sourceLine(int number) const
{
    const auto line = size_t(number - 1 - m_shift);
    if (line >= m_guarded.lines.size())
        return {};
    const qsizetype begin = m_guarded.lines[line].offset;
    const bool last = line + 1 >= m_guarded.lines.size();
    return m_source.mid(begin, last ? -1 : m_guarded.lines[line + 1].offset - begin);
}

bool BlockReader::isFenceClosed(cmark_node *node, int length, char mark) const
{
    // Without its end, all lines behind the first are code.
    const int lines = cmark_node_get_end_line(node) - cmark_node_get_start_line(node);
    if (lines <= 0 || QByteArray(cmark_node_get_literal(node)).count('\n') >= lines)
        return false;
    const QStringView line = sourceLine(cmark_node_get_end_line(node)).trimmed();
    qsizetype marks = 0;
    while (marks < line.size() && line[line.size() - 1 - marks] == QLatin1Char(mark))
        ++marks;
    const QStringView before = line.chopped(marks);
    return marks >= length && std::all_of(before.begin(), before.end(),
                                          [](QChar c) { return c == u' ' || c == u'>'; });
}

void BlockReader::addHtml(cmark_node *node)
{
    Block block;
    block.kind = Block::Kind::Html;
    block.text = code(node);
    const bool goesOn = !m_context.leaf.isEmpty() && m_parsed.blocks.empty(); // with one before
    if (!goesOn && isOnlyBreaks(block.text)) {
        leaveOut();
        return;
    }
    if (const auto picture = HtmlTag::picture(block.text.trimmed()); picture && !goesOn) {
        block = {};
        block.kind = Block::Kind::Image;
        block.url = picture->url;
        block.alt = picture->text;
    } else if (const std::optional<QString> summary = DetailsTags::read(block.text);
               summary && !goesOn) {
        if (summary->isEmpty()) {
            leaveOut();
            return;
        }
        block = {};
        block.runs = DetailsTags::runs(*summary);
    }
    push(std::move(block));
}

/// For a block that is not shown.
void BlockReader::leaveOut()
{
    emptyItem();
    m_quoteBegins = -1;
}

} // namespace ponder
