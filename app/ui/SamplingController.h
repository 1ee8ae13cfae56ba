#pragma once

#include "chat/ParameterTable.h"
#include "chat/ProviderDirectory.h"
#include "settings/Settings.h"
#include "ui/ParameterRowsModel.h"
#include "ui/RequestPreview.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace ponder {

/// The sampling section of the settings: every request parameter, for all models or for one, with a
/// preview of the request. Knows no parameter by name except those of the presets; what there is
/// comes from the table.
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
    /// Makes the request that would be sent with these options, from the conversation that is
    /// shown.
    using RequestSource = std::function<ChatRequest(const TurnOptions &)>;
    /// What stands for the prompt as long as nobody has typed one.
    static QString samplePrompt();
    /// The request of a conversation that begins with the sample prompt.
    static ChatRequest sampleRequest(const TurnOptions &options);

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
    /// Without a source the preview shows a conversation of one prompt.
    void setRequestSource(RequestSource source);

    Q_INVOKABLE void setSet(const QString &name, bool set);
    /// Text from a field: a number, or JSON. Nothing goes back to the default.
    Q_INVOKABLE void setText(const QString &name, const QString &text);
    Q_INVOKABLE void setNumber(const QString &name, double value);
    Q_INVOKABLE void setFlag(const QString &name, bool on);
    Q_INVOKABLE void setChoice(const QString &name, const QString &choice);
    /// \n and \t in the text stand for a line break and a tab.
    Q_INVOKABLE bool addItem(const QString &name, const QString &text);
    Q_INVOKABLE void removeItem(const QString &name, int index);
    Q_INVOKABLE bool setEntry(const QString &name, const QString &key, const QString &value);
    Q_INVOKABLE void removeEntry(const QString &name, const QString &key);
    /// `format`: "text", "json_object" or "json_schema".
    Q_INVOKABLE void setFormat(const QString &name, const QString &format);
    Q_INVOKABLE void setSchema(const QString &name, const QString &text);
    Q_INVOKABLE QString formatOf(const QVariant &value) const;
    Q_INVOKABLE QString schemaTextOf(const QVariant &value) const;
    Q_INVOKABLE void setExtraText(const QString &text);
    Q_INVOKABLE void applyPreset(const QString &id);
    /// Everything back to default; a model of its own set goes back to that of all models.
    Q_INVOKABLE void resetAll();
    /// Makes the preview again, from the conversation as it stands; called when the page opens.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void scopesChanged();
    void scopeChanged();
    void changed();

private:
    /// Whom the shown parameters are for.
    struct Target
    {
        std::optional<ProviderProfile> profile;
        QString model;
    };
    [[nodiscard]] Target target() const;
    [[nodiscard]] std::optional<ModelInfo> modelInfo(const Target &target) const;
    void store(const QJsonObject &values);
    void reload();
    void updatePreview();

    const ParameterTable &m_table;
    Settings &m_settings;
    ProviderDirectory &m_directory;
    ParameterRowsModel m_rows;
    RequestPreview m_preview;
    RequestSource m_source;
    QString m_scope;
    QString m_extraTyped; ///< refused text
    QString m_extraError;
    bool m_chinese = false;
    bool m_storing = false;
};

} // namespace ponder
