#pragma once

#include <QString>
#include <QStringView>

namespace ponder {

/// The address of a picture that is in the text itself: `](data:image/png;base64,…`. It is as long
/// as the picture is large, and nothing in it is markup or words: it does not count for what a
/// paragraph may hold, and where it is no picture, only its beginning is shown.
class PictureData
{
public:
    /// Behind the address that begins behind the bracket at `bracket`; −1 where none does.
    [[nodiscard]] static qsizetype end(QStringView text, qsizetype bracket);
    /// Whether an address that is not closed goes on with all of `more`.
    [[nodiscard]] static bool takes(QStringView more);
    /// What is shown of one.
    [[nodiscard]] static QString shortened(const QString &address);
    /// A text with the large ones shortened: what a model reads again of its own answer.
    [[nodiscard]] static QString withoutLarge(const QString &text);
    /// Whether the text ends in one as it is shown.
    [[nodiscard]] static bool isAtEnd(QStringView shown);
};

} // namespace ponder
