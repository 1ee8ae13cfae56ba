#pragma once

#include "settings/Settings.h"

#include <QDBusVariant>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// How the window should look, from the settings and the desktop together: light or dark, contrast,
/// motion, text size, language and fonts. Follows both while the program runs.
class SystemAppearance : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(bool dark READ dark NOTIFY changed)
    Q_PROPERTY(bool highContrast READ highContrast NOTIFY changed)
    Q_PROPERTY(bool reduceMotion READ reduceMotion NOTIFY changed)
    Q_PROPERTY(bool chinese READ chinese NOTIFY changed)
    Q_PROPERTY(int textSize READ textSize NOTIFY changed)
    /// Whether the keyboard rather than the pointer was used last: focus rings are shown for it
    /// only.
    Q_PROPERTY(bool keyboardUsed READ keyboardUsed NOTIFY keyboardUsedChanged)
    /// How long a caret is shown and then hidden, in milliseconds; 0 where the desktop wants none
    /// to blink.
    Q_PROPERTY(int caretBlink READ caretBlink CONSTANT)
    Q_PROPERTY(QString fontFamily READ fontFamily CONSTANT)
    Q_PROPERTY(QString monoFamily READ monoFamily CONSTANT)

public:
    explicit SystemAppearance(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] bool dark() const;
    [[nodiscard]] bool highContrast() const;
    [[nodiscard]] bool reduceMotion() const;
    [[nodiscard]] bool chinese() const;
    [[nodiscard]] int textSize() const;
    [[nodiscard]] bool keyboardUsed() const { return m_keyboardUsed; }
    [[nodiscard]] int caretBlink() const { return m_caretBlink; }
    [[nodiscard]] QString fontFamily() const { return m_fontFamily; }
    [[nodiscard]] QString monoFamily() const { return m_monoFamily; }

    /// Inter and JetBrains Mono where they are installed, else the system's; with the Chinese fonts
    /// behind them. Call before the first text is shown; once is enough.
    static void installFontFallbacks();
    /// Whether a language setting ("system", "en", "zh_CN") means Chinese on this desktop.
    [[nodiscard]] static bool isChinese(const QString &language);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();
    void keyboardUsedChanged();

private Q_SLOTS:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    /// What the desktop says through org.freedesktop.appearance; 0 is "no preference".
    struct Desktop
    {
        uint colorScheme = 0; ///< 1 dark, 2 light
        uint contrast = 0;    ///< 1 high
        bool animations = true;
        bool operator==(const Desktop &) const = default;
    };
    void noteInput(const QEvent &event);
    void askPortal();
    void readPortal(const QString &group, const QString &key);
    void note(const QString &group, const QString &key, const QVariant &value);

    Settings &m_settings;
    Desktop m_desktop;
    bool m_keyboardUsed = false;
    int m_caretBlink;
    QString m_fontFamily;
    QString m_monoFamily;
};

} // namespace ponder
