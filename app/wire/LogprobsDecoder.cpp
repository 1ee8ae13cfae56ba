#include "wire/LogprobsDecoder.h"

#include "wire/SurrogateJoiner.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

QString token(const QJsonValue &value)
{
    return mendedText(value.toString());
}

TokenLogprob chatToken(const QJsonObject &entry)
{
    TokenLogprob result;
    result.token = token(entry.value("token"_L1));
    result.logprob = entry.value("logprob"_L1).toDouble();
    for (const QJsonValue top : entry.value("top_logprobs"_L1).toArray()) {
        const QJsonObject alternative = top.toObject();
        result.top.push_back(
            {token(alternative.value("token"_L1)), alternative.value("logprob"_L1).toDouble()});
    }
    return result;
}

} // namespace

std::vector<TokenLogprob> decodedLogprobs(const QJsonValue &logprobs)
{
    std::vector<TokenLogprob> result;
    const QJsonObject object = logprobs.toObject();
    for (const QLatin1String list : {"content"_L1, "refusal"_L1}) {
        for (const QJsonValue entry : object.value(list).toArray()) {
            if (entry.isObject())
                result.push_back(chatToken(entry.toObject()));
        }
    }
    if (!result.empty())
        return result;

    const QJsonArray tokens = object.value("tokens"_L1).toArray();
    const QJsonArray values = object.value("token_logprobs"_L1).toArray();
    const QJsonArray tops = object.value("top_logprobs"_L1).toArray();
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        TokenLogprob entry{token(tokens.at(i)), values.at(i).toDouble(), {}};
        const QJsonObject top = tops.at(i).toObject();
        for (auto it = top.begin(); it != top.end(); ++it)
            entry.top.push_back({mendedText(it.key()), it.value().toDouble()});
        result.push_back(std::move(entry));
    }
    return result;
}

} // namespace ponder
