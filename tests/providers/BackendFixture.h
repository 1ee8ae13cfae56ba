#pragma once

#include "providers/HttpChatBackend.h"
#include "providers/TurnRecorder.h"
#include "support/ManualClock.h"
#include "support/MemorySecretStore.h"
#include "support/ScriptedProvider.h"

#include <memory>

namespace ponder {

/// A backend, a key and a profile that points to a ScriptedProvider.
class BackendFixture
{
public:
    explicit BackendFixture(std::vector<int> retryDelaysMs = {})
        : backend(secrets, clock, RetryPolicy{std::move(retryDelaysMs), 1'000})
    {
        profile.id = QStringLiteral("scripted");
        profile.name = QStringLiteral("Scripted");
        profile.baseUrl = server.baseUrl();
        secrets.setKey(profile.id, key());
        RequestMessage prompt;
        prompt.content = QStringLiteral("Hello");
        request.model = QStringLiteral("deepseek-r1-0528");
        request.messages.push_back(prompt);
    }

    static QString key() { return QStringLiteral("sk-scripted-0123456789abcdef"); }

    std::unique_ptr<TurnRecorder> start()
    {
        return std::make_unique<TurnRecorder>(backend, profile, request);
    }
    /// Runs one turn to its end; null when it has none.
    std::unique_ptr<TurnRecorder> run(int timeoutMs = 20'000)
    {
        auto turn = start();
        return turn->run(timeoutMs) ? std::move(turn) : nullptr;
    }

    ScriptedProvider server;
    MemorySecretStore secrets;
    ManualClock clock;
    HttpChatBackend backend;
    ProviderProfile profile;
    ChatRequest request;
};

/// The events of a short, complete answer: reasoning "Hm." and text "Hello, 世界!".
inline QByteArray shortAnswer()
{
    return "data: {\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
           "\"content\":null,\"reasoning_content\":\"Hm.\"}}]}\n\n"
           "data: {\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello, "
           "\xE4\xB8\x96\xE7\x95\x8C!\",\"reasoning_content\":null}}]}\n\n"
           "data: {\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":"
           "\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":7}}\n\n"
           "data: [DONE]\n\n";
}

inline QString shortAnswerText()
{
    return QString::fromUtf8("Hello, \xE4\xB8\x96\xE7\x95\x8C!");
}

/// The events of an answer that breaks off after its first words.
inline QByteArray brokenAnswer()
{
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"First\"}}]}\n\n"
           "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Half a sen\"}}]}\n\n";
}

} // namespace ponder
