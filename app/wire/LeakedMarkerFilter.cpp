#include "wire/LeakedMarkerFilter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace ponder {

namespace {

// The bars are U+FF5C and the gaps U+2581, as DeepSeek's templates write them.
constexpr QStringView kCallsBegin = u"<\uff5ctool\u2581calls\u2581begin\uff5c>";
constexpr QStringView kCallsEnd = u"<\uff5ctool\u2581calls\u2581end\uff5c>";
constexpr QStringView kCallBegin = u"<\uff5ctool\u2581call\u2581begin\uff5c>";
constexpr QStringView kCallEnd = u"<\uff5ctool\u2581call\u2581end\uff5c>";
constexpr QStringView kCallSeparator = u"<\uff5ctool\u2581sep\uff5c>";

constexpr QStringView kBoxBegin = u"<|begin_of_box|>";
constexpr QStringView kBoxEnd = u"<|end_of_box|>";

/// Every marker that is looked for in the text. Of a box, the end counts only after its beginning.
constexpr std::array<QStringView, 6> kMarkers{
    kCallsBegin,
    kBoxBegin,
    kBoxEnd,
    u"<\uff5cbegin\u2581of\u2581sentence\uff5c>",
    u"<\uff5cend\u2581of\u2581sentence\uff5c>",
    u"<\uff5cAssistant\uff5c>",
};

/// The text between the fences of a code block, or all of it where there are none.
QStringView withoutFence(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith(u"```"))
        return text;
    const qsizetype line = text.indexOf(u'\n');
    text = line < 0 ? QStringView() : text.sliced(line + 1);
    if (text.endsWith(u"```"))
        text.chop(3);
    return text.trimmed();
}

/// What stands between the markers of one call. R1 writes `function`, the separator, the name on
/// a line and the arguments in a fence; later models the name, the separator and the arguments.
std::optional<ToolCallPiece> callFrom(QStringView body)
{
    const qsizetype separator = body.indexOf(kCallSeparator);
    if (separator < 0)
        return std::nullopt;
    const QStringView head = body.first(separator).trimmed();
    const QStringView tail = body.sliced(separator + kCallSeparator.size()).trimmed();
    const qsizetype line = tail.indexOf(u'\n');
    const bool older = head == u"function" && !tail.startsWith(u'{');
    ToolCallPiece call;
    if (older) {
        call.name = (line < 0 ? tail : tail.first(line)).trimmed().toString();
        call.arguments = line < 0 ? QString() : withoutFence(tail.sliced(line + 1)).toString();
    } else {
        call.name = head.toString();
        call.arguments = withoutFence(tail).toString();
    }
    const bool named =
        !call.name.isEmpty() && !call.name.contains(u'<') && !call.name.contains(u'\n');
    return named ? std::optional(call) : std::nullopt;
}

/// The calls of a block, the last of which may be cut; none when it is not a block of calls.
std::vector<ToolCallPiece> callsFrom(QStringView block)
{
    std::vector<ToolCallPiece> calls;
    for (qsizetype at = block.indexOf(kCallBegin); at >= 0; at = block.indexOf(kCallBegin, at)) {
        at += kCallBegin.size();
        const qsizetype end = block.indexOf(kCallEnd, at);
        const std::optional<ToolCallPiece> call =
            callFrom(end < 0 ? block.sliced(at) : block.sliced(at, end - at));
        if (!call)
            return {};
        calls.push_back(*call);
    }
    return calls;
}

} // namespace

void LeakedMarkerFilter::feed(QStringView text, const Sink &sink)
{
    QString joined = std::exchange(m_held, {});
    if (!joined.isEmpty())
        joined += text;
    QStringView work = joined.isEmpty() ? text : QStringView(joined);
    while (!work.isEmpty()) {
        if (!m_inCalls) {
            work = work.sliced(readText(work, sink));
            if (m_inCalls)
                continue;
            m_held = work.toString();
            return;
        }
        // Only where the new piece begins can the end stand that was not there before.
        const qsizetype from = std::max<qsizetype>(0, m_calls.size() - kCallsEnd.size());
        const qsizetype before = m_calls.size();
        m_calls += work;
        const qsizetype end = m_calls.indexOf(kCallsEnd, from);
        if (end < 0)
            return;
        const qsizetype after = end + kCallsEnd.size();
        m_calls.truncate(after);
        endCalls(sink);
        work = work.sliced(after - before);
    }
}

/// Gives out text up to the next thing to hold back or the beginning of calls; returns how far it
/// came.
qsizetype LeakedMarkerFilter::readText(QStringView work, const Sink &sink)
{
    qsizetype given = 0;
    const auto give = [&](qsizetype end) {
        if (end > given)
            sink.text(work.sliced(given, end - given));
        given = end;
    };
    for (qsizetype i = 0; i < work.size(); ++i) {
        if (work[i] != u'<') {
            m_code.step(work[i]);
            continue;
        }
        const CodeTracker before = m_code;
        m_code.step(u'<');
        // The marker is taken out, so it does not keep a fence before it from closing its block.
        if (m_code.inFence() ? before.inFenceAfterThisLine() : m_code.inCode())
            continue;
        const QStringView rest = work.sliced(i);
        for (const QStringView marker : kMarkers) {
            if (marker == kBoxEnd && !m_inBox)
                continue;
            if (rest.startsWith(marker)) {
                give(i);
                given += marker.size();
                m_code = before; // as if the marker had never stood there
                if (marker == kCallsBegin) {
                    m_inCalls = true;
                    m_calls = marker.toString();
                    return given;
                }
                m_inBox = marker == kBoxBegin || (m_inBox && marker != kBoxEnd);
                i = given - 1;
                break;
            }
            if (marker.startsWith(rest)) {
                give(i);
                m_code = before;
                return given;
            }
        }
    }
    give(work.size());
    return given;
}

void LeakedMarkerFilter::endCalls(const Sink &sink)
{
    m_inCalls = false;
    const QString block = std::exchange(m_calls, {});
    const std::vector<ToolCallPiece> calls = callsFrom(block);
    for (const ToolCallPiece &call : calls)
        sink.call(call);
    if (calls.empty())
        sink.text(block);
}

void LeakedMarkerFilter::flush(const Sink &sink)
{
    const QString held = std::exchange(m_held, {});
    for (const QChar c : held)
        m_code.step(c);
    if (!held.isEmpty())
        sink.text(held);
}

void LeakedMarkerFilter::finish(const Sink &sink)
{
    flush(sink);
    if (m_inCalls)
        endCalls(sink);
}

void LeakedMarkerFilter::restart()
{
    m_code = CodeTracker();
    m_inBox = false;
}

} // namespace ponder
