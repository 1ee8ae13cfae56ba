#pragma once

#include "settings/Settings.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The general settings as typed properties, so that QML binds to names the compiler knows instead
/// of looking values up by text.
class SettingsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed)
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY changed)
    Q_PROPERTY(int minimumTextSize READ minimumTextSize CONSTANT)
    Q_PROPERTY(int maximumTextSize READ maximumTextSize CONSTANT)
    Q_PROPERTY(QString showThinking READ showThinking WRITE setShowThinking NOTIFY changed)
    Q_PROPERTY(QString sendKey READ sendKey WRITE setSendKey NOTIFY changed)
    /// How the window is drawn from the next start on.
    Q_PROPERTY(QString renderer READ renderer WRITE setRenderer NOTIFY changed)
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY changed)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed)
    Q_PROPERTY(bool codeLineNumbers READ codeLineNumbers WRITE setCodeLineNumbers NOTIFY changed)
    Q_PROPERTY(QString defaultProvider READ defaultProvider NOTIFY changed)
    Q_PROPERTY(QString defaultModel READ defaultModel NOTIFY changed)
    Q_PROPERTY(QString systemPrompt READ systemPrompt WRITE setSystemPrompt NOTIFY changed)
    Q_PROPERTY(QString dataFolder READ dataFolder CONSTANT)
    Q_PROPERTY(QString configFolder READ configFolder CONSTANT)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)
    /// Why the settings could not be read or written; "" when all is well.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    explicit SettingsController(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] QString language() const;
    [[nodiscard]] QString theme() const;
    [[nodiscard]] int textSize() const;
    [[nodiscard]] int minimumTextSize() const;
    [[nodiscard]] int maximumTextSize() const;
    [[nodiscard]] QString showThinking() const;
    [[nodiscard]] QString sendKey() const;
    [[nodiscard]] QString renderer() const;
    [[nodiscard]] bool reduceMotion() const;
    [[nodiscard]] bool codeLineNumbers() const;
    [[nodiscard]] bool highContrast() const;
    [[nodiscard]] QString defaultProvider() const;
    [[nodiscard]] QString defaultModel() const;
    [[nodiscard]] QString systemPrompt() const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] QString configFolder() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString qtVersion() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    void setLanguage(const QString &language);
    void setTheme(const QString &theme);
    void setTextSize(int size);
    void setShowThinking(const QString &when);
    void setSendKey(const QString &key);
    void setRenderer(const QString &renderer);
    void setReduceMotion(bool on);
    void setCodeLineNumbers(bool on);
    void setHighContrast(bool on);
    void setSystemPrompt(const QString &prompt);
    Q_INVOKABLE void setDefaultModel(const QString &providerId, const QString &model);
    Q_INVOKABLE void stepTextSize(int step); ///< 0 goes back to the default
    /// Opens the folder in the file manager.
    Q_INVOKABLE void openDataFolder() const;

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    void store(const QString &name, const QJsonValue &value);
    void setProblem(const QString &sentence);

    Settings &m_settings;
    QString m_problem;
};

} // namespace ponder
