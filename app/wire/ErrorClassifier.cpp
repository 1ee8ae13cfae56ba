#include "wire/ErrorClassifier.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ponder {

namespace {

template <size_t N>
bool containsAny(const QString &text, const std::array<QStringView, N> &needles)
{
    return std::any_of(needles.begin(), needles.end(),
                       [&](QStringView needle) { return text.contains(needle); });
}

constexpr std::array<QStringView, 3> kContextCodes{
    u"exceed_context_size_error", u"context_length_exceeded", u"context_window_exceeded"};
constexpr std::array<QStringView, 13> kContextTexts{u"maximum context length",
                                                    u"context length exceeded",
                                                    u"exceeds the available context size",
                                                    u"exceeds the context",
                                                    u"exceed the context",
                                                    u"exceeds the maximum context",
                                                    u"exceeded model token limit",
                                                    u"context window",
                                                    u"prompt is too long",
                                                    u"input is too long",
                                                    u"range of input length",
                                                    u"reduce the length of the messages",
                                                    u"longer than the model's context"};

constexpr std::array<QStringView, 7> kBalanceCodes{u"insufficient_quota",
                                                   u"exceeded_current_quota",
                                                   u"insufficient_balance",
                                                   u"insufficient_credits",
                                                   u"arrearage",
                                                   u"billing_error",
                                                   u"insufficient_user_quota"};
constexpr std::array<QStringView, 18> kBalanceTexts{u"insufficient balance",
                                                    u"balance is insufficient",
                                                    u"insufficient credit",
                                                    u"insufficient funds",
                                                    u"insufficient account balance",
                                                    u"exceeded the current quota",
                                                    u"exceeded your current quota",
                                                    u"not enough credit",
                                                    u"out of credit",
                                                    u"balance depleted",
                                                    u"balance is depleted",
                                                    u"account balance",
                                                    u"credit balance",
                                                    u"requires more credits",
                                                    u"\u4f59\u989d",             // 余额
                                                    u"\u6b20\u8d39",             // 欠费
                                                    u"\u989d\u5ea6\u4e0d\u8db3", // 额度不足
                                                    u"quota is not enough"};

constexpr std::array<QStringView, 7> kModerationCodes{
    u"content_filter",     u"content_policy", u"data_inspection_failed", u"datainspectionfailed",
    u"content_moderation", u"moderation_",    u"safety_violation"};
constexpr std::array<QStringView, 8> kModerationTexts{u"high risk",      u"moderation",
                                                      u"content policy", u"safety system",
                                                      u"content_filter", u"inappropriate content",
                                                      u"flagged as",     u"content exists risk"};

constexpr std::array<QStringView, 4> kAuthCodes{u"authentication_error", u"invalid_api_key",
                                                u"invalid_authentication", u"unauthenticated"};
constexpr std::array<QStringView, 7> kAuthTexts{
    u"incorrect api_key", u"incorrect api key", u"no api_key provided", u"no api key provided",
    u"invalid api key",   u"api key not valid", u"api key is invalid"};

constexpr std::array<QStringView, 4> kNotFoundCodes{u"model_not_found", u"not_found_error",
                                                    u"modelnotfound", u"model_not_exist"};
constexpr std::array<QStringView, 6> kModelTexts{u"model does not exist", u"model not exist",
                                                 u"is not a valid model", u"unknown model",
                                                 u"model not found",      u"no endpoints found"};

constexpr std::array<QStringView, 2> kTooLargeTexts{u"request body (or file) is too large",
                                                    u"request entity too large"};
constexpr std::array<QStringView, 4> kOverloadTexts{u"overloaded", u"server is busy",
                                                    u"loading model", u"at capacity"};
constexpr std::array<QStringView, 4> kOverloadCodes{u"overloaded", u"unavailable_error",
                                                    u"capacity_exceeded", u"service_unavailable"};
constexpr std::array<QStringView, 2> kRateCodes{u"rate_limit", u"resource_exhausted"};
constexpr std::array<QStringView, 2> kRateTexts{u"rate limit exceeded", u"too many requests"};

/// What the words alone say, where they say more than the status.
std::optional<ErrorKind> kindFromWords(const ErrorSigns &signs)
{
    if (containsAny(signs.codes, kContextCodes) || containsAny(signs.text, kContextTexts))
        return ErrorKind::ContextLength;
    if (signs.status == 401)
        return ErrorKind::Auth;
    if (signs.status == 402 || containsAny(signs.codes, kBalanceCodes))
        return ErrorKind::Balance;
    // Google words its rate limit like others word an empty account.
    if (!signs.codes.contains(u"resource_exhausted") && containsAny(signs.text, kBalanceTexts))
        return ErrorKind::Balance;
    if (containsAny(signs.codes, kAuthCodes) || containsAny(signs.text, kAuthTexts))
        return ErrorKind::Auth;
    const bool refused = signs.status < 404 || signs.status == 422;
    if (signs.flagged || containsAny(signs.codes, kModerationCodes) ||
        (refused && containsAny(signs.text, kModerationTexts))) {
        return ErrorKind::Moderation;
    }
    if (signs.status == 413 || containsAny(signs.text, kTooLargeTexts))
        return ErrorKind::TooLarge;
    if (signs.status != 429 && signs.status < 500 &&
        (containsAny(signs.codes, kNotFoundCodes) || containsAny(signs.text, kModelTexts))) {
        return ErrorKind::NotFound;
    }
    if (signs.status != 429 &&
        (containsAny(signs.codes, kRateCodes) || containsAny(signs.text, kRateTexts)))
        return ErrorKind::RateLimit;
    const bool temporary = signs.status == 0 || signs.status == 200 || signs.status >= 429;
    if (temporary &&
        (containsAny(signs.codes, kOverloadCodes) || containsAny(signs.text, kOverloadTexts)))
        return ErrorKind::Overloaded;
    return std::nullopt;
}

ErrorKind kindFromCodes(const QString &codes)
{
    if (codes.contains(u"permission"))
        return ErrorKind::Permission;
    if (codes.contains(u"timeout"))
        return ErrorKind::Timeout;
    if (codes.contains(u"invalid_request") || codes.contains(u"unsupported_parameter") ||
        codes.contains(u"badrequest"))
        return ErrorKind::BadRequest;
    return ErrorKind::Server;
}

} // namespace

ErrorKind classifiedError(const ErrorSigns &signs)
{
    if (const std::optional<ErrorKind> kind = kindFromWords(signs))
        return *kind;
    switch (signs.status) {
    case 403:
    case 451:
        return ErrorKind::Permission;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 429:
        return ErrorKind::RateLimit;
    case 498:
    case 503:
    case 529:
        return ErrorKind::Overloaded;
    default:
        break;
    }
    if (signs.status >= 500)
        return ErrorKind::Server;
    if (signs.status >= 400)
        return ErrorKind::BadRequest;
    if (signs.status >= 300)
        return ErrorKind::Protocol;
    return kindFromCodes(signs.codes);
}

} // namespace ponder
