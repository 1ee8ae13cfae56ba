#pragma once

#include <QChar>
#include <QStringView>

namespace ponder {

/// Han characters (their surrogates too), kana, hangul and bopomofo: writing without word spaces.
[[nodiscard]] constexpr bool isCjkLetter(char16_t c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x31ff) ||
           (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xd840 && c <= 0xd87f) || c == 0x3005 || c == 0x3007;
}

/// Quotation marks, dash and ellipsis that Latin and Chinese share; in Chinese text they are wide.
[[nodiscard]] constexpr bool isSharedPunctuation(char16_t c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d || c == 0x2014 || c == 0x2026 ||
           c == 0x00b7;
}

/// Punctuation of Chinese and Japanese text, the shared marks included.
[[nodiscard]] constexpr bool isCjkPunctuation(char16_t c)
{
    return (c >= 0x3001 && c <= 0x303f && c != 0x3005 && c != 0x3007) ||
           (c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) ||
           (c >= 0xff3b && c <= 0xff40) || (c >= 0xff5b && c <= 0xff65) ||
           (c >= 0xfe30 && c <= 0xfe4f) || isSharedPunctuation(c);
}

} // namespace ponder
