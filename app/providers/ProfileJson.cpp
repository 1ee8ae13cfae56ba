#include "providers/ProfileJson.h"

#include "base/Redactor.h"
#include "providers/EffortJson.h"
#include "providers/Endpoint.h"
#include "providers/ProviderAccess.h"
#include "providers/ProxySetting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace ponder {

namespace {

constexpr int kMinTimeoutMs = 100;
constexpr int kMaxTimeoutMs = 24 * 60 * 60 * 1000;

constexpr std::array<std::pair<ReasoningReplay, const char *>, 4> kReplayNames{{
    {ReasoningReplay::Never, "never"},
    {ReasoningReplay::ToolLoopOnly, "tool_loop"},
    {ReasoningReplay::Always, "always"},
    {ReasoningReplay::DetailsVerbatim, "details"},
}};

constexpr std::array<std::pair<ContinueStyle, const char *>, 5> kContinueNames{{
    {ContinueStyle::NewTurn, "new_turn"},
    {ContinueStyle::Prefill, "prefill"},
    {ContinueStyle::PrefixFlag, "prefix"},
    {ContinueStyle::PartialFlag, "partial"},
    {ContinueStyle::ContinueFlag, "continue_final_message"},
}};

constexpr std::array<std::pair<ProviderProfile::Kind, const char *>, 2> kKindNames{{
    {ProviderProfile::Kind::OpenAiCompatible, "openai"},
    {ProviderProfile::Kind::Demo, "demo"},
}};

template <typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    const auto *found = std::find_if(table.begin(), table.end(),
                                     [value](const auto &entry) { return entry.first == value; });
    return found == table.end() ? QString() : QString::fromLatin1(found->second);
}

template <typename Table, typename Value>
void readName(const Table &table, const QJsonValue &json, Value &value)
{
    const QString name = json.toString();
    for (const auto &[known, text] : table) {
        if (name == QLatin1String(text))
            value = known;
    }
}

void readText(const QJsonValue &json, QString &text)
{
    if (json.isString())
        text = json.toString();
}

void readFlag(const QJsonValue &json, bool &flag)
{
    if (json.isBool())
        flag = json.toBool();
}

void readNumber(const QJsonValue &json, int &number)
{
    if (json.isDouble())
        number = json.toInt(number);
}

void readTexts(const QJsonValue &json, QStringList &texts)
{
    if (!json.isArray())
        return;
    texts.clear();
    const QJsonArray list = json.toArray();
    for (const QJsonValue &item : list)
        texts.append(item.toString());
}

/// Prices per million tokens, as text: {"input": "6.25", "output": "25", "currency": "CNY"}
QMap<QString, ModelPrice> readPrices(const QJsonObject &json)
{
    QMap<QString, ModelPrice> prices;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QJsonObject price = it.value().toObject();
        prices.insert(it.key(),
                      {price.value(u"input").toString(), price.value(u"output").toString(),
                       price.value(u"currency").toString(),
                       price.value(u"cachedInput").toString()});
    }
    return prices;
}

QJsonObject writtenPrices(const QMap<QString, ModelPrice> &prices)
{
    QJsonObject json;
    for (auto it = prices.begin(); it != prices.end(); ++it) {
        QJsonObject price{{QStringLiteral("input"), it->inputPerMillion},
                          {QStringLiteral("output"), it->outputPerMillion},
                          {QStringLiteral("currency"), it->currency}};
        if (!it->cachedInputPerMillion.isEmpty())
            price.insert(QStringLiteral("cachedInput"), it->cachedInputPerMillion);
        json.insert(it.key(), price);
    }
    return json;
}

Error usage(const QString &message)
{
    return {ErrorKind::Usage, 0, message, {}, std::nullopt};
}

class ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(ProviderProfile)

public:
    static Error id()
    {
        return usage(tr("The id must be lower-case letters, digits, “.”, “_” and “-”, beginning "
                        "with a letter or digit."));
    }
    static Error name() { return usage(tr("The provider needs a name.")); }
    static Error headerName(const QString &name)
    {
        return usage(tr("“%1” is not a header name that can be sent.").arg(name));
    }
    static Error headerReserved(const QString &name)
    {
        return usage(
            tr("The header %1 cannot be set here. Keys belong into the key field.").arg(name));
    }
    static Error headerSecret(const QString &name)
    {
        return usage(tr("The header %1 looks like a key. Keys belong into the key field, because "
                        "headers are stored in plain text.")
                         .arg(name));
    }
    static Error timeout()
    {
        return usage(tr("A timeout must be between 0.1 seconds and 24 hours."));
    }
};

Result<void> checkHeaders(const QMap<QString, QString> &headers)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}\\z"));
    static const QRegularExpression controls(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (!token.match(it.key()).hasMatch() || it.value().contains(controls))
            return ProfileText::headerName(it.key());
        if (ProviderAccess::isReservedHeader(it.key()))
            return ProfileText::headerReserved(it.key());
        if (Redactor::instance().redact(it.value()) != it.value())
            return ProfileText::headerSecret(it.key());
    }
    return {};
}

bool isTimeout(int ms)
{
    return ms >= kMinTimeoutMs && ms <= kMaxTimeoutMs;
}

} // namespace

