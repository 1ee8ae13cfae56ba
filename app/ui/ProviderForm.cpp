#include "ui/ProviderForm.h"

#include "base/ErrorText.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QUrl>

namespace ponder {

namespace {

constexpr int kLongestConnectSeconds = 600;
constexpr int kLongestIdleSeconds = 86'400;

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("::1") ||
           host.startsWith(QLatin1String("127."));
}

/// Headers that carry a key must not end up in a file.
bool carriesKey(const QString &header)
{
    static const QStringList names{QStringLiteral("authorization"), QStringLiteral("x-api-key"),
                                   QStringLiteral("api-key"), QStringLiteral("cookie"),
                                   QStringLiteral("proxy-authorization")};
    return names.contains(header.toLower());
}

bool isHeaderName(const QString &name)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"));
    return token.match(name).hasMatch();
}

bool hasControlCharacter(const QString &text)
{
    for (const QChar c : text)
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return true;
    return false;
}

} // namespace

ProviderForm::ProviderForm(ProviderDirectory &directory, QObject *parent)
    : QObject(parent), m_directory(directory)
{
    connect(&directory, &ProviderDirectory::profilesChanged, this, &ProviderForm::reload);
}

void ProviderForm::show(const QString &providerId)
{
    m_profile = m_directory.profile(providerId).value_or(ProviderProfile{});
    m_errors.clear();
    m_typed.clear();
    m_customProxy = false;
    takeHeaders();
    Q_EMIT changed();
}

void ProviderForm::reload()
{
    const std::optional<ProviderProfile> profile = m_directory.profile(m_profile.id);
    if (!profile || *profile == m_profile)
        return;
    const bool otherHeaders = profile->headers != m_profile.headers;
    m_profile = *profile;
    if (otherHeaders && !m_saving)
        takeHeaders();
    Q_EMIT changed();
}

void ProviderForm::takeHeaders()
{
    m_headers.clear();
    for (auto it = m_profile.headers.cbegin(); it != m_profile.headers.cend(); ++it)
        m_headers.append({it.key(), it.value()});
}

void ProviderForm::setChinese(bool chinese)
{
    m_chinese = chinese;
    Q_EMIT changed();
}

QString ProviderForm::typed(const QString &field, const QString &saved) const
{
    return m_typed.value(field, saved).toString();
}

QString ProviderForm::title() const
{
    return m_profile.displayName(m_chinese);
}

QString ProviderForm::name() const
{
    return typed(QStringLiteral("name"), m_profile.name);
}

QString ProviderForm::baseUrl() const
{
    return typed(QStringLiteral("baseUrl"), m_profile.baseUrl);
}

QString ProviderForm::urlNote() const
{
    const QUrl url(m_profile.baseUrl);
    const bool open = url.scheme() == QLatin1String("http") && !isLoopback(url.host());
    return open ? tr("This address is not encrypted: others on the network can read what is sent.")
                : QString();
}

QString ProviderForm::proxyMode() const
{
    if (m_customProxy)
        return QStringLiteral("custom");
    if (m_profile.proxy.isEmpty())
        return QStringLiteral("system");
    return m_profile.proxy == QLatin1String("none") ? QStringLiteral("none")
                                                    : QStringLiteral("custom");
}

QString ProviderForm::proxyAddress() const
{
    const bool address = m_profile.proxy != QLatin1String("none");
    return typed(QStringLiteral("proxy"), address ? m_profile.proxy : QString());
}

bool ProviderForm::hasAdvanced() const
{
    return !m_profile.proxy.isEmpty() || !m_profile.caFile.isEmpty() ||
           !m_profile.headers.isEmpty();
}

QString ProviderForm::caFile() const
{
    return typed(QStringLiteral("caFile"), m_profile.caFile);
}

QString ProviderForm::connectSeconds() const
{
    return typed(QStringLiteral("connect"), QString::number(m_profile.connectTimeoutMs / 1000));
}

QString ProviderForm::idleSeconds() const
{
    return typed(QStringLiteral("idle"), QString::number(m_profile.idleTimeoutMs / 1000));
}

