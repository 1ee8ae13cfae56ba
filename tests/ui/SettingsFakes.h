#pragma once

#include "chat/ParameterTable.h"
#include "chat/ProviderDirectory.h"
#include "chat/SecretStore.h"
#include "settings/Settings.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace ponder::fakes {

/// A ProviderDirectory in memory. Answers of servers are what a test put into the public members;
/// they come with the next turn of the event loop, as real ones do.
class Directory : public ProviderDirectory
{
public:
    std::vector<ProviderProfile> list;
    QHash<QString, std::vector<ModelInfo>> models;
    Result<std::vector<ModelInfo>> fetched = std::vector<ModelInfo>{};
    Result<ConnectionReport> report = ConnectionReport{};
    std::vector<LocalServer> servers;
    std::optional<Error> saveError;
    int fetches = 0;
    int tests = 0;
    bool holdTest = false; ///< keeps the answer of a test back until releaseTest()

    std::vector<ProviderProfile> profiles() const override { return list; }
    std::optional<ProviderProfile> profile(const QString &id) const override
    {
        for (const ProviderProfile &one : list)
            if (one.id == id)
                return one;
        return std::nullopt;
    }
    Result<void> save(const ProviderProfile &profile) override
    {
        if (saveError)
            return *saveError;
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](const auto &one) { return one.id == profile.id; });
        if (at == list.end())
            list.push_back(profile);
        else
            *at = profile;
        Q_EMIT profilesChanged();
        return {};
    }
    Result<void> remove(const QString &id) override
    {
        std::erase_if(list, [&](const auto &one) { return one.id == id && one.userMade; });
        Q_EMIT profilesChanged();
        return {};
    }
    std::vector<ModelInfo> knownModels(const QString &id) const override
    {
        return models.value(id);
    }
    void fetchModels(const QString &id, QObject *context,
                     std::function<void(Result<std::vector<ModelInfo>>)> done) override
    {
        ++fetches;
        later(context, [this, id, done = std::move(done)] {
            if (fetched && !fetched->empty())
                models[id] = *fetched;
            done(fetched);
            Q_EMIT modelsChanged(id);
        });
    }
    void fetchModelsOf(const ProviderProfile &, QObject *context,
                       std::function<void(Result<std::vector<ModelInfo>>)> done) override
    {
        later(context, [this, done = std::move(done)] { done(fetched); });
    }
    void testConnection(const QString &, QObject *context,
                        std::function<void(Result<ConnectionReport>)> done) override
    {
        ++tests;
        if (holdTest)
            m_held = std::move(done);
        else
            later(context, [this, done = std::move(done)] { done(report); });
    }
    void releaseTest() { std::exchange(m_held, {})(report); }
    void probeLocalServers(QObject *context,
                           std::function<void(std::vector<LocalServer>)> done) override
    {
        later(context, [this, done = std::move(done)] { done(servers); });
    }

private:
    static void later(QObject *context, std::function<void()> work)
    {
        QMetaObject::invokeMethod(context, std::move(work), Qt::QueuedConnection);
    }

    std::function<void(Result<ConnectionReport>)> m_held;
};

/// Keys in memory; can refuse like a locked keychain, or have none.
class Secrets : public SecretStore
{
public:
    QHash<QString, QString> keys;
    std::optional<Error> refusal;
    Persistence where = Persistence::Keychain;
    QString reason;

    void read(const QString &id, QObject *context,
              std::function<void(Result<QString>)> done) override
    {
        const Result<QString> answer =
            refusal ? Result<QString>(*refusal) : Result<QString>(keys.value(id));
        QMetaObject::invokeMethod(
            context, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
    }
    void write(const QString &id, const QString &key, QObject *context,
               std::function<void(Result<void>)> done) override
    {
        const Result<void> answer = refusal ? Result<void>(*refusal) : Result<void>();
        QMetaObject::invokeMethod(
            context,
            [this, id, key, done = std::move(done), answer] {
                if (answer)
                    keys[id] = key;
                done(answer);
                if (answer)
                    Q_EMIT secretChanged(id);
            },
            Qt::QueuedConnection);
    }
    void remove(const QString &id, QObject *context,
                std::function<void(Result<void>)> done) override
    {
        keys.remove(id);
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
        Q_EMIT secretChanged(id);
    }
    void writeForSession(const QString &id, const QString &key) override
    {
        refusal.reset();
        keys[id] = key;
        Q_EMIT secretChanged(id);
    }
    void probe() override { Q_EMIT persistenceChanged(); }
    Persistence persistence() const override { return where; }
    QString persistenceReason() const override { return reason; }
};

inline ProviderProfile remote(const QString &id, const QString &name, const QString &model)
{
    ProviderProfile profile;
    profile.id = id;
    profile.name = name;
    profile.baseUrl = QStringLiteral("https://%1.example/api/v1").arg(id);
    profile.keyUrl = QStringLiteral("https://%1.example/keys").arg(id);
    profile.defaultModel = model;
    return profile;
}

inline ProviderProfile local(const QString &id, const QString &name, int port)
{
    ProviderProfile profile;
    profile.id = id;
    profile.name = name;
    profile.baseUrl = QStringLiteral("http://localhost:%1/v1").arg(port);
    profile.needsKey = false;
    profile.local = true;
    profile.probePorts = {port};
    return profile;
}

inline ModelInfo model(const QString &id, qint64 context = 0, const QString &input = {},
                       const QString &output = {})
{
    ModelInfo info;
    info.id = id;
    info.name = id;
    if (context > 0)
        info.contextTokens = context;
    if (!input.isEmpty())
        info.price = ModelPrice{input, output, QStringLiteral("USD")};
    return info;
}

/// The table the program ships.
inline ParameterTable shippedTable()
{
    QFile file(QStringLiteral(PONDER_SOURCE_DIR "/resources/parameters.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resources/parameters.json cannot be read");
    Result<ParameterTable> table = ParameterTable::fromJson(file.readAll());
    if (!table)
        qFatal("%s", qPrintable(table.error().message));
    return std::move(table).value();
}

/// Settings in a folder that goes away with the test.
struct TemporarySettings
{
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.json"))};
};

/// The value of a role by its name.
inline QVariant at(const QAbstractItemModel &model, int row, const char *role)
{
    const QHash<int, QByteArray> names = model.roleNames();
    return model.data(model.index(row, 0), names.key(role, -1));
}

} // namespace ponder::fakes
