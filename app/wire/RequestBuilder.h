#pragma once

#include "wire/ChatRequest.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace ponder {

/// ChatRequest → the JSON of a chat completion request. Only what is set is sent; the same request
/// gives the same bytes, so that providers can reuse their cache of the conversation's beginning.
class RequestBuilder
{
public:
    [[nodiscard]] static QJsonObject object(const ChatRequest &request);
    /// The request body, compact.
    [[nodiscard]] static QByteArray body(const ChatRequest &request);
    /// The request body for people to read, indented.
    [[nodiscard]] static QString preview(const ChatRequest &request);
    /// The user message that asks for more where a provider cannot go on with its own text.
    [[nodiscard]] static QString continuePrompt();
};

/// `base` with `extra` merged into it: objects are merged key by key, anything else replaces.
QJsonObject mergedDeeply(QJsonObject base, const QJsonObject &extra);

/// Tool call arguments that every server can read back: unchanged if they are a JSON object, else
/// "{}". A call that a length limit cut off would otherwise make every later turn fail.
QString usableArguments(const QString &arguments);

} // namespace ponder
