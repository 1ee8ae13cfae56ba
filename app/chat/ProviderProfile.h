#pragma once

#include "chat/EffortRule.h"
#include "wire/ChatRequest.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ponder {

/// A price in the provider's own currency.
struct ModelPrice
{
    QString inputPerMillion;            ///< decimal text
    QString outputPerMillion;           ///< decimal text
    QString currency;                   ///< ISO 4217
    QString cachedInputPerMillion = {}; ///< decimal text; empty: none of its own
    bool varies = false; ///< depends on who answers behind a router; this is the cheapest

    bool operator==(const ModelPrice &) const = default;
};

/// How to reach one provider. The built-in ones come from resources/providers.json; people add
/// their own and override fields of the built-in ones. Never holds a key.
struct ProviderProfile
{
    enum class Kind { OpenAiCompatible, Demo };

    QString id;
    QString name;
    QString nameZh; ///< Chinese display name where it differs
    Kind kind = Kind::OpenAiCompatible;
    QString baseUrl;    ///< verbatim; only "/chat/completions" and "/models" are appended
    QString keyUrl;     ///< page where people get a key
    QString billingUrl; ///< page where people add credit
    QString defaultModel;
    bool needsKey = true;
    bool local = false; ///< runs on this computer; looked for on `probePorts`
    std::vector<int> probePorts;
    bool userMade = false;
    bool enabled = true;
    bool featured = false;          ///< offered on the first run
    QMap<QString, QString> headers; ///< extra request headers
    QString proxy;  ///< "" = system, "none" = direct, else http://host:port or socks5://host:port
    QString caFile; ///< extra CA certificates (PEM), besides the system's
    int connectTimeoutMs = 30'000;
    int idleTimeoutMs = 600'000; ///< longest silence of the server; comments end it
    ReasoningReplay reasoningReplay = ReasoningReplay::Never;
    ContinueStyle continueStyle = ContinueStyle::NewTurn;
    bool sendStreamOptions = true;     ///< whether the server knows `stream_options.include_usage`
    QStringList unsupportedParameters; ///< request parameters the provider refuses
    QStringList ignoredParameters;     ///< accepted without effect
    std::vector<EffortRule> effort;    ///< the first that fits a model counts; empty: unknown
    QString currency;                  ///< of the costs its server reports; empty: US dollars
    QMap<QString, ModelPrice> prices;  ///< by model, for what its list of models does not say
    QStringList shownModels;           ///< switched on in the model menu; empty: the default model

    bool operator==(const ProviderProfile &) const = default;
    [[nodiscard]] QString displayName(bool chinese) const
    {
        return chinese && !nameZh.isEmpty() ? nameZh : name;
    }
};

/// One model of a provider's list.
struct ModelInfo
{
    QString id;
    QString name; ///< display name; the id where the provider gives none
    std::optional<qint64> contextTokens;
    std::optional<ModelPrice> price;
    std::optional<QStringList> supportedParameters; ///< where the provider says so
    /// Levels of thinking it knows, where the provider says so.
    std::optional<QStringList> efforts = std::nullopt;
    bool alwaysThinks = false; ///< the provider says that it cannot be switched off

    bool operator==(const ModelInfo &) const = default;
};

/// What "Test connection" found.
struct ConnectionReport
{
    int roundTripMs = 0;
    int modelCount = 0;
    QString credit; ///< e.g. "¥41.20"; empty where the provider does not tell
};

/// A local server that answered on a loopback port.
struct LocalServer
{
    QString providerId;
    QString baseUrl;
    bool running = false;
    int modelCount = 0;
};

} // namespace ponder
