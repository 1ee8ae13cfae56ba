#pragma once

#include "settings/Settings.h"
#include "ui/ProviderForm.h"
#include "ui/ProviderKeyController.h"
#include "ui/ProviderListModel.h"
#include "ui/ProviderModelsModel.h"
#include "ui/ProviderStatus.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The providers section of the settings and the choices of the first run: which providers there
/// are, the one that is being edited, its key, its models and the test of its connection.
class ProvidersController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(ponder::ProviderListModel *list READ list CONSTANT)
    Q_PROPERTY(ponder::ProviderForm *form READ form CONSTANT)
    Q_PROPERTY(ponder::ProviderKeyController *key READ key CONSTANT)
    Q_PROPERTY(ponder::ProviderModelsModel *models READ models CONSTANT)
    Q_PROPERTY(QString currentId READ currentId WRITE setCurrentId NOTIFY currentIdChanged)
    Q_PROPERTY(bool testing READ testing NOTIFY testChanged)
    /// "", "ok" or "danger"
    Q_PROPERTY(QString testTone READ testTone NOTIFY testChanged)
    Q_PROPERTY(QString testTitle READ testTitle NOTIFY testChanged)
    Q_PROPERTY(QString testDetail READ testDetail NOTIFY testChanged)
    /// List of {providerId, name, baseUrl, address, running, modelCount, subtitle}
    Q_PROPERTY(QVariantList localServers READ localServers NOTIFY localServersChanged)
    Q_PROPERTY(bool looking READ looking NOTIFY lookingChanged)
    /// List of {providerId, name} of the providers offered on the first run.
    Q_PROPERTY(QVariantList featured READ featured NOTIFY featuredChanged)
    /// Why the last add() was refused.
    Q_PROPERTY(QString addError READ addError NOTIFY addErrorChanged)

public:
    ProvidersController(ProviderDirectory &directory, SecretStore &secrets, Settings &settings,
                        QObject *parent = nullptr);

    [[nodiscard]] ProviderStatus &status() { return m_status; }
    [[nodiscard]] ProviderListModel *list() { return &m_list; }
    [[nodiscard]] ProviderForm *form() { return &m_form; }
    [[nodiscard]] ProviderKeyController *key() { return &m_key; }
    [[nodiscard]] ProviderModelsModel *models() { return &m_models; }
    [[nodiscard]] QString currentId() const { return m_currentId; }
    void setCurrentId(const QString &id);
    [[nodiscard]] bool testing() const;
    [[nodiscard]] QString testTone() const;
    [[nodiscard]] QString testTitle() const;
    [[nodiscard]] QString testDetail() const;
    [[nodiscard]] QVariantList localServers() const;
    [[nodiscard]] bool looking() const { return m_status.probing(); }
    [[nodiscard]] QVariantList featured() const;
    [[nodiscard]] QString addError() const { return m_addError; }
    /// The language of names and sentences; call again after the translators changed.
    void setChinese(bool chinese);

    Q_INVOKABLE void testConnection();
    /// Looks for local servers again.
    Q_INVOKABLE void lookAgain();
    /// Adds a provider and shows it; false with addError when it cannot work.
    Q_INVOKABLE bool add(const QString &name, const QString &baseUrl, bool needsKey);
    /// Removes a user-made provider and its key, or gives a built-in one its own values back.
    Q_INVOKABLE void removeOrReset(const QString &id);
    /// Reads what has to be asked for (keys, local servers); called when the page opens.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void currentIdChanged();
    void testChanged();
    void localServersChanged();
    void lookingChanged();
    void featuredChanged();
    void addErrorChanged();

private:
    [[nodiscard]] QString newIdFor(const QString &name) const;
    void onProfilesChanged();
    void fetchModels();
    void setAddError(const QString &sentence);

    ProviderDirectory &m_directory;
    SecretStore &m_secrets;
    ProviderStatus m_status;
    ProviderListModel m_list;
    ProviderForm m_form;
    ProviderKeyController m_key;
    ProviderModelsModel m_models;
    QString m_currentId;
    QString m_addError;
    bool m_chinese = false;
};

} // namespace ponder
