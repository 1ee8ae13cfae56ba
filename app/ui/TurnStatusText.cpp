#include "ui/TurnStatusText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// From here on a person wonders whether anything happens at all.
constexpr qint64 kLongWaitMs = 20'000;

struct TurnStatusText
{
    Q_DECLARE_TR_FUNCTIONS(TurnStatusText)
};

} // namespace

QString phaseName(TurnStatus::Phase phase)
{
    switch (phase) {
    case TurnStatus::Phase::Idle:
        return u"idle"_s;
    case TurnStatus::Phase::Connecting:
        return u"connecting"_s;
    case TurnStatus::Phase::Queued:
        return u"queued"_s;
    case TurnStatus::Phase::Thinking:
        return u"thinking"_s;
    case TurnStatus::Phase::Answering:
        return u"answering"_s;
    case TurnStatus::Phase::Retrying:
        return u"retrying"_s;
    }
    return {};
}

QString phaseText(const TurnStatus &status, qint64 elapsedMs, const QString &provider)
{
    switch (status.phase) {
    case TurnStatus::Phase::Connecting:
    case TurnStatus::Phase::Queued: {
        const QString waiting =
            TurnStatusText::tr("Waiting for %1 · %2 s").arg(provider).arg(elapsedMs / 1'000);
        return elapsedMs < kLongWaitMs
                   ? waiting
                   : TurnStatusText::tr("%1 · Large models can take a while").arg(waiting);
    }
    case TurnStatus::Phase::Thinking:
        return TurnStatusText::tr("Thinking");
    case TurnStatus::Phase::Answering:
        return TurnStatusText::tr("Answering");
    case TurnStatus::Phase::Retrying: {
        const qint64 left = std::max<qint64>(0, status.delayMs - elapsedMs);
        return TurnStatusText::tr("Trying again in %1 s").arg((left + 999) / 1'000);
    }
    case TurnStatus::Phase::Idle:
        break;
    }
    return {};
}

} // namespace ponder
