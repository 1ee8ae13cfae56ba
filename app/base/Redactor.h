#pragma once

#include <QMutex>
#include <QSet>
#include <QString>

namespace ponder {

/// Takes keys out of text that leaves the program: log lines, error details, provider replies that
/// quote the key back. Every key that is read or typed is registered here first; besides, anything
/// that has the form of a key ("Bearer …", "sk-…") is masked. Thread-safe.
class Redactor
{
public:
    static Redactor &instance();

    /// Remember a secret for the rest of the run; shorter than 4 characters is ignored.
    void addSecret(const QString &secret);
    [[nodiscard]] QString redact(QString text) const;

private:
    mutable QMutex m_mutex;
    QSet<QString> m_secrets;
};

} // namespace ponder
