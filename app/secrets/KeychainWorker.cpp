#include "secrets/KeychainWorker.h"

#include "secrets/SecretServiceProbe.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QThread>

#include <atomic>

namespace ponder {

namespace {

using Status = KeychainReply::Status;

/// A prompt may stand open when the program ends; nobody waits for it then.
constexpr int kStopTimeoutMs = 500;

QThread *keychainThread = nullptr;

void stopThread()
{
    keychainThread->quit();
    keychainThread->wait(kStopTimeoutMs);
}

QString unavailable(SecretServiceProbe::Availability availability)
{
    switch (availability) {
    case SecretServiceProbe::Availability::Available:
        break;
    case SecretServiceProbe::Availability::NoBus:
        return KeychainWorker::tr("There is no system keychain, because no D-Bus session is "
                                  "running. Keys are kept until Ponder is closed.");
    case SecretServiceProbe::Availability::NoService:
        return KeychainWorker::tr(
            "No keychain service is running (for example GNOME Keyring, KWallet or KeePassXC). "
            "Keys are kept until Ponder is closed.");
    case SecretServiceProbe::Availability::NoMainLoop:
        return KeychainWorker::tr(
            "The system keychain cannot be reached while QT_NO_GLIB is set. Keys are kept until "
            "Ponder is closed.");
    }
    return {};
}

Status statusOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return Status::Done;
    case QKeychain::EntryNotFound:
        return Status::NotFound;
    case QKeychain::AccessDeniedByUser:
        return Status::Denied;
    case QKeychain::AccessDenied: // how QtKeychain passes on libsecret's "is locked"
        return Status::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Status::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return Status::Failed;
}

} // namespace

KeychainWorker &KeychainWorker::instance()
{
    // Neither is ever destroyed: a keychain that does not answer must not hold up the end.
    static KeychainWorker *worker = [] {
        auto *made = new KeychainWorker;
        keychainThread = new QThread;
        keychainThread->setObjectName(QStringLiteral("keychain"));
        made->moveToThread(keychainThread);
        keychainThread->start();
        qAddPostRoutine(stopThread);
        return made;
    }();
    return *worker;
}

quint64 KeychainWorker::request(Operation operation, const QString &service, const QString &entry,
                                const QString &key)
{
    static std::atomic<quint64> last{0};
    const quint64 id = ++last;
    QMetaObject::invokeMethod(
        this, [=, this] { run(id, operation, service, entry, key); }, Qt::QueuedConnection);
    return id;
}

void KeychainWorker::run(quint64 id, Operation operation, const QString &service,
                         const QString &entry, const QString &key)
{
    const auto availability = SecretServiceProbe::availability();
    if (availability != SecretServiceProbe::Availability::Available) {
        Q_EMIT finished(id, {Status::NoService, {}, unavailable(availability)});
        return;
    }
    QKeychain::Job *job = nullptr;
    if (operation == Operation::Read) {
        job = new QKeychain::ReadPasswordJob(service, this);
    } else if (operation == Operation::Write) {
        auto *write = new QKeychain::WritePasswordJob(service, this);
        write->setTextData(key);
        job = write;
    } else {
        job = new QKeychain::DeletePasswordJob(service, this);
    }
    job->setInsecureFallback(false);
    job->setKey(entry);
    connect(job, &QKeychain::Job::finished, this,
            [this, id](QKeychain::Job *ended) { conclude(id, ended); });
    job->start();
}

void KeychainWorker::conclude(quint64 id, QKeychain::Job *job)
{
    KeychainReply reply{statusOf(job->error()), {}, job->errorString()};
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    if (reply.status == Status::Done && read)
        reply.key = read->textData();
    if (reply.status == Status::NoService) {
        reply.detail = tr("No library for the system keychain is installed (libsecret). Keys are "
                          "kept until Ponder is closed.");
    }
    // A prompt that is dismissed looks to libsecret like an entry that is not there, and a locked
    // entry that is to be removed stays without a word.
    const bool mayBeLocked = reply.status == Status::NotFound ||
                             qobject_cast<QKeychain::DeletePasswordJob *>(job) != nullptr;
    if (mayBeLocked && SecretServiceProbe::holdsLockedEntry(job->service(), job->key()))
        reply.status = Status::Locked;
    Q_EMIT finished(id, reply);
}

} // namespace ponder
