#pragma once

#include <QChar>
#include <QStringView>

namespace ponder::guard {

// Noncharacters never occur in text that is meant for people; those in a source are replaced first.
// Guarding uses a few of them as marks that cmark takes for letters.
inline constexpr char16_t kFirstNonCharacter = 0xfdd0;
inline constexpr char16_t kLastNonCharacter = 0xfdef;
inline constexpr char16_t kFiller = 0xfdd0;     ///< neither space nor punctuation, taken out again
inline constexpr char16_t kTokenBegin = 0xfdd1; ///< then digits kTokenDigit + 0…7 and kTokenEnd
inline constexpr char16_t kTokenEnd = 0xfdd2;
inline constexpr char16_t kTokenDigit = 0xfdd8;
inline constexpr char16_t kPart =
    0xfdd3; ///< then digits and kTokenEnd: a paragraph may be cut here
inline constexpr char16_t kUnspace = 0xfdd4; ///< the space before it is taken out again

[[nodiscard]] constexpr bool isNonCharacter(char16_t c)
{
    return c >= kFirstNonCharacter && c <= kLastNonCharacter;
}

/// NUL, half a character, or one of the marks themselves: replaced wherever it stands.
[[nodiscard]] inline bool isForbiddenAt(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 >= text.size() || !text[i + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return i == 0 || !text[i - 1].isHighSurrogate();
    return c.isNull() || isNonCharacter(c.unicode());
}

} // namespace ponder::guard
