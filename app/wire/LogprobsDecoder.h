#pragma once

#include "wire/Delta.h"

#include <QJsonValue>

#include <vector>

namespace ponder {

/// Reads a choice's `logprobs`, in the form of chat completions or in the older one of completions.
std::vector<TokenLogprob> decodedLogprobs(const QJsonValue &logprobs);

} // namespace ponder
