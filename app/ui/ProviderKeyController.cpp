#include "ui/ProviderKeyController.h"

#include "base/ErrorText.h"
#include "base/Redactor.h"

#include <algorithm>

namespace ponder {

ProviderKeyController::ProviderKeyController(SecretStore &secrets, ProviderStatus &status,
                                             QObject *parent)
    : QObject(parent), m_secrets(secrets), m_status(status)
{
    connect(&status, &ProviderStatus::changed, this, [this](const QString &id) {
        if (id == m_providerId)
            Q_EMIT changed();
    });
    connect(&secrets, &SecretStore::persistenceChanged, this, &ProviderKeyController::changed);
}

void ProviderKeyController::show(const QString &providerId)
{
    m_providerId = providerId;
    m_error.clear();
    m_busy = false;
    if (!providerId.isEmpty() && m_status.entry(providerId).key == ProviderStatus::Key::Unknown)
        m_status.readKey(providerId);
    Q_EMIT changed();
}

bool ProviderKeyController::stored() const
{
    return m_status.entry(m_providerId).key == ProviderStatus::Key::Stored;
}

bool ProviderKeyController::known() const
{
    return m_status.entry(m_providerId).key != ProviderStatus::Key::Unknown;
}

QString ProviderKeyController::tail() const
{
    return m_status.entry(m_providerId).keyTail;
}

bool ProviderKeyController::sessionOnly() const
{
    return m_secrets.persistence() == SecretStore::Persistence::SessionOnly;
}

QString ProviderKeyController::placeText() const
{
    if (sessionOnly()) {
        const QString reason = m_secrets.persistenceReason();
        const QString kept = stored() ? tr("This key is kept for this session only.")
                                      : tr("A key will be kept for this session only.");
        return reason.isEmpty() ? kept : QStringLiteral("%1 %2").arg(reason, kept);
    }
    return stored() ? tr("Stored in system keychain")
                    : tr("The key goes to the system keychain, and only to this provider.");
}

QString ProviderKeyController::error() const
{
    if (!m_error.isEmpty())
        return m_error;
    const std::optional<Error> &refused = m_status.entry(m_providerId).keyError;
    if (!refused)
        return {};
    const ErrorDescription words = describeError(*refused, {});
    return QStringLiteral("%1 %2").arg(words.title, words.hint).trimmed();
}

QString ProviderKeyController::problemWith(const QString &key) const
{
    if (key.isEmpty())
        return tr("Type or paste a key first.");
    const bool clean = std::all_of(
        key.cbegin(), key.cend(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    return clean ? QString()
                 : tr("A key has only Latin letters, digits and signs, without spaces.");
}

void ProviderKeyController::save(const QString &key)
{
    const QString clean = key.trimmed();
    // Masked from now on wherever it might turn up, even if it is refused below.
    Redactor::instance().addSecret(clean);
    m_error = problemWith(clean);
    if (m_providerId.isEmpty() || m_busy || !m_error.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_busy = true;
    Q_EMIT changed();
    const QString id = m_providerId;
    m_secrets.write(id, clean, this,
                    [this, id](const Result<void> &result) { finish(id, result, true); });
}

void ProviderKeyController::saveForSession(const QString &key)
{
    const QString clean = key.trimmed();
    Redactor::instance().addSecret(clean);
    m_error = problemWith(clean);
    if (m_providerId.isEmpty() || !m_error.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_secrets.writeForSession(m_providerId, clean);
    finish(m_providerId, {}, true);
}

void ProviderKeyController::remove()
{
    if (m_providerId.isEmpty() || m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    const QString id = m_providerId;
    m_secrets.remove(id, this,
                     [this, id](const Result<void> &result) { finish(id, result, false); });
}

void ProviderKeyController::finish(const QString &providerId, const Result<void> &result,
                                   bool wasSaved)
{
    m_status.readKey(providerId);
    if (providerId == m_providerId) {
        m_busy = false;
        if (!result) {
            const ErrorDescription words = describeError(result.error(), {});
            m_error = QStringLiteral("%1 %2").arg(words.title, words.hint).trimmed();
        }
        Q_EMIT changed();
    }
    if (result && wasSaved)
        Q_EMIT saved(providerId);
}

} // namespace ponder
