#include "cli/CliHarness.h"

#include "cli/CommandLine.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace ponder::test {

namespace {

ParameterTable readParameters()
{
    QFile file(QStringLiteral(PONDER_SOURCE_DIR "/resources/parameters.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resources/parameters.json is missing");
    return ParameterTable::fromJson(file.readAll()).valueOr({});
}

ProviderProfile makeProfile(const QString &id, const QString &name, const QString &baseUrl)
{
    ProviderProfile profile;
    profile.id = id;
    profile.name = name;
    profile.baseUrl = baseUrl;
    return profile;
}

Message makeMessage(const QString &id, const QString &parent, Role role, const QString &text)
{
    Message message;
    message.id = id;
    message.parentId = parent;
    message.role = role;
    message.createdAt = QDateTime(QDate(2026, 5, 4), QTime(12, 0), QTimeZone::utc());
    Segment segment;
    segment.text = text;
    message.segments.push_back(segment);
    return message;
}

} // namespace

CliHarness::CliHarness()
    : settings(folder.filePath(QStringLiteral("settings.json"))),
      parameters(readParameters()), services{.backend = backend,
                                             .store = store,
                                             .secrets = secrets,
                                             .providers = directory,
                                             .settings = settings,
                                             .parameters = parameters,
                                             .clock = clock,
                                             .exportConversation =
                                                 [](const Conversation &conversation,
                                                    const QString &format) -> Result<QByteArray> {
                                                 return format.toUtf8() + " of " +
                                                        conversation.summary.id.toUtf8() +
                                                        " \xe4\xbd\xa0\n";
                                             }}
{
    ProviderProfile alpha = makeProfile(QStringLiteral("alpha"), QStringLiteral("Alpha"),
                                        QStringLiteral("https://alpha.example/v1"));
    alpha.defaultModel = QStringLiteral("a-one");
    directory.all.push_back(alpha);
    ProviderProfile local = makeProfile(QStringLiteral("local"), QStringLiteral("Local"),
                                        QStringLiteral("http://127.0.0.1:1/v1"));
    local.needsKey = false;
    local.local = true;
    directory.all.push_back(local);
}

int CliHarness::run(const QStringList &arguments)
{
    console.out.clear();
    console.err.clear();
    console.both.clear();
    console.writes = 0;
    return cli::run(arguments, services, console);
}

QList<QJsonObject> CliHarness::events() const
{
    QList<QJsonObject> events;
    for (const QByteArray &line : console.out.split('\n')) {
        if (!line.isEmpty())
            events.append(QJsonDocument::fromJson(line).object());
    }
    return events;
}

QString CliHarness::eventTypes() const
{
    QStringList types;
    for (const QJsonObject &event : events())
        types.append(event.value(QLatin1String("type")).toString());
    return types.join(u' ');
}

QJsonObject CliHarness::event(const QString &type) const
{
    QJsonObject last;
    for (const QJsonObject &event : events()) {
        if (event.value(QLatin1String("type")).toString() == type)
            last = event;
    }
    return last;
}

QString CliHarness::joined(const QString &type) const
{
    QString text;
    for (const QJsonObject &event : events()) {
        if (event.value(QLatin1String("type")).toString() == type)
            text += event.value(QLatin1String("text")).toString();
    }
    return text;
}

QJsonValue CliHarness::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(console.out);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString CliHarness::addConversation(const QString &id, const QString &title, int minutesOld)
{
    Conversation conversation;
    conversation.summary.id = id;
    conversation.summary.title = title;
    conversation.summary.createdAt = QDateTime(QDate(2026, 5, 4), QTime(12, 0), QTimeZone::utc());
    conversation.summary.updatedAt = conversation.summary.createdAt.addSecs(-60 * minutesOld);
    conversation.providerId = QStringLiteral("alpha");
    conversation.model = QStringLiteral("a-two");
    conversation.systemPrompt = QStringLiteral("Be brief.");
    conversation.insert(
        makeMessage(id + QStringLiteral("-q"), {}, Role::User, QStringLiteral("What is 6 × 7?")));
    Message answer = makeMessage(id + QStringLiteral("-a"), id + QStringLiteral("-q"),
                                 Role::Assistant, QStringLiteral("42"));
    answer.origin.providerId = QStringLiteral("alpha");
    answer.origin.model = QStringLiteral("a-two");
    answer.finish = FinishReason::Stop;
    Segment thought;
    thought.kind = Segment::Kind::Reasoning;
    thought.text = QStringLiteral("six sevens\nare");
    answer.segments.insert(answer.segments.begin(), thought);
    conversation.insert(answer);
    conversation.leafId = answer.id;
    store.stored.insert(id, conversation);
    return id;
}

} // namespace ponder::test
