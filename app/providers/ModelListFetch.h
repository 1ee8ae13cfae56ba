#pragma once

#include "base/Result.h"
#include "chat/ProviderProfile.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace ponder {

class ProviderAccess;

struct FetchedModels
{
    std::vector<ModelInfo> models;
    int roundTripMs = 0; ///< of the first page
};

/// Fetches a provider's model list, page by page.
class ModelListFetch
{
public:
    using Done = std::function<void(Result<FetchedModels>)>;

    /// Calls back once, later, and not at all once `context` is destroyed. A later page that fails
    /// leaves the pages before it.
    static void run(ProviderAccess &access, const ProviderProfile &profile, const QString &key,
                    int timeoutMs, QObject *context, Done done);
};

} // namespace ponder
