#include "markdown/InlineReader.h"

#include "markdown/CjkText.h"
#include "markdown/CmarkDocument.h"
#include "markdown/LinkPolicy.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace ponder {

namespace {

/// The first CJK punctuation mark from `from` on, else the end.
qsizetype cjkPunctuation(const QString &text, qsizetype from)
{
    while (from < text.size() && !isCjkPunctuation(text[from].unicode()))
        ++from;
    return from;
}

/// Where the next web address begins, else the end.
qsizetype nextAddress(const QString &text, qsizetype from)
{
    const qsizetype http = text.indexOf(QLatin1String("http://"), from);
    const qsizetype https = text.indexOf(QLatin1String("https://"), from);
    const qsizetype end = text.size();
    return std::min(http < 0 ? end : http, https < 0 ? end : https);
}

constexpr QLatin1String kCitation("[citation:");
constexpr QLatin1String kFootnote("[^");

constexpr char16_t kKeycap = 0x20E3;

/// A stretch of text that is drawn as one sign.
struct Sign
{
    qsizetype begin = -1; ///< −1: there is none
    qsizetype end = 0;
    InlineRun::Flag kind = InlineRun::Citation;
};

/// The place behind the reference that begins at `at`, −1 for none.
qsizetype citationEnd(QStringView text, qsizetype at)
{
    constexpr qsizetype kMostDigits = 4;
    const QStringView rest = text.mid(at);
    const qsizetype open = rest.startsWith(kCitation)   ? kCitation.size()
                           : rest.startsWith(kFootnote) ? kFootnote.size()
                                                        : 0;
    qsizetype end = open;
    while (end < rest.size() && rest[end] >= u'0' && rest[end] <= u'9')
        ++end;
    const bool whole = open > 0 && end > open && end - open <= kMostDigits && end < rest.size() &&
                       rest[end] == u']';
    return whole ? at + end + 1 : -1;
}

/// Where the keycap begins whose last character is at `at`, −1 for none.
qsizetype keycapBegin(QStringView text, qsizetype at)
{
    constexpr char16_t kColoured = 0xFE0F;
    const qsizetype key = at - (at > 0 && text[at - 1] == kColoured ? 2 : 1);
    return key >= 0 && (text[key] == u'#' || (text[key] >= u'0' && text[key] <= u'9')) ? key : -1;
}

Sign nextSign(QStringView text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        if (c == u'[') {
            if (const qsizetype end = citationEnd(text, at); end > 0)
                return {at, end, InlineRun::Citation};
        } else if (c == kKeycap) {
            if (const qsizetype begin = keycapBegin(text, at); begin >= from)
                return {begin, at + 1, InlineRun::Keycap};
        }
    }
    return {};
}

} // namespace

InlineRuns InlineReader::read(cmark_node *parent)
{
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter *)> iter(cmark_iter_new(parent),
                                                                   cmark_iter_free);
    cmark_event_type event = CMARK_EVENT_NONE;
    while ((event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter.get());
        if (node == parent)
            continue;
        if (event == CMARK_EVENT_ENTER)
            enter(node);
        else
            leave(node);
    }
    settleTags();
    cutSigns();
    return std::move(m_runs);
}

void InlineReader::settleTags()
{
    if (m_tags.isEmpty())
        return;
    const std::vector<size_t> movedTo = m_tags.settle(m_runs);
    for (Part &part : m_parts)
        part.run = movedTo[part.run];
}

/// "[citation:3]", the mark of a footnote, "[^3]", and keycaps become runs of their own, outside of
/// code and links.
void InlineReader::cutSigns()
{
    constexpr InlineRun::Flags kNot = InlineRun::Code | InlineRun::Link | InlineRun::Image |
                                      InlineRun::Math | InlineRun::SoftBreak |
                                      InlineRun::HardBreak | InlineRun::AsWritten;
    const bool none = std::none_of(m_runs.begin(), m_runs.end(), [](const InlineRun &run) {
        const bool bracket = run.text.contains(u'[');
        return (bracket && (run.text.contains(kCitation) || run.text.contains(kFootnote))) ||
               run.text.contains(QChar(kKeycap));
    });
    if (none)
        return;
    InlineRuns cut;
    auto place = m_parts.begin();
    for (size_t i = 0; i < m_runs.size(); ++i) {
        InlineRun &run = m_runs[i];
        for (; place != m_parts.end() && place->run == i; ++place)
            place->run = cut.size();
        qsizetype done = 0;
        const QString text = run.text;
        for (Sign sign = run.flags & kNot ? Sign() : nextSign(text, 0); sign.begin >= 0;
             sign = nextSign(text, done)) {
            InlineRun part = run;
            part.text = text.mid(done, sign.begin - done);
            if (!part.text.isEmpty())
                cut.push_back(part);
            part.text = text.mid(sign.begin, sign.end - sign.begin);
            part.flags |= InlineRun::Math | sign.kind;
            cut.push_back(std::move(part));
            done = sign.end;
        }
        run.text.remove(0, done);
        if (done == 0 || !run.text.isEmpty())
            cut.push_back(std::move(run));
    }
    for (; place != m_parts.end(); ++place)
        place->run = cut.size();
    m_runs = std::move(cut);
    putFootnotesApart();
}

