#pragma once

#include "base/Result.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ponder {

/// One typed setting of the table in Settings.cpp.
struct SettingSpec
{
    QString name; ///< e.g. "default.provider"
    QJsonValue defaultValue;
    QStringList choices;     ///< allowed values of a string; empty: any
    double minimum = 0;      ///< of a number, when below `maximum`
    double maximum = 0;
    QString description; ///< one English sentence, shown by `ponder config list`
};

/// The settings of the window and the command line: one typed table, kept as JSON in the
/// configuration folder and written atomically. Never holds a secret.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// `path`: the file; it need not exist. A file that cannot be read is kept aside and reported by loadProblem().
    explicit Settings(QString path, QObject *parent = nullptr);

    static const std::vector<SettingSpec> &specs();
    static const SettingSpec *spec(const QString &name);

    [[nodiscard]] QJsonValue value(const QString &name) const; ///< set or default
    [[nodiscard]] QString text(const QString &name) const { return value(name).toString(); }
    [[nodiscard]] bool flag(const QString &name) const { return value(name).toBool(); }
    [[nodiscard]] double number(const QString &name) const { return value(name).toDouble(); }
    [[nodiscard]] bool isSet(const QString &name) const;

    /// Checks against the table, stores and writes; an error says what is allowed.
    Result<void> set(const QString &name, const QJsonValue &value);
    void reset(const QString &name);

    /// Request parameters that are set, for one model or, with an empty `scope`, for all models.
    /// A model without a set of its own uses that of all models. Scope: "providerId/model".
    [[nodiscard]] QJsonObject sampling(const QString &scope) const;
    [[nodiscard]] QJsonObject effectiveSampling(const QString &scope) const;
    [[nodiscard]] bool hasOwnSampling(const QString &scope) const;
    Result<void> setSampling(const QString &scope, const QJsonObject &parameters);
    void resetSampling(const QString &scope);
    /// The free JSON object merged into every request of that scope; same rule as for the parameters.
    [[nodiscard]] QJsonObject extraBody(const QString &scope) const;
    Result<void> setExtraBody(const QString &scope, const QJsonObject &object);

    [[nodiscard]] QString loadProblem() const { return m_loadProblem; }

Q_SIGNALS:
    void changed(const QString &name);
    void samplingChanged(const QString &scope);
    void writeFailed(const QString &reason);

private:
    Result<void> write();

    QString m_path;
    QJsonObject m_root;
    QString m_loadProblem;
};

} // namespace ponder
