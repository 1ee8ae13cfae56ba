#include "markdown/SourceLines.h"

#include "markdown/CjkText.h"

namespace ponder {

namespace {

constexpr int kProseWords = 5;
constexpr int kProseHan = 5;

bool isIndent(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Behind the list marker that begins at `i`, or `i` for none.
qsizetype behindMarker(QStringView line, qsizetype i)
{
    qsizetype at = i;
    if (at < line.size() && (line[at] == u'-' || line[at] == u'+' || line[at] == u'*')) {
        ++at;
    } else {
        while (at < line.size() && isDigit(line[at]))
            ++at;
        if (at == i || at >= line.size() || (line[at] != u'.' && line[at] != u')'))
            return i;
        ++at;
    }
    return at >= line.size() || isIndent(line[at]) ? at : i;
}

qsizetype behindIndent(QStringView line, qsizetype i)
{
    while (i < line.size() && isIndent(line[i]))
        ++i;
    return i;
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

} // namespace

qsizetype SourceLines::contentBegin(QStringView line)
{
    for (qsizetype i = 0;;) {
        i = behindIndent(line, i);
        if (i < line.size() && line[i] == u'>') {
            ++i;
            continue;
        }
        const qsizetype next = behindMarker(line, i);
        if (next == i)
            return i;
        i = next;
    }
}

int SourceLines::containers(QStringView line, int most)
{
    int depth = 0;
    for (qsizetype i = 0; depth <= most;) {
        i = behindIndent(line, i);
        if (i < line.size() && line[i] == u'>') {
            ++i;
        } else {
            const qsizetype next = behindMarker(line, i);
            if (next == i)
                break;
            i = next;
        }
        ++depth;
    }
    return depth;
}

int SourceLines::quotes(QStringView line)
{
    int count = 0;
    for (const QChar c : line) {
        if (c == u'>')
            ++count;
        else if (!isIndent(c))
            break;
    }
    return count;
}

qsizetype SourceLines::behindQuotes(QStringView line, int count)
{
    qsizetype i = 0;
    for (; count > 0; --count) {
        i = behindIndent(line, i);
        if (i >= line.size() || line[i] != u'>')
            return -1;
        ++i;
        if (i < line.size() && line[i] == u' ')
            ++i;
    }
    return i;
}

bool SourceLines::isBlank(QStringView line)
{
    for (const QChar c : line) {
        if (c != u'>' && c != u'\n' && !isIndent(c))
            return false;
    }
    return true;
}

int SourceLines::fenceLength(QStringView line)
{
    qsizetype i = contentBegin(line);
    if (i >= line.size() || (line[i] != u'`' && line[i] != u'~'))
        return 0;
    const QChar mark = line[i];
    int length = 0;
    while (i < line.size() && line[i] == mark) {
        ++i;
        ++length;
    }
    if (length < 3 || (mark == u'`' && line.mid(i).contains(u'`')))
        return 0;
    return length;
}

bool SourceLines::closesFence(QStringView line, QChar mark, int length, int quotes)
{
    qsizetype i = behindQuotes(line, quotes);
    if (i < 0)
        return false;
    i = behindIndent(line, i);
    const qsizetype begin = i;
    while (i < line.size() && line[i] == mark)
        ++i;
    return i - begin >= length && behindIndent(line, i) == line.size();
}

bool SourceLines::isHeading(QStringView line)
{
    qsizetype i = contentBegin(line);
    const qsizetype begin = i;
    while (i < line.size() && line[i] == u'#')
        ++i;
    return i > begin && i - begin <= 6 && (i >= line.size() || isIndent(line[i]));
}

SourceLines::Marker SourceLines::marker(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (isIndent(line[i]) || line[i] == u'>'))
        ++i;
    const qsizetype end = behindMarker(line, i);
    if (end == i)
        return Marker::None;
    if (!isDigit(line[i]))
        return Marker::Bullet;
    return end == i + 2 && line[i] == u'1' ? Marker::One : Marker::Number;
}

bool SourceLines::beginsAnew(QStringView line, int quotesBefore, bool pipeBefore)
{
    return pipeBefore || isBlank(line) || marker(line) != Marker::None || fenceLength(line) > 0 ||
           isHeading(line) || line.contains(u'|') || quotes(line) != quotesBefore;
}

bool SourceLines::isProse(QStringView line)
{
    // A lone "#" may still become something else.
    if (isHeading(line) && line.mid(contentBegin(line)).contains(u' '))
        return true;
    int braces = 0;
    int words = 0;
    int letters = 0;
    int han = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        braces += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (braces > 0 || c == u'\\') {
            words = 0;
            letters = c == u'\\' ? -1'000'000 : 0;
            han = 0;
            continue;
        }
        han = isCjkLetter(c.unicode()) ? han + 1 : 0;
        if (isAsciiLetter(c)) {
            ++letters;
        } else {
            const bool word = letters >= 2 && (c == u' ' || c == u',' || c == u'.');
            words = word ? words + 1 : c == u' ' && letters <= 1 ? words : 0;
            letters = 0;
        }
        if (words >= kProseWords || han >= kProseHan)
            return true;
    }
    return false;
}

} // namespace ponder
