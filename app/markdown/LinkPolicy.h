#pragma once

#include <QString>

namespace ponder {

/// Which addresses of an answer may become links or pictures. Answers are hostile: nothing but web
/// and mail addresses is ever handed to the desktop, and no file is ever read.
class LinkPolicy
{
public:
    /// A data: picture longer than this (characters) is not shown.
    static constexpr qsizetype kMaxDataUrl = 4 * 1024 * 1024;

    /// http, https and mailto with a target that parses.
    [[nodiscard]] static bool allowsLink(const QString &url);
    /// http and https, and data: pictures of a bitmap format within kMaxDataUrl.
    [[nodiscard]] static bool allowsImage(const QString &url);
    /// A name for a picture without alternative text: the last part of its address.
    [[nodiscard]] static QString pictureName(const QString &url);
    /// The machine that a web address names, as shown to a person: the part that tells where a
    /// click leads. Empty for other addresses.
    [[nodiscard]] static QString host(const QString &url);
};

} // namespace ponder
