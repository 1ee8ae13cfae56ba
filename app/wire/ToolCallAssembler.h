#pragma once

#include "wire/Delta.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace ponder {

/// One piece of a tool call, as it stands in a chunk. Empty means: not said.
struct ToolCallPiece
{
    std::optional<int> index;
    QString id;
    QString name;
    QString arguments;
    QJsonObject extraContent;
};

/// Puts tool calls together from pieces. A piece belongs to the call with the same id, else with
/// the same index, else to the last one. Calls are given out only at the end of the stream, because
/// arguments that parse may still grow.
class ToolCallAssembler
{
public:
    void add(const ToolCallPiece &piece);
    [[nodiscard]] bool isEmpty() const { return m_calls.empty(); }
    /// The calls in the order they began; forgets them.
    std::vector<ToolCallDelta> take();

private:
    struct Call
    {
        std::optional<int> index;
        ToolCallDelta delta;
    };

    Call &callFor(const ToolCallPiece &piece);

    std::vector<Call> m_calls;
};

} // namespace ponder
