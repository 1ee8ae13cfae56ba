#include "ui/TextSpans.h"

#include "markdown/CjkText.h"

#include <QTextBoundaryFinder>

#include <utility>

namespace ponder {

namespace {

bool isWide(QChar c)
{
    return isCjkLetter(c.unicode()) || isCjkPunctuation(c.unicode());
}

bool isLatin(QChar c)
{
    return c.isLetterOrNumber() && !isCjkLetter(c.unicode()) && !c.isSurrogate();
}

/// Between these two a thin space is drawn.
bool needsThinSpace(QChar a, QChar b)
{
    return (isCjkLetter(a.unicode()) && isLatin(b)) || (isLatin(a) && isCjkLetter(b.unicode()));
}

quint32 spanFlags(const InlineRun &run)
{
    static constexpr std::pair<InlineRun::Flag, TextSpan::Flag> kSame[] = {
        {InlineRun::Bold, TextSpan::Bold},     {InlineRun::Italic, TextSpan::Italic},
        {InlineRun::Strike, TextSpan::Strike}, {InlineRun::Code, TextSpan::Code},
        {InlineRun::Raised, TextSpan::Raised}, {InlineRun::Lowered, TextSpan::Lowered},
        {InlineRun::Typed, TextSpan::Typed},   {InlineRun::Underline, TextSpan::Underline},
    };
    quint32 out = run.isLink() ? quint32(TextSpan::Link) : 0U;
    out |= run.isSign() ? quint32(TextSpan::Math) : 0U;
    for (const auto &[ofRun, ofSpan] : kSame)
        out |= run.flags & ofRun ? quint32(ofSpan) : 0U;
    return out;
}

/// Joins runs into one text with the flags of each character, line ends settled.
struct FlatText
{
    QString text;
    std::vector<quint32> flags;
    std::vector<const QString *> urls;

    void add(QChar c, quint32 flag, const QString *url)
    {
        text += c;
        flags.push_back(flag);
        urls.push_back(url);
    }

    /// Code stands apart from Han like Latin does, whatever it begins and ends with.
    [[nodiscard]] bool needsThinSpaceAfter(qsizetype i) const
    {
        const quint32 before = flags[size_t(i)];
        const quint32 after = flags[size_t(i + 1)];
        if ((before | after) & TextSpan::Math)
            return false;
        const bool codeBefore = before & TextSpan::Code;
        const bool codeAfter = after & TextSpan::Code;
        if (codeBefore != codeAfter)
            return isCjkLetter(text[codeBefore ? i + 1 : i].unicode());
        return !codeBefore && needsThinSpace(text[i], text[i + 1]);
    }
};

FlatText flatten(const InlineRuns &runs, bool keepLineBreaks)
{
    FlatText flat;
    for (size_t i = 0; i < runs.size(); ++i) {
        const InlineRun &run = runs[i];
        const quint32 flags = spanFlags(run);
        if (run.flags & InlineRun::SoftBreak && !keepLineBreaks) {
            if (TextSpanBuilder::softBreakIsSpace(runs, i))
                flat.add(u' ', flags, &run.url);
            continue;
        }
        for (const QChar c : run.text)
            flat.add(c == u'\n' ? QChar(QChar::LineSeparator) : c, flags,
                     run.flags & InlineRun::Math ? &run.text : &run.url);
    }
    return flat;
}

/// Qt takes each character from the first font that has it: "⚠" from one and the sign after it,
/// which asks for the coloured form, from another. What belongs together is marked as a whole.
void markEmoji(FlatText &flat)
{
    constexpr char16_t kColoured = 0xFE0F;
    constexpr char16_t kKeycap = 0x20E3;
    if (!flat.text.contains(kColoured) && !flat.text.contains(kKeycap))
        return;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, flat.text);
    qsizetype begin = 0;
    for (qsizetype end = letters.toNextBoundary(); end > 0; end = letters.toNextBoundary()) {
        const QStringView letter = QStringView(flat.text).mid(begin, end - begin);
        if (letter.contains(kColoured) || letter.contains(kKeycap)) {
            for (qsizetype i = begin; i < end; ++i)
                flat.flags[size_t(i)] |= TextSpan::Emoji;
        }
        begin = end;
    }
}

} // namespace

bool TextSpanBuilder::softBreakIsSpace(const InlineRuns &runs, size_t run)
{
    if (run == 0 || run + 1 >= runs.size())
        return true;
    const QString &before = runs[run - 1].text;
    const QString &after = runs[run + 1].text;
    return before.isEmpty() || after.isEmpty() || !isWide(before.back()) || !isWide(after.front());
}

QString TextSpanBuilder::visibleText(const InlineRuns &runs, bool keepLineBreaks)
{
    QString text;
    for (size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].isSign())
            text += QChar(QChar::ObjectReplacementCharacter);
        else if (!(runs[i].flags & InlineRun::SoftBreak) || keepLineBreaks)
            text += runs[i].text;
        else if (softBreakIsSpace(runs, i))
            text += u' ';
    }
    return text;
}

bool TextSpanBuilder::isCjk(const InlineRuns &runs)
{
    qsizetype wide = 0;
    qsizetype other = 0;
    for (const InlineRun &run : runs) {
        for (const QChar c : run.text) {
            if (isCjkLetter(c.unicode()))
                ++wide;
            else if (c.isLetter() && !(run.flags & InlineRun::Code))
                ++other;
        }
    }
    return wide > 0 && wide * 4 >= other;
}

TextSpans TextSpanBuilder::build(const InlineRuns &runs, bool keepLineBreaks)
{
    FlatText flat = flatten(runs, keepLineBreaks);
    markEmoji(flat);
    const bool cjk = isCjk(runs);
    TextSpans spans;
    const qsizetype size = flat.text.size();
    for (qsizetype i = 0; i < size; ++i) {
        const QChar c = flat.text[i];
        quint32 flags = flat.flags[size_t(i)];
        const QString &url = *flat.urls[size_t(i)];
        if (!(flags & (TextSpan::Code | TextSpan::Math))) {
            const bool shared = isSharedPunctuation(c.unicode());
            // The marks of Chinese text lean no more than its characters do.
            if (flags & TextSpan::Italic && isWide(c) && (cjk || !shared))
                flags = quint32((flags & ~TextSpan::Italic) | TextSpan::Bold);
            if (cjk && shared)
                flags |= TextSpan::Wide;
        }
        if (i + 1 < size && flat.needsThinSpaceAfter(i))
            flags |= TextSpan::Spaced;
        const bool nextFormula =
            flags & TextSpan::Math && i > 0 && flat.urls[size_t(i)] != flat.urls[size_t(i - 1)];
        if (spans.empty() || spans.back().flags != flags || spans.back().url != url || nextFormula)
            spans.push_back({QString(), flags, url});
        spans.back().text += c;
    }
    return spans;
}

} // namespace ponder
