#include "markdown/HtmlWriter.h"

#include "markdown/BlockOutline.h"
#include "markdown/InlineMarkup.h"
#include "markdown/LinkPolicy.h"

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

QString withBreaks(const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u'\n', u"<br>"_s);
    return html;
}

QString link(const QString &url)
{
    return u"<a href=\""_s + url.toHtmlEscaped() + u"\">"_s;
}

/// A picture that is part of the text is given along, any other one is a link to it.
QString picture(const QString &url, const QString &alt)
{
    if (url.startsWith("data:"_L1, Qt::CaseInsensitive) && LinkPolicy::allowsImage(url))
        return u"<img src=\""_s + url.toHtmlEscaped() + u"\" alt=\""_s + alt.toHtmlEscaped() +
               u"\">"_s;
    if (!LinkPolicy::allowsLink(url))
        return alt.toHtmlEscaped();
    return link(url) + alt.toHtmlEscaped() + u"</a>"_s;
}

class HtmlInlines final : public InlineMarkup
{
protected:
    [[nodiscard]] QString opening(InlineRun::Flag kind, const InlineRuns &runs,
                                  size_t run) const override
    {
        switch (kind) {
        case InlineRun::Bold:
            return u"<strong>"_s;
        case InlineRun::Italic:
            return u"<em>"_s;
        case InlineRun::Strike:
            return u"<del>"_s;
        case InlineRun::Lowered:
        case InlineRun::Raised:
        case InlineRun::Underline:
        case InlineRun::Typed:
            return u'<' + element(kind) + u'>';
        default:
            return LinkPolicy::allowsLink(runs[run].url) ? link(runs[run].url) : QString();
        }
    }
    [[nodiscard]] QString closing(InlineRun::Flag kind, const InlineRuns &runs,
                                  size_t run) const override
    {
        switch (kind) {
        case InlineRun::Bold:
            return u"</strong>"_s;
        case InlineRun::Italic:
            return u"</em>"_s;
        case InlineRun::Strike:
            return u"</del>"_s;
        case InlineRun::Lowered:
        case InlineRun::Raised:
        case InlineRun::Underline:
        case InlineRun::Typed:
            return u"</"_s + element(kind) + u'>';
        default:
            return LinkPolicy::allowsLink(runs[run].url) ? u"</a>"_s : QString();
        }
    }
    [[nodiscard]] QString content(const InlineRuns &runs, size_t run,
                                  const QString &) const override
    {
        const InlineRun &which = runs[run];
        if (which.flags & InlineRun::HardBreak)
            return u"<br>"_s;
        if (which.flags & InlineRun::Image)
            return picture(which.url, which.text);
        const QString text = which.text.toHtmlEscaped();
        return which.flags & InlineRun::Code ? u"<code>"_s + text + u"</code>"_s : text;
    }
};

QString inlines(const InlineRuns &runs)
{
    return HtmlInlines().write(runs);
}

QString cellStyle(Table::Alignment alignment)
{
    switch (alignment) {
    case Table::Alignment::Left:
        return u" style=\"text-align: left\""_s;
    case Table::Alignment::Center:
        return u" style=\"text-align: center\""_s;
    case Table::Alignment::Right:
        return u" style=\"text-align: right\""_s;
    case Table::Alignment::None:
        break;
    }
    return {};
}

QString table(const Table &table)
{
    QString html = u"<table>\n"_s;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const QString tag = row == 0 ? u"th"_s : u"td"_s;
        html += row == 0 ? u"<thead>\n<tr>"_s : row == 1 ? u"<tbody>\n<tr>"_s : u"<tr>"_s;
        for (size_t column = 0; column < table.rows[row].size(); ++column) {
            const Table::Alignment alignment = column < table.alignments.size()
                                                   ? table.alignments[column]
                                                   : Table::Alignment::None;
            html += u'<' + tag + cellStyle(alignment) + u'>' + inlines(table.rows[row][column]) +
                    u"</"_s + tag + u'>';
        }
        html += row == 0 ? u"</tr>\n</thead>\n"_s : u"</tr>\n"_s;
    }
    return html + (table.rows.size() > 1 ? u"</tbody>\n</table>"_s : u"</table>"_s);
}

QString codeBlock(const Block &block)
{
    const QString language = block.language.isEmpty()
                                 ? QString()
                                 : u" class=\"language-"_s + block.language.toHtmlEscaped() + u'"';
    return u"<pre><code"_s + language + u'>' + block.text.toHtmlEscaped() + u"</code></pre>"_s;
}

QString body(const Block &block, bool bare)
{
    switch (block.kind) {
    case Block::Kind::Paragraph:
        return bare ? inlines(block.runs) : u"<p>"_s + inlines(block.runs) + u"</p>"_s;
    case Block::Kind::Heading:
        return u"<h%1>%2</h%1>"_s.arg(QString::number(block.level), inlines(block.runs));
    case Block::Kind::Code:
        return codeBlock(block);
    case Block::Kind::Table:
        return table(block.table);
    case Block::Kind::Rule:
        return u"<hr>"_s;
    case Block::Kind::Image:
        return u"<p>"_s + picture(block.url, block.alt) + u"</p>"_s;
    case Block::Kind::Math:
        return HtmlWriter::paragraph(block.text);
    case Block::Kind::Html:
        return u"<pre>"_s + block.text.toHtmlEscaped() + u"</pre>"_s;
    }
    return {};
}

QString opening(const BlockOutline::Container &container, bool sameList)
{
    if (container.kind == 'q')
        return u"<blockquote>\n"_s;
    if (!container.open)
        return {};
    if (sameList)
        return u"<li>"_s;
    if (container.kind == 'b')
        return u"<ul>\n<li>"_s;
    return container.number == 1 ? u"<ol>\n<li>"_s
                                 : u"<ol start=\"%1\">\n<li>"_s.arg(container.number);
}

QString closing(const BlockOutline::Container &container)
{
    if (container.kind == 'q')
        return u"</blockquote>\n"_s;
    if (!container.open)
        return {};
    return container.kind == 'b' ? u"</li>\n</ul>\n"_s : u"</li>\n</ol>\n"_s;
}

} // namespace

QString HtmlWriter::paragraph(const QString &text)
{
    return u"<p>"_s + withBreaks(text) + u"</p>"_s;
}

QString HtmlWriter::write(const Blocks &blocks)
{
    const Blocks whole = joined(blocks);
    QString html;
    BlockOutline outline;
    std::vector<BlockOutline::Container> open;
    const auto closeTo = [&](size_t depth) {
        for (; open.size() > depth; open.pop_back())
            html += closing(open.back());
    };
    for (size_t at = 0; at < whole.size(); ++at) {
        const BlockPtr &block = whole[at];
        const BlockOutline::Step step = outline.enter(*block);
        closeTo(step.shared + (step.nextItem ? 1 : 0));
        if (step.nextItem) {
            html += u"</li>\n"_s;
            open.pop_back();
        }
        const std::vector<BlockOutline::Container> &now = outline.containers();
        for (size_t i = step.shared; i < now.size(); ++i)
            html += opening(now[i], step.nextItem && i == step.shared);
        open = now;
        if (block->marker.kind == ListMarker::Kind::Task)
            html += block->marker.checked ? u"☑ "_s : u"☐ "_s;
        if (at + 1 == whole.size() || !standsBeside(*block, *whole[at + 1]))
            html += body(*block, block->tight && !block->nesting.endsWith('q')) + u'\n';
    }
    closeTo(0);
    while (html.endsWith(u'\n'))
        html.chop(1);
    return html;
}

} // namespace ponder
