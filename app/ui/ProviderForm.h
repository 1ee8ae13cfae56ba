#pragma once

#include "chat/ProviderDirectory.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace ponder {

/// The editable fields of one provider. A field is saved when its editing ends; what cannot work is
/// not saved, stays in the field, and `errors` says why under it.
class ProviderForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from ProvidersController")
    Q_PROPERTY(QString providerId READ providerId NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString baseUrl READ baseUrl NOTIFY changed)
    /// A warning about an address that works but is not safe.
    Q_PROPERTY(QString urlNote READ urlNote NOTIFY changed)
    Q_PROPERTY(QString keyUrl READ keyUrl NOTIFY changed)
    Q_PROPERTY(QString defaultModel READ defaultModel NOTIFY changed)
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(bool needsKey READ needsKey NOTIFY changed)
    Q_PROPERTY(bool local READ local NOTIFY changed)
    Q_PROPERTY(bool userMade READ userMade NOTIFY changed)
    Q_PROPERTY(bool demo READ demo NOTIFY changed)
    /// "system", "none" or "custom"
    Q_PROPERTY(QString proxyMode READ proxyMode NOTIFY changed)
    Q_PROPERTY(QString proxyAddress READ proxyAddress NOTIFY changed)
    Q_PROPERTY(QString caFile READ caFile NOTIFY changed)
    Q_PROPERTY(QString connectSeconds READ connectSeconds NOTIFY changed)
    Q_PROPERTY(QString idleSeconds READ idleSeconds NOTIFY changed)
    /// List of {name, value}; the last one may be empty while it is typed.
    Q_PROPERTY(QVariantList headers READ headers NOTIFY changed)
    /// Something under “Advanced” is not as it is for most people.
    Q_PROPERTY(bool hasAdvanced READ hasAdvanced NOTIFY changed)
    /// Whether the program can ask for a file; else a path is typed.
    Q_PROPERTY(bool canChooseFile READ canChooseFile CONSTANT)
    /// Field name → sentence.
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY changed)

public:
    /// Asks the person for a file to open; `done` gets its path, or "".
    using FileChooser = std::function<void(std::function<void(const QString &)> done)>;

    explicit ProviderForm(ProviderDirectory &directory, QObject *parent = nullptr);

    void show(const QString &providerId);
    void setChinese(bool chinese);
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }
    [[nodiscard]] bool hasAdvanced() const;
    [[nodiscard]] bool canChooseFile() const { return bool(m_chooseFile); }
    Q_INVOKABLE void chooseCaFile();
    /// Opens the page where people get a key, in the browser.
    Q_INVOKABLE void openKeyPage() const;

    [[nodiscard]] QString providerId() const { return m_profile.id; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString baseUrl() const;
    [[nodiscard]] QString urlNote() const;
    [[nodiscard]] QString keyUrl() const { return m_profile.keyUrl; }
    [[nodiscard]] QString defaultModel() const { return m_profile.defaultModel; }
    [[nodiscard]] bool active() const { return m_profile.enabled; }
    [[nodiscard]] bool needsKey() const { return m_profile.needsKey; }
    [[nodiscard]] bool local() const { return m_profile.local; }
    [[nodiscard]] bool userMade() const { return m_profile.userMade; }
    [[nodiscard]] bool demo() const { return m_profile.kind == ProviderProfile::Kind::Demo; }
    [[nodiscard]] QString proxyMode() const;
    [[nodiscard]] QString proxyAddress() const;
    [[nodiscard]] QString caFile() const;
    [[nodiscard]] QString connectSeconds() const;
    [[nodiscard]] QString idleSeconds() const;
    [[nodiscard]] QVariantList headers() const;
    [[nodiscard]] QVariantMap errors() const { return m_errors; }

    /// Why this cannot be a base URL; "" when it can.
    [[nodiscard]] static QString problemWithUrl(const QString &text);

    Q_INVOKABLE void setName(const QString &name);
    Q_INVOKABLE void setBaseUrl(const QString &url);
    Q_INVOKABLE void setActive(bool active);
    Q_INVOKABLE void setNeedsKey(bool needsKey);
    Q_INVOKABLE void setProxyMode(const QString &mode);
    Q_INVOKABLE void setProxyAddress(const QString &address);
    /// A path or a file URL (from the file dialog); "" takes the extra certificates away.
    Q_INVOKABLE void setCaFile(const QString &pathOrUrl);
    Q_INVOKABLE void setConnectSeconds(const QString &text);
    Q_INVOKABLE void setIdleSeconds(const QString &text);
    Q_INVOKABLE void setHeader(int row, const QString &name, const QString &value);
    Q_INVOKABLE void addHeader();
    Q_INVOKABLE void removeHeader(int row);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString typed(const QString &field, const QString &saved) const;
    void reload();
    void takeHeaders();
    void saveHeaders();
    bool save(const QString &field, const ProviderProfile &profile, const QString &typedText);
    void refuse(const QString &field, const QString &typedText, const QString &sentence);
    void setSeconds(const QString &field, const QString &text, int ProviderProfile::*member,
                    int maximum);

    ProviderDirectory &m_directory;
    FileChooser m_chooseFile;
    ProviderProfile m_profile;
    QList<QPair<QString, QString>> m_headers; ///< as shown, with unfinished rows
    bool m_customProxy = false;               ///< chosen, but no address typed yet
    QVariantMap m_errors;
    QVariantMap m_typed; ///< refused text by field
    bool m_saving = false;
    bool m_chinese = false;
};

} // namespace ponder
