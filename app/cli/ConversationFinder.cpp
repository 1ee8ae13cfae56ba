#include "cli/ConversationFinder.h"

#include <utility>

namespace ponder::cli {

namespace {

/// Less would match by accident.
constexpr qsizetype kShortestBeginning = 4;

Error usage(const QString &sentence)
{
    return {ErrorKind::Usage, 0, sentence, {}, {}};
}

Result<ConversationSummary> choose(const std::vector<ConversationSummary> &all, const QString &id)
{
    std::vector<ConversationSummary> matching;
    for (const ConversationSummary &summary : all) {
        if (summary.id == id)
            return summary;
        if (id.size() >= kShortestBeginning && summary.id.startsWith(id, Qt::CaseInsensitive))
            matching.push_back(summary);
    }
    if (matching.size() == 1)
        return matching.front();
    if (matching.empty()) {
        return usage(ConversationFinder::tr("There is no conversation “%1”. `ponder list` shows "
                                            "them all.")
                         .arg(id));
    }
    return usage(ConversationFinder::tr("%1 conversations begin with “%2”; give more of the ID.")
                     .arg(matching.size())
                     .arg(id));
}

} // namespace

ConversationFinder::ConversationFinder(ConversationStore &store, QObject *parent)
    : QObject(parent), m_store(store)
{}

void ConversationFinder::find(const QString &id,
                              std::function<void(Result<ConversationSummary>)> done)
{
    m_store.loadSummaries(
        this, [id, done = std::move(done)](const Result<std::vector<ConversationSummary>> &all) {
            done(all ? choose(*all, id) : Result<ConversationSummary>(all.error()));
        });
}

void ConversationFinder::load(const QString &id, std::function<void(Result<Conversation>)> done)
{
    find(id, [this, done = std::move(done)](const Result<ConversationSummary> &summary) {
        if (summary)
            m_store.load(summary->id, this, done);
        else
            done(summary.error());
    });
}

} // namespace ponder::cli
