#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ponder {

/// The user's own file of profiles: whole ones that people made, and for built-in ones only what
/// was changed. Written atomically; entries and fields that this version does not understand are
/// kept.
class UserProfiles
{
public:
    explicit UserProfiles(QString path);

    /// Reads the file again if another process has changed it; true if so.
    bool reloadIfChanged();
    [[nodiscard]] const std::vector<QJsonObject> &entries() const { return m_entries; }
    [[nodiscard]] QJsonObject entry(const QString &id) const; ///< empty when there is none
    /// Adds or replaces the entry with the same id, at its place.
    void set(const QJsonObject &entry);
    void remove(const QString &id);
    /// A Storage error when the file cannot be written; what is in memory stays.
    Result<void> write();

    /// What was wrong with the file, as one sentence; empty when nothing was.
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    void load();
    void keepAside();

    QString m_path;
    QDateTime m_modified;
    std::vector<QJsonObject> m_entries;
    QJsonObject m_root; ///< fields besides the profiles
    QString m_problem;
    bool m_unreadable = false; ///< the file is there but may not be read: it is not overwritten
};

} // namespace ponder
