#include "ui/SystemAppearance.h"

#include "base/Logging.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPalette>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

const QString kPortalService = u"org.freedesktop.portal.Desktop"_s;
const QString kPortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString kPortalInterface = u"org.freedesktop.portal.Settings"_s;
const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kGnomeInterface = u"org.gnome.desktop.interface"_s;

QString firstInstalled(const QStringList &wanted, QFontDatabase::SystemFont otherwise)
{
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return QFontDatabase::systemFont(otherwise).family();
}

QString interfaceFamily()
{
    return firstInstalled({u"Inter"_s, u"Inter Variable"_s}, QFontDatabase::GeneralFont);
}

QString codeFamily()
{
    return firstInstalled({u"JetBrains Mono"_s}, QFontDatabase::FixedFont);
}

/// Half of a blink of the desktop's carets, in milliseconds. From now on PCaret does it: Qt's own
/// caret asks for a frame at each blink, also where another one is drawn in its place.
int takeOverCaret()
{
    static const int blink = QGuiApplication::styleHints()->cursorFlashTime() / 2;
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    return blink;
}

bool paletteIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

SystemAppearance::SystemAppearance(Settings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_caretBlink(takeOverCaret()),
      m_fontFamily(interfaceFamily()), m_monoFamily(codeFamily())
{
    connect(&m_settings, &Settings::changed, this, [this](const QString &name) {
        if (name.startsWith("appearance."_L1) || name == "language"_L1)
            Q_EMIT changed();
    });
    qGuiApp->installEventFilter(this);
    askPortal();
}

bool SystemAppearance::dark() const
{
    const QString theme = m_settings.text(u"appearance.theme"_s);
    if (theme != "system"_L1)
        return theme == "dark"_L1;
    return m_desktop.colorScheme == 0 ? paletteIsDark() : m_desktop.colorScheme == 1;
}

bool SystemAppearance::highContrast() const
{
    return m_desktop.contrast == 1 || m_settings.flag(u"appearance.high_contrast"_s);
}

bool SystemAppearance::reduceMotion() const
{
    return !m_desktop.animations || m_settings.flag(u"appearance.reduce_motion"_s);
}

bool SystemAppearance::chinese() const
{
    return isChinese(m_settings.text(u"language"_s));
}

int SystemAppearance::textSize() const
{
    return int(m_settings.number(u"appearance.text_size"_s));
}

bool SystemAppearance::isChinese(const QString &language)
{
    if (language != "system"_L1 && !language.isEmpty())
        return language.startsWith("zh"_L1);
    const QStringList wanted = QLocale::system().uiLanguages();
    return !wanted.isEmpty() && wanted.constFirst().startsWith("zh"_L1);
}

void SystemAppearance::installFontFallbacks()
{
    // Without these, Qt takes whichever Han font the system names first, often the Japanese forms.
    QFont::insertSubstitutions(
        interfaceFamily(), {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Noto Color Emoji"_s});
    QFont::insertSubstitutions(codeFamily(), {u"Noto Sans Mono CJK SC"_s, u"Noto Sans CJK SC"_s});
}

bool SystemAppearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp &&
        (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange))
        Q_EMIT changed();
    else if (watched->isWindowType())
        noteInput(*event);
    return QObject::eventFilter(watched, event);
}

void SystemAppearance::noteInput(const QEvent &event)
{
    bool used = m_keyboardUsed;
    if (event.type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent &>(event).key();
        const bool moves = key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_F6 ||
                           (key >= Qt::Key_Home && key <= Qt::Key_PageDown);
        used = used || moves;
    } else if (event.type() == QEvent::MouseButtonPress || event.type() == QEvent::TouchBegin) {
        used = false;
    }
    if (used == m_keyboardUsed)
        return;
    m_keyboardUsed = used;
    Q_EMIT keyboardUsedChanged();
}

void SystemAppearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortalService, kPortalPath, kPortalInterface, u"SettingChanged"_s, this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    readPortal(kAppearance, u"color-scheme"_s);
    readPortal(kAppearance, u"contrast"_s);
    readPortal(kGnomeInterface, u"enable-animations"_s);
}

void SystemAppearance::readPortal(const QString &group, const QString &key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(kPortalService, kPortalPath, kPortalInterface, u"Read"_s);
    call << group << key;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError()) {
            qCDebug(lcUi) << "no desktop setting" << group << key << reply.error().name();
            return;
        }
        note(group, key, reply.value().variant());
    });
}

void SystemAppearance::onPortalSetting(const QString &group, const QString &key,
                                       const QDBusVariant &value)
{
    note(group, key, value.variant());
}

void SystemAppearance::note(const QString &group, const QString &key, const QVariant &value)
{
    // Read() answers with a variant inside a variant, the signal with a single one.
    const QVariant inner = value.metaType() == QMetaType::fromType<QDBusVariant>()
                               ? value.value<QDBusVariant>().variant()
                               : value;
    Desktop now = m_desktop;
    if (group == kAppearance && key == "color-scheme"_L1)
        now.colorScheme = inner.toUInt();
    else if (group == kAppearance && key == "contrast"_L1)
        now.contrast = inner.toUInt();
    else if (group == kGnomeInterface && key == "enable-animations"_L1)
        now.animations = inner.toBool();
    if (now == m_desktop)
        return;
    m_desktop = now;
    Q_EMIT changed();
}

} // namespace ponder
