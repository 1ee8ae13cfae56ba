#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace QKeychain {
class Job;
}

namespace ponder {

/// What came of one keychain operation.
struct KeychainReply
{
    enum class Status {
        Done,
        NotFound,  ///< the keychain works and has no such entry
        NoService, ///< there is no keychain; `detail` is a translated sentence
        Locked,    ///< locked, and not unlocked when asked
        Denied,    ///< the user or the system refused access
        Failed,    ///< anything else; `detail` holds the keychain's own words
    };

    Status status = Status::Failed;
    QString key;
    QString detail;
};

/// Runs keychain operations on a thread of its own, one after the other, because parts of
/// QtKeychain wait for D-Bus and a locked keychain waits for a person. There is one for the whole
/// process: QtKeychain keeps its queue on the thread that used it first.
class KeychainWorker : public QObject
{
    Q_OBJECT

public:
    enum class Operation { Read, Write, Remove };

    static KeychainWorker &instance();

    /// From any thread; `finished` with this id follows. Returns the id.
    quint64 request(Operation operation, const QString &service, const QString &entry,
                    const QString &key = {});

Q_SIGNALS:
    void finished(quint64 id, const ponder::KeychainReply &reply);

private:
    KeychainWorker() = default;
    void run(quint64 id, Operation operation, const QString &service, const QString &entry,
             const QString &key);
    void conclude(quint64 id, QKeychain::Job *job);
};

} // namespace ponder

Q_DECLARE_METATYPE(ponder::KeychainReply)
