#pragma once

#include "wire/ChatRequest.h"

#include <QMap>
#include <QString>

namespace ponder {

/// The shell command that sends `request` to `url` (the full address of the endpoint), for "Copy as
/// curl". The key is not in it: `keyVariable` names the environment variable the command reads it
/// from; empty leaves the header out.
QString curlCommand(const QString &url, const QMap<QString, QString> &headers,
                    const QString &keyVariable, const ChatRequest &request);

} // namespace ponder
