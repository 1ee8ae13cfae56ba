#include "support/TestCertificate.h"

#include <QFile>
#include <QProcess>

namespace ponder {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestCertificate::TestCertificate()
{
    const QString keyFile = m_folder.filePath(QStringLiteral("key.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=Test server"),
                   QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost"),
                   QStringLiteral("-keyout"), keyFile, QStringLiteral("-out"), pemFile()});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        return;
    m_certificate = QSslCertificate(contentOf(pemFile()), QSsl::Pem);
    m_key = QSslKey(contentOf(keyFile), QSsl::Rsa, QSsl::Pem);
}

QString TestCertificate::pemFile() const
{
    return m_folder.filePath(QStringLiteral("certificate.pem"));
}

} // namespace ponder
