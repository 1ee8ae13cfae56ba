#pragma once

#include "providers/ProviderCatalog.h"
#include "support/ManualClock.h"
#include "support/MemorySecretStore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace ponder {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray builtInProviders()
{
    return contentOf(QStringLiteral(PONDER_SOURCE_DIR "/resources/providers.json"));
}

inline QByteArray providersJson(const QJsonArray &profiles)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("profiles"), profiles}})
        .toJson();
}

/// A catalog with files in a folder of its own.
class CatalogFixture
{
public:
    explicit CatalogFixture(QByteArray json = builtInProviders()) : builtIn(std::move(json))
    {
        restart();
    }

    /// As the next start of the program finds it.
    void restart()
    {
        catalog.reset();
        catalog =
            std::make_unique<ProviderCatalog>(builtIn, userFile(), cacheFile(), secrets, clock);
    }
    [[nodiscard]] QString userFile() const
    {
        return folder.filePath(QStringLiteral("config/providers.json"));
    }
    [[nodiscard]] QString cacheFile() const
    {
        return folder.filePath(QStringLiteral("cache/models.json"));
    }

    /// Waits for one asynchronous call: `call(done)`.
    template <typename Value, typename Call>
    std::optional<Value> wait(Call call)
    {
        std::optional<Value> result;
        call([&result](Value value) { result = std::move(value); });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
            return std::nullopt;
        return result;
    }
    Result<std::vector<ModelInfo>> fetch(const QString &id)
    {
        auto models = wait<Result<std::vector<ModelInfo>>>(
            [&](auto done) { catalog->fetchModels(id, &context, done); });
        return models ? *models : Result<std::vector<ModelInfo>>(Error{});
    }
    Result<ConnectionReport> test(const QString &id)
    {
        auto report = wait<Result<ConnectionReport>>(
            [&](auto done) { catalog->testConnection(id, &context, done); });
        return report ? *report : Result<ConnectionReport>(Error{});
    }

    QByteArray builtIn;
    QTemporaryDir folder;
    MemorySecretStore secrets;
    ManualClock clock;
    QObject context;
    std::unique_ptr<ProviderCatalog> catalog;
};

} // namespace ponder
