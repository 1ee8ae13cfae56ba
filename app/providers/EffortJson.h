#pragma once

#include "chat/EffortRule.h"

#include <QJsonArray>

#include <vector>

namespace ponder {

/// How a provider is told about the effort of thinking, as it stands in a profile:
///
///     [{"models": ["qwen3"], "levels": {"none": {"enable_thinking": false}, …}},
///      {"levels": ["low", "high"]}]
///
/// A plain list of levels stands for OpenAI's own field, `reasoning_effort`.
class EffortJson
{
public:
    static std::vector<EffortRule> read(const QJsonArray &json);
    static QJsonArray write(const std::vector<EffortRule> &rules);
};

} // namespace ponder
