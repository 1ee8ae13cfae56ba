#pragma once

#include "ui/CitationChip.h"
#include "ui/FormulaPicture.h"
#include "ui/KeycapSign.h"
#include "ui/TextSpans.h"

#include <QColor>
#include <QSet>
#include <QTextImageFormat>

#include <functional>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace ponder {

/// Formulas, signs of citations, keycaps and pictures that a text brings along, within the text of
/// a document.
class InlinePictures
{
public:
    /// Forgets what has been drawn: it would look different now.
    void clear() { m_drawn.clear(); }

    /// Each adds its picture to the document. `base`: how the text around it looks; `height`: of
    /// the picture, if that is more than the sign takes; `room`: see TextSpan.
    [[nodiscard]] QTextImageFormat formula(QTextDocument &document, const QTextCharFormat &base,
                                           const FormulaPicture &formula, const QString &source,
                                           const QColor &color, qreal room);
    [[nodiscard]] QTextImageFormat chip(QTextDocument &document, const QTextCharFormat &base,
                                        const CitationChip &chip, const QString &number,
                                        qreal height, qreal room);
    [[nodiscard]] QTextImageFormat keycap(QTextDocument &document, const QTextCharFormat &base,
                                          const KeycapSign &sign, const QString &source,
                                          qreal height, qreal room);
    [[nodiscard]] QTextImageFormat enclosed(QTextDocument &document, const QTextCharFormat &base,
                                            const QImage &picture, const QString &url, qreal room);

    /// Makes pictures and the letters behind them stand in one line where a letter in the picture's
    /// place would (see TextSpan::room), as long as that fits into a line of so many pixels (0:
    /// lines of any length, −1: not known yet). `widthOf`: of letters that look as the span does,
    /// or of its picture. Returns the width of the widest of what stands together.
    static qreal
    holdTogether(TextSpans &spans, qreal lineWidth,
                 const std::function<qreal(const TextSpan &, const QString &letters)> &widthOf);
    /// TextEdit paints a picture beside what it painted last in its line, which is not always what
    /// stands before it where text runs from right to left, and at the left end of a line that it
    /// begins, however that is aligned. Behind a blank as wide as a hair it stands where it
    /// belongs.
    static void pinDown(TextSpans &spans);
    /// The blank that leads back over room, and how it looks.
    [[nodiscard]] static TextSpan back(qreal room);
    [[nodiscard]] static QTextCharFormat backFormat(QTextCharFormat text, qreal room);

private:
    [[nodiscard]] QTextImageFormat sign(QTextDocument &document, const QTextCharFormat &base,
                                        const QString &name, QSizeF size, qreal height, qreal room,
                                        const std::function<QImage(qreal ratio)> &draw);
    [[nodiscard]] QTextImageFormat format(QTextDocument &document, const QTextCharFormat &base,
                                          const QString &name, QSizeF size, qreal room,
                                          const std::function<QImage(qreal ratio)> &draw);

    QSet<QString> m_drawn; ///< names of what the document has
};

} // namespace ponder
