#pragma once

#include "chat/ChatBackend.h"
#include "providers/DemoRecording.h"

#include <optional>
#include <vector>

namespace ponder {

/// Plays recorded answers through the same interface as a real provider, so that people can try the
/// program without a key and without a network. The model is plainly named as recorded.
class DemoBackend final : public ChatBackend
{
public:
    /// `recordings`: the JSON files of resources/demo. `paceMs`: milliseconds between two pieces, 0
    /// for as fast as possible; unset: the environment's PONDER_DEMO_PACE_MS, else the pace of a
    /// real model, about 50 pieces a second.
    explicit DemoBackend(const QList<QByteArray> &recordings, std::optional<int> paceMs = {});

    [[nodiscard]] std::unique_ptr<ChatTurn> start(const ProviderProfile &provider,
                                                  const ChatRequest &request) override;

    [[nodiscard]] const std::vector<DemoRecording> &recordings() const { return m_recordings; }

    /// What the answers name as their model.
    static QString modelName();

private:
    std::vector<DemoRecording> m_recordings;
    std::optional<int> m_paceMs;
};

} // namespace ponder
