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

#include <algorithm>
#include <initializer_list>

namespace ponder {

namespace {

using Attributes = QMap<QString, QString>;

constexpr int kCallTimeoutMs = 2000;
constexpr int kStartTimeoutMs = 20'000;
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

QDBusMessage busCall(const char *method)
{
    return QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QString::fromLatin1(method));
}

QStringList names(QDBusConnection &connection, const char *method)
{
    return QDBusReply<QStringList>(connection.call(busCall(method), QDBus::Block, kCallTimeoutMs))
        .value();
}

/// Where QtKeychain speaks to KWallet itself instead of to the Secret Service.
bool usesWallet()
{
    const bool plasma = qEnvironmentVariable("XDG_CURRENT_DESKTOP") == QLatin1String("KDE") ||
                        qEnvironmentVariableIsSet("KDE_FULL_SESSION");
    return plasma && qEnvironmentVariableIntValue("KDE_SESSION_VERSION") >= 5;
}

bool containsAny(const QStringList &known, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&known](const char *name) { return known.contains(QLatin1String(name)); });
}

/// KWallet is a Secret Service, too, but only once it runs: the bus knows it by its own name alone.
/// True when somebody is the Secret Service afterwards.
bool startWallet(QDBusConnection &connection)
{
    const QStringList startable = names(connection, "ListActivatableNames");
    for (const char *wallet : {"org.kde.kwalletd6", "org.kde.kwalletd5"}) {
        if (!startable.contains(QLatin1String(wallet)))
            continue;
        QDBusMessage call = busCall("StartServiceByName");
        call << QString::fromLatin1(wallet) << 0U;
        const QDBusMessage reply = connection.call(call, QDBus::Block, kStartTimeoutMs);
        if (reply.type() != QDBusMessage::ReplyMessage) {
            qCDebug(lcSecrets) << "KWallet does not start:" << reply.errorMessage();
            continue;
        }
        if (names(connection, "ListNames").contains(kSecrets))
            return true;
    }
    return false;
}

} // namespace

SecretServiceProbe::Availability SecretServiceProbe::availability()
{
    QDBusConnection connection = bus();
    if (!connection.isConnected())
        return Availability::NoBus;
    const QStringList known =
        names(connection, "ListNames") + names(connection, "ListActivatableNames");
    const bool wallet =
        containsAny(known, {"org.kde.kwalletd6", "org.kde.kwalletd5", "org.kde.kwalletd"});
    if (wallet && usesWallet())
        return Availability::Available;
    if (!known.contains(kSecrets) && !(wallet && startWallet(connection)))
        return Availability::NoService;
    // The replies of libsecret are delivered by GLib's main loop; KWallet's come over QtDBus.
    const auto *loop = QAbstractEventDispatcher::instance();
    if (loop && !loop->inherits("QEventDispatcherGlib"))
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
