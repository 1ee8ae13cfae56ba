#include "cli/KeyCommand.h"

#include "base/Redactor.h"

#include <QJsonObject>

namespace ponder::cli {

void KeyCommand::start()
{
    const QStringList words = invocation().positional;
    const QString action = words.value(0);
    const bool known = action == QLatin1String("set") || action == QLatin1String("clear") ||
                       action == QLatin1String("status");
    if (action == QLatin1String("set") && words.size() > 2) {
        refuse(tr("The key is read from standard input, never from an argument, where every "
                  "program on this computer could see it. Consider the key you typed as known to "
                  "others, and make a new one."));
        return;
    }
    if (!known || words.size() != 2) {
        refuse(tr("`ponder key` is followed by `set ID`, `clear ID` or `status ID`."));
        return;
    }
    const QString id = words.at(1);
    if (!services().providers.profile(id)) {
        refuse(tr("There is no provider of this name. `ponder providers` shows them all."));
        return;
    }
    if (action == QLatin1String("set"))
        set(id);
    else if (action == QLatin1String("clear"))
        clear(id);
    else
        status(id);
}

void KeyCommand::set(const QString &id)
{
    const QString name = services().providers.profile(id)->name;
    const std::optional<QByteArray> line =
        console().readSecretLine(tr("Key for %1 (not shown): ").arg(name));
    const QString key = QString::fromUtf8(line.value_or(QByteArray())).trimmed();
    if (key.isEmpty()) {
        refuse(tr("No key arrived on standard input."));
        return;
    }
    Redactor::instance().addSecret(key);
    SecretStore &secrets = services().secrets;
    secrets.write(id, key, this, [this, &secrets](const Result<void> &written) {
        if (!written) {
            fail(written.error());
        } else if (secrets.persistence() == SecretStore::Persistence::SessionOnly) {
            console().complain(tr("The key was not stored, and this program ends now. %1")
                                   .arg(secrets.persistenceReason()));
            finish(NoKey);
        } else {
            finish(Answered);
        }
    });
}

void KeyCommand::clear(const QString &id)
{
    services().secrets.remove(id, this, [this](const Result<void> &removed) {
        if (removed)
            finish(Answered);
        else
            fail(removed.error());
    });
}

void KeyCommand::status(const QString &id)
{
    SecretStore &secrets = services().secrets;
    secrets.read(id, this, [this, id, &secrets](const Result<QString> &key) {
        if (!key) {
            fail(key.error());
            return;
        }
        const bool stored = !key->isEmpty();
        const QString reason = secrets.persistence() == SecretStore::Persistence::SessionOnly
                                   ? secrets.persistenceReason()
                                   : QString();
        if (wantsJson())
            printJson(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("stored"), stored}});
        else
            console().printLine(stored ? tr("A key is stored.") : tr("No key is stored."));
        if (!reason.isEmpty())
            console().complain(reason);
        finish(stored ? Answered : NoKey);
    });
}

} // namespace ponder::cli
