#include "ui/SpanFormats.h"

#include <QFont>
#include <QFontMetricsF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// In one text. Qt's text layout takes time that grows with the square of the pictures in a line.
constexpr int kMostFormulas = 100;
/// Each may take a megabyte.
constexpr int kMostEnclosed = 20;

/// Said when the pointer is over it.
void addNote(QTextCharFormat &format, const QString &note)
{
    format.setAnchor(true);
    format.setAnchorHref(u"note:"_s + note);
}

bool isCitation(const TextSpan &span)
{
    return span.flags & TextSpan::Math && !CitationChip::number(span.url).isEmpty();
}

bool isKeycap(const TextSpan &span)
{
    return span.flags & TextSpan::Math && KeycapSign::is(span.url);
}

bool isEnclosed(const TextSpan &span)
{
    return span.flags & TextSpan::Math && span.url.startsWith("data:"_L1, Qt::CaseInsensitive);
}

} // namespace

void SpanFormats::setStyle(const Style &style)
{
    m_style = style;
    m_ofFlags.clear();
    m_pictures.clear();
}

CitationChip SpanFormats::chip() const
{
    const TextLook *look = m_style.look;
    return {look ? look->fontFamily() : QString(), m_style.pixelSize,
            look ? look->linkColor() : QColor()};
}

FormulaPicture SpanFormats::drawn(const MathPicture &picture) const
{
    return {picture, m_style.pixelSize, m_widestFormula};
}

SpanFormats::Drawn SpanFormats::drawPictures(TextSpans &spans, qreal lineHeight) const
{
    Drawn result;
    qreal highest = 0;
    int left = kMostFormulas;
    int leftEnclosed = kMostEnclosed;
    for (TextSpan &span : spans) {
        if (!(span.flags & TextSpan::Math))
            continue;
        if (isCitation(span) || isKeycap(span)) {
            span.text = QChar(QChar::ObjectReplacementCharacter);
            span.flags |= TextSpan::Picture;
            continue;
        }
        if ((isEnclosed(span) ? leftEnclosed-- : left--) <= 0) {
            span.flags |= TextSpan::OneTooMany;
            continue;
        }
        if (isEnclosed(span)) {
            drawEnclosed(span, lineHeight, result);
            continue;
        }
        const MathPicture *picture = m_formulas ? m_formulas->picture(span.url) : nullptr;
        if (picture && !picture->ok())
            span.flags |= TextSpan::Broken;
        result.waits = result.waits || !picture;
        if (!picture || !picture->ok())
            continue;
        span.text = QChar(QChar::ObjectReplacementCharacter);
        span.flags |= TextSpan::Picture;
        const FormulaPicture formula = drawn(*picture);
        result.tall = result.tall || formula.isTall(lineHeight);
        result.widthMatters = result.widthMatters || m_widestFormula > 0;
        highest = std::max(highest, formula.size(base(0).font()).height());
    }
    // TextEdit paints lower pictures than those of formulas too low beside them. Where lines keep
    // their height, more of it costs nothing.
    for (TextSpan &span : spans) {
        if (!result.tall && (isCitation(span) || isKeycap(span)))
            span.height = highest;
    }
    return result;
}

void SpanFormats::drawEnclosed(TextSpan &span, qreal lineHeight, Drawn &drawn) const
{
    const QImage *picture = enclosed(span);
    if (!picture) {
        drawn.waits = true;
    } else if (picture->isNull()) {
        span.flags |= TextSpan::Broken;
    } else {
        span.text = QChar(QChar::ObjectReplacementCharacter);
        span.flags |= TextSpan::Picture;
        drawn.tall = drawn.tall || EnclosedPictures::shownSize(*picture).height() > lineHeight;
    }
}

const QImage *SpanFormats::enclosed(const TextSpan &span) const
{
    return m_formulas ? m_formulas->enclosedPicture(span.url) : nullptr;
}

QTextCharFormat SpanFormats::of(const TextSpan &span, QTextDocument &document)
{
    return span.flags & TextSpan::Picture ? ofPicture(span, document) : ofText(span);
}

qreal SpanFormats::width(const TextSpan &span, const QString &letters)
{
    if (!(span.flags & TextSpan::Picture)) {
        const QFontMetricsF metrics(ofText(span).font());
        // The last one may reach out of its place.
        return metrics.horizontalAdvance(letters) -
               std::min(0.0, metrics.rightBearing(letters.back()));
    }
    if (isCitation(span))
        return chip().size(CitationChip::number(span.url)).width();
    if (isKeycap(span))
        return KeycapSign{m_style.pixelSize}.size().width();
    if (isEnclosed(span)) {
        const QImage *picture = enclosed(span);
        return picture ? EnclosedPictures::shownSize(*picture).width() : 0;
    }
    const MathPicture *picture = m_formulas ? m_formulas->picture(span.url) : nullptr;
    return picture ? drawn(*picture).width() : 0;
}

