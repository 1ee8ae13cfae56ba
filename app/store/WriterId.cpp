#include "store/WriterId.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStringList>

namespace ponder {

namespace {

QString bootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                          : QString();
}

/// When the process began, in ticks since the boot; empty when there is no such process. A number
/// of a process is used again, this together with it is not.
QString startOf(const QString &process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    // The second field is the name in brackets and may hold anything; the start is the 22nd.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return QString::fromLatin1(fields.value(19));
}

} // namespace

QString WriterId::make()
{
    const QString process = QString::number(QCoreApplication::applicationPid());
    return QStringList{bootId(), process, startOf(process),
                       QString::number(QRandomGenerator::system()->generate64(), 16)}
        .join(QLatin1Char(':'));
}

bool WriterId::mayBeAlive(const QString &writer)
{
    const QStringList parts = writer.split(QLatin1Char(':'));
    const QString boot = bootId();
    if (parts.size() != 4 || boot.isEmpty() || parts.at(0).isEmpty() || parts.at(2).isEmpty())
        return true;
    return parts.at(0) == boot && startOf(parts.at(1)) == parts.at(2);
}

} // namespace ponder
