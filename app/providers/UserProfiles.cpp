#include "providers/UserProfiles.h"

#include "base/Logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace ponder {

namespace {

class UserProfilesText
{
    Q_DECLARE_TR_FUNCTIONS(UserProfiles)

public:
    static QString unreadable(const QString &path, const QString &why)
    {
        return tr("The provider settings in %1 cannot be read (%2), so Ponder uses its own "
                  "profiles. Check the permissions of the file.")
            .arg(path, why);
    }
    static QString keptAside(const QString &copy)
    {
        return tr("The provider settings were damaged, so Ponder uses its own profiles. The "
                  "damaged file is kept as %1: mend it and put it back, or add your providers "
                  "again.")
            .arg(copy);
    }
    static Error notWritten(const QString &path, const QString &why)
    {
        return {ErrorKind::Storage,
                0,
                tr("The provider settings in %1 cannot be written: %2").arg(path, why),
                {},
                std::nullopt};
    }
};

QString idOf(const QJsonObject &entry)
{
    return entry.value(u"id").toString();
}

} // namespace

UserProfiles::UserProfiles(QString path) : m_path(std::move(path))
{
    load();
}

bool UserProfiles::reloadIfChanged()
{
    const QFileInfo file(m_path);
    if (!file.exists() || file.lastModified() == m_modified)
        return false;
    load();
    return true;
}

void UserProfiles::load()
{
    m_unreadable = false;
    QFile file(m_path);
    if (!file.exists())
        return;
    m_modified = QFileInfo(m_path).lastModified();
    if (!file.open(QIODevice::ReadOnly)) {
        m_unreadable = true;
        m_problem = UserProfilesText::unreadable(m_path, file.errorString());
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject() || !document.object().value(u"profiles").isArray()) {
        file.close();
        keepAside();
        return;
    }
    m_root = document.object();
    m_entries.clear();
    const QJsonArray profiles = m_root.take(QStringLiteral("profiles")).toArray();
    for (const QJsonValue &profile : profiles)
        m_entries.push_back(profile.toObject());
}

void UserProfiles::keepAside()
{
    const QString stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz"));
    const QString copy = m_path + QStringLiteral(".damaged-") + stamp;
    if (QFile::rename(m_path, copy)) {
        m_problem = UserProfilesText::keptAside(copy);
    } else {
        m_unreadable = true;
        m_problem = UserProfilesText::unreadable(m_path, QStringLiteral("JSON"));
    }
}

QJsonObject UserProfiles::entry(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const QJsonObject &entry) { return idOf(entry) == id; });
    return found == m_entries.end() ? QJsonObject() : *found;
}

void UserProfiles::set(const QJsonObject &entry)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [&entry](const QJsonObject &known) { return idOf(known) == idOf(entry); });
    if (found == m_entries.end())
        m_entries.push_back(entry);
    else
        *found = entry;
}

void UserProfiles::remove(const QString &id)
{
    std::erase_if(m_entries, [&id](const QJsonObject &entry) { return idOf(entry) == id; });
}

Result<void> UserProfiles::write()
{
    if (m_unreadable)
        return UserProfilesText::notWritten(m_path, m_problem);
    QJsonArray profiles;
    for (const QJsonObject &entry : m_entries)
        profiles.append(entry);
    QJsonObject root = m_root;
    root.insert(QStringLiteral("version"), 1);
    root.insert(QStringLiteral("profiles"), profiles);

    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0 ||
        !file.commit())
        return UserProfilesText::notWritten(m_path, file.errorString());
    m_modified = QFileInfo(m_path).lastModified();
    return {};
}

} // namespace ponder
