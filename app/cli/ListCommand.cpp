#include "cli/ListCommand.h"

#include "cli/ConversationJson.h"
#include "cli/TextTable.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace ponder::cli {

void ListCommand::start()
{
    if (!invocation().positional.isEmpty()) {
        refuse(tr("`ponder list` takes no arguments besides --json."));
        return;
    }
    services().store.loadSummaries(this,
                                   [this](Result<std::vector<ConversationSummary>> summaries) {
                                       if (summaries)
                                           print(std::move(summaries).value());
                                       else
                                           fail(summaries.error());
                                   });
}

void ListCommand::print(std::vector<ConversationSummary> summaries)
{
    std::stable_sort(summaries.begin(), summaries.end(),
                     [](const ConversationSummary &a, const ConversationSummary &b) {
                         return a.updatedAt > b.updatedAt;
                     });
    if (wantsJson()) {
        QJsonArray array;
        for (const ConversationSummary &summary : summaries)
            array.append(summaryObject(summary));
        printJson(array);
    } else if (!summaries.empty()) {
        QList<QStringList> rows;
        for (const ConversationSummary &summary : summaries) {
            rows.append(
                {summary.id,
                 summary.updatedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")),
                 summary.title.simplified()});
        }
        console().printLine(textTable(rows));
    }
    finish(Answered);
}

} // namespace ponder::cli
