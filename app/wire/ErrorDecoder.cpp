#include "wire/ErrorDecoder.h"

#include "base/Redactor.h"
#include "wire/ErrorBody.h"
#include "wire/ErrorClassifier.h"
#include "wire/RetryAfter.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxPlainText = 300;
constexpr qsizetype kWindow = 64 * 1024; ///< how much of a body is looked at, in characters
constexpr qsizetype kLongestKey = 4 * 1024;

/// Text on one line, with nothing in it that a terminal or label would act on.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return text.simplified();
}

QString cut(QString text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    text.truncate(most - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + u'\u2026';
}

/// Redacts before it cuts, so that no part of a key stays at the end.
QString shown(const QString &text, qsizetype most)
{
    QString clean = Redactor::instance().redact(text.left(kWindow));
    if (text.size() > kWindow)
        clean.chop(kLongestKey); // the window's edge may have gone through one
    return cut(clean, most);
}

QString textOf(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(4 * kWindow));
}

QString withoutEntities(QString text)
{
    return text.replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&quot;"_L1, "\""_L1)
        .replace("&#39;"_L1, "'"_L1)
        .replace("&nbsp;"_L1, " "_L1)
        .replace("&amp;"_L1, "&"_L1);
}

bool looksLikeHtml(const QString &text)
{
    const QString start = text.trimmed().left(200).toLower();
    return start.startsWith(u'<') &&
           (start.contains("<html"_L1) || start.contains("<!doctype"_L1) ||
            start.contains("<head"_L1) || start.contains("<body"_L1) ||
            start.contains("<title"_L1) || start.startsWith("<?xml"_L1));
}

/// The title of a web page, else its first heading.
QString pageTitle(const QString &html)
{
    static const QRegularExpression tag(uR"(<(title|h1)[^>]*>(.{0,2000}?)</\1)"_s,
                                        QRegularExpression::CaseInsensitiveOption |
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression markup(u"<[^>]*>"_s);
    const QRegularExpressionMatch match = tag.match(html.left(64 * 1024));
    return oneLine(withoutEntities(match.captured(2).remove(markup)));
}

QString statusPhrase(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 402:
        return u"Payment Required"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 408:
        return u"Request Timeout"_s;
    case 413:
        return u"Content Too Large"_s;
    case 422:
        return u"Unprocessable Content"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    case 529:
        return u"Overloaded"_s;
    default:
        return {};
    }
}

QString statusLine(int status, const QString &reason)
{
    const QString phrase = reason.trimmed().isEmpty() ? statusPhrase(status) : reason.trimmed();
    if (status == 0)
        return phrase;
    return phrase.isEmpty() ? u"HTTP %1"_s.arg(status) : u"HTTP %1 %2"_s.arg(status).arg(phrase);
}

Error fromObject(const QJsonObject &body, int status, const QByteArray &raw)
{
    const QString message = oneLine(ErrorBody::message(body));
    const QJsonObject metadata = body.value("error"_L1).toObject().value("metadata"_L1).toObject();
    ErrorSigns signs;
    signs.status = status;
    signs.codes = ErrorBody::codes(body);
    // The general message of a gateway counts, too: it may be the one that says what it is.
    signs.text = (message + u' ' + body.value("error"_L1).toObject().value("message"_L1).toString())
                     .toLower();
    signs.flagged = metadata.contains("reasons"_L1) || metadata.contains("flagged_input"_L1);

    Error error;
    error.http = status;
    error.kind = classifiedError(signs);
    error.message = shown(message, ErrorDecoder::kMaxMessage);
    error.detail = shown(textOf(raw), ErrorDecoder::kMaxDetail);
    error.retryAfterMs = retryAfterBody(body);
    if (!error.retryAfterMs &&
        (error.kind == ErrorKind::RateLimit || error.kind == ErrorKind::Overloaded)) {
        error.retryAfterMs = retryAfterText(message);
    }
    return error;
}

Error fromText(const QByteArray &body, int status, const QString &reason)
{
    const QString text = textOf(body);
    const bool html = looksLikeHtml(text);
    QString message = html ? pageTitle(text) : oneLine(text);
    ErrorSigns signs;
    signs.status = status;
    signs.text = message.toLower();

    Error error;
    error.http = status;
    error.kind = classifiedError(signs);
    if (message.isEmpty())
        message = statusLine(status, reason);
    error.message = shown(message, kMaxPlainText);
    error.detail = shown(text, ErrorDecoder::kMaxDetail);
    if (error.kind == ErrorKind::RateLimit || error.kind == ErrorKind::Overloaded)
        error.retryAfterMs = retryAfterText(message);
    return error;
}

} // namespace