ProviderProfile ProfileJson::read(const QJsonObject &object, ProviderProfile base)
{
    ProviderProfile profile = std::move(base);
    readText(object.value(u"id"), profile.id);
    readText(object.value(u"name"), profile.name);
    readText(object.value(u"nameZh"), profile.nameZh);
    readName(kKindNames, object.value(u"kind"), profile.kind);
    readText(object.value(u"baseUrl"), profile.baseUrl);
    readText(object.value(u"keyUrl"), profile.keyUrl);
    readText(object.value(u"billingUrl"), profile.billingUrl);
    readText(object.value(u"defaultModel"), profile.defaultModel);
    readFlag(object.value(u"needsKey"), profile.needsKey);
    readFlag(object.value(u"local"), profile.local);
    if (object.value(u"probePorts").isArray()) {
        profile.probePorts.clear();
        const QJsonArray ports = object.value(u"probePorts").toArray();
        for (const QJsonValue &port : ports)
            profile.probePorts.push_back(port.toInt());
    }
    readFlag(object.value(u"enabled"), profile.enabled);
    readFlag(object.value(u"featured"), profile.featured);
    if (object.value(u"headers").isObject()) {
        profile.headers.clear();
        const QJsonObject headers = object.value(u"headers").toObject();
        for (auto it = headers.begin(); it != headers.end(); ++it)
            profile.headers.insert(it.key(), it.value().toString());
    }
    readText(object.value(u"proxy"), profile.proxy);
    readText(object.value(u"caFile"), profile.caFile);
    readNumber(object.value(u"connectTimeoutMs"), profile.connectTimeoutMs);
    readNumber(object.value(u"idleTimeoutMs"), profile.idleTimeoutMs);
    readName(kReplayNames, object.value(u"reasoningReplay"), profile.reasoningReplay);
    readName(kContinueNames, object.value(u"continueStyle"), profile.continueStyle);
    readFlag(object.value(u"sendStreamOptions"), profile.sendStreamOptions);
    readTexts(object.value(u"unsupportedParameters"), profile.unsupportedParameters);
    readTexts(object.value(u"ignoredParameters"), profile.ignoredParameters);
    if (object.value(u"effort").isArray())
        profile.effort = EffortJson::read(object.value(u"effort").toArray());
    readText(object.value(u"currency"), profile.currency);
    if (object.value(u"prices").isObject())
        profile.prices = readPrices(object.value(u"prices").toObject());
    readTexts(object.value(u"shownModels"), profile.shownModels);
    return profile;
}

QJsonObject ProfileJson::write(const ProviderProfile &profile)
{
    QJsonArray ports;
    for (const int port : profile.probePorts)
        ports.append(port);
    QJsonObject headers;
    for (auto it = profile.headers.begin(); it != profile.headers.end(); ++it)
        headers.insert(it.key(), it.value());
    using namespace Qt::StringLiterals;
    return {
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"nameZh"_s, profile.nameZh},
        {u"kind"_s, nameIn(kKindNames, profile.kind)},
        {u"baseUrl"_s, profile.baseUrl},
        {u"keyUrl"_s, profile.keyUrl},
        {u"billingUrl"_s, profile.billingUrl},
        {u"defaultModel"_s, profile.defaultModel},
        {u"needsKey"_s, profile.needsKey},
        {u"local"_s, profile.local},
        {u"probePorts"_s, ports},
        {u"enabled"_s, profile.enabled},
        {u"featured"_s, profile.featured},
        {u"headers"_s, headers},
        {u"proxy"_s, profile.proxy},
        {u"caFile"_s, profile.caFile},
        {u"connectTimeoutMs"_s, profile.connectTimeoutMs},
        {u"idleTimeoutMs"_s, profile.idleTimeoutMs},
        {u"reasoningReplay"_s, nameIn(kReplayNames, profile.reasoningReplay)},
        {u"continueStyle"_s, nameIn(kContinueNames, profile.continueStyle)},
        {u"sendStreamOptions"_s, profile.sendStreamOptions},
        {u"unsupportedParameters"_s, QJsonArray::fromStringList(profile.unsupportedParameters)},
        {u"ignoredParameters"_s, QJsonArray::fromStringList(profile.ignoredParameters)},
        {u"effort"_s, EffortJson::write(profile.effort)},
        {u"currency"_s, profile.currency},
        {u"prices"_s, writtenPrices(profile.prices)},
        {u"shownModels"_s, QJsonArray::fromStringList(profile.shownModels)},
    };
}

QJsonObject ProfileJson::difference(const ProviderProfile &profile, const ProviderProfile &base)
{
    const QJsonObject all = write(profile);
    const QJsonObject same = write(base);
    QJsonObject different;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (same.value(it.key()) != it.value())
            different.insert(it.key(), it.value());
    }
    return different;
}

Result<void> ProfileJson::check(const ProviderProfile &profile)
{
    static const QRegularExpression id(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,63}\\z"));
    if (!id.match(profile.id).hasMatch())
        return ProfileText::id();
    if (profile.name.trimmed().isEmpty())
        return ProfileText::name();
    if (profile.kind != ProviderProfile::Kind::Demo) {
        if (const Result<void> url = Endpoint::check(profile.baseUrl); !url)
            return url;
    }
    if (const Result<void> proxy = ProxySetting::check(profile.proxy); !proxy)
        return proxy;
    if (!isTimeout(profile.connectTimeoutMs) || !isTimeout(profile.idleTimeoutMs))
        return ProfileText::timeout();
    return checkHeaders(profile.headers);
}

} // namespace ponder
