#include "base/Logging.h"

#include "base/Redactor.h"

#include <cstdio>
#include <cstdlib>

namespace ponder {

Q_LOGGING_CATEGORY(lcWire, "ponder.wire", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNetwork, "ponder.network", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChat, "ponder.chat", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "ponder.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "ponder.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSettings, "ponder.settings", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "ponder.ui", QtInfoMsg)

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line =
        Redactor::instance().redact(qFormatLogMessage(type, context, message)).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLogHandler()
{
    // Minified scripts hoist variables; the engine's remarks about that are of no use to anyone.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler.warning=false"));
    qInstallMessageHandler(writeRedacted);
}

} // namespace ponder
