#pragma once

#include "chat/ParameterTable.h"
#include "chat/ProviderDirectory.h"
#include "settings/Settings.h"
#include "ui/ParameterRowsModel.h"
#include "ui/RequestPreview.h"

#include <QObject>
#include <QVariantList>
#include <QtQmlIntegration>

namespace ponder {

/// The sampling section of the settings: every request parameter, for all models or for one, with a
/// preview of the request. Knows no parameter by name except those with an editor of their own.
class SamplingController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(ponder::ParameterRowsModel *rows READ rows CONSTANT)
    Q_PROPERTY(ponder::RequestPreview *preview READ preview CONSTANT)
    /// List of {value, label}; the value "" stands for all models.
    Q_PROPERTY(QVariantList scopes READ scopes NOTIFY scopesChanged)
    Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY scopeChanged)
    Q_PROPERTY(int scopeIndex READ scopeIndex NOTIFY scopeChanged)
    /// Whether the model has a set of its own; else it uses that of all models.
    Q_PROPERTY(bool ownSet READ ownSet NOTIFY changed)
    Q_PROPERTY(bool canReset READ canReset NOTIFY changed)
    /// List of {id, label, detail, active}
    Q_PROPERTY(QVariantList presets READ presets NOTIFY changed)
    Q_PROPERTY(QString systemPrompt READ systemPrompt WRITE setSystemPrompt NOTIFY changed)
    Q_PROPERTY(QString extraText READ extraText NOTIFY changed)
    Q_PROPERTY(QString extraError READ extraError NOTIFY changed)

public:
    SamplingController(const ParameterTable &table, Settings &settings,
                       ProviderDirectory &directory, QObject *parent = nullptr);

    [[nodiscard]] ParameterRowsModel *rows() { return &m_rows; }
    [[nodiscard]] RequestPreview *preview() { return &m_preview; }
    [[nodiscard]] QVariantList scopes() const;
    [[nodiscard]] QString scope() const { return m_scope; }
    void setScope(const QString &scope);
    [[nodiscard]] int scopeIndex() const;
    [[nodiscard]] bool ownSet() const;
    [[nodiscard]] bool canReset() const;
    [[nodiscard]] QVariantList presets() const;
    [[nodiscard]] QString systemPrompt() const;
    void setSystemPrompt(const QString &prompt);
    [[nodiscard]] QString extraText() const;
    [[nodiscard]] QString extraError() const { return m_extraError; }
    void setChinese(bool chinese);
    /// The messages the preview counts: those of the conversation that is shown. Without them it
    /// shows a single prompt.
    void setMessages(const std::vector<RequestMessage> &messages);

    Q_INVOKABLE void setSet(const QString &name, bool set);
    /// Text from a field: a number, or JSON.
    Q_INVOKABLE void setText(const QString &name, const QString &text);
    Q_INVOKABLE void setNumber(const QString &name, double value);
    Q_INVOKABLE void setFlag(const QString &name, bool on);
    Q_INVOKABLE void setChoice(const QString &name, const QString &choice);
    Q_INVOKABLE void addItem(const QString &name, const QString &text);
    Q_INVOKABLE void removeItem(const QString &name, int index);
    Q_INVOKABLE void setEntry(const QString &name, const QString &key, const QString &value);
    Q_INVOKABLE void removeEntry(const QString &name, const QString &key);
    /// "text", "json_object" or "json_schema"
    Q_INVOKABLE void setFormat(const QString &name, const QString &format);
    Q_INVOKABLE void setSchema(const QString &name, const QString &text);
    Q_INVOKABLE QString formatOf(const QVariant &value) const;
    Q_INVOKABLE QString schemaTextOf(const QVariant &value) const;
    Q_INVOKABLE void setExtraText(const QString &text);
    Q_INVOKABLE void applyPreset(const QString &id);
    Q_INVOKABLE void resetAll();

Q_SIGNALS:
    void scopesChanged();
    void scopeChanged();
    void changed();

private:
    struct Target
    {
        std::optional<ProviderProfile> profile;
        QString model;
    };
    [[nodiscard]] Target target() const;
    [[nodiscard]] QJsonObject presetValues(const QString &id) const;
    Result<void> store(const QJsonObject &values);
    void reload();
    void updatePreview();

    const ParameterTable &m_table;
    Settings &m_settings;
    ProviderDirectory &m_directory;
    ParameterRowsModel m_rows;
    RequestPreview m_preview;
    QString m_scope;
    std::vector<RequestMessage> m_messages;
    QString m_extraText; ///< refused text
    QString m_extraError;
    bool m_chinese = false;
    bool m_storing = false;
};

} // namespace ponder