QString SpanFormats::citationNote(const QString &number)
{
    return tr("Source %1 that this answer refers to").arg(number);
}

QTextCharFormat SpanFormats::ofPicture(const TextSpan &span, QTextDocument &document)
{
    const QTextCharFormat around = base(span.flags & ~quint32(TextSpan::Math | TextSpan::Emoji));
    if (isCitation(span)) {
        const QString number = CitationChip::number(span.url);
        QTextImageFormat format =
            m_pictures.chip(document, around, chip(), number, span.height, span.room);
        addNote(format, citationNote(number));
        return format;
    }
    if (isKeycap(span))
        return m_pictures.keycap(document, around, {m_style.pixelSize}, span.url, span.height,
                                 span.room);
    if (isEnclosed(span)) {
        const QImage *picture = enclosed(span);
        return picture ? m_pictures.enclosed(document, around, *picture, span.url, span.room)
                       : around;
    }
    const MathPicture *picture = m_formulas ? m_formulas->picture(span.url) : nullptr;
    if (!picture)
        return around;
    return m_pictures.formula(document, around, drawn(*picture), span.url, m_style.color,
                              span.room);
}

QTextCharFormat SpanFormats::ofText(const TextSpan &span)
{
    if (span.flags & TextSpan::Back)
        return InlinePictures::backFormat(base(0), span.room);
    auto known = m_ofFlags.constFind(span.flags);
    if (known == m_ofFlags.constEnd())
        known = m_ofFlags.insert(span.flags, base(span.flags));
    QTextCharFormat format = *known;
    if (isEnclosed(span)) {
        if (span.flags & TextSpan::Broken)
            addNote(format, tr("This picture cannot be shown: it is damaged, too large or of a "
                               "kind that Ponder does not read."));
        else if (span.flags & TextSpan::OneTooMany)
            addNote(format, tr("There are too many pictures here to show them all."));
    } else if (span.flags & TextSpan::Broken) {
        const MathPicture *picture = m_formulas ? m_formulas->picture(span.url) : nullptr;
        addNote(format,
                tr("This formula cannot be set: %1").arg(picture ? picture->error : QString()));
    } else if (span.flags & TextSpan::OneTooMany) {
        addNote(format, tr("There are too many formulas here to set them all: this one is shown "
                           "as it was written."));
    } else if (!span.url.isEmpty() && !(span.flags & TextSpan::Math)) {
        format.setAnchor(true);
        format.setAnchorHref(span.url);
    }
    return format;
}

QTextCharFormat SpanFormats::base(quint32 flags) const
{
    QTextCharFormat format;
    const TextLook *look = m_style.look;
    const QString sans = look ? look->fontFamily() : QString();
    const QString cjk = u"Noto Sans CJK SC"_s;
    const int size = m_style.pixelSize;
    const bool code = flags & (TextSpan::Code | TextSpan::Typed);
    if (code)
        format.setFontFamilies({look ? look->monoFamily() : QString(), u"Noto Sans Mono CJK SC"_s});
    else if (flags & TextSpan::Wide)
        format.setFontFamilies({cjk, sans});
    else
        format.setFontFamilies({sans, cjk});
    if (flags & TextSpan::Emoji)
        format.setFontFamilies(QStringList{u"Noto Color Emoji"_s} +
                               format.fontFamilies().toStringList());
    const bool inlineCode = code && !m_style.isCode;
    format.setProperty(QTextFormat::FontPixelSize, inlineCode ? size - 2 : size);
    format.setFontWeight(flags & TextSpan::Bold ? std::max<int>(QFont::DemiBold, m_style.weight)
                                                : m_style.weight);
    if (code) {
        // No ligatures in code: a reader must see the characters that are there.
        format.setFontStyleStrategy(QFont::PreferNoShaping);
    }
    if (flags & TextSpan::Italic)
        format.setFontItalic(true);
    if (flags & TextSpan::Strike)
        format.setFontStrikeOut(true);
    if (flags & TextSpan::Underline)
        format.setFontUnderline(true);
    if (flags & TextSpan::Lowered)
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
    else if (flags & TextSpan::Raised)
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    if (flags & TextSpan::Link && look)
        format.setForeground(look->linkColor());
    if (flags & TextSpan::Math && look)
        format.setForeground(look->mutedColor());
    const qreal spacing =
        TextLook::tracking(size) + (flags & TextSpan::Spaced ? size * TextSpan::kThinSpace : 0);
    if (spacing != 0) {
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(spacing);
    }
    return format;
}

} // namespace ponder
