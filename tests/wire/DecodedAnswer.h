#pragma once

#include "wire/ReplyDecoder.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace ponder::test {

/// What a person would have after a reply was decoded: the deltas applied in order. Two ways of
/// cutting the same bytes into reads must give the same answer.
struct DecodedAnswer
{
    QStringList segments; ///< "R:…" reasoning, "T:…" text, "C:id name arguments"
    QJsonArray details;
    QJsonObject extraContent; ///< of the last tool call
    std::vector<TokenLogprob> logprobs;
    Usage usage;
    QString model;
    std::optional<FinishDelta> finish;
    std::optional<Error> errorInStream;
    StreamEnd end;

    void apply(const Deltas &deltas);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString reasoning() const;
    /// Everything, in words: what tests compare, and what they show when it differs.
    [[nodiscard]] QString summary() const;
};

/// How many bytes the next read gets.
using ReadSize = std::function<qsizetype()>;

DecodedAnswer decoded(const QByteArray &contentType, const QByteArray &bytes,
                      const ReadSize &readSize);
DecodedAnswer decodedWhole(const QByteArray &contentType, const QByteArray &bytes);

/// One HTTP reply, taken apart.
struct RecordedReply
{
    QString name;
    int status = 200;
    QByteArray contentType;
    QByteArray body;
};

/// The fixtures of this project: NAME.reply with NAME.expected.json.
std::vector<RecordedReply> replyFixtures();
QJsonObject expectationOf(const QString &name);
/// The recordings of a real llama-server; empty where they are not at hand.
std::vector<RecordedReply> llamaServerRecordings();

} // namespace ponder::test
