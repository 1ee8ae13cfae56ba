#include "markdown/MarkdownInlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

bool isAsciiPunctuation(QChar c)
{
    return c.unicode() < 0x80 && c.isPrint() && !c.isLetterOrNumber() && c != u' ';
}

/// Whether an ampersand could be the beginning of an entity.
bool hasEntity(const QString &text)
{
    const qsizetype ampersand = text.indexOf(u'&');
    return ampersand >= 0 && text.indexOf(u';', ampersand) >= 0;
}

int longestRun(const QString &text, QChar mark)
{
    int longest = 0;
    int now = 0;
    for (const QChar c : text) {
        now = c == mark ? now + 1 : 0;
        longest = std::max(longest, now);
    }
    return longest;
}

/// Whether a line that begins with the digits up to `i` would be a list item.
bool endsNumber(const QString &text, qsizetype i)
{
    qsizetype begin = i;
    while (begin > 0 && text[begin - 1].isDigit())
        --begin;
    return begin < i && begin == 0;
}

} // namespace

QString MarkdownInlines::escaped(const QString &text, bool lineBegins, bool inBrackets) const
{
    if (m_escapes == Escapes::None && m_place != Place::Cell)
        return text;
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        bool escape = m_place == Place::Cell && c == u'|';
        if (m_escapes != Escapes::None) {
            const bool first = lineBegins && i == 0;
            static const QString kAnywhere = u"\\`*_[<>&~$!|:"_s;
            escape = escape || kAnywhere.contains(c) || (first && isAsciiPunctuation(c)) ||
                     (m_place == Place::Heading && c == u'#') ||
                     (lineBegins && (c == u'.' || c == u')') && endsNumber(text, i)) ||
                     (c == u'.' && text.left(i).endsWith("www"_L1, Qt::CaseInsensitive));
        }
        // "\[…\]" would be a formula.
        if (c == u']' && inBrackets && m_escapes != Escapes::None) {
            out += u"&#93;"_s;
            continue;
        }
        if (escape)
            out += u'\\';
        out += c;
    }
    return out;
}

QString MarkdownInlines::target(const QString &url, const QString &title)
{
    QString address = url;
    const bool plain =
        !url.isEmpty() && !hasEntity(url) && std::none_of(url.begin(), url.end(), [](QChar c) {
            return c == u'(' || c == u')' || c == u'<' || c == u'\\' || c.isSpace();
        });
    if (!plain) {
        for (const QChar mark : {u'\\', u'<', u'>', u'&'})
            address.replace(mark, QString(u'\\') + mark);
        address = u'<' + address + u'>';
    }
    if (title.isEmpty())
        return u'(' + address + u')';
    QString quoted = title;
    for (const QChar mark : {u'\\', u'"', u'&'})
        quoted.replace(mark, QString(u'\\') + mark);
    return u'(' + address + u" \""_s + quoted + u"\")"_s;
}

/// A link that shows its own address.
bool MarkdownInlines::isBare(const InlineRuns &runs, size_t run) const
{
    const InlineRun &link = runs[run];
    const auto sameLink = [&](size_t i) {
        return runs[i].flags & InlineRun::Link && runs[i].url == link.url;
    };
    if (!link.title.isEmpty() || link.flags & InlineRun::Code || (run > 0 && sameLink(run - 1)) ||
        (run + 1 < runs.size() && sameLink(run + 1)))
        return false;
    if (m_escapes == Escapes::None) // whether it reads as a link is found by reading it
        return link.url.endsWith(link.text);
    return link.url == link.text && !hasEntity(link.url) &&
           std::none_of(link.url.begin(), link.url.end(), [](QChar c) {
               return c == u'<' || c == u'>' || c == u'\\' || c.isSpace();
           });
}

QString MarkdownInlines::opening(InlineRun::Flag kind, const InlineRuns &runs, size_t run) const
{
    const bool tags = m_escapes == Escapes::Tags;
    switch (kind) {
    case InlineRun::Bold:
        return tags ? u"<b>"_s : u"**"_s;
    case InlineRun::Italic:
        return tags ? u"<i>"_s : u"*"_s;
    case InlineRun::Strike:
        return tags ? u"<s>"_s : u"~~"_s;
    case InlineRun::Lowered:
    case InlineRun::Raised:
    case InlineRun::Underline:
    case InlineRun::Typed:
        return u'<' + element(kind) + u'>';
    default:
        return !isBare(runs, run) ? u"["_s : m_escapes == Escapes::None ? QString() : u"<"_s;
    }
}

QString MarkdownInlines::closing(InlineRun::Flag kind, const InlineRuns &runs, size_t run) const
{
    if (const QLatin1String html = element(kind); !html.isEmpty())
        return u"</"_s + html + u'>';
    if (kind != InlineRun::Link)
        return m_escapes == Escapes::Tags ? opening(kind, runs, run).replace(u'<', u"</"_s)
                                          : opening(kind, runs, run);
    if (isBare(runs, run))
        return m_escapes == Escapes::None ? QString() : u">"_s;
    return u']' + target(runs[run].url, runs[run].title);
}

QString MarkdownInlines::codeSpan(const QString &code) const
{
    QString text = code;
    if (m_place == Place::Cell)
        text.replace(u'|', u"\\|"_s);
    QString fence(1, u'`');
    while (longestRun(code, u'`') >= fence.size() && code.contains(fence))
        fence += u'`';
    const bool blank = std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' '; });
    const bool pads = text.startsWith(u'`') || text.endsWith(u'`') ||
                      (!blank && text.startsWith(u' ') && text.endsWith(u' '));
    return pads ? fence + u' ' + text + u' ' + fence : fence + text + fence;
}

QString MarkdownInlines::content(const InlineRuns &runs, size_t run, const QString &out) const
{
    const InlineRun &which = runs[run];
    if (which.flags & (InlineRun::SoftBreak | InlineRun::HardBreak)) {
        if (m_place != Place::Text)
            return which.flags & InlineRun::HardBreak ? u"<br>"_s : u" "_s;
        return which.flags & InlineRun::HardBreak ? u"\\\n"_s : u"\n"_s;
    }
    if (which.flags & InlineRun::Math)
        return which.text;
    if (which.flags & InlineRun::Image)
        return u"!["_s + escaped(which.text, false, true) + u']' + target(which.url, which.title);
    if (which.flags & InlineRun::Code)
        return codeSpan(which.text);
    if (which.flags & InlineRun::Link && isBare(runs, run))
        return which.text;
    return escaped(which.text, out.isEmpty() || out.endsWith(u'\n'),
                   bool(which.flags & InlineRun::Link));
}

} // namespace ponder
