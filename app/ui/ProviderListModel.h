#pragma once

#include "ui/ProviderStatus.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The providers of the settings page, those that run on this computer last, each with one line
/// that says how it stands.
class ProviderListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from ProvidersController")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ProviderIdRole = Qt::UserRole + 1,
        NameRole,
        SubtitleRole, ///< "Connected · 3 models on"
        ToneRole,     ///< colour of the dot: "ok", "ready", "danger", "warning", "off"
        GroupRole,    ///< "" or "local"
        EnabledRole,
        FeaturedRole,
        NeedsKeyRole,
        HeadingRole, ///< above the first row of a group, else ""
    };

    ProviderListModel(ProviderDirectory &directory, ProviderStatus &status,
                      QObject *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_profiles.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE int rowOf(const QString &providerId) const;
    Q_INVOKABLE QString idAt(int row) const;
    /// Puts the providers that have a key first; called when the page opens.
    void sortAgain();
    void setChinese(bool chinese);

Q_SIGNALS:
    void countChanged();

private:
    void reload();
    void refresh(const QString &providerId);
    [[nodiscard]] QString subtitle(const ProviderProfile &profile) const;
    [[nodiscard]] QString errorWord(const Error &error) const;
    [[nodiscard]] QString tone(const ProviderProfile &profile) const;

    ProviderDirectory &m_directory;
    ProviderStatus &m_status;
    std::vector<ProviderProfile> m_profiles;
    QStringList m_order; ///< ids as listed
    bool m_chinese = false;
};

} // namespace ponder