/// Footnotes stand on lines of their own at the end of a text, without blank lines between them.
void InlineReader::putFootnotesApart()
{
    for (size_t i = 1; i + 1 < m_runs.size(); ++i) {
        if (m_runs[i].flags & InlineRun::Citation && m_runs[i].text.startsWith(kFootnote) &&
            m_runs[i - 1].flags & InlineRun::SoftBreak && m_runs[i + 1].text.startsWith(u':')) {
            m_runs[i - 1].flags.setFlag(InlineRun::SoftBreak, false);
            m_runs[i - 1].flags.setFlag(InlineRun::HardBreak);
        }
    }
}

void InlineReader::enter(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        addText(cmark_node_get_literal(node));
        break;
    case CMARK_NODE_HTML_INLINE:
        addHtml(restored(cmark_node_get_literal(node)));
        break;
    case CMARK_NODE_CODE:
        add(restored(cmark_node_get_literal(node)), InlineRun::Code);
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        if (m_images > 0) // the name of a picture is one line
            add(QStringLiteral(" "));
        else if (cmark_node_get_type(node) == CMARK_NODE_LINEBREAK)
            add(QStringLiteral("\n"), InlineRun::HardBreak);
        else if (!isBehindBreak())
            add(QStringLiteral("\n"), InlineRun::SoftBreak);
        break;
    case CMARK_NODE_EMPH:
        ++m_italic;
        break;
    case CMARK_NODE_STRONG:
        ++m_bold;
        break;
    case CMARK_NODE_LINK:
        if (m_links++ == 0 && m_images == 0) // the name of a picture links nowhere
            enterTarget(node, InlineRun::Link);
        break;
    case CMARK_NODE_IMAGE:
        if (m_images++ == 0)
            enterTarget(node, InlineRun::Image);
        break;
    default:
        if (isType(node, "strikethrough"))
            ++m_strike;
        break;
    }
}

void InlineReader::addText(const char *utf8)
{
    for (const GuardedText::Piece &piece : m_guarded.pieces(QString::fromUtf8(utf8))) {
        if (piece.part >= 0) {
            if (m_bold + m_italic + m_strike + m_links + m_images == 0 && !m_runs.empty())
                m_parts.push_back({m_runs.size(), piece.part});
        } else if (piece.formula) {
            add(piece.text, InlineRun::Math);
        } else if (piece.tooMuch) {
            add(piece.text, InlineRun::AsWritten);
        } else {
            qsizetype spaces = 0;
            while (isBehindBreak() && spaces < piece.text.size() && piece.text[spaces] == u' ')
                ++spaces;
            add(piece.text.mid(spaces));
        }
    }
}

bool InlineReader::isBehindBreak() const
{
    return !m_runs.empty() && m_runs.back().flags & InlineRun::HardBreak;
}

void InlineReader::addHtml(const QString &source)
{
    if (const auto picture = HtmlTag::picture(source); picture && m_images == 0) {
        addPicture(*picture);
        return;
    }
    const std::optional<HtmlTag> tag = m_images == 0 ? HtmlTag::read(source) : std::nullopt;
    if (!tag || !tag->isLineBreak()) {
        add(source, {}, tag);
        return;
    }
    // As at a line end of markdown, spaces around it are none.
    if (!m_runs.empty() && !(m_runs.back().flags & (InlineRun::Code | InlineRun::Math))) {
        QString &before = m_runs.back().text;
        while (before.size() > 1 && before.endsWith(u' '))
            before.chop(1);
    }
    add(QStringLiteral("\n"), InlineRun::HardBreak);
}

/// One that is no node of its own.
void InlineReader::addPicture(const InlineRun &picture)
{
    const InlineRun outer = std::exchange(m_target, picture);
    const size_t outerBegin = std::exchange(m_targetBegin, m_runs.size());
    add(picture.text);
    m_target = outer;
    m_targetBegin = outerBegin;
}

