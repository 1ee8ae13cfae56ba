#include "store/SpendingRows.h"

namespace ponder {

StorageFailure SpendingRows::add(const Spending &spending) const
{
    // A null text would be NULL, which the table refuses.
    const QString currency =
        spending.cost.currency.isNull() ? QStringLiteral("") : spending.cost.currency;
    return m_database.run(
        QStringLiteral("INSERT INTO spending (at, currency, amount) VALUES (?, ?, ?)"),
        {spending.at.toMSecsSinceEpoch(), currency, spending.cost.amount});
}

StorageFailure SpendingRows::between(const QDateTime &from, const QDateTime &until,
                                     std::vector<Cost> &found) const
{
    found.clear();
    QSqlQuery rows = m_database.query();
    const StorageFailure failure = m_database.run(
        rows, QStringLiteral("SELECT amount, currency FROM spending WHERE at >= ? AND at < ?"),
        {from.toMSecsSinceEpoch(), until.toMSecsSinceEpoch()});
    if (failure)
        return failure;
    while (rows.next())
        found.push_back({rows.value(0).toString(), rows.value(1).toString()});
    return rows.lastError().isValid() ? m_database.failureOf(rows.lastError()) : StorageFailure();
}

} // namespace ponder
