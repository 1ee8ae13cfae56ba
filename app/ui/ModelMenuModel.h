#pragma once

#include "settings/Settings.h"
#include "ui/ProviderStatus.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The models a person can choose from: those switched on of every provider that can be used. A
/// filter looks through the other known models of those providers too.
class ModelMenuModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentChanged)

public:
    enum Role {
        ProviderIdRole = Qt::UserRole + 1,
        ProviderNameRole,
        ModelRole,     ///< the id that is sent
        ModelNameRole, ///< short name
        LabelRole,     ///< "OpenRouter · deepseek-r1-0528"
        ContextTextRole,
        PriceTextRole, ///< "$0.50 / $2.15", "" where unknown
        GroupRole,     ///< provider name; for sections
        CurrentRole,
        NeedsKeyRole,
        ScopeRole, ///< "providerId/model"
    };

    ModelMenuModel(ProviderDirectory &directory, ProviderStatus &status, Settings &settings,
                   QObject *parent = nullptr);

    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int currentRow() const;
    /// Marks the model of the conversation that is shown; it is listed even when nothing else of
    /// its provider is.
    void setCurrent(const QString &providerId, const QString &model);
    void setChinese(bool chinese);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE QString providerIdAt(int row) const;
    Q_INVOKABLE QString modelAt(int row) const;
    /// Without a model: the first one of the provider.
    Q_INVOKABLE int rowOf(const QString &providerId, const QString &model) const;
    /// Asks for local servers again; called when the menu opens.
    Q_INVOKABLE void refresh();

    /// The last part of a model id, which is what people call it: "deepseek/deepseek-r1-0528".
    [[nodiscard]] static QString shortName(const QString &model);
    /// The models of a profile that are switched on, given those its server is known to have.
    [[nodiscard]] static QStringList switchedOn(const ProviderProfile &profile,
                                                const std::vector<ModelInfo> &known);

Q_SIGNALS:
    void filterChanged();
    void countChanged();
    void currentChanged();

private:
    struct Row
    {
        QString providerId;
        QString providerName;
        QString model;
        QString modelName;
        QString contextText;
        QString priceText;
        bool needsKey = false;
        bool operator==(const Row &) const = default;
    };
    void reload();
    void appendRows(const ProviderProfile &profile, std::vector<Row> &rows) const;
    [[nodiscard]] bool isListed(const ProviderProfile &profile) const;

    ProviderDirectory &m_directory;
    ProviderStatus &m_status;
    std::vector<Row> m_rows;
    QString m_filter;
    QString m_currentProvider;
    QString m_currentModel;
    bool m_chinese = false;
};

} // namespace ponder