QVariantList ProviderForm::headers() const
{
    QVariantList rows;
    for (const auto &[name, value] : m_headers)
        rows << QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}};
    return rows;
}

void ProviderForm::refuse(const QString &field, const QString &typedText, const QString &sentence)
{
    m_typed[field] = typedText;
    m_errors[field] = sentence;
    Q_EMIT changed();
}

bool ProviderForm::save(const QString &field, const ProviderProfile &profile,
                        const QString &typedText)
{
    m_saving = true;
    const Result<void> result = m_directory.save(profile);
    m_saving = false;
    if (!result) {
        const Error &error = result.error();
        const QString sentence = error.kind == ErrorKind::Usage && !error.message.isEmpty()
                                     ? error.message
                                     : describeError(error, profile.name).title;
        refuse(field, typedText, sentence);
        return false;
    }
    m_typed.remove(field);
    m_errors.remove(field);
    m_profile = m_directory.profile(m_profile.id).value_or(profile);
    Q_EMIT changed();
    return true;
}

void ProviderForm::setName(const QString &name)
{
    ProviderProfile profile = m_profile;
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return refuse(QStringLiteral("name"), name, tr("Give the provider a name."));
    if (clean == profile.name && !m_typed.contains(QStringLiteral("name"))) {
        Q_EMIT changed(); // drops the blanks that were typed around it
        return;
    }
    profile.name = clean;
    profile.nameZh.clear();
    save(QStringLiteral("name"), profile, name);
}

QString ProviderForm::problemWithUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty() || text.contains(QLatin1Char(' ')))
        return tr("Enter an address such as https://host/v1.");
    if (!url.userInfo().isEmpty())
        return tr("Leave the user name and password out of the address.");
    if (url.path().endsWith(QLatin1String("/chat/completions")))
        return tr("Leave out /chat/completions; Ponder adds it.");
    return {};
}

void ProviderForm::setBaseUrl(const QString &url)
{
    const QString clean = url.trimmed();
    const QString problem = problemWithUrl(clean);
    if (!problem.isEmpty())
        return refuse(QStringLiteral("baseUrl"), url, problem);
    if (clean == m_profile.baseUrl && !m_typed.contains(QStringLiteral("baseUrl"))) {
        Q_EMIT changed();
        return;
    }
    ProviderProfile profile = m_profile;
    profile.baseUrl = clean;
    save(QStringLiteral("baseUrl"), profile, url);
}

void ProviderForm::setActive(bool active)
{
    ProviderProfile profile = m_profile;
    profile.enabled = active;
    save(QStringLiteral("active"), profile, {});
}

void ProviderForm::setNeedsKey(bool needsKey)
{
    ProviderProfile profile = m_profile;
    profile.needsKey = needsKey;
    save(QStringLiteral("needsKey"), profile, {});
}

void ProviderForm::setProxyMode(const QString &mode)
{
    m_errors.remove(QStringLiteral("proxy"));
    m_typed.remove(QStringLiteral("proxy"));
    m_customProxy = mode == QLatin1String("custom");
    if (m_customProxy) { // nothing to save before an address is typed
        Q_EMIT changed();
        return;
    }
    ProviderProfile profile = m_profile;
    profile.proxy = mode == QLatin1String("none") ? mode : QString();
    save(QStringLiteral("proxy"), profile, {});
}

void ProviderForm::setProxyAddress(const QString &address)
{
    const QString clean = address.trimmed();
    const QUrl url(clean, QUrl::StrictMode);
    const bool known =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("socks5");
    if (clean.isEmpty() && m_profile.proxy.isEmpty())
        return;
    if (!known || url.host().isEmpty() || url.port() <= 0)
        return refuse(QStringLiteral("proxy"), address,
                      tr("Enter http://host:port or socks5://host:port."));
    if (!url.password().isEmpty())
        return refuse(QStringLiteral("proxy"), address,
                      tr("A password would be kept in a plain file; leave it out."));
    ProviderProfile profile = m_profile;
    profile.proxy = clean;
    if (save(QStringLiteral("proxy"), profile, address)) {
        m_customProxy = false;
        Q_EMIT changed();
    }
}

