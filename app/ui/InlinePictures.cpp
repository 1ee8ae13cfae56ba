#include "ui/InlinePictures.h"

#include "ui/EnclosedPictures.h"
#include "ui/TextDirection.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// What is longer without a place to break it is not held together.
constexpr qsizetype kLongest = 48;

/// In pixels. What is not wider than nothing is not painted, and nothing is painted beside it.
constexpr qreal kHair = 1.0 / 32;

bool isPicture(const TextSpan &span)
{
    return span.flags & TextSpan::Picture;
}

/// How many characters behind a picture belong into the line it is in.
qsizetype heldLetters(const TextSpans &spans, size_t picture)
{
    QString text(u'a'); // in its place
    for (size_t i = picture + 1; i < spans.size() && text.size() <= kLongest; ++i) {
        text += spans[i].text.left(kLongest);
        if (isPicture(spans[i]))
            break; // Qt breaks lines behind each of them
    }
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, text);
    places.setPosition(1);
    if (text.size() == 1 || places.isAtBoundary())
        return 0;
    qsizetype end = std::max<qsizetype>(1, places.toNextBoundary());
    while (end > 1 && text[end - 1].isSpace())
        --end;
    return end > kLongest ? 0 : end - 1;
}

/// A reference to a source does not begin a line: it belongs to what stands before it.
void tieToWords(TextSpans &spans)
{
    for (size_t i = spans.size(); i-- > 1;) {
        const QString &before = spans[i - 1].text;
        if (isPicture(spans[i]) && !CitationChip::number(spans[i].url).isEmpty() &&
            !isPicture(spans[i - 1]) && !before.isEmpty() && !before.back().isSpace())
            spans.insert(spans.begin() + std::ptrdiff_t(i), InlinePictures::back(0));
    }
}

/// Pixels of a picture in a text for each of the layout's. Where these do not meet those of the
/// screen, a picture stands between two of the latter, and one of the same size would be blurred.
qreal pictureRatio()
{
    const qreal ratio = qGuiApp->devicePixelRatio();
    return ratio == std::floor(ratio) ? ratio : 2 * ratio;
}

