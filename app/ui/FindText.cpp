#include "ui/FindText.h"

#include "ui/RowText.h"

#include <algorithm>

namespace ponder {

namespace {

char16_t foldedChar(char16_t c)
{
    if (c < 0x80)
        return c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c < 0x20 ? u' ' : c;
    if (c >= 0xff01 && c <= 0xff5e) // full-width forms
        return foldedChar(char16_t(c - 0xfee0));
    if (c == 0x2018 || c == 0x2019)
        return u'\'';
    if (c == 0x201c || c == 0x201d)
        return u'"';
    if (c >= 0x3400 && c <= 0x9fff)
        return c;
    const QChar letter(c);
    if (letter.isSpace())
        return u' ';
    return letter.isSurrogate() ? c : letter.toCaseFolded().unicode();
}

/// The plain text of a cell that has no runs.
QString plainText(const RowContent &row, int cell)
{
    const auto *block = std::get_if<BlockRow>(&row);
    if (block && block->block->kind == Block::Kind::Math)
        return block->block->text;
    if (block && block->block->kind == Block::Kind::Image)
        return block->block->alt;
    return RowText::isAtomic(row) ? QString() : RowText::visible(row, cell);
}

} // namespace

QString FindText::folded(QStringView text)
{
    QString out(text.size(), Qt::Uninitialized);
    std::transform(text.utf16(), text.utf16() + text.size(),
                   reinterpret_cast<char16_t *>(out.data()), foldedChar);
    return out;
}

QString FindText::searchable(const InlineRuns &runs, bool keepLineBreaks)
{
    QString text;
    for (size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].flags & InlineRun::SoftBreak && !keepLineBreaks)
            text += RowText::length(runs, i, keepLineBreaks) > 0 ? QStringLiteral(" ") : QString();
        else
            text += runs[i].text;
    }
    return text;
}

QString FindText::searchable(const RowContent &row, int cell)
{
    const InlineRuns *runs = RowText::runs(row, cell);
    return runs ? searchable(*runs, RowText::keepsLineBreaks(row)) : plainText(row, cell);
}

std::vector<TextRange> FindText::matches(const QString &text, const QString &needle)
{
    std::vector<TextRange> found;
    if (needle.isEmpty())
        return found;
    for (qsizetype at = text.indexOf(needle); at >= 0;
         at = text.indexOf(needle, at + needle.size()))
        found.push_back({at, at + needle.size()});
    return found;
}

TextRange FindText::visible(const InlineRuns &runs, bool keepLineBreaks, TextRange range)
{
    TextRange out;
    qsizetype searched = 0; // begin of the run in the searchable text
    qsizetype shown = 0;    // and in the visible one
    for (size_t i = 0; i < runs.size() && searched < range.end; ++i) {
        const qsizetype length = RowText::length(runs, i, keepLineBreaks);
        const bool sign = runs[i].isSign();
        const qsizetype size = sign ? runs[i].text.size() : length;
        if (range.begin >= searched && range.begin < searched + size)
            out.begin = sign ? shown : shown + range.begin - searched;
        if (range.end <= searched + size)
            out.end = sign ? shown + 1 : shown + range.end - searched;
        searched += size;
        shown += length;
    }
    return out;
}

} // namespace ponder