void ProviderForm::setCaFile(const QString &pathOrUrl)
{
    const QUrl url(pathOrUrl);
    const QString path = url.isLocalFile() ? url.toLocalFile() : pathOrUrl.trimmed();
    if (path == m_profile.caFile && !m_typed.contains(QStringLiteral("caFile")))
        return;
    const QFileInfo file(path);
    if (!path.isEmpty() && (!file.isFile() || !file.isReadable()))
        return refuse(QStringLiteral("caFile"), path, tr("This file cannot be read."));
    ProviderProfile profile = m_profile;
    profile.caFile = path;
    save(QStringLiteral("caFile"), profile, path);
}

void ProviderForm::chooseCaFile()
{
    if (!m_chooseFile)
        return;
    const QPointer<ProviderForm> self(this);
    const QString id = m_profile.id;
    m_chooseFile([self, id](const QString &path) {
        if (self && !path.isEmpty() && self->providerId() == id)
            self->setCaFile(path);
    });
}

void ProviderForm::openKeyPage() const
{
    const QUrl url(m_profile.keyUrl);
    // A profile may come from a file that somebody else wrote.
    if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
        QDesktopServices::openUrl(url);
}

void ProviderForm::setSeconds(const QString &field, const QString &text,
                              int ProviderProfile::*member, int maximum)
{
    static const QRegularExpression unit(QStringLiteral("\\s*(s|秒)?\\s*$"));
    QString digits = text;
    digits.remove(unit);
    bool ok = false;
    const int seconds = digits.trimmed().toInt(&ok);
    if (!ok || seconds < 1 || seconds > maximum)
        return refuse(field, text, tr("Enter a number of seconds from 1 to %1.").arg(maximum));
    ProviderProfile profile = m_profile;
    if (profile.*member == seconds * 1000 && !m_typed.contains(field))
        return;
    profile.*member = seconds * 1000;
    save(field, profile, text);
}

void ProviderForm::setConnectSeconds(const QString &text)
{
    setSeconds(QStringLiteral("connect"), text, &ProviderProfile::connectTimeoutMs,
               kLongestConnectSeconds);
}

void ProviderForm::setIdleSeconds(const QString &text)
{
    setSeconds(QStringLiteral("idle"), text, &ProviderProfile::idleTimeoutMs, kLongestIdleSeconds);
}

void ProviderForm::setHeader(int row, const QString &name, const QString &value)
{
    if (row < 0 || row >= m_headers.size())
        return;
    if (m_headers[row] == QPair(name.trimmed(), value.trimmed()))
        return;
    m_headers[row] = {name.trimmed(), value.trimmed()};
    saveHeaders();
}

void ProviderForm::addHeader()
{
    m_headers.append({QString(), QString()});
    Q_EMIT changed();
}

void ProviderForm::removeHeader(int row)
{
    if (row < 0 || row >= m_headers.size())
        return;
    m_headers.removeAt(row);
    saveHeaders();
}

void ProviderForm::saveHeaders()
{
    const QString field = QStringLiteral("headers");
    ProviderProfile profile = m_profile;
    profile.headers.clear();
    QStringList seen;
    for (const auto &[name, value] : m_headers) {
        if (name.isEmpty() && value.isEmpty())
            continue;
        if (name.isEmpty())
            continue; // the value was typed first; nothing to send yet
        if (carriesKey(name))
            return refuse(field, {},
                          tr("Put the key into the key field: it is kept safe only there."));
        if (!isHeaderName(name) || hasControlCharacter(value))
            return refuse(field, {}, tr("“%1” is not a header that can be sent.").arg(name));
        if (seen.contains(name, Qt::CaseInsensitive))
            return refuse(field, {}, tr("“%1” is there twice.").arg(name));
        seen << name;
        profile.headers[name] = value;
    }
    save(field, profile, {});
}

} // namespace ponder
