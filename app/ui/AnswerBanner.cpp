#include "ui/AnswerBanner.h"

#include "base/ErrorText.h"
#include "ui/TranscriptText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

struct Transcript
{
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

/// How a kind of failure looks and what can be done about it.
struct Remedy
{
    QString tone;
    QString icon;
    QStringList actions;
};

Remedy remedyFor(ErrorKind kind)
{
    const QString danger = u"danger"_s;
    const QString warning = u"warning"_s;
    const QString neutral = u"neutral"_s;
    const QString key = u"updateKey"_s;
    const QString provider = u"switchProvider"_s;
    const QString retry = u"retry"_s;
    switch (kind) {
    case ErrorKind::Auth:
        return {danger, u"key-round"_s, {key, provider}};
    case ErrorKind::NoKey:
        return {neutral, u"key-round"_s, {u"addKey"_s, provider}};
    case ErrorKind::Balance:
        return {warning, u"wallet"_s, {u"billing"_s, retry, provider}};
    case ErrorKind::Permission:
        return {warning, u"lock"_s, {provider, key}};
    case ErrorKind::RateLimit:
        return {neutral, u"timer"_s, {retry, provider}};
    case ErrorKind::Overloaded:
    case ErrorKind::Server:
        return {warning, u"server"_s, {retry, provider}};
    case ErrorKind::ContextLength:
    case ErrorKind::TooLarge:
        return {neutral, u"scissors"_s, {provider, retry}};
    case ErrorKind::NotFound:
        return {warning, u"search"_s, {provider, key}};
    case ErrorKind::Moderation:
        return {warning, u"shield"_s, {retry, provider}};
    case ErrorKind::NotRunning:
        return {warning, u"unplug"_s, {retry, provider}};
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return {warning, u"unplug"_s, {retry}};
    case ErrorKind::Tls:
        return {danger, u"shield"_s, {retry, key}};
    case ErrorKind::Keychain:
        return {neutral, u"lock"_s, {u"unlock"_s, u"sessionKey"_s}};
    case ErrorKind::BadRequest:
    case ErrorKind::Protocol:
    case ErrorKind::Document:
    case ErrorKind::Usage:
    case ErrorKind::Storage:
        break;
    }
    return {warning, u"triangle-alert"_s, {retry, provider}};
}

/// What of an answer is there, for the right side of the banner: "612 tokens".
QString amount(const Message &answer)
{
    return answer.usage.completionTokens
               ? TranscriptText::tokens(*answer.usage.completionTokens, false)
               : QString();
}

BannerRow forError(const Error &error, const AnswerOrigin &origin, const QString &billingUrl)
{
    const Remedy remedy = remedyFor(error.kind);
    const ErrorDescription description = describeError(error, origin.providerName);
    BannerRow row;
    row.tone = remedy.tone;
    row.icon = remedy.icon;
    row.title = description.title;
    row.body = description.hint;
    row.actions = remedy.actions;
    if (billingUrl.isEmpty())
        row.actions.removeAll(u"billing"_s);
    row.note = error.http > 0 ? QString::number(error.http) : QString();
    row.details = error.message;
    if (!error.detail.isEmpty() && error.detail != error.message)
        row.details += (row.details.isEmpty() ? QString() : u"\n\n"_s) + error.detail;
    row.providerId = origin.providerId;
    row.billingUrl = billingUrl;
    return row;
}

BannerRow plain(const QString &title, const QString &action)
{
    BannerRow row;
    row.tone = u"plain"_s;
    row.title = title;
    row.actions = {action};
    return row;
}

} // namespace

std::optional<BannerRow> AnswerBanner::forMessage(const Message &answer, const QString &billingUrl)
{
    switch (answer.state) {
    case MessageState::Streaming:
        return std::nullopt;
    case MessageState::Stopped:
        return plain(Transcript::tr("Stopped"),
                     answer.isContinuable() ? u"continue"_s : u"retry"_s);
    case MessageState::Interrupted: {
        Error lost;
        lost.kind = ErrorKind::Network;
        BannerRow row = forError(answer.error.value_or(lost), answer.origin, billingUrl);
        row.tone = u"warning"_s;
        row.icon = u"unplug"_s;
        if (!answer.error) // the program ended first
            row.title = Transcript::tr("The answer was interrupted");
        else if (answer.error->kind == ErrorKind::Network)
            row.title = Transcript::tr("The connection was lost");
        if (answer.isContinuable()) {
            row.body = Transcript::tr("Everything up to here is saved.");
            row.actions = {u"continue"_s, u"startOver"_s};
        }
        if (row.note.isEmpty())
            row.note = amount(answer);
        return row;
    }
    case MessageState::Failed: {
        BannerRow row = forError(answer.error.value_or(Error()), answer.origin, billingUrl);
        if (answer.isContinuable())
            row.actions = {u"continue"_s, u"startOver"_s};
        return row;
    }
    case MessageState::Complete:
        break;
    }
    if (answer.finish == FinishReason::Length)
        return plain(Transcript::tr("The answer reached its length limit"),
                     answer.isContinuable() ? u"continue"_s : u"retry"_s);
    if (answer.finish == FinishReason::ContentFilter)
        return plain(Transcript::tr("The provider ended this answer: its content filter objected"),
                     u"retry"_s);
    if (answer.role == Role::Assistant && answer.segments.empty())
        return plain(Transcript::tr("The provider sent an empty answer"), u"retry"_s);
    return std::nullopt;
}

BannerRow AnswerBanner::forRetry(const TurnStatus &status, qint64 elapsedMs,
                                 const AnswerOrigin &origin)
{
    BannerRow row = forError(status.cause.value_or(Error()), origin, QString());
    const qint64 left = std::max<qint64>(0, status.delayMs - elapsedMs);
    row.tone = u"neutral"_s;
    row.body = Transcript::tr("Trying again in <b>%1</b>. Attempt %2 of %3.")
                   .arg(TranscriptText::duration((left + 999) / 1000 * 1000))
                   .arg(status.attempt)
                   .arg(status.maxAttempts);
    row.actions = {u"retryNow"_s, u"cancel"_s};
    row.progress = status.delayMs > 0 ? double(elapsedMs) / double(status.delayMs) : 1;
    row.progress = std::clamp(row.progress, 0.0, 1.0);
    return row;
}

} // namespace ponder