/// The picture in a larger one, at the left and so far below its top.
QImage placed(const QImage &picture, QSizeF size, qreal above, qreal ratio)
{
    QImage larger((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    larger.fill(Qt::transparent);
    QImage drawn = picture;
    drawn.setDevicePixelRatio(1);
    QPainter(&larger).drawImage(0, int(std::round(above * ratio)), drawn);
    larger.setDevicePixelRatio(ratio);
    return larger;
}

} // namespace

QTextImageFormat InlinePictures::formula(QTextDocument &document, const QTextCharFormat &base,
                                         const FormulaPicture &formula, const QString &source,
                                         const QColor &color, qreal room)
{
    const QString name = u"formula:%1:%2"_s.arg(qHash(source, size_t(color.rgb()))).arg(room);
    return format(document, base, name, formula.size(base.font()), room,
                  [&](qreal ratio) { return formula.draw(base.font(), ratio, color.rgb()); });
}

QTextImageFormat InlinePictures::chip(QTextDocument &document, const QTextCharFormat &base,
                                      const CitationChip &chip, const QString &number, qreal height,
                                      qreal room)
{
    const QString name = u"chip:%1:%2"_s.arg(number).arg(chip.color.rgb());
    return sign(document, base, name, chip.size(number), height, room,
                [&](qreal ratio) { return chip.draw(number, ratio); });
}

QTextImageFormat InlinePictures::keycap(QTextDocument &document, const QTextCharFormat &base,
                                        const KeycapSign &keycap, const QString &source,
                                        qreal height, qreal room)
{
    return sign(document, base, u"keycap:"_s + source.left(1), keycap.size(), height, room,
                [&](qreal ratio) { return keycap.draw(source, ratio); });
}

QTextImageFormat InlinePictures::enclosed(QTextDocument &document, const QTextCharFormat &base,
                                          const QImage &picture, const QString &url, qreal room)
{
    const QSizeF size = EnclosedPictures::shownSize(picture);
    const QString name = u"enclosed:%1:%2:%3"_s.arg(qHash(url)).arg(url.size()).arg(room);
    return format(document, base, name, size, room, [&](qreal ratio) {
        QImage drawn = picture.scaled((size * ratio).toSize(), Qt::IgnoreAspectRatio,
                                      Qt::SmoothTransformation);
        drawn.setDevicePixelRatio(ratio);
        return drawn;
    });
}

QTextImageFormat InlinePictures::sign(QTextDocument &document, const QTextCharFormat &base,
                                      const QString &name, QSizeF size, qreal height, qreal room,
                                      const std::function<QImage(qreal)> &draw)
{
    // The middle of a picture is a quarter of the letter x above the baseline, that of a sign half.
    const qreal higher = QFontMetrics(base.font()).xHeight() / 4.0;
    const qreal above = std::max(0.0, std::floor((height - size.height()) / 2 - higher));
    size.setHeight(std::max(height, size.height()));
    return format(document, base, u"%1:%2:%3"_s.arg(name).arg(size.height()).arg(room), size, room,
                  [&](qreal ratio) { return placed(draw(ratio), size, above, ratio); });
}

QTextImageFormat InlinePictures::format(QTextDocument &document, const QTextCharFormat &base,
                                        const QString &name, QSizeF size, qreal room,
                                        const std::function<QImage(qreal)> &draw)
{
    if (!m_drawn.contains(name)) {
        m_drawn.insert(name);
        const qreal ratio = pictureRatio();
        const QImage picture = draw(ratio);
        document.addResource(QTextDocument::ImageResource, QUrl(name),
                             room > 0 ? placed(picture, size + QSizeF(room, 0), 0, ratio)
                                      : picture);
    }
    QTextImageFormat format;
    format.merge(base);
    format.setName(name);
    format.setWidth(size.width() + room);
    format.setHeight(size.height());
    format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    return format;
}

qreal InlinePictures::holdTogether(
    TextSpans &spans, qreal lineWidth,
    const std::function<qreal(const TextSpan &, const QString &)> &widthOf)
{
    if (std::any_of(spans.begin(), spans.end(),
                    [](const TextSpan &span) { return hasRightToLeft(span.text); })) {
        pinDown(spans);
        return 0;
    }
    qreal widest = 0;
    // What follows within a line may be another picture, with letters of its own.
    for (size_t i = spans.size(); i-- > 0;) {
        if (!isPicture(spans[i]))
            continue;
        const qsizetype letters = heldLetters(spans, i);
        if (letters == 0)
            continue;
        qreal width = 0;
        for (size_t at = i + 1, left = size_t(letters); left > 0; ++at) {
            const QString part = spans[at].text.left(qsizetype(left));
            width += isPicture(spans[at]) ? std::ceil(widthOf(spans[at], part)) + spans[at].room
                                          : widthOf(spans[at], part);
            left -= size_t(part.size());
        }
        // Pictures are as wide as whole pixels: what is left beside this one counts.
        const qreal picture = widthOf(spans[i], spans[i].text);
        const qreal whole = std::ceil(picture + width);
        widest = std::max(widest, whole);
        if (lineWidth != 0 && whole > lineWidth)
            continue;
        spans[i].room = whole - std::ceil(picture);
        spans.insert(spans.begin() + std::ptrdiff_t(i) + 1, back(width));
    }
    tieToWords(spans);
    return widest;
}

void InlinePictures::pinDown(TextSpans &spans)
{
    for (size_t i = spans.size(); i-- > 0;) {
        if (isPicture(spans[i]) && (i == 0 || !(spans[i - 1].flags & TextSpan::Back)))
            spans.insert(spans.begin() + std::ptrdiff_t(i), back(-kHair));
    }
}

TextSpan InlinePictures::back(qreal room)
{
    return {QString(QChar::Nbsp), TextSpan::Back, QString(), room};
}

QTextCharFormat InlinePictures::backFormat(QTextCharFormat text, qreal room)
{
    text.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    text.setFontLetterSpacing(0);
    const qreal blank = QFontMetricsF(text.font()).horizontalAdvance(QChar::Nbsp);
    // Both are sums of what a layout counts in, so that nothing is rounded.
    text.setFontLetterSpacing(-room - blank);
    return text;
}

} // namespace ponder
