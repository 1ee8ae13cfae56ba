#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ponder {

/// One typed setting of the table in SettingSpecs.cpp. The type is that of the default value: a
/// string, a bool or a number.
struct SettingSpec
{
    QString name; ///< e.g. "default.provider"
    QJsonValue defaultValue;
    QStringList choices; ///< allowed values of a string; empty: any
    double minimum = 0;  ///< of a number, when below `maximum`
    double maximum = 0;
    bool wholeNumber = false;
    QString description; ///< one English sentence, shown by `ponder config list`
};

/// The settings of the window and the command line: one typed table, kept as JSON in the
/// configuration folder and written atomically. Never holds a secret.
///
/// Two processes may use one file: a change is made on what the file holds at that moment, so
/// neither undoes the other's. What cannot be written holds for this run and goes along with the
/// next change that can. Entries that this version does not know are kept as they are.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// `path`: the file; it need not exist. A file that cannot be read is kept aside and reported
    /// by loadProblem().
    explicit Settings(QString path, QObject *parent = nullptr);

    static const std::vector<SettingSpec> &specs();
    static const SettingSpec *spec(const QString &name);
    /// Text as typed on the command line, in the type of that setting; checked like set().
    static Result<QJsonValue> parseText(const QString &name, const QString &text);

    [[nodiscard]] QJsonValue value(const QString &name) const; ///< set or default
    [[nodiscard]] QString text(const QString &name) const { return value(name).toString(); }
    [[nodiscard]] bool flag(const QString &name) const { return value(name).toBool(); }
    [[nodiscard]] double number(const QString &name) const { return value(name).toDouble(); }
    [[nodiscard]] bool isSet(const QString &name) const;

    /// Checks against the table, stores and writes; a Usage error says what is allowed, a Storage
    /// error that the value holds for this run only.
    Result<void> set(const QString &name, const QJsonValue &value);
    void reset(const QString &name);

    /// Request parameters that are set, for one model or, with an empty `scope`, for all models.
    /// A model without a set of its own uses that of all models. Scope: "providerId/model".
    [[nodiscard]] QJsonObject sampling(const QString &scope) const;
    [[nodiscard]] QJsonObject effectiveSampling(const QString &scope) const;
    [[nodiscard]] bool hasOwnSampling(const QString &scope) const;
    Result<void> setSampling(const QString &scope, const QJsonObject &parameters);
    /// Drops the model's own parameters and its own extra body.
    void resetSampling(const QString &scope);
    /// The free JSON object merged into every request of that scope; same rule as for the
    /// parameters.
    [[nodiscard]] QJsonObject extraBody(const QString &scope) const;
    Result<void> setExtraBody(const QString &scope, const QJsonObject &object);

    /// What was wrong with the file and what to do, in the language of the moment; empty when
    /// nothing was.
    [[nodiscard]] QString loadProblem() const;

Q_SIGNALS:
    void changed(const QString &name);
    void samplingChanged(const QString &scope);
    void writeFailed(const QString &reason);

private:
    /// One entry of one section of the file; without a value it is taken out.
    struct Change
    {
        QString section;
        QString key;
        std::optional<QJsonValue> value;
    };

    [[nodiscard]] QJsonObject section(const QString &name) const;
    Result<void> apply(std::vector<Change> changes);
    Result<void> write();
    Result<QJsonObject> readFile();
    QString keepAside();
    void announce(const QJsonObject &before);

    QString m_path;
    QJsonObject m_root;
    std::vector<Change> m_unwritten; ///< in the order they were made
    const char *m_problem = nullptr; ///< source text of the sentence, null: none
    QString m_problemPath;           ///< the file it names
};

} // namespace ponder