void InlineReader::leave(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
        --m_italic;
        break;
    case CMARK_NODE_STRONG:
        --m_bold;
        break;
    case CMARK_NODE_LINK:
        if (--m_links == 0 && m_images == 0)
            leaveTarget(InlineRun::Link);
        break;
    case CMARK_NODE_IMAGE:
        if (--m_images == 0)
            leaveTarget(InlineRun::Image);
        break;
    default:
        if (isType(node, "strikethrough"))
            --m_strike;
        break;
    }
}

void InlineReader::enterTarget(cmark_node *node, InlineRun::Flag kind)
{
    if (kind == InlineRun::Image)
        m_outer = m_target;
    else
        m_linkBegin = m_runs.size();
    m_targetBegin = m_runs.size();
    const QString source = QString::fromUtf8(cmark_node_get_url(node));
    const QString url =
        isAddress(node) ? m_guarded.restore(source) : m_guarded.restoreTarget(source);
    if (kind == InlineRun::Image && !LinkPolicy::allowsImage(url))
        return;
    m_target.flags = kind;
    m_target.url = url;
    m_target.title = m_guarded.restoreTarget(QString::fromUtf8(cmark_node_get_title(node)));
}

void InlineReader::leaveTarget(InlineRun::Flag kind)
{
    if (kind == InlineRun::Image) {
        if (m_runs.size() == m_targetBegin && (m_target.flags & InlineRun::Image))
            add(LinkPolicy::pictureName(m_target.url));
        m_target = m_outer;
        m_outer = {};
        if (m_links == 0)
            m_targetBegin = 0;
        return;
    }
    cutAutolink();
    m_target = {};
    m_targetBegin = 0;
    const bool partBegins = !m_parts.empty() && m_parts.back().run == m_linkBegin;
    for (size_t i = std::min(m_linkBegin, m_runs.size()); i < m_runs.size(); ++i) {
        InlineRun &run = m_runs[i];
        if ((run.flags & InlineRun::Link) && !LinkPolicy::allowsLink(run.url)) {
            run.flags.setFlag(InlineRun::Link, false);
            run.url.clear();
            run.title.clear();
            // It is words among words.
            if (i > m_linkBegin || !partBegins)
                m_tags.noteJoint(i);
            if (i + 1 < m_runs.size())
                m_tags.noteJoint(i + 1);
        }
    }
}

/// A bare address in Chinese text ends where the Chinese punctuation begins; cmark takes that
/// along, and all that follows up to a space, further addresses included.
void InlineReader::cutAutolink()
{
    if (m_runs.size() != m_targetBegin + 1 || !m_target.url.endsWith(m_runs.back().text))
        return;
    const InlineRun whole = m_runs.back();
    const QString prefix = whole.url.chopped(whole.text.size()); // "http://" of "www.…", "mailto:"
    qsizetype end = cjkPunctuation(whole.text, 0);
    if (end == whole.text.size())
        return;
    m_runs.pop_back();
    for (qsizetype begin = 0; begin < whole.text.size();) {
        InlineRun link = whole;
        link.text = whole.text.mid(begin, end - begin);
        link.url = begin == 0 ? prefix + link.text : link.text;
        m_runs.push_back(std::move(link));
        const qsizetype next = nextAddress(whole.text, end);
        InlineRun between;
        between.text = whole.text.mid(end, next - end);
        between.flags = whole.flags;
        between.flags.setFlag(InlineRun::Link, false);
        if (!between.text.isEmpty())
            m_runs.push_back(std::move(between));
        begin = next;
        end = cjkPunctuation(whole.text, begin);
    }
}

void InlineReader::add(const QString &text, InlineRun::Flags extra,
                       const std::optional<HtmlTag> &tag)
{
    if (text.isEmpty())
        return;
    InlineRun run;
    run.flags = extra | m_target.flags;
    run.url = m_target.url;
    run.title = m_target.title;
    run.flags.setFlag(InlineRun::Bold, m_bold > 0 && m_images == 0);
    run.flags.setFlag(InlineRun::Italic, m_italic > 0 && m_images == 0);
    run.flags.setFlag(InlineRun::Strike, m_strike > 0 && m_images == 0);
    const bool whole = extra & (InlineRun::SoftBreak | InlineRun::HardBreak | InlineRun::Math);
    const bool partBegins = !m_parts.empty() && m_parts.back().run == m_runs.size();
    if (!whole && !partBegins && m_runs.size() > m_targetBegin && !m_runs.empty()) {
        InlineRun &last = m_runs.back();
        if (last.flags == run.flags && last.url == run.url && last.title == run.title) {
            if (!tag && !m_tags.isLast(m_runs.size())) {
                last.text += text;
                return;
            }
            m_tags.noteJoint(m_runs.size());
        }
    }
    if (tag)
        m_tags.add(*tag, m_runs.size());
    run.text = text;
    m_runs.push_back(std::move(run));
}

} // namespace ponder
