#pragma once

#include "base/Result.h"
#include "chat/ProviderProfile.h"

#include <QObject>

#include <functional>

namespace ponder {

/// Port: the providers this installation knows and what their servers say about themselves.
/// Callbacks run on the calling thread, later, and not at all once `context` is destroyed.
class ProviderDirectory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual std::vector<ProviderProfile> profiles() const = 0;
    [[nodiscard]] virtual std::optional<ProviderProfile> profile(const QString &id) const = 0;
    /// What was wrong with the user's own profiles and what to do; empty when nothing was.
    [[nodiscard]] virtual QString loadProblem() const { return {}; }
    /// Adds a profile or overrides the one with the same id; refuses an id or URL that cannot work.
    virtual Result<void> save(const ProviderProfile &profile) = 0;
    /// Removes a user-made profile, or takes the overrides of a built-in one back.
    virtual Result<void> remove(const QString &id) = 0;

    /// The last list that was fetched, at once; may be empty.
    [[nodiscard]] virtual std::vector<ModelInfo> knownModels(const QString &id) const = 0;
    virtual void fetchModels(const QString &id, QObject *context,
                             std::function<void(Result<std::vector<ModelInfo>>)> done) = 0;
    /// The same for a profile that is not kept here (an address given on the command line).
    virtual void fetchModelsOf(const ProviderProfile &profile, QObject *context,
                               std::function<void(Result<std::vector<ModelInfo>>)> done) = 0;
    virtual void testConnection(const QString &id, QObject *context,
                                std::function<void(Result<ConnectionReport>)> done) = 0;
    /// Looks for the local servers on their loopback ports; one entry a local profile.
    virtual void probeLocalServers(QObject *context,
                                   std::function<void(std::vector<LocalServer>)> done) = 0;

Q_SIGNALS:
    void profilesChanged();
    void modelsChanged(const QString &providerId);
};

} // namespace ponder
