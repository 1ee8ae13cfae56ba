#include "base/Redactor.h"

#include <QMutexLocker>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

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
    // As it looks in an address, and in JSON that escapes slashes.
    m_secrets.insert(QString::fromLatin1(QUrl::toPercentEncoding(trimmed)));
    m_secrets.insert(QString(trimmed).replace(QLatin1Char('/'), QStringLiteral("\\/")));
}

QString Redactor::redact(QString text) const
{
    {
        const QMutexLocker lock(&m_mutex);
        // The longest first: a key may begin with another one.
        QStringList secrets = m_secrets.values();
        std::sort(secrets.begin(), secrets.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
        for (const QString &secret : secrets)
            text.replace(secret, kMask);
    }
    static const QRegularExpression bearer(
        QStringLiteral(R"((?i)\b(bearer\s|x-api-key["']?\s*[:=]?)\s*["']?[^\s"',\[]{6,})"));
    static const QRegularExpression keyShaped(QStringLiteral(
        R"(\b(?:(?:sk|hf|gsk|xai|nvapi|ms|fw|tgp_v1)[-_][A-Za-z0-9_\-]{12,}|AIza[A-Za-z0-9_\-]{20,}))"));
    text.replace(bearer, QStringLiteral("\\1 ") + kMask);
    text.replace(keyShaped, kMask);
    return text;
}

} // namespace ponder
