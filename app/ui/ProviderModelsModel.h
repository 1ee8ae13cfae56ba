#pragma once

#include "chat/ProviderDirectory.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The models of the provider that is shown, with a filter and the switches that put them into the
/// model menu.
class ProviderModelsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from ProvidersController")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int total READ total NOTIFY countChanged)
    Q_PROPERTY(bool updating READ updating NOTIFY updatingChanged)
    Q_PROPERTY(bool hasContext READ hasContext NOTIFY countChanged)
    Q_PROPERTY(bool hasPrices READ hasPrices NOTIFY countChanged)
    /// The filter is the id of a model that the provider does not list; it may exist all the same.
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY countChanged)
    /// Why the list could not be fetched; "" when it could.
    Q_PROPERTY(QString problem READ problem NOTIFY updatingChanged)

public:
    enum Role {
        ModelIdRole = Qt::UserRole + 1,
        NameRole,
        ContextTextRole, ///< "160K", "—" where unknown
        InputPriceRole,  ///< "$0.50", "—" where unknown
        OutputPriceRole,
        ShownRole, ///< switched on in the model menu
        DefaultRole,
    };

    explicit ProviderModelsModel(ProviderDirectory &directory, QObject *parent = nullptr);

    void show(const QString &providerId);
    /// Asks the provider again.
    Q_INVOKABLE void fetch();
    Q_INVOKABLE void setShown(const QString &modelId, bool shown);

    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int total() const { return int(m_models.size()); }
    [[nodiscard]] bool updating() const { return m_updating; }
    [[nodiscard]] bool canAdd() const;
    [[nodiscard]] bool hasContext() const;
    [[nodiscard]] bool hasPrices() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void filterChanged();
    void countChanged();
    void updatingChanged();

private:
    void readProfile();
    void reload();
    void applyFilter();
    [[nodiscard]] bool isShown(const QString &modelId) const { return m_shown.contains(modelId); }

    ProviderDirectory &m_directory;
    QString m_providerId;
    QString m_providerName;
    QString m_defaultModel;
    QStringList m_shown;
    std::vector<ModelInfo> m_models; ///< those in the menu first
    std::vector<int> m_rows;         ///< indices into m_models that pass the filter
    QString m_filter;
    QString m_problem;
    bool m_updating = false;
    int m_run = 0; ///< tells a late answer from that of the provider that is shown
};

} // namespace ponder
