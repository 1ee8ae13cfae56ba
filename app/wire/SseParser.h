#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace ponder {

/// One event of a server-sent event stream. The views are valid only until the sink returns.
struct SseEvent
{
    enum class Kind {
        Message,
        Comment,     ///< carries nothing, but shows that the server is alive
        LegacyError, ///< the non-standard `error:` field of older llama-server builds
    };

    Kind kind = Kind::Message;
    QByteArrayView type; ///< the `event` field; empty means "message"
    QByteArrayView data; ///< the `data` lines joined by LF; a comment's text
    bool atEnd = false;  ///< the stream ended before the blank line that closes an event
};

/// Cuts a byte stream into server-sent events (WHATWG HTML §9.2.6), however the bytes are split.
///
/// Differs from the standard in two points that language model servers need: an event that the end
/// of the stream cuts off is delivered and flagged instead of dropped, and the field `error` of
/// older llama-server builds is reported. Memory is bounded: an event of more than maxEventBytes()
/// ends the stream with a Protocol error, and nothing is buffered afterwards.
class SseParser
{
public:
    using Sink = std::function<void(const SseEvent &)>;

    static constexpr qsizetype kDefaultMaxEventBytes = 16 * 1024 * 1024;
    explicit SseParser(qsizetype maxEventBytes = kDefaultMaxEventBytes);

    /// Reads the next bytes and hands every complete event to `sink`. After an error, every further
    /// call returns the same error and reads nothing.
    Result<void> feed(QByteArrayView bytes, const Sink &sink);
    /// The stream has ended: delivers what is pending.
    Result<void> finish(const Sink &sink);

    [[nodiscard]] qsizetype maxEventBytes() const { return m_maxEventBytes; }
    [[nodiscard]] QByteArray lastEventId() const { return m_lastEventId; }
    [[nodiscard]] std::optional<int> retryMs() const { return m_retryMs; }
    /// What was sent instead of an event stream: the lines that are no field, as long as no field
    /// has been seen; at most 1 MiB. Lets the caller say what a server that speaks no SSE said.
    [[nodiscard]] QByteArray strayText() const { return m_stray; }
    /// Bytes held back for the event that is not complete yet; for tests of the bound.
    [[nodiscard]] qsizetype bufferedBytes() const;

private:
    QByteArrayView withoutByteOrderMark(QByteArrayView bytes);
    void readLine(QByteArrayView line, bool ownsBytes, const Sink &sink);
    void readField(QByteArrayView name, QByteArrayView value, bool ownsBytes, const Sink &sink);
    void appendData(QByteArrayView value, bool viewStaysValid);
    void keepData();
    void dispatch(bool atEnd, const Sink &sink);
    void addStray(QByteArrayView line);
    bool fits(qsizetype more) const { return bufferedBytes() + more <= m_maxEventBytes; }
    Error fail();

    qsizetype m_maxEventBytes;
    QByteArray m_line;         ///< a line whose end has not arrived
    QByteArray m_data;         ///< data of the pending event
    QByteArrayView m_dataView; ///< the same, while its only line still lies in the caller's bytes
    QByteArray m_type;
    QByteArray m_lastEventId;
    QByteArray m_stray;
    std::optional<int> m_retryMs;
    std::optional<Error> m_error;
    int m_bomBytes = 0; ///< matched bytes of the byte order mark; -1: the start is over
    bool m_hasData = false;
    bool m_afterCr = false; ///< a LF that comes next belongs to the line end before it
    bool m_sawField = false;
};

} // namespace ponder
