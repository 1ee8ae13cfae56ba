#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace ponder::cli {

/// One verb with its arguments, taken apart.
struct Invocation
{
    QString verb;
    QStringList positional;
    QHash<QString, QStringList> options; ///< by the long name; a switch has an empty list
    bool help = false;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    /// The last value given; empty when there is none.
    [[nodiscard]] QString value(const QString &option) const
    {
        const QStringList given = options.value(option);
        return given.isEmpty() ? QString() : given.constLast();
    }
};

} // namespace ponder::cli
