#include "markdown/InlineReader.h"

#include "markdown/CjkText.h"
#include "markdown/LinkPolicy.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace ponder {

namespace {

bool isStrikethrough(cmark_node *node)
{
    return std::strcmp(cmark_node_get_type_string(node), "strikethrough") == 0;
}

/// A name for a picture without alternative text: the last part of its address.
QString nameFromUrl(const QString &url)
{
    if (url.startsWith(QLatin1String("data:"), Qt::CaseInsensitive))
        return QStringLiteral("image");
    const QString path = url.section(u'?', 0, 0);
    const QString leaf = path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    return leaf.isEmpty() ? url : leaf;
}

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

} // namespace

QString InlineReader::restored(const char *utf8) const
{
    return m_guarded.restore(QString::fromUtf8(utf8));
}

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
    cutCitations();
    return std::move(m_runs);
}

/// "[citation:3]" outside of code and links becomes a run of its own.
void InlineReader::cutCitations()
{
    static const QString kOpen = QStringLiteral("[citation:");
    constexpr qsizetype kMostDigits = 4;
    constexpr InlineRun::Flags kNot = InlineRun::Code | InlineRun::Link | InlineRun::Image |
                                      InlineRun::Math | InlineRun::SoftBreak |
                                      InlineRun::HardBreak | InlineRun::AsWritten;
    const bool none = std::none_of(m_runs.begin(), m_runs.end(),
                                   [](const InlineRun &run) { return run.text.contains(kOpen); });
    if (none)
        return;
    InlineRuns cut;
    auto place = m_parts.begin();
    for (size_t i = 0; i < m_runs.size(); ++i) {
        InlineRun &run = m_runs[i];
        for (; place != m_parts.end() && place->run == i; ++place)
            place->run = cut.size();
        qsizetype done = 0;
        for (qsizetype at = run.flags & kNot ? -1 : run.text.indexOf(kOpen); at >= 0;
             at = run.text.indexOf(kOpen, at + 1)) {
            qsizetype end = at + kOpen.size();
            while (end < run.text.size() && run.text[end] >= u'0' && run.text[end] <= u'9')
                ++end;
            const qsizetype digits = end - at - kOpen.size();
            if (digits < 1 || digits > kMostDigits || end == run.text.size() ||
                run.text[end] != u']')
                continue;
            InlineRun part = run;
            part.text = run.text.mid(done, at - done);
            if (!part.text.isEmpty())
                cut.push_back(part);
            part.text = run.text.mid(at, end + 1 - at);
            part.flags |= InlineRun::Math | InlineRun::Citation;
            cut.push_back(std::move(part));
            done = end + 1;
        }
        run.text.remove(0, done);
        if (done == 0 || !run.text.isEmpty())
            cut.push_back(std::move(run));
    }
    for (; place != m_parts.end(); ++place)
        place->run = cut.size();
    m_runs = std::move(cut);
}

void InlineReader::enter(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        addText(cmark_node_get_literal(node));
        break;
    case CMARK_NODE_HTML_INLINE:
        add(restored(cmark_node_get_literal(node)));
        break;
    case CMARK_NODE_CODE:
        add(restored(cmark_node_get_literal(node)), InlineRun::Code);
        break;
    case CMARK_NODE_SOFTBREAK:
        add(QStringLiteral("\n"), InlineRun::SoftBreak);
        break;
    case CMARK_NODE_LINEBREAK:
        add(QStringLiteral("\n"), InlineRun::HardBreak);
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
        if (isStrikethrough(node))
            ++m_strike;
        break;
    }
}

void InlineReader::addText(const char *utf8)
{
    for (const GuardedText::Piece &piece : m_guarded.pieces(QString::fromUtf8(utf8)))
        if (piece.part < 0)
            add(piece.text, piece.formula   ? InlineRun::Math
                            : piece.tooMuch ? InlineRun::AsWritten
                                            : InlineRun::Flags());
        else if (m_bold + m_italic + m_strike + m_links + m_images == 0 && !m_runs.empty())
            m_parts.push_back({m_runs.size(), piece.part});
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
        if (isStrikethrough(node))
            --m_strike;
        break;
    }
}

void InlineReader::enterTarget(cmark_node *node, InlineRun::Flag kind)
{
    if (kind == InlineRun::Image)
        m_outer = m_target;
    m_targetBegin = m_runs.size();
    if (kind == InlineRun::Link)
        m_linkBegin = m_runs.size();
    const QString url = restored(cmark_node_get_url(node));
    if (kind == InlineRun::Image && !LinkPolicy::allowsImage(url))
        return;
    m_target.flags = kind;
    m_target.url = url;
    m_target.title = restored(cmark_node_get_title(node));
}

void InlineReader::leaveTarget(InlineRun::Flag kind)
{
    if (kind == InlineRun::Image) {
        if (m_runs.size() == m_targetBegin && (m_target.flags & InlineRun::Image))
            add(nameFromUrl(m_target.url));
        m_target = m_outer;
        m_outer = {};
        return;
    }
    cutAutolink();
    m_target = {};
    for (size_t i = std::min(m_linkBegin, m_runs.size()); i < m_runs.size(); ++i) {
        InlineRun &run = m_runs[i];
        if ((run.flags & InlineRun::Link) && !LinkPolicy::allowsLink(run.url)) {
            run.flags.setFlag(InlineRun::Link, false);
            run.url.clear();
            run.title.clear();
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

void InlineReader::add(const QString &text, InlineRun::Flags extra)
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
            last.text += text;
            return;
        }
    }
    run.text = text;
    m_runs.push_back(std::move(run));
}

} // namespace ponder
