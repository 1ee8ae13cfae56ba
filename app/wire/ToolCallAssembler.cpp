#include "wire/ToolCallAssembler.h"

#include "wire/SurrogateJoiner.h"

#include <algorithm>
#include <utility>

namespace ponder {

ToolCallAssembler::Call &ToolCallAssembler::callFor(const ToolCallPiece &piece)
{
    if (!piece.id.isEmpty()) {
        const auto sameId = std::find_if(m_calls.begin(), m_calls.end(), [&](const Call &call) {
            return call.delta.id == piece.id;
        });
        if (sameId != m_calls.end())
            return *sameId;
    }
    // A server may use one index for several calls; the latest of them is the one that grows. A new
    // id at a known index begins a new call, unless that call is still waiting for its id.
    const auto mayTake = [&](const Call &call) {
        return piece.id.isEmpty() || call.delta.id.isEmpty();
    };
    if (piece.index) {
        const auto sameIndex =
            std::find_if(m_calls.rbegin(), m_calls.rend(),
                         [&](const Call &call) { return call.index == piece.index; });
        if (sameIndex != m_calls.rend() && mayTake(*sameIndex))
            return *sameIndex;
    } else if (!m_calls.empty() && piece.id.isEmpty()) {
        const bool anotherCall = !piece.name.isEmpty() && !m_calls.back().delta.name.isEmpty();
        if (!anotherCall)
            return m_calls.back();
    }
    return m_calls.emplace_back(Call{piece.index, {}});
}

void ToolCallAssembler::add(const ToolCallPiece &piece)
{
    ToolCallDelta &call = callFor(piece).delta;
    if (call.id.isEmpty())
        call.id = piece.id;
    if (call.name.isEmpty())
        call.name = piece.name;
    call.arguments += piece.arguments;
    for (auto it = piece.extraContent.begin(); it != piece.extraContent.end(); ++it)
        call.extraContent.insert(it.key(), it.value());
}

std::vector<ToolCallDelta> ToolCallAssembler::take()
{
    std::vector<ToolCallDelta> calls;
    int number = 0;
    for (Call &call : std::exchange(m_calls, {})) {
        ++number;
        if (call.delta.name.isEmpty() && call.delta.arguments.isEmpty())
            continue;
        // Every call needs an id, because its result names it.
        if (call.delta.id.isEmpty())
            call.delta.id = QStringLiteral("call_%1").arg(number);
        call.delta.name = mendedText(call.delta.name);
        call.delta.arguments = mendedText(call.delta.arguments);
        calls.push_back(std::move(call.delta));
    }
    return calls;
}

} // namespace ponder
