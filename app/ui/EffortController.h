#pragma once

#include "chat/ProviderDirectory.h"
#include "chat/ThinkingEffort.h"
#include "settings/Settings.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ponder {

/// How long the model at the composer may think: the chip beside the model and its menu. The choice
/// is the request parameter of the sampling page, kept for that model, so that page, the preview
/// and the command line say the same.
class EffortController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    /// Whether there is anything to say about this model.
    Q_PROPERTY(bool available READ available NOTIFY changed)
    /// "Thinking: High"
    Q_PROPERTY(QString label READ label NOTIFY changed)
    /// List of {value, label}; the value "" is the model's own default.
    Q_PROPERTY(QVariantList choices READ choices NOTIFY changed)
    Q_PROPERTY(int currentIndex READ currentIndex NOTIFY changed)
    /// Why a choice may have no effect; "" when it has.
    Q_PROPERTY(QString note READ note NOTIFY changed)

public:
    EffortController(Settings &settings, ProviderDirectory &directory, QObject *parent = nullptr);

    /// Who answers the next message.
    void setTarget(const std::optional<ProviderProfile> &profile, const QString &model);
    void setChinese(bool chinese);

    [[nodiscard]] bool available() const;
    [[nodiscard]] QString label() const;
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] QString note() const;
    /// The level as it is sent: "high"; "" when none is.
    [[nodiscard]] QString value() const { return m_value; }

    Q_INVOKABLE void choose(const QString &value);

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] QString defaultName() const;

    Settings &m_settings;
    ProviderDirectory &m_directory;
    std::optional<ProviderProfile> m_profile;
    QString m_model;
    EffortSupport m_support;
    QString m_value;
    bool m_chinese = false;
};

/// A level as people read it: "high" → "High".
QString effortName(const QString &level);

} // namespace ponder
