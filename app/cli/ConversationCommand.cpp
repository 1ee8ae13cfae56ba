#include "cli/ConversationCommand.h"

#include "cli/AnswerEvents.h"
#include "cli/ConversationJson.h"

#include <QSaveFile>

namespace ponder::cli {

namespace {

constexpr int kFlushTimeoutMs = 10'000;

QString quoted(const QString &text)
{
    QString lines = QStringLiteral("> ") + text.trimmed();
    lines.replace(u'\n', QStringLiteral("\n> "));
    return lines;
}

QString heading(const Message &message)
{
    switch (message.role) {
    case Role::User:
        return ConversationCommand::tr("You");
    case Role::System:
        return ConversationCommand::tr("System");
    case Role::Tool:
        return ConversationCommand::tr("Tool");
    case Role::Assistant:
        break;
    }
    QString text =
        message.origin.model.isEmpty() ? ConversationCommand::tr("Answer") : message.origin.model;
    if (message.state != MessageState::Complete)
        text += QStringLiteral(" (%1)").arg(finishReasonName(finishReasonOf(message)));
    return text;
}

QString plainText(const Conversation &conversation)
{
    QString text = QStringLiteral("# %1\n").arg(conversation.summary.title.simplified());
    for (const QString &id : conversation.activePath()) {
        const Message &message = *conversation.message(id);
        text += QStringLiteral("\n## %1\n\n").arg(heading(message));
        const QString reasoning = message.reasoning();
        if (!reasoning.trimmed().isEmpty())
            text += quoted(reasoning) + QStringLiteral("\n\n");
        text += message.text().trimmed() + u'\n';
    }
    text.chop(1);
    return text;
}

} // namespace

ConversationCommand::ConversationCommand(const Invocation &invocation, Services &services,
                                         Console &console)
    : Command(invocation, services, console), m_finder(services.store)
{}

void ConversationCommand::start()
{
    const QString verb = invocation().verb;
    if (invocation().positional.size() != 1) {
        refuse(tr("`ponder %1` takes the ID of one conversation. `ponder list` shows them all.")
                   .arg(verb));
        return;
    }
    const QString id = invocation().positional.constFirst();
    if (verb == QLatin1String("delete")) {
        remove(id);
        return;
    }
    const bool exports = verb == QLatin1String("export");
    if (exports && refusesFormat())
        return;
    m_finder.load(id, [this, exports](const Result<Conversation> &conversation) {
        if (!conversation)
            fail(conversation.error());
        else if (exports)
            exportTo(*conversation);
        else
            show(*conversation);
    });
}

QString ConversationCommand::format() const
{
    const QString given = invocation().value(QStringLiteral("format")).toLower();
    return given.isEmpty() ? QStringLiteral("md") : given;
}

bool ConversationCommand::refusesFormat()
{
    const QString wanted = format();
    if (wanted == QLatin1String("md") || wanted == QLatin1String("json"))
        return false;
    if (wanted == QLatin1String("html") || wanted == QLatin1String("pdf"))
        refuse(tr("The format %1 comes with a later version; there are md and json.").arg(wanted));
    else
        refuse(tr("There is no format “%1”; there are md and json.").arg(wanted));
    return true;
}

void ConversationCommand::show(const Conversation &conversation)
{
    if (wantsJson())
        printJson(conversationObject(conversation));
    else
        console().printLine(plainText(conversation));
    finish(Answered);
}

void ConversationCommand::exportTo(const Conversation &conversation)
{
    const Result<QByteArray> bytes = services().exportConversation(conversation, format());
    if (!bytes) {
        fail(bytes.error());
        return;
    }
    const QString path = invocation().value(QStringLiteral("output"));
    if (path.isEmpty() || path == QLatin1String("-")) {
        console().writeOut(*bytes);
        finish(Answered);
        return;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit()) {
        finish(Answered);
        return;
    }
    console().complain(tr("%1 could not be written: %2.").arg(path, file.errorString()));
    finish(Failed);
}

void ConversationCommand::remove(const QString &id)
{
    m_finder.find(id, [this](const Result<ConversationSummary> &summary) {
        if (!summary) {
            fail(summary.error());
            return;
        }
        connect(&services().store, &ConversationStore::failed, this,
                [this](const Error &error) { fail(error); });
        services().store.remove(summary->id);
        const bool done = services().store.flush(kFlushTimeoutMs);
        // What the store has to say about it comes through the event loop first.
        QMetaObject::invokeMethod(
            this,
            [this, done] {
                if (done)
                    finish(Answered);
                else
                    fail({ErrorKind::Storage, 0, tr("The conversation was not deleted."), {}, {}});
            },
            Qt::QueuedConnection);
    });
}

} // namespace ponder::cli
