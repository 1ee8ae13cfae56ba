#include "markdown/GuardState.h"

#include "base/PictureData.h"

#include <algorithm>

namespace ponder {

namespace {

// What one paragraph may hold.
constexpr qsizetype kMaxLength = 65'536;
constexpr qsizetype kMaxBrackets = 2000;
constexpr qsizetype kMaxDelimiters = 8000;

} // namespace

bool GuardState::isTooMuch() const
{
    return length > kMaxLength || brackets > kMaxBrackets || delimiters > kMaxDelimiters;
}

void GuardState::setTooMuch()
{
    length = kMaxLength + 1;
}

void GuardState::count(QStringView text)
{
    length += text.size();
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'[':
        case u'<':
            ++brackets;
            break;
        case u'*':
        case u'~':
        case u'`':
        case u'_':
        case u'&':
            ++delimiters;
            break;
        default:
            break;
        }
    }
}

qsizetype GuardState::room(QStringView text) const
{
    if (length + text.size() <= kMaxLength && brackets + text.size() <= kMaxBrackets &&
        delimiters + text.size() <= kMaxDelimiters)
        return text.size();
    GuardState state = *this;
    qsizetype at = 0;
    while (at < text.size() && !state.isTooMuch()) {
        state.count(text.mid(at, 1));
        at = std::max(at + 1, PictureData::end(text, at));
    }
    return at;
}

GuardState GuardState::fenceOnly() const
{
    GuardState state;
    state.fence = fence;
    state.fenceMark = fenceMark;
    state.fenceQuotes = fenceQuotes;
    return state;
}

} // namespace ponder
