#pragma once

#include "wire/CodeTracker.h"

#include <QString>
#include <QStringView>

#include <functional>

namespace ponder {

/// Separates reasoning that a model writes into its answer between think tags
/// (`<think>`…`</think>`, `◁think▷`…`◁/think▷`, `<thought>`…`</thought>`) from the answer, while it
/// streams.
///
/// The opening tag counts only at the very beginning of the message. A closing tag that nothing
/// opened means that everything so far was reasoning, because some chat templates put the opening
/// tag into the prompt; inside the answer's code it means nothing. Holds back only what could still
/// become a tag, and white space next to one.
class ThinkTagSplitter
{
public:
    enum class Piece {
        Text,
        Reasoning,
        MovedToReasoning, ///< all text so far was reasoning; comes without text
    };
    using Sink = std::function<void(Piece, QStringView)>;

    void feed(QStringView text, const Sink &sink);
    void finish(const Sink &sink);

    /// Reasoning arrives in a field of its own: a stray closing tag means nothing then.
    void setReasoningElsewhere(const Sink &sink);
    /// Nothing can be found any more; text may go past the splitter.
    [[nodiscard]] bool isPassive() const { return m_state == State::Plain; }
    /// A tag at the beginning can still come, or has.
    [[nodiscard]] bool mayBeReasoning() const
    {
        return m_state == State::Start || m_state == State::Reasoning;
    }

private:
    enum class State {
        Start,      ///< only white space so far
        Reasoning,  ///< inside a block that a tag opened
        AfterClose, ///< white space after a closing tag
        Text,       ///< the answer, in which an unopened closing tag may come
        Plain,      ///< the answer; nothing is looked for
    };

    bool readStart(QStringView work, qsizetype &at);
    bool readReasoning(QStringView work, qsizetype &at, const Sink &sink);
    bool readAfterClose(QStringView work, qsizetype &at);
    bool readText(QStringView work, qsizetype &at, const Sink &sink);

    State m_state = State::Start;
    QString m_held;
    CodeTracker m_code;
    int m_style = 0;       ///< which kind of tag opened the block
    int m_literalOpen = 0; ///< opening tags within the answer, whose closing tags are literal, too
    bool m_trimReasoning = false; ///< no reasoning but white space so far
    bool m_sawText = false;
    bool m_reasoningElsewhere = false;
};

} // namespace ponder
