#pragma once

#include "base/Error.h"
#include "wire/ChatRequest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace ponder {

/// What an HTTP reply that reports a failure consists of, as far as it says anything about it.
struct ErrorReply
{
    int status = 0;
    QByteArray body;
    QByteArray retryAfter; ///< the Retry-After header's value, in either form
    QString reason;        ///< the status line's reason phrase
};

/// Turns a failed reply, or an error inside a stream, into an Error: the kind from status and body
/// together, the provider's own words on one line, the raw material bounded, both without keys.
class ErrorDecoder
{
public:
    static constexpr int kMaxMessage = 500;     ///< characters
    static constexpr int kMaxDetail = 4 * 1024; ///< characters

    /// A reply whose status is not 2xx. `now` resolves the date form of Retry-After.
    static Error fromReply(const ErrorReply &reply, const QDateTime &now);
    /// An error object that came in the body or stream of a reply with status 200.
    static Error fromInBand(const QJsonObject &object);
    /// An error payload of a stream, of any form.
    static Error fromPayload(QByteArrayView payload);
    /// A 200 body that is no JSON, e.g. a web page.
    static Error notAnAnswer(QByteArrayView body);
    /// Whether an object without `choices` is an error in one of the flat forms.
    static bool looksLikeError(const QJsonObject &object);
};

/// The reasoning replay policy that a refused request asks for, if that is what the error is about:
/// some servers refuse any earlier reasoning (Never), others insist on it (Always).
std::optional<ReasoningReplay> replayDemandedBy(const Error &error);

} // namespace ponder
