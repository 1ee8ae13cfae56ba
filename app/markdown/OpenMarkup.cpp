#include "markdown/OpenMarkup.h"

#include <algorithm>

namespace ponder {

namespace {

bool isTakenAsIs(const InlineRun &run)
{
    return bool(run.flags & (InlineRun::Code | InlineRun::Math));
}

/// A delimiter run of emphasis as one character of it, with what stands next to the run.
struct Delimiter
{
    OpenMarkup::Mark mark = OpenMarkup::Star;
    QChar before;
    QChar after;
    bool several = false; ///< any of them may have stood behind a backslash

    [[nodiscard]] bool inWord() const
    {
        return mark == OpenMarkup::Underscore && before.isLetterOrNumber() &&
               after.isLetterOrNumber();
    }
};

/// Calls `visit` with each delimiter that has stayed text. At an edge of a run what is next to it
/// is taken for a letter; `before`: what stands before all of them.
template <typename Visit>
void forDelimiters(const InlineRuns &runs, QChar before, Visit visit)
{
    for (size_t i = 0; i < runs.size(); ++i) {
        const QString &text = runs[i].text;
        if (isTakenAsIs(runs[i]))
            continue;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar c = text[at];
            if (c != u'*' && c != u'~' && c != u'_')
                continue;
            qsizetype end = at + 1;
            while (end < text.size() && text[end] == c)
                ++end;
            Delimiter delimiter;
            delimiter.mark = c == u'*'   ? OpenMarkup::Star
                             : c == u'~' ? OpenMarkup::Tilde
                                         : OpenMarkup::Underscore;
            delimiter.before = at > 0 ? text[at - 1] : i > 0 ? QChar(u'.') : before;
            delimiter.after = end < text.size() ? text[end] : QChar(u'.');
            delimiter.several = end > at + 1;
            visit(delimiter);
            at = end - 1;
        }
    }
}

/// Whether emphasis begins right behind a letter: its first delimiter could end other emphasis.
bool beginsBehindLetter(const InlineRuns &runs)
{
    constexpr InlineRun::Flags kEmphasis = InlineRun::Bold | InlineRun::Italic | InlineRun::Strike;
    for (size_t i = 1; i < runs.size(); ++i) {
        if (!((runs[i].flags & kEmphasis) & ~runs[i - 1].flags))
            continue;
        if (runs[i - 1].flags & InlineRun::HardBreak)
            return true; // that may have been a tag
        // Of a longer delimiter, some may be left.
        QStringView before = runs[i - 1].text;
        while (before.size() > 1 && QStringView(u"*_~").contains(before.back()))
            before.chop(1);
        if (!before.isEmpty() && !before.back().isSpace())
            return true;
    }
    return false;
}

} // namespace

void OpenMarkup::add(const InlineRuns &runs)
{
    forDelimiters(runs, u' ', [this](const Delimiter &delimiter) {
        if ((!delimiter.after.isSpace() || delimiter.several) && !delimiter.inWord())
            marks |= delimiter.mark;
    });
    int brackets = 0;
    for (const InlineRun &run : runs) {
        if (isTakenAsIs(run))
            continue;
        for (qsizetype i = 0; i < run.text.size(); ++i) {
            const QChar c = run.text[i];
            const QChar after = i + 1 < run.text.size() ? run.text[i + 1] : QChar(u'.');
            if (c == u'`')
                marks |= Backtick;
            else if (c == u'<' && !after.isSpace() && !after.isDigit())
                marks |= Angle;
            else if (c == u'[')
                ++brackets;
            else if (c == u']' && after == u'(')
                marks |= Target;
            else if (c == u']')
                brackets = std::max(0, brackets - 1);
        }
    }
    if (brackets > 0)
        marks |= Bracket;
}

bool OpenMarkup::mayClose(QStringView text, const InlineRuns &runs, QChar before) const
{
    if (!marks)
        return false;
    // Within brackets, addresses are no links.
    const bool address = text.contains(u':') || text.contains(u"ww", Qt::CaseInsensitive);
    if ((marks & Bracket && (address || text.contains(u']'))) ||
        (marks & Backtick && text.contains(u'`')) || (marks & Target && text.contains(u')')) ||
        (marks & Angle && text.contains(u'>')) ||
        (marks & Word && (text.contains(u'@') || text.contains(u':'))))
        return true;
    // The runs do not tell what stood behind a backslash or was an entity, nor do they have tags
    // and links and pictures without a name: what stands behind one seems to stand behind what is
    // before it.
    const bool hides = text.contains(u'\\') || text.contains(u'&') || text.contains(u"](") ||
                       text.contains(u"][") || text.contains(u'>');
    if (hides &&
        ((marks & Star && text.contains(u'*')) || (marks & Underscore && text.contains(u'_')) ||
         (marks & Tilde && text.contains(u'~'))))
        return true;
    bool closes = marks & (Star | Underscore | Tilde) && beginsBehindLetter(runs);
    forDelimiters(runs, before, [&](const Delimiter &delimiter) {
        closes = closes ||
                 (marks & delimiter.mark && !delimiter.before.isSpace() && !delimiter.inWord());
    });
    return closes;
}

} // namespace ponder
