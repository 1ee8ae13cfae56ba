#pragma once

#include "wire/CodeTracker.h"
#include "wire/ToolCallAssembler.h"

#include <QString>
#include <QStringView>

#include <functional>

namespace ponder {

/// Takes the markers of a chat template out of an answer, which a server without a parser for its
/// model lets through: the box around an answer of GLM, the turn marks of DeepSeek, and
/// DeepSeek-R1's tool calls (`<｜tool▁calls▁begin｜>`…), which become calls. Inside the answer's
/// own code they are what the answer is about and stay.
///
/// Holds back only what could still become a marker, and a tool call until it is whole; what turns
/// out not to be a call comes back as the text it was.
class LeakedMarkerFilter
{
public:
    struct Sink
    {
        std::function<void(QStringView)> text;
        std::function<void(const ToolCallPiece &)> call;
    };

    void feed(QStringView text, const Sink &sink);
    /// The text ends, or something else comes in between: gives out what is held back, but keeps
    /// waiting for the end of a tool call.
    void flush(const Sink &sink);
    /// The answer ends.
    void finish(const Sink &sink);
    /// All text so far was reasoning; the answer only begins now.
    void restart();

private:
    qsizetype readText(QStringView work, const Sink &sink);
    void endCalls(const Sink &sink);

    QString m_held;  ///< what may be the beginning of a marker
    QString m_calls; ///< the tool calls so far, with the marker that began them
    CodeTracker m_code;
    bool m_inCalls = false;
    bool m_inBox = false;
};

} // namespace ponder
