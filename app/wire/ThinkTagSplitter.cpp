#include "wire/ThinkTagSplitter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ponder {

namespace {

struct TagStyle
{
    QStringView open;
    QStringView close;
    bool closesAlone; ///< the opening tag may stand in the prompt
};

constexpr std::array<TagStyle, 3> kStyles{{
    {u"<think>", u"</think>", true},
    {u"\u25c1think\u25b7", u"\u25c1/think\u25b7", true}, // ◁think▷, as Kimi models write it
    {u"<thought>", u"</thought>", false},                // Gemini
}};

/// More white space than this at the beginning, and it is taken for the answer's own.
constexpr qsizetype kMaxLeadingSpace = 4096;

qsizetype skipSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

/// How many characters at the end of `text` could be the beginning of `tag`.
qsizetype beginningAtEnd(QStringView text, QStringView tag)
{
    for (qsizetype n = std::min(text.size(), tag.size() - 1); n > 0; --n) {
        if (text.last(n) == tag.first(n))
            return n;
    }
    return 0;
}

} // namespace

void ThinkTagSplitter::feed(QStringView text, const Sink &sink)
{
    if (text.isEmpty())
        return;
    QString joined = std::exchange(m_held, {});
    if (!joined.isEmpty())
        joined += text;
    const QStringView work = joined.isEmpty() ? text : QStringView(joined);

    qsizetype at = 0;
    bool more = true;
    while (more && at < work.size()) {
        switch (m_state) {
        case State::Start:
            more = readStart(work, at);
            break;
        case State::Reasoning:
            more = readReasoning(work, at, sink);
            break;
        case State::AfterClose:
            more = readAfterClose(work, at);
            break;
        case State::Text:
            more = readText(work, at, sink);
            break;
        case State::Plain:
            sink(Piece::Text, work.sliced(at));
            at = work.size();
            break;
        }
    }
    if (at < work.size())
        m_held = work.sliced(at).toString();
}

void ThinkTagSplitter::finish(const Sink &sink)
{
    const QString held = std::exchange(m_held, {});
    switch (m_state) {
    case State::Reasoning:
        if (const qsizetype from = m_trimReasoning ? skipSpace(held, 0) : 0; from < held.size())
            sink(Piece::Reasoning, QStringView(held).sliced(from));
        break;
    case State::AfterClose:
        break;
    case State::Start:
    case State::Text:
    case State::Plain:
        if (!held.isEmpty())
            sink(Piece::Text, held);
        break;
    }
    m_state = State::Plain;
}

void ThinkTagSplitter::setReasoningElsewhere(const Sink &sink)
{
    m_reasoningElsewhere = true;
    if (m_state != State::Text)
        return;
    m_state = State::Plain;
    const QString held = std::exchange(m_held, {});
    if (!held.isEmpty())
        sink(Piece::Text, held);
}

// Each read… function works from `at` on in one state. It returns false when it needs more text;
// what lies behind `at` is then kept until it comes.

bool ThinkTagSplitter::readStart(QStringView work, qsizetype &at)
{
    const qsizetype first = skipSpace(work, at);
    const QStringView rest = work.sliced(first);
    if (rest.isEmpty() && first - at <= kMaxLeadingSpace)
        return false;
    bool undecided = false;
    for (size_t style = 0; style < kStyles.size() && !rest.isEmpty(); ++style) {
        for (const QStringView tag : {kStyles[style].open, kStyles[style].close}) {
            if (tag == kStyles[style].close && !kStyles[style].closesAlone)
                continue;
            if (rest.startsWith(tag)) {
                at = first + tag.size();
                m_style = static_cast<int>(style);
                m_trimReasoning = true;
                m_state = tag == kStyles[style].open ? State::Reasoning : State::AfterClose;
                return true;
            }
            undecided = undecided || tag.startsWith(rest);
        }
    }
    if (undecided)
        return false;
    m_state = m_reasoningElsewhere ? State::Plain : State::Text;
    return true;
}

bool ThinkTagSplitter::readReasoning(QStringView work, qsizetype &at, const Sink &sink)
{
    if (m_trimReasoning) {
        at = skipSpace(work, at);
        if (at == work.size())
            return false;
    }
    const QStringView tag = kStyles[static_cast<size_t>(m_style)].close;
    const qsizetype found = work.indexOf(tag, at);
    const qsizetype held = found < 0 ? beginningAtEnd(work.sliced(at), tag) : 0;
    const qsizetype end = found < 0 ? work.size() - held : found;
    if (end > at) {
        sink(Piece::Reasoning, work.sliced(at, end - at));
        m_trimReasoning = false;
    }
    at = end;
    if (found < 0)
        return false;
    at += tag.size();
    m_state = State::AfterClose;
    return true;
}

bool ThinkTagSplitter::readAfterClose(QStringView work, qsizetype &at)
{
    const qsizetype first = skipSpace(work, at);
    if (first == work.size()) {
        at = std::max(at, work.size() - kMaxLeadingSpace);
        return false;
    }
    // Line ends go; the indentation of the first line of the answer stays.
    qsizetype from = first;
    while (from > at && work[from - 1] != u'\n' && work[from - 1] != u'\r')
        --from;
    at = from;
    m_state = State::Plain;
    return true;
}

bool ThinkTagSplitter::readText(QStringView work, qsizetype &at, const Sink &sink)
{
    const auto give = [&](qsizetype end) {
        if (end > at) {
            sink(Piece::Text, work.sliced(at, end - at));
            m_sawText = true;
        }
        at = end;
    };
    for (qsizetype i = at; i < work.size(); ++i) {
        const QChar c = work[i];
        m_code.step(c);
        if ((c != u'<' && c != u'\u25c1') || m_code.inCode())
            continue;
        const QStringView rest = work.sliced(i);
        for (const TagStyle &style : kStyles) {
            if (!style.closesAlone)
                continue;
            if (rest.startsWith(style.open)) {
                ++m_literalOpen;
            } else if (rest.startsWith(style.close)) {
                if (m_literalOpen > 0) {
                    --m_literalOpen;
                    continue;
                }
                give(i);
                if (m_sawText)
                    sink(Piece::MovedToReasoning, {});
                at = i + style.close.size();
                m_state = State::AfterClose;
                return true;
            } else if (style.open.startsWith(rest) || style.close.startsWith(rest)) {
                give(i);
                return false;
            }
        }
    }
    give(work.size());
    return true;
}

} // namespace ponder
