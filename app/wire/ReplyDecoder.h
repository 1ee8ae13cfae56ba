#pragma once

#include "wire/OpenAiDecoder.h"
#include "wire/SseParser.h"

namespace ponder {

/// Bytes of a successful (2xx) reply → Deltas, whatever the reply turns out to be: an event stream,
/// one JSON body, an error that came with status 200, or a web page.
///
/// feed() the bytes as they arrive and finish() when the reply is over, also after a broken
/// connection. Replies of any other status belong to ErrorDecoder.
class ReplyDecoder
{
public:
    /// `contentType` is the header's value; empty if there was none.
    explicit ReplyDecoder(QByteArrayView contentType, bool splitThinkTags = true);

    /// An error (kind Protocol) means that the reply is too large to be one; stop reading then, but
    /// still call finish() for the text that is held back.
    Result<void> feed(QByteArrayView bytes, Deltas &out);
    StreamEnd finish(Deltas &out);

    /// The server has said that nothing more will come; there is no need to wait for the
    /// connection.
    [[nodiscard]] bool isDone() const { return m_decoder.isDone(); }
    [[nodiscard]] const OpenAiDecoder &decoder() const { return m_decoder; }

    static constexpr qsizetype kMaxBodyBytes = 64 * 1024 * 1024;

private:
    enum class Mode { EventStream, WholeBody };

    Result<void> collect(QByteArrayView bytes, Deltas &out);
    Result<void> parse(QByteArrayView bytes, Deltas &out);

    SseParser m_parser;
    OpenAiDecoder m_decoder;
    QByteArray m_body;
    std::optional<Error> m_error; ///< the body grew too large
    Mode m_mode;
    bool m_modeIsSure = false;
    bool m_sawEvent = false;
};

} // namespace ponder
