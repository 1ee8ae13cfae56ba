#include "settings/Settings.h"

#include "base/Logging.h"

#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QSet>

#include <cmath>
#include <utility>

namespace ponder {

namespace {

const QString kValues = QStringLiteral("settings");
const QString kSampling = QStringLiteral("sampling");
const QString kExtraBody = QStringLiteral("extraBody");
/// The file is small; whoever holds the lock is done in no time.
constexpr int kLockTimeoutMs = 500;

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, 0, message, {}, {}};
}

/// Empty when the value fits the table, else the sentence that says what does.
QString complaint(const SettingSpec &spec, const QJsonValue &value)
{
    if (spec.defaultValue.isBool()) {
        return value.isBool() ? QString()
                              : Settings::tr("%1 is either true or false.").arg(spec.name);
    }
    if (spec.defaultValue.isDouble()) {
        const double number = value.toDouble();
        const bool inRange =
            spec.minimum >= spec.maximum || (number >= spec.minimum && number <= spec.maximum);
        const bool whole = !spec.wholeNumber || number == std::floor(number);
        if (value.isDouble() && inRange && whole)
            return {};
        return (spec.wholeNumber ? Settings::tr("%1 is a whole number from %2 to %3.")
                                 : Settings::tr("%1 is a number from %2 to %3."))
            .arg(spec.name)
            .arg(spec.minimum)
            .arg(spec.maximum);
    }
    if (!value.isString())
        return Settings::tr("%1 is a text.").arg(spec.name);
    if (!spec.choices.isEmpty() && !spec.choices.contains(value.toString())) {
        return Settings::tr("%1 is one of: %2.")
            .arg(spec.name, spec.choices.join(QStringLiteral(", ")));
    }
    return {};
}

Error unknownSetting(const QString &name)
{
    return usage(
        Settings::tr("There is no setting named “%1”. `ponder config list` shows them all.")
            .arg(name));
}

} // namespace

Settings::Settings(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    Result<QJsonObject> root = readFile();
    if (root)
        m_root = std::move(root).value();
}

QString Settings::loadProblem() const
{
    // Asked for before the translators are there: the setting of the language is in this file.
    return m_problem ? tr(m_problem).arg(m_problemPath) : QString();
}

Result<QJsonValue> Settings::parseText(const QString &name, const QString &text)
{
    const SettingSpec *known = spec(name);
    if (!known)
        return unknownSetting(name);
    QJsonValue value = text;
    if (known->defaultValue.isBool()) {
        const QString word = text.trimmed().toLower();
        if (word == QLatin1String("true") || word == QLatin1String("false"))
            value = word == QLatin1String("true");
    } else if (known->defaultValue.isDouble()) {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (isNumber && std::isfinite(number))
            value = number;
    }
    const QString problem = complaint(*known, value);
    if (!problem.isEmpty())
        return usage(problem);
    return value;
}

QJsonObject Settings::section(const QString &name) const
{
    return m_root.value(name).toObject();
}

QJsonValue Settings::value(const QString &name) const
{
    const SettingSpec *known = spec(name);
    if (!known)
        return QJsonValue(QJsonValue::Undefined);
    const QJsonValue stored = section(kValues).value(name);
    // Somebody may have edited the file by hand: what does not fit counts as not set.
    return complaint(*known, stored).isEmpty() ? stored : known->defaultValue;
}

bool Settings::isSet(const QString &name) const
{
    const SettingSpec *known = spec(name);
    return known && complaint(*known, section(kValues).value(name)).isEmpty();
}

Result<void> Settings::set(const QString &name, const QJsonValue &value)
{
    const SettingSpec *known = spec(name);
    if (!known)
        return unknownSetting(name);
    const QString problem = complaint(*known, value);
    if (!problem.isEmpty())
        return usage(problem);
    if (section(kValues).value(name) == value)
        return {};
    return apply({{kValues, name, value}});
}

void Settings::reset(const QString &name)
{
    if (section(kValues).contains(name))
        (void)apply({{kValues, name, std::nullopt}}); // a failure is reported by writeFailed()
}

QJsonObject Settings::sampling(const QString &scope) const
{
    return section(kSampling).value(scope).toObject();
}

QJsonObject Settings::effectiveSampling(const QString &scope) const
{
    return sampling(hasOwnSampling(scope) ? scope : QString());
}

bool Settings::hasOwnSampling(const QString &scope) const
{
    return section(kSampling).value(scope).isObject();
}

