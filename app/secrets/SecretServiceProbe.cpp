#include "secrets/SecretServiceProbe.h"

#include "base/Logging.h"

#include <QAbstractEventDispatcher>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QMap>
#include <QStringList>

namespace ponder {

namespace {

using Attributes = QMap<QString, QString>;

constexpr int kCallTimeoutMs = 2000;
const QString kSecrets = QStringLiteral("org.freedesktop.secrets");
/// A connection of our own: the application's shared one stays dead once its bus went away.
const QString kConnection = QStringLiteral("ponder-keychain");

QDBusConnection bus()
{
    QDBusConnection connection(kConnection);
    if (connection.isConnected())
        return connection;
    QDBusConnection::disconnectFromBus(kConnection);
    return QDBusConnection::connectToBus(QDBusConnection::SessionBus, kConnection);
}

QStringList names(QDBusConnection &connection, const char *method)
{
    const QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QString::fromLatin1(method));
    return QDBusReply<QStringList>(connection.call(call, QDBus::Block, kCallTimeoutMs)).value();
}

bool isPlasma()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(QLatin1String("KDE")) ||
           qEnvironmentVariableIsSet("KDE_FULL_SESSION");
}

} // namespace

SecretServiceProbe::Availability SecretServiceProbe::availability()
{
    QDBusConnection connection = bus();
    if (!connection.isConnected())
        return Availability::NoBus;
    const QStringList known =
        names(connection, "ListNames") + names(connection, "ListActivatableNames");
    const bool offered = known.contains(kSecrets) ||
                         known.contains(QStringLiteral("org.kde.kwalletd6")) ||
                         known.contains(QStringLiteral("org.kde.kwalletd5")) ||
                         known.contains(QStringLiteral("org.kde.kwalletd"));
    if (!offered)
        return Availability::NoService;
    // The replies of libsecret are delivered by GLib's main loop; KWallet's come over QtDBus.
    const auto *loop = QAbstractEventDispatcher::instance();
    if (!isPlasma() && loop && !loop->inherits("QEventDispatcherGlib"))
        return Availability::NoMainLoop;
    return Availability::Available;
}

bool SecretServiceProbe::holdsLockedEntry(const QString &service, const QString &entry)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusConnection connection = bus();
    QDBusMessage call = QDBusMessage::createMethodCall(
        kSecrets, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    // QtKeychain's names for the entry and the service.
    const Attributes attributes{{QStringLiteral("user"), entry},
                                {QStringLiteral("server"), service}};
    call << QVariant::fromValue(attributes);
    const QDBusMessage reply = connection.call(call, QDBus::Block, kCallTimeoutMs);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().size() < 2) {
        qCDebug(lcSecrets) << "Search for locked entries failed:" << reply.errorMessage();
        return false;
    }
    return !qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().at(1)).isEmpty();
}

} // namespace ponder
