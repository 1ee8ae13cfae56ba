#pragma once

#include "ui/Formulas.h"
#include "ui/InlinePictures.h"
#include "ui/TextLook.h"
#include "ui/TextSpans.h"

#include <QColor>
#include <QCoreApplication>
#include <QHash>
#include <QPointer>
#include <QTextCharFormat>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace ponder {

/// How the spans of one text look: the character format of each, with its picture where that is a
/// formula, the sign of a citation, a keycap or what the text brings along. What has been worked
/// out is kept as long as the style is the same.
class SpanFormats
{
    Q_DECLARE_TR_FUNCTIONS(ponder::SpanFormats)

public:
    struct Style
    {
        QPointer<TextLook> look;
        QColor color;        ///< of formulas
        int pixelSize = 0;   ///< of words
        int weight = 400;    ///< of words that are not bold
        bool isCode = false; ///< all of it, so that code is not among words
    };

    struct Drawn
    {
        bool tall = false;         ///< some picture would touch the lines above or below it
        bool waits = false;        ///< some picture is shown as its source or name for now
        bool widthMatters = false; ///< some formula was asked whether it is too wide
    };

    /// From now on everything looks so.
    void setStyle(const Style &style);
    /// A formula that is wider than this many pixels is drawn smaller; 0: none is.
    void setWidestFormula(qreal width) { m_widestFormula = width; }
    void setFormulas(Formulas *formulas) { m_formulas = formulas; }

    /// Makes one object character of each formula that is typeset and of each other sign; of those
    /// that cannot be, spans that say so. `lineHeight` in pixels.
    Drawn drawPictures(TextSpans &spans, qreal lineHeight) const;

    /// The document takes the picture, if it has one.
    [[nodiscard]] QTextCharFormat of(const TextSpan &span, QTextDocument &document);
    /// Of the span's picture, or of letters that look as it does, in pixels.
    [[nodiscard]] qreal width(const TextSpan &span, const QString &letters);

    /// What is said of the sign of a citation.
    [[nodiscard]] static QString citationNote(const QString &number);

private:
    [[nodiscard]] QTextCharFormat base(quint32 flags) const;
    [[nodiscard]] QTextCharFormat ofText(const TextSpan &span);
    [[nodiscard]] QTextCharFormat ofPicture(const TextSpan &span, QTextDocument &document);
    void drawEnclosed(TextSpan &span, qreal lineHeight, Drawn &drawn) const;
    [[nodiscard]] const QImage *enclosed(const TextSpan &span) const;
    [[nodiscard]] CitationChip chip() const;
    [[nodiscard]] FormulaPicture drawn(const MathPicture &picture) const;

    Style m_style;
    qreal m_widestFormula = 0;
    QPointer<Formulas> m_formulas;
    InlinePictures m_pictures;
    QHash<quint32, QTextCharFormat> m_ofFlags;
};

} // namespace ponder
