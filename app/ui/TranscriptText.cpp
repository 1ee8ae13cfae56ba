#include "ui/TranscriptText.h"

#include "ui/ModelText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// An answer that came within less came in one piece: that says nothing of the model's speed.
constexpr double kMeasurableMs = 200;

struct Transcript
{
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

} // namespace

QString TranscriptText::duration(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    if (seconds < 60)
        return Transcript::tr("%1 s", "seconds").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return seconds % 60 == 0 ? Transcript::tr("%1 min", "minutes").arg(minutes)
                                 : Transcript::tr("%1 min %2 s", "minutes, seconds")
                                       .arg(minutes)
                                       .arg(seconds % 60);
    return Transcript::tr("%1 h %2 min", "hours, minutes").arg(minutes / 60).arg(minutes % 60);
}

QString TranscriptText::tokens(qint64 count, bool estimated)
{
    if (count <= 0)
        return {};
    const QString number = QLocale(QLocale::English).toString(count);
    const int plural = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    return estimated ? Transcript::tr("≈ %1 tokens", nullptr, plural).arg(number)
                     : Transcript::tr("%1 tokens", nullptr, plural).arg(number);
}

QString TranscriptText::thoughtFor(qint64 ms, bool cutShort)
{
    if (cutShort)
        return ms < 1000 ? Transcript::tr("Thinking was cut short")
                         : Transcript::tr("Thinking was cut short after %1").arg(duration(ms));
    return ms < 1000 ? Transcript::tr("Thought for a moment")
                     : Transcript::tr("Thought for %1").arg(duration(ms));
}

QString TranscriptText::thinking()
{
    return Transcript::tr("Thinking");
}

QString TranscriptText::shortModel(const AnswerOrigin &origin)
{
    const QString &model = origin.model.isEmpty() ? origin.servedModel : origin.model;
    return model.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

QString TranscriptText::speed(const Message &answer)
{
    if (!answer.usage.completionTokens || answer.timings.totalMs < 0)
        return {};
    const double ms =
        double(answer.timings.totalMs - std::max<qint64>(0, answer.timings.firstTokenMs));
    const double tokens = double(*answer.usage.completionTokens);
    if (ms < kMeasurableMs || tokens < 1)
        return {};
    const double speed = tokens * 1000 / ms;
    return Transcript::tr("%1 tok/s")
        .arg(QLocale(QLocale::English).toString(speed, 'f', speed < 9.95 ? 1 : 0));
}

QString TranscriptText::cost(const Usage &usage)
{
    return usage.cost ? costText(*usage.cost) : QString();
}

} // namespace ponder
