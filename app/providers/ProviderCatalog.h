#pragma once

#include "chat/ProviderDirectory.h"
#include "providers/ModelCache.h"
#include "providers/ModelListFetch.h"
#include "providers/ProviderAccess.h"
#include "providers/UserProfiles.h"

#include <QByteArray>
#include <QUrl>

namespace ponder {

/// The providers: the built-in table, with what the user changed or added over it.
class ProviderCatalog final : public ProviderDirectory
{
    Q_OBJECT

public:
    /// `builtInJson`: resources/providers.json. `userFile` and `cacheFile` need not exist.
    ProviderCatalog(const QByteArray &builtInJson, const QString &userFile,
                    const QString &cacheFile, SecretStore &secrets, const Clock &clock,
                    QObject *parent = nullptr);

    [[nodiscard]] std::vector<ProviderProfile> profiles() const override { return m_profiles; }
    [[nodiscard]] std::optional<ProviderProfile> profile(const QString &id) const override;
    Result<void> save(const ProviderProfile &profile) override;
    Result<void> remove(const QString &id) override;

    [[nodiscard]] std::vector<ModelInfo> knownModels(const QString &id) const override;
    void fetchModels(const QString &id, QObject *context,
                     std::function<void(Result<std::vector<ModelInfo>>)> done) override;
    void fetchModelsOf(const ProviderProfile &profile, QObject *context,
                       std::function<void(Result<std::vector<ModelInfo>>)> done) override;
    void testConnection(const QString &id, QObject *context,
                        std::function<void(Result<ConnectionReport>)> done) override;
    void probeLocalServers(QObject *context,
                           std::function<void(std::vector<LocalServer>)> done) override;

    /// What was wrong with the user's file, as one sentence; empty when nothing was.
    [[nodiscard]] QString loadProblem() const override { return m_user.problem(); }

    /// The built-in table; an entry that makes no sense is an error that names it.
    static Result<std::vector<ProviderProfile>> readBuiltIn(const QByteArray &json);

private:
    /// Where a provider tells the credit of an account, and in which form.
    struct CreditSource
    {
        QUrl url;
        QString format;
    };
    using ListDone = std::function<void(Result<FetchedModels>)>;

    void rebuild();
    [[nodiscard]] const ProviderProfile *builtIn(const QString &id) const;
    [[nodiscard]] static Error unknownProvider(const QString &id);
    void fetchList(const ProviderProfile &profile, QObject *context, ListDone done);
    void remember(const ProviderProfile &profile, const FetchedModels &fetched);
    void askCredit(const ProviderProfile &profile, ConnectionReport report, QObject *context,
                   std::function<void(Result<ConnectionReport>)> done);

    std::vector<ProviderProfile> m_builtIn;
    QHash<QString, CreditSource> m_credit;
    UserProfiles m_user;
    ModelCache m_cache;
    std::vector<ProviderProfile> m_profiles;
    ProviderAccess m_access;
};

} // namespace ponder
