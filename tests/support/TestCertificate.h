#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

namespace ponder {

/// A self-signed certificate for 127.0.0.1 and localhost, made for this run with the openssl
/// program, so that no private key lies in the repository.
class TestCertificate
{
public:
    TestCertificate();

    [[nodiscard]] bool isValid() const { return !m_certificate.isNull() && !m_key.isNull(); }
    [[nodiscard]] QSslCertificate certificate() const { return m_certificate; }
    [[nodiscard]] QSslKey privateKey() const { return m_key; }
    /// The certificate as a PEM file, for ProviderProfile::caFile.
    [[nodiscard]] QString pemFile() const;

private:
    QTemporaryDir m_folder;
    QSslCertificate m_certificate;
    QSslKey m_key;
};

} // namespace ponder
