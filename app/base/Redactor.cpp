#include "base/Redactor.h"

#include <QMutexLocker>
#include <QRegularExpression>
#include <QUrl>

namespace ponder {

namespace {

const QString kMask = QStringLiteral("[key removed]");

} // namespace

Redactor &Redactor::instance()
{
    static Redactor redactor;
    return redactor;
}

void Redactor::addSecret(const QString &secret)
{
    const QString trimmed = secret.trimmed();
    if (trimmed.size() < 4)
        return;
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(trimmed);
    m_secrets.insert(QString::fromLatin1(QUrl::toPercentEncoding(trimmed)));
}

QString Redactor::redact(QString text) const
{
    {
        const QMutexLocker lock(&m_mutex);
        for (const QString &secret : m_secrets)
            text.replace(secret, kMask);
    }
    static const QRegularExpression bearer(
        QStringLiteral(R"((?i)\b(bearer|x-api-key:?)\s+[^\s"',\[]{6,})"));
    static const QRegularExpression keyShaped(
        QStringLiteral(R"(\b(?:sk|hf|gsk|xai|nvapi|ms)[-_][A-Za-z0-9_\-]{12,})"));
    text.replace(bearer, QStringLiteral("\\1 ") + kMask);
    text.replace(keyShaped, kMask);
    return text;
}

} // namespace ponder