Result<void> Settings::setSampling(const QString &scope, const QJsonObject &parameters)
{
    return apply({{kSampling, scope, parameters}});
}

void Settings::resetSampling(const QString &scope)
{
    (void)apply({{kSampling, scope, std::nullopt}, {kExtraBody, scope, std::nullopt}});
}

QJsonObject Settings::extraBody(const QString &scope) const
{
    const QJsonObject bodies = section(kExtraBody);
    const QJsonValue own = bodies.value(scope);
    return own.isObject() ? own.toObject() : bodies.value(QString()).toObject();
}

Result<void> Settings::setExtraBody(const QString &scope, const QJsonObject &object)
{
    return apply({{kExtraBody, scope, object}});
}

Result<void> Settings::apply(std::vector<Change> changes)
{
    for (Change &change : changes)
        m_unwritten.push_back(std::move(change));
    const QJsonObject before = m_root;
    const Result<void> written = write();
    announce(before); // after the write: a listener may well set something itself
    if (!written) {
        qCWarning(lcSettings).noquote() << written.error().message;
        Q_EMIT writeFailed(written.error().message);
    }
    return written;
}

Result<void> Settings::write()
{
    // Without the lock (a read-only folder) the write below fails by itself and says why.
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.tryLock(kLockTimeoutMs);

    const Result<QJsonObject> onDisk = readFile();
    QJsonObject root = onDisk ? onDisk.value() : m_root;
    for (const Change &change : m_unwritten) {
        QJsonObject entries = root.value(change.section).toObject();
        if (change.value)
            entries.insert(change.key, *change.value);
        else
            entries.remove(change.key);
        root.insert(change.section, entries);
    }
    m_root = root;
    if (!onDisk)
        return onDisk.error();

    QSaveFile file(m_path);
    const QByteArray bytes = QJsonDocument(root).toJson();
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorKind::Storage,
                     0,
                     tr("The settings could not be saved in %1 and hold until Ponder is closed. "
                        "Check the folder's permissions and the free disk space.")
                         .arg(m_path),
                     file.errorString(),
                     {}};
    }
    m_unwritten.clear();
    return {};
}

Result<QJsonObject> Settings::readFile()
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = QT_TR_NOOP("The settings in %1 cannot be read, so the defaults are used. Check "
                               "the permissions of the file.");
        m_problemPath = m_path;
        return Error{ErrorKind::Storage, 0, loadProblem(), file.errorString(), {}};
    }
    const QByteArray bytes = file.readAll();
    file.close();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (document.isObject())
        return document.object();
    // An empty file is what some crashes of a file system leave behind; nothing is lost with it.
    if (bytes.trimmed().isEmpty())
        return QJsonObject();

    const QString kept = keepAside();
    if (kept.isEmpty()) {
        m_problem = QT_TR_NOOP("The settings in %1 are damaged and the file cannot be moved, so "
                               "the defaults are used. Check the folder's permissions.");
        m_problemPath = m_path;
        return Error{ErrorKind::Storage, 0, loadProblem(), parseError.errorString(), {}};
    }
    m_problem =
        QT_TR_NOOP("The settings were damaged, so the defaults are used. The damaged file "
                   "is kept as %1: mend it and put it back, or choose your settings again.");
    m_problemPath = kept;
    return QJsonObject();
}

QString Settings::keepAside()
{
    for (int number = 1; number < 1000; ++number) {
        const QString kept = QStringLiteral("%1.bad-%2").arg(m_path).arg(number);
        if (!QFile::exists(kept))
            return QFile::rename(m_path, kept) ? kept : QString();
    }
    return {};
}

void Settings::announce(const QJsonObject &before)
{
    const QJsonObject root = m_root;
    const auto entries = [](const QJsonObject &from, const QString &name) {
        return from.value(name).toObject();
    };
    for (const SettingSpec &known : specs()) {
        if (entries(before, kValues).value(known.name) != entries(root, kValues).value(known.name))
            Q_EMIT changed(known.name);
    }
    QSet<QString> scopes;
    for (const QString &name : {kSampling, kExtraBody}) {
        const QJsonObject old = entries(before, name);
        const QJsonObject fresh = entries(root, name);
        const QStringList keys = old.keys() + fresh.keys();
        for (const QString &scope : keys) {
            if (old.value(scope) != fresh.value(scope))
                scopes.insert(scope);
        }
    }
    for (const QString &scope : std::as_const(scopes))
        Q_EMIT samplingChanged(scope);
}

} // namespace ponder
