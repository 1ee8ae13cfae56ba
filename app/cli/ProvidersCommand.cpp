#include "cli/ProvidersCommand.h"

#include "cli/AskOptions.h"
#include "cli/TextTable.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ponder::cli {

void ProvidersCommand::start()
{
    const QStringList words = invocation().positional;
    const QString action = words.value(0);
    if (words.isEmpty()) {
        m_profiles = services().providers.profiles();
        lookForKeys(0);
    } else if (action == QLatin1String("add") && words.size() == 2) {
        add(words.at(1));
    } else if (action == QLatin1String("remove") && words.size() == 2) {
        remove(words.at(1));
    } else {
        refuse(tr("`ponder providers` is followed by nothing, by `add ID --base-url URL` or by "
                  "`remove ID`."));
    }
}

void ProvidersCommand::add(const QString &id)
{
    const std::optional<ProviderProfile> known = services().providers.profile(id);
    const Result<EndpointChoice> choice = endpointChoice(invocation());
    if (!choice) {
        fail(choice.error());
        return;
    }
    if (choice->baseUrl.isEmpty()) {
        refuse(tr("A provider needs an address: --base-url URL."));
        return;
    }
    ProviderProfile profile = known.value_or(ProviderProfile());
    if (!known) {
        profile.id = id;
        profile.name = id;
        profile.userMade = true;
    }
    profile.enabled = true;
    profile.baseUrl = choice->baseUrl;
    if (invocation().has(QStringLiteral("name")))
        profile.name = invocation().value(QStringLiteral("name"));
    if (!choice->model.isEmpty())
        profile.defaultModel = choice->model;
    if (invocation().has(QStringLiteral("no-key")))
        profile.needsKey = false;
    else if (!known)
        profile.needsKey = true;
    const Result<void> saved = services().providers.save(profile);
    if (saved)
        finish(Answered);
    else
        fail(saved.error(), profile.name);
}

void ProvidersCommand::remove(const QString &id)
{
    const std::optional<ProviderProfile> known = services().providers.profile(id);
    if (!known) {
        refuse(tr("There is no provider “%1”. `ponder providers` shows them all.").arg(id));
        return;
    }
    const Result<void> removed = services().providers.remove(id);
    if (!removed) {
        fail(removed.error(), known->name);
        return;
    }
    if (!known->userMade) {
        finish(Answered);
        return;
    }
    // A key that stayed behind would go to whoever gets this id next.
    services().secrets.remove(id, this, [this](const Result<void> &cleared) {
        if (!cleared)
            console().complain(errorReport(cleared.error(), {}, {}));
        finish(cleared ? Answered : exitCodeFor(cleared.error().kind));
    });
}

void ProvidersCommand::lookForKeys(std::size_t index)
{
    if (index == m_profiles.size()) {
        print();
        return;
    }
    const QString id = m_profiles[index].id;
    services().secrets.read(id, this, [this, id, index](const Result<QString> &key) {
        if (key) {
            m_hasKey.insert(id, !key->isEmpty());
            lookForKeys(index + 1);
            return;
        }
        // One refusal speaks for all: a locked keychain would ask again and again.
        console().complain(errorReport(key.error(), {}, id));
        print();
    });
}

void ProvidersCommand::print()
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const ProviderProfile &profile : m_profiles) {
        const auto known = m_hasKey.constFind(profile.id);
        const bool asked = known != m_hasKey.constEnd();
        const bool stored = asked && *known;
        array.append(QJsonObject{
            {QStringLiteral("id"), profile.id},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("base_url"), profile.baseUrl},
            {QStringLiteral("key_stored"), asked ? QJsonValue(stored) : QJsonValue()},
            {QStringLiteral("needs_key"), profile.needsKey},
            {QStringLiteral("default_model"), profile.defaultModel},
            {QStringLiteral("key_url"), profile.keyUrl},
            {QStringLiteral("local"), profile.local},
            {QStringLiteral("user_made"), profile.userMade},
        });
        QString key = stored ? tr("key stored") : tr("no key");
        if (!stored && !profile.needsKey)
            key = tr("needs no key");
        else if (!asked)
            key = tr("key unknown");
        rows.append({profile.id, profile.name, profile.baseUrl, key});
    }
    if (wantsJson())
        printJson(array);
    else if (!rows.isEmpty())
        console().printLine(textTable(rows));
    finish(Answered);
}

} // namespace ponder::cli
