#include "ui/TableRowsModel.h"

#include <algorithm>

namespace ponder {

void TableRowsModel::update(int same, int count)
{
    const int before = rowCount();
    if (count < before) {
        beginRemoveRows({}, count, before - 1);
        m_revisions.resize(size_t(count));
        endRemoveRows();
    }
    const int kept = std::min(before, count);
    if (same < kept) {
        for (int i = same; i < kept; ++i)
            ++m_revisions[size_t(i)];
        Q_EMIT dataChanged(index(same), index(kept - 1), {RevisionRole});
    }
    if (count > before) {
        beginInsertRows({}, before, count - 1);
        m_revisions.resize(size_t(count));
        endInsertRows();
    }
}

int TableRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_revisions.size());
}

QVariant TableRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || role != RevisionRole)
        return {};
    return m_revisions[size_t(index.row())];
}

QHash<int, QByteArray> TableRowsModel::roleNames() const
{
    return {{RevisionRole, "revision"}};
}

} // namespace ponder
