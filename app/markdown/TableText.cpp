#include "markdown/TableText.h"

#include "markdown/InlineMarkup.h"
#include "markdown/LinkPolicy.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

bool isLineEnd(const InlineRun &run)
{
    return run.flags & (InlineRun::SoftBreak | InlineRun::HardBreak);
}

/// Between these a line breaks nowhere: a cell is one line.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.isSpace() || c.unicode() < 0x20)
            c = u' ';
    }
    return text;
}

/// Characters that would be markup get a backslash; both brackets with one would be a formula.
QString escapedMarkdown(const QString &text, bool inBrackets)
{
    static const QString kMarkup = u"\\`*_[<>|~$"_s;
    QString out;
    for (const QChar c : text) {
        if (c == u']' && inBrackets) {
            out += u"&#93;"_s;
            continue;
        }
        if (kMarkup.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

/// Code between as many backticks as it needs.
QString codeSpan(const QString &code)
{
    qsizetype longest = 0;
    qsizetype length = 0;
    for (const QChar c : code) {
        length = c == u'`' ? length + 1 : 0;
        longest = std::max(longest, length);
    }
    const QString ticks(longest + 1, u'`');
    const QString pad = code.startsWith(u'`') || code.endsWith(u'`') ? u" "_s : QString();
    QString inner = code;
    return ticks + pad + inner.replace(u'|', u"\\|"_s) + pad + ticks;
}

/// `inner` without the space at its ends, between `mark`, the space outside.
QString marked(const QString &inner, const QString &mark)
{
    const QString core = inner.trimmed();
    if (core.isEmpty() || mark.isEmpty())
        return inner;
    const qsizetype at = inner.indexOf(core);
    QString closing = mark;
    std::reverse(closing.begin(), closing.end());
    return inner.left(at) + mark + core + closing + inner.mid(at + core.size());
}

/// What only HTML has marks for, in markdown as well.
QString withElements(QString inner, InlineRun::Flags flags)
{
    for (const InlineRun::Flag kind :
         {InlineRun::Lowered, InlineRun::Raised, InlineRun::Underline, InlineRun::Typed}) {
        const QLatin1String element = InlineMarkup::element(kind);
        if (flags & kind)
            inner = u'<' + element + u'>' + inner + u"</"_s + element + u'>';
    }
    return inner;
}

QString runMarkdown(const InlineRun &run)
{
    if (isLineEnd(run))
        return run.flags & InlineRun::HardBreak ? u"<br>"_s : u" "_s;
    const QString text = oneLine(run.text);
    QString inner;
    if (run.flags & InlineRun::Math)
        inner = QString(text).replace(u'|', u"\\|"_s);
    else
        inner = run.flags & InlineRun::Code
                    ? codeSpan(text)
                    : escapedMarkdown(text, run.flags & (InlineRun::Link | InlineRun::Image));
    QString mark;
    mark += run.flags & InlineRun::Strike ? u"~~"_s : QString();
    mark += run.flags & InlineRun::Bold ? u"**"_s : QString();
    mark += run.flags & InlineRun::Italic ? u"*"_s : QString();
    inner = withElements(marked(inner, mark), run.flags);
    if (!(run.flags & (InlineRun::Link | InlineRun::Image)))
        return inner;
    QString url = run.url;
    url.replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s).replace(u'|', u"%7C"_s);
    return (run.flags & InlineRun::Image ? u"!["_s : u"["_s) + inner + u"](<"_s + url + u">)"_s;
}

QString runHtml(const InlineRun &run)
{
    if (isLineEnd(run))
        return run.flags & InlineRun::HardBreak ? u"<br>"_s : u" "_s;
    QString inner = oneLine(run.text).toHtmlEscaped();
    const auto wrap = [&](InlineRun::Flag flag, const QString &element) {
        if (run.flags & flag)
            inner = u'<' + element + u'>' + inner + u"</"_s + element + u'>';
    };
    wrap(InlineRun::Code, u"code"_s);
    wrap(InlineRun::Strike, u"del"_s);
    wrap(InlineRun::Italic, u"em"_s);
    wrap(InlineRun::Bold, u"strong"_s);
    inner = withElements(inner, run.flags);
    // A picture stays its name: nothing that is pasted may load something by itself.
    if (run.flags & InlineRun::Link && LinkPolicy::allowsLink(run.url))
        inner = u"<a href=\""_s + run.url.toHtmlEscaped() + u"\">"_s + inner + u"</a>"_s;
    return inner;
}

template <typename Write>
QString cellText(const InlineRuns &runs, Write write)
{
    QString text;
    for (const InlineRun &run : runs)
        text += write(run);
    return text.trimmed();
}

QString styleOf(Table::Alignment alignment)
{
    switch (alignment) {
    case Table::Alignment::Left:
        return u" style=\"text-align:left\""_s;
    case Table::Alignment::Center:
        return u" style=\"text-align:center\""_s;
    case Table::Alignment::Right:
        return u" style=\"text-align:right\""_s;
    case Table::Alignment::None:
        break;
    }
    return {};
}

QString ruleOf(Table::Alignment alignment)
{
    switch (alignment) {
    case Table::Alignment::Left:
        return u":---"_s;
    case Table::Alignment::Center:
        return u":---:"_s;
    case Table::Alignment::Right:
        return u"---:"_s;
    case Table::Alignment::None:
        break;
    }
    return u"---"_s;
}

} // namespace

QString TableText::tsv(const Table &table)
{
    QString out;
    for (const auto &row : table.rows) {
        QStringList cells;
        for (const InlineRuns &cell : row)
            cells << oneLine(plainText(cell)).trimmed();
        out += cells.join(u'\t') + u'\n';
    }
    return out;
}

QString TableText::markdown(const Table &table)
{
    QString out;
    const auto addLine = [&out](const QStringList &cells) {
        out += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
    };
    for (size_t row = 0; row < table.rows.size(); ++row) {
        QStringList cells;
        for (const InlineRuns &cell : table.rows[row])
            cells << cellText(cell, runMarkdown);
        addLine(cells);
        if (row > 0)
            continue;
        QStringList rules;
        for (const Table::Alignment alignment : table.alignments)
            rules << ruleOf(alignment);
        addLine(rules);
    }
    return out;
}

QString TableText::html(const Table &table)
{
    QString out = u"<table>\n"_s;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const QString element = row == 0 ? u"th"_s : u"td"_s;
        out += row == 0 ? u"<thead>\n<tr>"_s : row == 1 ? u"<tbody>\n<tr>"_s : u"<tr>"_s;
        for (size_t column = 0; column < table.rows[row].size(); ++column) {
            const auto alignment = column < table.alignments.size() ? table.alignments[column]
                                                                    : Table::Alignment::None;
            out += u'<' + element + styleOf(alignment) + u'>' +
                   cellText(table.rows[row][column], runHtml) + u"</"_s + element + u'>';
        }
        out += row == 0 ? u"</tr>\n</thead>\n"_s : u"</tr>\n"_s;
    }
    out += table.rows.size() > 1 ? u"</tbody>\n</table>\n"_s : u"</table>\n"_s;
    return out;
}

} // namespace ponder
