#include "ui/TranscriptRows.h"

#include "markdown/LinkPolicy.h"
#include "markdown/PromptText.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

const BlockRow *asBlock(const RowContent &row)
{
    return std::get_if<BlockRow>(&row);
}

bool isListItem(const Block &block)
{
    return block.nesting.contains('b') || block.nesting.contains('o');
}

/// Boxes keep more distance than lines of text do.
bool isBox(const Block &block)
{
    return block.kind == Block::Kind::Code || block.kind == Block::Kind::Table ||
           block.kind == Block::Kind::Image;
}

int gapBetween(const BlockRow &above, const BlockRow &below)
{
    const Block &a = *above.block;
    const Block &b = *below.block;
    if (b.continued || above.beside)
        return 0;
    if (a.kind == Block::Kind::Heading)
        return isBox(b) ? 8 : 5;
    if (b.kind == Block::Kind::Heading)
        return b.level <= 2 ? 24 : 18;
    if (a.kind == Block::Kind::Table || b.kind == Block::Kind::Table)
        return isBox(a) && isBox(b) ? 16 : 12;
    if (isBox(a) || isBox(b))
        return isBox(b) ? 10 : 12;
    if (a.kind == Block::Kind::Rule || b.kind == Block::Kind::Rule)
        return 20;
    if (isListItem(b) && isListItem(a) && b.quoteBegins < 0)
        return b.tight ? 4 : 8;
    if (isListItem(b) || isListItem(a))
        return 8;
    return 12;
}

} // namespace

void UserRow::read()
{
    const qsizetype length = shownLength(text);
    auto all = std::make_shared<const InlineRuns>(PromptText::read(text, length));
    runs = shown = InlineText{all};
    // Where the text is cut, a run of its own begins.
    if (length < text.size())
        shown.runs = std::make_shared<const InlineRuns>(all->begin(), std::prev(all->end()));
}

QVariant BlockRow::runsValue() const
{
    return QVariant::fromValue(InlineText{std::shared_ptr<const InlineRuns>(block, &block->runs)});
}

QString BlockRow::host() const
{
    return LinkPolicy::host(block->url);
}

QString BlockRow::shownText() const
{
    const qsizetype length = shownLength(block->text);
    return length < block->text.size() ? block->text.left(length) : block->text;
}

bool BlockRow::isCut() const
{
    return shownLength(block->text) < block->text.size();
}

QString BlockRow::marker() const
{
    switch (block->marker.kind) {
    case ListMarker::Kind::None:
        break;
    case ListMarker::Kind::Bullet:
        return u"bullet"_s;
    case ListMarker::Kind::Ordered:
        return u"ordered"_s;
    case ListMarker::Kind::Task:
        return block->marker.checked ? u"done"_s : u"todo"_s;
    }
    return {};
}

QString BlockRow::label() const
{
    return block->marker.kind == ListMarker::Kind::Ordered
               ? QString::number(block->marker.number) + u'.'
               : QString();
}

qsizetype shownLength(QStringView text, int lines)
{
    constexpr qsizetype kMostCharacters = 60'000;
    const qsizetype most = std::min(text.size(), kMostCharacters);
    qsizetype lineEnd = 0;
    for (qsizetype at = 0; at < most && lines > 0; --lines) {
        const qsizetype found = text.indexOf(u'\n', at);
        if (found < 0 && text.size() <= kMostCharacters)
            return text.size();
        if (found < 0 || found >= most)
            break;
        lineEnd = found;
        at = found + 1;
    }
    if (lines > 0 && most == text.size())
        return most;
    if (lineEnd > 0)
        return lineEnd;
    // One endless line; both halves of a letter stay together.
    return most > 0 && text[most - 1].isHighSurrogate() ? most - 1 : most;
}

QString rowTypeName(const RowContent &row)
{
    if (const BlockRow *block = asBlock(row)) {
        switch (block->block->kind) {
        case Block::Kind::Paragraph:
            return u"paragraph"_s;
        case Block::Kind::Heading:
            return u"heading"_s;
        case Block::Kind::Code:
            return u"code"_s;
        case Block::Kind::Table:
            return u"table"_s;
        case Block::Kind::Rule:
            return u"rule"_s;
        case Block::Kind::Image:
            return u"image"_s;
        case Block::Kind::Math:
            return u"math"_s;
        case Block::Kind::Html:
            return u"html"_s;
        }
    }
    static const QString kNames[] = {u"user"_s,   u"thinking"_s, u""_s,       u"toolCall"_s,
                                     u"footer"_s, u"banner"_s,   u"status"_s, u"pending"_s};
    static_assert(std::variant_size_v<RowContent> == std::size(kNames));
    return kNames[row.index()];
}

bool sameDelegate(const RowContent &a, const RowContent &b)
{
    if (a.index() != b.index())
        return false;
    const BlockRow *block = asBlock(a);
    return !block || (block->thinking == asBlock(b)->thinking &&
                      block->block->kind == asBlock(b)->block->kind);
}

QVariant rowValue(const RowContent &row)
{
    return std::visit([](const auto &content) { return QVariant::fromValue(content); }, row);
}

int gapAbove(const RowContent *above, const RowContent &row)
{
    if (!above)
        return 8;
    if (std::holds_alternative<UserRow>(row))
        return 28;
    const BlockRow *block = asBlock(row);
    if (std::holds_alternative<UserRow>(*above))
        return block ? 20 : 16;
    const BlockRow *blockAbove = asBlock(*above);
    if (block && blockAbove && block->thinking == blockAbove->thinking)
        return gapBetween(*blockAbove, *block);
    if (std::holds_alternative<ThinkingRow>(*above) && block)
        return block->thinking ? 11 : 4;
    if (std::holds_alternative<FooterRow>(row))
        return 7;
    if (std::holds_alternative<BannerRow>(row))
        return 14;
    return 16;
}

int joinedContainers(const RowContent &above, const RowContent &row)
{
    const BlockRow *a = asBlock(above);
    const BlockRow *b = asBlock(row);
    if (!a || !b || a->thinking != b->thinking)
        return -1;
    // Bars that change sides do not go on.
    if (a->rightToLeft != b->rightToLeft)
        return 0;
    const QByteArray &left = a->block->nesting;
    const QByteArray &right = b->block->nesting;
    const qsizetype most = b->block->quoteBegins < 0 ? right.size() : b->block->quoteBegins;
    int same = 0;
    while (same < std::min(left.size(), most) && left[same] == right[same])
        ++same;
    return same;
}

} // namespace ponder
