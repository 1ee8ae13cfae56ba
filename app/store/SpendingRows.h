#pragma once

#include "chat/Spending.h"
#include "store/Database.h"

#include <vector>

namespace ponder {

/// The table of what answers cost. Read by the moment they ended, from its index alone.
class SpendingRows
{
public:
    explicit SpendingRows(const Database &database) : m_database(database) {}

    StorageFailure add(const Spending &spending) const;
    /// Everything from one moment on and before another; not added up, because SQLite could do that
    /// only in binary fractions.
    StorageFailure between(const QDateTime &from, const QDateTime &until,
                           std::vector<Cost> &found) const;

private:
    const Database &m_database;
};

} // namespace ponder
