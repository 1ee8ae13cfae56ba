#pragma once

#include "ui/FindController.h"
#include "ui/FindText.h"
#include "ui/SpanFormats.h"
#include "ui/TextLook.h"
#include "ui/TextSpans.h"
#include "ui/TranscriptRows.h"

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickItem>
#include <QQuickTextDocument>
#include <QTextBlock>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Fills the document of a TextEdit from inline runs through a cursor. Never through HTML or
/// markdown: answers are hostile, and a document that is set anew costs a hundred times one that is
/// continued. Only what differs from what stands is replaced, so growing text is appended.
class BlockDocument : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    /// Of the TextEdit that this is a child of, where it is not given.
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY styleChanged)
    Q_PROPERTY(ponder::TextLook *look READ look WRITE setLook NOTIFY styleChanged)
    /// InlineText: what is shown. Else `text` is shown as it is.
    Q_PROPERTY(QVariant runs READ runs WRITE setRuns NOTIFY contentChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY contentChanged)
    Q_PROPERTY(bool mono MEMBER m_mono NOTIFY styleChanged) ///< `text` is code
    Q_PROPERTY(bool keepLineBreaks MEMBER m_keepLineBreaks NOTIFY styleChanged)
    /// Each line of `runs` is laid out and drawn by itself: for text of any length.
    Q_PROPERTY(bool linesApart MEMBER m_linesApart NOTIFY styleChanged)
    /// A formula that is wider than this many pixels is drawn smaller; 0: none is.
    Q_PROPERTY(
        qreal widestFormula READ widestFormula WRITE setWidestFormula NOTIFY widestFormulaChanged)
    /// 0: the look's reading size.
    Q_PROPERTY(int pixelSize READ pixelSize WRITE setPixelSize NOTIFY styleChanged)
    Q_PROPERTY(int weight MEMBER m_weight NOTIFY styleChanged)
    /// Pixels from line to line; cjkLineHeight is for text that is mainly Chinese. 0: by the size.
    Q_PROPERTY(int lineHeight READ lineHeight WRITE setLineHeight NOTIFY styleChanged)
    Q_PROPERTY(int cjkLineHeight READ cjkLineHeight WRITE setCjkLineHeight NOTIFY styleChanged)
    /// Lines are centred or stand at the right.
    Q_PROPERTY(bool aligned MEMBER m_aligned NOTIFY styleChanged)
    /// Of every paragraph, which begins at that side; Qt.LayoutDirectionAuto: each by its letters.
    Q_PROPERTY(int direction MEMBER m_direction NOTIFY styleChanged)
    /// While the find bar is open: hits are marked behind the text.
    Q_PROPERTY(ponder::FindController *find READ find WRITE setFind NOTIFY findChanged)
    /// The text is mainly Chinese.
    Q_PROPERTY(bool cjk READ cjk NOTIFY cjkChanged)
    Q_PROPERTY(int usedLineHeight READ usedLineHeight NOTIFY cjkChanged)
    /// How much lower the baseline of the first line is than usual: a formula makes it higher.
    Q_PROPERTY(qreal firstLineShift READ firstLineShift NOTIFY firstLineShiftChanged)

public:
    explicit BlockDocument(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] QVariant runs() const { return QVariant::fromValue(m_runs); }
    void setRuns(const QVariant &runs);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] qreal widestFormula() const { return m_widestFormula; }
    void setWidestFormula(qreal width);
    [[nodiscard]] TextLook *look() const { return m_look; }
    void setLook(TextLook *look);
    [[nodiscard]] int pixelSize() const;
    void setPixelSize(int size) { setStyle(m_pixelSize, size); }
    [[nodiscard]] int lineHeight() const;
    void setLineHeight(int height) { setStyle(m_lineHeight, height); }
    [[nodiscard]] int cjkLineHeight() const;
    void setCjkLineHeight(int height) { setStyle(m_cjkLineHeight, height); }
    [[nodiscard]] FindController *find() const { return m_find; }
    void setFind(FindController *find);
    [[nodiscard]] bool cjk() const { return m_cjk; }
    [[nodiscard]] int usedLineHeight() const { return m_cjk ? cjkLineHeight() : lineHeight(); }
    [[nodiscard]] qreal firstLineShift() const { return m_firstLineShift; }

    /// Where in the document an offset into the visible text (see RowText) stands, and back: a
    /// formula is one character of the visible text even while its source is shown.
    Q_INVOKABLE int positionOf(int offset) const;
    Q_INVOKABLE int offsetAt(int position) const;

    /// What finding searches in here (see FindText), and where in the document a part of it stands.
    [[nodiscard]] QString searchText() const;
    [[nodiscard]] TextRange shownRange(TextRange searched) const;

    /// Where in the document code stands among words.
    [[nodiscard]] std::vector<TextRange> inlineCode() const;
    [[nodiscard]] QColor codeBackground() const
    {
        return m_look ? m_look->codeBackground() : QColor();
    }
    [[nodiscard]] QColor selectionColor() const
    {
        return m_look ? m_look->selectionColor() : QColor();
    }
    /// Whether formulas or other signs are drawn in it.
    [[nodiscard]] bool hasPictures() const;

    void classBegin() override {}
    void componentComplete() override;

Q_SIGNALS:
    void contentChanged();
    void styleChanged();
    void cjkChanged();
    void findChanged();
    void widestFormulaChanged();
    void firstLineShiftChanged();
    /// The document is another one.
    void filled();

private Q_SLOTS:
    void restyle();

private:
    void setStyle(int &member, int value);
    void placeMarks();
    void dress();
    void placeLines();
    static void keepShapes(QTextBlock block);
    void apply();
    void takeWidth();
    void setBlockFormat();
    void hearOfThePointer();
    void tintCode();
    void noteFirstLine();
    [[nodiscard]] TextSpans wantedSpans() const;
    void drawPictures(TextSpans &spans);
    void holdPictures(TextSpans &spans);
    [[nodiscard]] bool holdsDifferently() const;
    [[nodiscard]] QQuickItem *edit() const;
    [[nodiscard]] qreal lineWidth() const;
    [[nodiscard]] QTextDocument *target() const;

    QPointer<QQuickTextDocument> m_document;
    InlineText m_runs;
    QString m_text;
    bool m_mono = false;
    bool m_keepLineBreaks = false;
    bool m_linesApart = false;
    bool m_aligned = false;
    qreal m_widestFormula = 0;
    QPointer<TextLook> m_look;
    int m_pixelSize = 0;
    int m_weight = 400;
    int m_lineHeight = 0;
    int m_cjkLineHeight = 0;
    int m_direction = Qt::LayoutDirectionAuto;

    bool m_complete = false;
    bool m_restyleQueued = false;
    bool m_cjk = false;
    int m_appliedLineHeight = 0;
    qreal m_firstLineShift = 0;
    qreal m_widestHeld = 0; ///< of pictures and the letters that belong to them
    qreal m_heldFor = 0;    ///< the width of the lines then
    bool m_applying = false;
    QMetaObject::Connection m_widths;  ///< tells of the item's while there are such
    QMetaObject::Connection m_layouts; ///< tells of the lines while some may be higher
    bool m_waitsForFormulas = false;   ///< some formula is shown as its source for now
    bool m_widthMatters = false;       ///< some formula was asked whether it is too wide
    bool m_hasTallPictures = false;    ///< lines may be higher than the others
    QPointer<FindController> m_find;
    QPointer<QQuickItem> m_marks;
    QPointer<QQuickItem> m_codeTint; ///< only where there is code among words
    TextSpans m_shown;               ///< what stands in the document
    SpanFormats m_formats;
};

} // namespace ponder
