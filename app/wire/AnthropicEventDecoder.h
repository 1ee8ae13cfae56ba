#pragma once

#include "wire/AnswerAssembler.h"

#include <QJsonObject>

namespace ponder {

/// Reads the events and bodies of Anthropic's messages API, which some gateways and llama-server
/// send besides chat completions.
class AnthropicEventDecoder
{
public:
    /// Adds what `event` says to `answer`; false if it is nothing of this API.
    static bool read(const QJsonObject &event, AnswerAssembler &answer, Deltas &out);
};

} // namespace ponder
