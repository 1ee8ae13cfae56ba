#include "markdown/TextHardness.h"

#include <algorithm>

namespace ponder {

namespace {

// A stretch of text beyond one of these is shown as it is.
constexpr int kMaxContainers = 48;
constexpr qsizetype kMaxBrackets = 2000;
constexpr qsizetype kMaxDelimiters = 8000;
constexpr qsizetype kMaxPipesInLine = 400;
constexpr qsizetype kMaxTableCells = 100'000;

/// How many containers a line opens at its start.
int containerDepth(QStringView line)
{
    int depth = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool spaceFollows = i + 1 >= line.size() || line[i + 1] == u' ';
        if (c == u'>') {
            ++depth;
        } else if (c == u'-' || c == u'+' || c == u'*' || c == u'.' || c == u')') {
            if (!spaceFollows)
                break;
            ++depth;
        } else if (c != u' ' && c != u'\t' && !c.isDigit()) {
            break;
        }
    }
    return depth;
}

} // namespace

bool isTooHard(QStringView text)
{
    if (text.size() < kMaxContainers)
        return false;
    qsizetype brackets = 0;
    qsizetype delimiters = 0;
    qsizetype lines = 0;
    qsizetype pipes = 0;
    qsizetype mostPipes = 0;
    bool lineBegins = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (lineBegins && containerDepth(text.mid(i, kMaxContainers * 4)) > kMaxContainers)
            return true;
        lineBegins = false;
        switch (text[i].unicode()) {
        case u'[':
        case u'<':
            ++brackets;
            break;
        case u'*':
        case u'_':
        case u'~':
        case u'`':
        case u'&':
            ++delimiters;
            break;
        case u'|':
            ++pipes;
            mostPipes = std::max(mostPipes, pipes);
            break;
        case u'\n':
            ++lines;
            pipes = 0;
            lineBegins = true;
            break;
        default:
            break;
        }
    }
    return brackets > kMaxBrackets || delimiters > kMaxDelimiters || mostPipes > kMaxPipesInLine ||
           mostPipes * lines > kMaxTableCells;
}

} // namespace ponder
