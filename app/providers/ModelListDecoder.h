#pragma once

#include "base/Result.h"
#include "chat/ProviderProfile.h"

#include <QByteArray>
#include <QUrl>

#include <vector>

namespace ponder {

/// One page of a provider's model list.
struct ModelPage
{
    std::vector<ModelInfo> models;
    QUrl next; ///< where the next page is, relative to this one; empty: this was the last
};

/// Reads what servers answer to GET /models. Every provider adds fields of its own to OpenAI's
/// four; context and price are taken from whichever is there, and prices become decimal text per
/// million tokens, computed exactly.
class ModelListDecoder
{
public:
    static constexpr std::size_t kMaxModels = 20'000;

    static Result<ModelPage> decode(const QByteArray &body);
};

} // namespace ponder
