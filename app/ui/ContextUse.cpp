#include "ui/ContextUse.h"

#include "base/PictureData.h"
#include "chat/TokenEstimate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

qint64 contextTokensUsed(const Conversation &conversation)
{
    qint64 tokens = 0;
    const QStringList path = conversation.activePath();
    for (auto id = path.crbegin(); id != path.crend(); ++id) {
        const Message &message = *conversation.message(*id);
        const Usage &usage = message.usage;
        const bool streaming = message.state == MessageState::Streaming;
        if (!streaming && usage.promptTokens && usage.completionTokens) {
            // The prompt holds everything before it. Reasoning is not sent back.
            const qint64 reasoning =
                std::min(*usage.completionTokens, usage.reasoningTokens.value_or(0));
            return tokens + *usage.promptTokens + *usage.completionTokens - reasoning;
        }
        tokens += estimateTokens(PictureData::withoutLarge(message.text()));
        if (streaming)
            tokens += estimateTokens(message.reasoning());
    }
    return tokens;
}

QString shortTokenText(qint64 tokens)
{
    if (tokens < 1'000)
        return QString::number(tokens);
    const bool millions = tokens >= 999'950;
    const double amount = double(tokens) / (millions ? 1e6 : 1e3);
    return QString::number(amount, 'f', 1) + (millions ? u'M' : u'K');
}

} // namespace ponder
