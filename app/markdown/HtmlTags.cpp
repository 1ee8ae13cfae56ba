#include "markdown/HtmlTags.h"

#include "markdown/LinkPolicy.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

const QHash<QString, InlineRun::Flags> &looks()
{
    static const QHash<QString, InlineRun::Flags> all{
        {u"b"_s, InlineRun::Bold},
        {u"strong"_s, InlineRun::Bold},
        {u"mark"_s, InlineRun::Bold},
        {u"i"_s, InlineRun::Italic},
        {u"em"_s, InlineRun::Italic},
        {u"cite"_s, InlineRun::Italic},
        {u"dfn"_s, InlineRun::Italic},
        {u"var"_s, InlineRun::Italic},
        {u"s"_s, InlineRun::Strike},
        {u"del"_s, InlineRun::Strike},
        {u"strike"_s, InlineRun::Strike},
        {u"u"_s, InlineRun::Underline},
        {u"ins"_s, InlineRun::Underline},
        {u"sub"_s, InlineRun::Lowered},
        {u"sup"_s, InlineRun::Raised},
        {u"kbd"_s, InlineRun::Typed},
        {u"samp"_s, InlineRun::Typed},
        {u"code"_s, InlineRun::Typed},
        {u"tt"_s, InlineRun::Typed},
        {u"span"_s, {}},
        {u"font"_s, {}},
        {u"small"_s, {}},
        {u"big"_s, {}},
        {u"abbr"_s, {}},
        {u"br"_s, {}},
        {u"a"_s, {}},
    };
    return all;
}

/// What an attribute of a tag says, in quotation marks; "" where it is missing.
QString attribute(const QString &tag, QStringView name)
{
    static const QRegularExpression all(uR"x(\s([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'))x"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    for (auto found = all.globalMatch(tag); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.capturedView(1).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        QString value = match.captured(2) + match.captured(3);
        for (const auto &[entity, sign] : {std::pair{u"&quot;"_s, u"\""_s},
                                           {u"&lt;"_s, u"<"_s},
                                           {u"&gt;"_s, u">"_s},
                                           {u"&amp;"_s, u"&"_s}})
            value.replace(entity, sign);
        return value;
    }
    return {};
}

} // namespace

std::optional<InlineRun> HtmlTag::picture(const QString &source)
{
    InlineRun run;
    if (!source.startsWith(u"<img"_s, Qt::CaseInsensitive) || source.size() < 5 ||
        !source[4].isSpace() || source.indexOf(u'>') != source.size() - 1)
        return std::nullopt;
    run.url = attribute(source, u"src");
    if (!LinkPolicy::allowsImage(run.url))
        return std::nullopt;
    run.flags = InlineRun::Image;
    run.text = attribute(source, u"alt").simplified();
    if (run.text.isEmpty())
        run.text = LinkPolicy::pictureName(run.url);
    return run;
}

bool HtmlTag::isLineBreak() const
{
    return name == "br"_L1;
}

std::optional<HtmlTag> HtmlTag::read(QStringView source)
{
    HtmlTag tag;
    tag.closing = source.startsWith(u"</");
    const qsizetype begin = tag.closing ? 2 : 1;
    qsizetype end = begin;
    while (end < source.size() && source[end].isLetterOrNumber())
        ++end;
    tag.name = source.mid(begin, end - begin).toString().toLower();
    const auto known = looks().constFind(tag.name);
    if (known == looks().constEnd())
        return std::nullopt;
    tag.look = *known;
    if (tag.name == "a"_L1 && !tag.closing) {
        const QString url = attribute(source.toString(), u"href");
        tag.url = LinkPolicy::allowsLink(url) ? url : QString();
    }
    return tag;
}

/// What stands between a tag that leads somewhere and its end. A link within is its own.
void HtmlTags::link(InlineRuns &runs, const Placed &begin, size_t end)
{
    constexpr InlineRun::Flags kNot = InlineRun::Link | InlineRun::Image | InlineRun::Math |
                                      InlineRun::SoftBreak | InlineRun::HardBreak;
    for (size_t i = begin.run + 1; i < end; ++i) {
        if (runs[i].flags & kNot)
            continue;
        runs[i].flags |= InlineRun::Link;
        runs[i].url = begin.tag.url;
    }
}

/// In one go over the tags and one over the runs, however deep they nest.
void HtmlTags::pair(InlineRuns &runs)
{
    struct Edge
    {
        size_t run;
        InlineRun::Flags look;
        int step;
    };
    std::vector<Edge> edges;
    std::vector<size_t> open;
    QHash<QString, int> openOf;
    for (size_t i = 0; i < m_tags.size(); ++i) {
        Placed &end = m_tags[i];
        if (!end.tag.closing) {
            open.push_back(i);
            ++openOf[end.tag.name];
            continue;
        }
        if (openOf.value(end.tag.name) == 0)
            continue;
        // What was opened in between and not closed is text.
        size_t begin = 0;
        do {
            begin = open.back();
            open.pop_back();
            --openOf[m_tags[begin].tag.name];
        } while (m_tags[begin].tag.name != end.tag.name);
        m_tags[begin].paired = true;
        end.paired = true;
        if (!m_tags[begin].tag.url.isEmpty())
            link(runs, m_tags[begin], end.run);
        edges.push_back({m_tags[begin].run, end.tag.look, 1});
        edges.push_back({end.run, end.tag.look, -1});
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge &a, const Edge &b) { return a.run < b.run; });
    QHash<InlineRun::Flags::Int, int> depths;
    InlineRun::Flags now;
    auto edge = edges.begin();
    for (size_t i = 0; i < runs.size() && edge != edges.end(); ++i) {
        for (; edge != edges.end() && edge->run == i; ++edge) {
            const int depth = depths[edge->look.toInt()] += edge->step;
            now = depth > 0 ? now | edge->look : now & ~edge->look;
        }
        if (!(runs[i].flags & InlineRun::Image)) // the name of a picture has no look
            runs[i].flags |= now;
    }
}

std::vector<size_t> HtmlTags::settle(InlineRuns &runs)
{
    constexpr InlineRun::Flags kWhole =
        InlineRun::SoftBreak | InlineRun::HardBreak | InlineRun::Math | InlineRun::Image;
    pair(runs);
    std::sort(m_joints.begin(), m_joints.end());
    m_joints.erase(std::unique(m_joints.begin(), m_joints.end()), m_joints.end());
    std::vector<size_t> movedTo(runs.size() + 1);
    InlineRuns settled;
    auto tag = m_tags.begin();
    auto joint = m_joints.begin();
    bool wordsBefore = false; // the run before is the last of `settled`
    for (size_t i = 0; i < runs.size(); ++i) {
        movedTo[i] = settled.size();
        const bool joins = joint != m_joints.end() && *joint == i;
        if (joins)
            ++joint;
        bool taken = false;
        if (tag != m_tags.end() && tag->run == i) {
            taken = tag->paired;
            ++tag;
        }
        if (!taken && joins && wordsBefore && !(runs[i].flags & kWhole) &&
            settled.back().flags == runs[i].flags && settled.back().url == runs[i].url)
            settled.back().text += runs[i].text;
        else if (!taken)
            settled.push_back(std::move(runs[i]));
        wordsBefore = !taken;
    }
    movedTo[runs.size()] = settled.size();
    runs = std::move(settled);
    return movedTo;
}

} // namespace ponder
