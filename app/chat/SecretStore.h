#pragma once

#include "base/Result.h"

#include <QObject>

#include <functional>

namespace ponder {

/// Port: where API keys live. Every call is asynchronous, because a keychain may ask the user.
/// Callbacks run on the calling thread and not at all once `context` is destroyed.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class Persistence {
        Unknown,     ///< not probed yet
        Keychain,    ///< the operating system's keychain
        SessionOnly, ///< no usable keychain: keys live in memory until the program ends
    };

    /// The key of a provider; an empty string when there is none; an Error when the keychain
    /// refuses.
    virtual void read(const QString &providerId, QObject *context,
                      std::function<void(Result<QString>)> done) = 0;
    virtual void write(const QString &providerId, const QString &key, QObject *context,
                       std::function<void(Result<void>)> done) = 0;
    virtual void remove(const QString &providerId, QObject *context,
                        std::function<void(Result<void>)> done) = 0;
    /// Keeps a key in memory for this run only, by the user's own wish.
    virtual void writeForSession(const QString &providerId, const QString &key) = 0;
    /// Finds out whether the keychain works; the answer comes with persistenceChanged().
    virtual void probe() = 0;

    [[nodiscard]] virtual Persistence persistence() const = 0;
    /// Why persistence() is SessionOnly: one sentence, translated; else empty.
    [[nodiscard]] virtual QString persistenceReason() const = 0;

Q_SIGNALS:
    void persistenceChanged();
    /// A key was written or removed.
    void secretChanged(const QString &providerId);
};

} // namespace ponder