Error ErrorDecoder::fromReply(const ErrorReply &reply, const QDateTime &now)
{
    const QByteArray body = reply.body.trimmed();
    const QJsonObject object = ErrorBody::objectIn(body);
    Error error;
    if (!object.isEmpty() && !ErrorBody::message(object).isEmpty()) {
        error = fromObject(object, reply.status, body);
    } else {
        const bool saysNothing = !QJsonDocument::fromJson(body).isNull();
        error = fromText(saysNothing ? QByteArray() : body, reply.status, reply.reason);
        error.detail = shown(textOf(body), kMaxDetail);
    }
    if (const std::optional<int> wait = retryAfterHeader(reply.retryAfter, now))
        error.retryAfterMs = wait;
    return error;
}

Error ErrorDecoder::fromInBand(const QJsonObject &object)
{
    const QByteArray raw = QJsonDocument(object).toJson(QJsonDocument::Compact);
    Error error = fromObject(object, ErrorBody::status(object), raw);
    if (error.message.isEmpty())
        error.message = u"The server reported an error and gave no reason"_s;
    return error;
}

Error ErrorDecoder::fromPayload(QByteArrayView payload)
{
    const QByteArray bytes = payload.toByteArray().trimmed();
    QJsonObject object = ErrorBody::objectIn(bytes);
    if (object.isEmpty()) {
        Error error = fromText(bytes, 0, {});
        if (error.message.isEmpty())
            error.message = u"The server reported an error and gave no reason"_s;
        return error;
    }
    // The bare inner object, as in `error: {"code": …, "message": …}`.
    if (!object.contains("error"_L1))
        object = QJsonObject{{"error"_L1, object}};
    return fromInBand(object);
}

Error ErrorDecoder::notAnAnswer(QByteArrayView body)
{
    const QString text = textOf(body.toByteArray());
    const bool html = looksLikeHtml(text);
    const QString title = html ? pageTitle(text) : QString();
    Error error;
    error.kind = ErrorKind::Protocol;
    if (!html)
        error.message = u"The reply is not JSON: "_s + oneLine(text);
    else if (title.isEmpty())
        error.message = u"The reply is a web page, not an answer"_s;
    else
        error.message = u"The reply is a web page, not an answer: "_s + title;
    error.message = shown(error.message, kMaxPlainText);
    error.detail = shown(text, kMaxDetail);
    return error;
}

bool ErrorDecoder::looksLikeError(const QJsonObject &object)
{
    const QString kind = object.value("object"_L1).toString();
    if (kind == "error"_L1 || object.value("type"_L1).toString() == "error"_L1)
        return true;
    if (object.contains("detail"_L1) || object.value("errors"_L1).isArray())
        return true;
    const bool message = object.value("message"_L1).isString() || object.value("msg"_L1).isString();
    return message &&
           (object.contains("code"_L1) || object.contains("status"_L1) || object.size() == 1);
}

std::optional<ReasoningReplay> replayDemandedBy(const Error &error)
{
    if (error.http != 0 && error.http != 400 && error.http != 422)
        return std::nullopt;
    const QString text = (error.message + u' ' + error.detail).toLower();
    if (!text.contains("reasoning_content"_L1))
        return std::nullopt;
    static constexpr QStringView demands[] = {
        u"must be passed back",           u"missing `reasoning_content`",
        u"missing reasoning_content",     u"reasoning_content is missing",
        u"reasoning_content` is missing", u"missing field `reasoning_content`"};
    for (const QStringView demand : demands) {
        if (text.contains(demand))
            return ReasoningReplay::Always;
    }
    static constexpr QStringView refusals[] = {
        u"not supported",   u"unsupported", u"not allowed", u"not permitted", u"must not",
        u"should not",      u"cannot",      u"can not",     u"unexpected",    u"unknown",
        u"unrecognized",    u"extra",       u"remove",      u"forbidden",     u"invalid",
        u"not be included", u"is included"};
    for (const QStringView refusal : refusals) {
        if (text.contains(refusal))
            return ReasoningReplay::Never;
    }
    return std::nullopt;
}

} // namespace ponder
