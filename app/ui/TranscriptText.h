#pragma once

#include "chat/Message.h"

#include <QString>

namespace ponder {

/// The small texts of the message list, in the language of the interface.
class TranscriptText
{
public:
    /// "38 s", "1 min 12 s", "1 h 2 min"
    [[nodiscard]] static QString duration(qint64 ms);
    /// "2,106 tokens"; "≈ 2,106 tokens" where it is an estimate; "" for 0
    [[nodiscard]] static QString tokens(qint64 count, bool estimated);
    /// The header of a panel whose thinking has ended. `cutShort`: it ended before an answer began.
    [[nodiscard]] static QString thoughtFor(qint64 ms, bool cutShort);
    [[nodiscard]] static QString thinking();
    /// "deepseek-r1-0528" of "deepseek/deepseek-r1-0528"
    [[nodiscard]] static QString shortModel(const AnswerOrigin &origin);
    /// "60 tok/s"; "" where the provider reported no tokens or the answer took no time
    [[nodiscard]] static QString speed(const Message &answer);
    /// "¥0.12"; "" where it is unknown
    [[nodiscard]] static QString cost(const Usage &usage);
};

} // namespace ponder
