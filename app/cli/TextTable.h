#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ponder::cli {

/// Rows of text in aligned columns, for people who read a list in a terminal.
QString textTable(const QList<QStringList> &rows);

} // namespace ponder::cli
