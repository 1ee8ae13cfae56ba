#include "wire/ReplyDecoder.h"

#include "wire/ErrorDecoder.h"

#include <algorithm>
#include <array>

namespace ponder {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);
constexpr std::array<QByteArrayView, 5> kFieldNames{"data:", "event:", "id:", "retry:", "error:"};

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

QByteArrayView withoutSpace(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return text.sliced(at);
}

/// Whether text that was not announced as an event stream is one: yes, no, or not to be told yet.
std::optional<bool> looksLikeEvents(QByteArrayView text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (text.front() == ':')
        return true;
    bool undecided = false;
    for (const QByteArrayView name : kFieldNames) {
        if (text.startsWith(name))
            return true;
        undecided = undecided || name.startsWith(text);
    }
    return undecided ? std::nullopt : std::optional<bool>(false);
}

} // namespace

ReplyDecoder::ReplyDecoder(QByteArrayView contentType, bool splitThinkTags)
    : m_decoder(splitThinkTags),
      m_mode(contentType.toByteArray().toLower().contains("text/event-stream") ? Mode::EventStream
                                                                               : Mode::WholeBody)
{}

Result<void> ReplyDecoder::feed(QByteArrayView bytes, Deltas &out)
{
    return m_mode == Mode::EventStream ? parse(bytes, out) : collect(bytes, out);
}

Result<void> ReplyDecoder::parse(QByteArrayView bytes, Deltas &out)
{
    return m_parser.feed(bytes, [this, &out](const SseEvent &event) {
        m_sawEvent = m_sawEvent || event.kind != SseEvent::Kind::Comment;
        m_decoder.readEvent(event, out);
    });
}

Result<void> ReplyDecoder::collect(QByteArrayView bytes, Deltas &out)
{
    if (m_error)
        return *m_error;
    if (m_body.isEmpty()) {
        // Servers send blank lines while a request waits; they are not kept.
        bytes = withoutSpace(bytes);
    }
    if (m_body.size() + bytes.size() > kMaxBodyBytes) {
        m_body.clear();
        Error error;
        error.message =
            QStringLiteral("The reply is larger than %1 MiB").arg(kMaxBodyBytes / (1024 * 1024));
        m_error = error;
        return error;
    }
    m_body.append(bytes.data(), bytes.size());
    if (m_modeIsSure)
        return {};
    if (m_body.startsWith(kByteOrderMark))
        m_body = withoutSpace(QByteArrayView(m_body).sliced(kByteOrderMark.size())).toByteArray();
    else if (kByteOrderMark.startsWith(m_body))
        return {};
    const std::optional<bool> events = looksLikeEvents(m_body);
    m_modeIsSure = events.has_value();
    if (!events.value_or(false))
        return {};
    m_mode = Mode::EventStream;
    const QByteArray body = std::exchange(m_body, {});
    return parse(body, out);
}

StreamEnd ReplyDecoder::finish(Deltas &out)
{
    if (m_mode == Mode::EventStream) {
        // A failure here was already reported by feed().
        (void)m_parser.finish([this, &out](const SseEvent &event) {
            m_sawEvent = m_sawEvent || event.kind != SseEvent::Kind::Comment;
            m_decoder.readEvent(event, out);
        });
        if (!m_sawEvent && !m_parser.strayText().trimmed().isEmpty())
            m_decoder.readBody(m_parser.strayText(), out);
    } else if (!m_body.isEmpty()) {
        m_decoder.readBody(m_body, out);
    }
    return m_decoder.finish(out);
}

} // namespace ponder
