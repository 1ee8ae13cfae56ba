#include "markdown/DetailsTags.h"

#include "markdown/BlockParser.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <utility>

namespace ponder {

namespace {

constexpr QStringView kTags[]{u"<details", u"<summary", u"</summary", u"</details"};

/// Whether the beginning of a tag may go on as one of these.
bool mayBeTag(QStringView beginning)
{
    return std::any_of(std::begin(kTags), std::end(kTags), [beginning](QStringView tag) {
        return tag.startsWith(beginning, Qt::CaseInsensitive);
    });
}

} // namespace

std::optional<QString> DetailsTags::read(const QString &html)
{
    static const QRegularExpression tags(
        QStringLiteral("^\\s*(?:</details>|(?:<details(?:\\s+open(?:=\"\\w*\")?)?>)?\\s*"
                       "(?:<summary>((?:(?!</summary>).)*?)(?:</summary>)?)?)\\s*(</?[a-z]*)?$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (html.size() > kLongest)
        return std::nullopt;
    const QRegularExpressionMatch match = tags.match(html);
    if (!match.hasMatch() || !mayBeTag(match.capturedView(2)))
        return std::nullopt;
    return match.captured(1).simplified();
}

InlineRuns DetailsTags::runs(const QString &summary)
{
    const Blocks blocks = BlockParser::blocks(summary);
    const bool line = blocks.size() == 1 && blocks.front()->kind == Block::Kind::Paragraph &&
                      blocks.front()->nesting.isEmpty();
    if (!line)
        return {{summary, InlineRun::Bold, {}, {}}};
    InlineRuns runs;
    for (InlineRun run : blocks.front()->runs) {
        run.flags |= InlineRun::Bold;
        if (!runs.empty() && run.flags == InlineRun::Bold && runs.back().flags == run.flags)
            runs.back().text += run.text;
        else
            runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace ponder
