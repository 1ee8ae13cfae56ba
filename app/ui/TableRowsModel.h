#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace ponder {

/// The lines of a table as rows of a model, so that a table that grows gets one more line and keeps
/// the others: a plain number as model would build all of them again. What a line shows is asked of
/// the TableGrid; `revision` only says that it has to be asked again.
class TableRowsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role { RevisionRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    /// The table has `count` lines now, of which the first `same` are as they were.
    void update(int same, int count);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<int> m_revisions; ///< one a line
};

} // namespace ponder
