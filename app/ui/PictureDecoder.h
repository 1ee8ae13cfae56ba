#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace ponder {

/// Bytes of a picture that someone else made, to pixels. Only bitmap formats, told by their first
/// bytes and never by a name: an SVG is a document that can refer to others. What a small file
/// claims to unfold to is looked at before any of it is allocated.
class PictureDecoder
{
public:
    static constexpr qint64 kMaxBytes = 16 * 1024 * 1024;
    static constexpr qint64 kMaxPixels = 24'000'000;

    /// Null for anything else than a picture within the bounds. One that is wider than `widest` is
    /// made that wide.
    [[nodiscard]] static QImage decode(const QByteArray &bytes, int widest);
    /// The bytes in a data: address; empty when it is not a well-formed one.
    [[nodiscard]] static QByteArray bytesOf(const QString &dataUrl);
};

} // namespace ponder
