#include "markdown/DetailsTags.h"

#include "markdown/BlockParser.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// Of the tags: everything that they can begin with.
QString beginnings()
{
    QStringList all;
    for (const QString &tag : {u"<details"_s, u"<summary"_s, u"</summary"_s, u"</details"_s}) {
        for (qsizetype length = 1; length <= tag.size(); ++length)
            all << tag.left(length);
    }
    return all.join(u'|');
}

} // namespace

std::optional<QString> DetailsTags::read(const QString &html)
{
    static const QRegularExpression tags(
        uR"(^\s*(?:</details>|(?:<details(?:\s+open(?:="\w*")?)?>)?\s*)"
        uR"((?:<summary>((?:(?!</summary>).)*?)(?:</summary>)?)?)\s*(?:%1)?$)"_s.arg(beginnings()),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (html.size() > kLongest)
        return std::nullopt;
    const QRegularExpressionMatch match = tags.match(html);
    if (!match.hasMatch())
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
