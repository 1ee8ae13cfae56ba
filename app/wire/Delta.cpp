#include "wire/Delta.h"

#include <array>
#include <utility>

namespace ponder {

namespace {

constexpr std::array<std::pair<FinishReason, const char *>, 7> kNames{{
    {FinishReason::Stop, "stop"},
    {FinishReason::Length, "length"},
    {FinishReason::ToolCalls, "tool_calls"},
    {FinishReason::ContentFilter, "content_filter"},
    {FinishReason::Interrupted, "interrupted"},
    {FinishReason::Cancelled, "cancelled"},
    {FinishReason::Error, "error"},
}};

} // namespace

QString finishReasonName(FinishReason reason)
{
    for (const auto &[known, name] : kNames) {
        if (known == reason)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<FinishReason> finishReasonFromName(const QString &name)
{
    for (const auto &[reason, known] : kNames) {
        if (name == QLatin1String(known))
            return reason;
    }
    return std::nullopt;
}

} // namespace ponder
