#pragma once

#include "ui/ProviderStatus.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The API key of the provider that is shown. Keys go one way, from the field to the keychain: what
/// is stored is never read back into the window; only its last characters are shown.
class ProviderKeyController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from ProvidersController")
    Q_PROPERTY(bool stored READ stored NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(QString tail READ tail NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// "Stored in system keychain", or why it is kept for this session only.
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed)
    Q_PROPERTY(bool sessionOnly READ sessionOnly NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    ProviderKeyController(SecretStore &secrets, ProviderStatus &status, QObject *parent = nullptr);

    void show(const QString &providerId);

    [[nodiscard]] bool stored() const;
    [[nodiscard]] bool known() const;
    [[nodiscard]] QString tail() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] bool sessionOnly() const;
    [[nodiscard]] QString error() const;

    /// Stores the key; saved() follows when it worked. White space around it is dropped.
    Q_INVOKABLE void save(const QString &key);
    /// Keeps the key for this run only, e.g. because the keychain is locked.
    Q_INVOKABLE void saveForSession(const QString &key);
    Q_INVOKABLE void remove();

Q_SIGNALS:
    void changed();
    void saved(const QString &providerId);

private:
    void finish(const QString &providerId, const Result<void> &result, bool wasSaved);
    [[nodiscard]] QString problemWith(const QString &key) const;

    SecretStore &m_secrets;
    ProviderStatus &m_status;
    QString m_providerId;
    QString m_error;
    bool m_busy = false;
};

} // namespace ponder
