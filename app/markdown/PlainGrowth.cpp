#include "markdown/PlainGrowth.h"

#include "markdown/CjkText.h"
#include "markdown/Formula.h"

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() && !c.isSurrogate();
}

/// What stands in sentences and means nothing, whatever comes behind it.
bool isMark(QChar c)
{
    if (c.unicode() < 0x80)
        return QStringView(u",;!?'\"()%-+=").contains(c);
    return !c.isSurrogate() && (isCjkPunctuation(c.unicode()) || c.isPunct() || c.isSymbol());
}

bool isCjk(QChar c)
{
    return !c.isSurrogate() && (isCjkLetter(c.unicode()) || isCjkPunctuation(c.unicode()));
}

/// Where the last word of a line begins. Nothing that begins before a Chinese character goes on
/// behind it.
qsizetype lastWord(QStringView line)
{
    qsizetype begin = line.size();
    while (begin > 0 && line[begin - 1] != u' ' && !isCjk(line[begin - 1]))
        --begin;
    return begin;
}

/// Whether nothing but the end of emphasis stands behind a tag.
bool endsInTag(QStringView word)
{
    while (!word.isEmpty() && QStringView(u"*_~").contains(word.back()))
        word.chop(1);
    return word.endsWith(u'>');
}

} // namespace

PlainGrowth PlainGrowth::after(QStringView text, const InlineRuns &runs, bool within)
{
    PlainGrowth growth;
    text = withoutSpacesBehind(text);
    if (endsInAddress(text))
        return growth;
    // Something on the line must have settled that it is text.
    const QStringView line = text.mid(text.lastIndexOf(u'\n') + 1);
    const qsizetype wordBegin = lastWord(line);
    const QStringView before = line.left(wordBegin);
    const bool settled =
        (within && line.size() == text.size()) || (!line.isEmpty() && isLetter(line.front())) ||
        std::any_of(before.begin(), before.end(), [](QChar c) { return c.isLetter(); });
    if (runs.empty() || line.isEmpty() || !settled)
        return growth;
    const QStringView word = line.mid(wordBegin);
    const QChar last = line.back();
    const InlineRun &run = runs.back();
    if (run.flags & InlineRun::AsWritten)
        return growth; // of words that would mean something elsewhere
    if (run.flags & InlineRun::Bold && text.contains(u"<summary", Qt::CaseInsensitive))
        return growth; // all of it is bold (DetailsTags)
    if (run.flags & InlineRun::Math && (!text.endsWith(run.text) || !Formula::read(run.text)))
        return growth; // still to be closed
    if (!isWord(last) && !isMark(last) && !QStringView(u"*_~`.:/").contains(last))
        return growth;
    if (endsInTag(word))
        return growth; // a line end that is shown only with what comes behind it
    growth.end = text.size();
    growth.pass(text);
    growth.target = text.contains(u']') && text.contains(u"](");
    // "www.a" and "a@b" are the beginning of something else.
    growth.withinWord = !run.flags && isWords(word);
    growth.formula = run.flags & InlineRun::Math;
    return growth;
}

bool PlainGrowth::takes(QStringView more) const
{
    if (!withinWord && !more.startsWith(u' ') && !(formula && isCjk(more.front())))
        return false;
    QChar before = last;
    QChar beforeThat = lastButOne;
    for (const QChar c : more) {
        if (c == u')' && target)
            return false;
        if (c != u' ' && before == u'.' && (beforeThat == u'w' || beforeThat == u'W'))
            return false; // "www.," is an address as well
        if (isWord(c)) {
            const bool decimal = before == u'.' && beforeThat.isDigit() && c.isDigit();
            if ((before == u'.' || before == u':') && !decimal)
                return false; // part of an address, perhaps
        } else if (c == u'/') {
            if (before == u':' || before == u'/')
                return false;
        } else if (c != u' ' && c != u'.' && c != u':' && !isMark(c)) {
            return false;
        }
        beforeThat = std::exchange(before, c);
    }
    return true;
}

void PlainGrowth::pass(QStringView words)
{
    lastButOne = words.size() > 1 ? words[words.size() - 2] : last;
    last = words.back();
}

bool PlainGrowth::endsInAddress(QStringView text)
{
    const QStringView last = text.mid(text.lastIndexOf(u' ') + 1);
    return last.contains(u'@') || last.contains(u"://") ||
           last.contains(u"www.", Qt::CaseInsensitive);
}

bool PlainGrowth::isLetter(QChar c)
{
    return c.isLetter() && !c.isSurrogate();
}

bool PlainGrowth::isWords(QStringView text)
{
    PlainGrowth growth;
    growth.withinWord = true;
    return growth.takes(text);
}

QStringView PlainGrowth::withoutSpacesBehind(QStringView line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace ponder
