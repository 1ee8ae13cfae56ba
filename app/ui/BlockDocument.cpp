// Long because what is shown, what of it is set anew and where its parts stand are one mapping.
#include "ui/BlockDocument.h"

#include "ui/CodeTint.h"
#include "ui/FindMarks.h"
#include "ui/SpanPlaces.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// Where there is no look to ask, in pixels.
constexpr int kPixelSize = 15;
/// Characters of one text whose shapes are kept; they take about thirty bytes each.
constexpr int kMostKeptShapes = 20'000;

bool isPicture(const TextSpan &span)
{
    return span.flags & TextSpan::Picture;
}

} // namespace

BlockDocument::BlockDocument(QObject *parent) : QObject(parent)
{
    connect(this, &BlockDocument::styleChanged, this, &BlockDocument::restyle);
}

void BlockDocument::componentComplete()
{
    m_complete = true;
    if (!m_document && parent())
        m_document = parent()->property("textDocument").value<QQuickTextDocument *>();
    if (QQuickItem *item = edit()) // formulas have it, too
        connect(item, SIGNAL(colorChanged(QColor)), this, SLOT(restyle()));
    if (Formulas *formulas = Formulas::of(this)) {
        m_formats.setFormulas(formulas);
        connect(formulas, &Formulas::changed, this, [this] {
            if (m_waitsForFormulas)
                apply();
        });
    }
    dress();
    takeWidth();
    apply();
    placeMarks();
}

void BlockDocument::setLook(TextLook *look)
{
    if (m_look == look)
        return;
    if (m_look)
        m_look->disconnect(this);
    m_look = look;
    if (look)
        connect(look, &TextLook::changed, this, &BlockDocument::styleChanged);
    Q_EMIT styleChanged();
}

void BlockDocument::setStyle(int &member, int value)
{
    if (std::exchange(member, value) != value)
        Q_EMIT styleChanged();
}

int BlockDocument::pixelSize() const
{
    return m_pixelSize > 0 ? m_pixelSize : m_look ? m_look->readingSize() : kPixelSize;
}

int BlockDocument::lineHeight() const
{
    return m_lineHeight > 0 ? m_lineHeight : qRound(pixelSize() * 24 / 15.0);
}

int BlockDocument::cjkLineHeight() const
{
    return m_cjkLineHeight > 0 ? m_cjkLineHeight : qRound(pixelSize() * 26 / 15.0);
}

/// Tells everyone who draws of the style.
void BlockDocument::dress()
{
    QQuickItem *item = edit();
    m_formats.setStyle({m_look, item ? item->property("color").value<QColor>() : QColor(),
                        pixelSize(), m_weight, m_mono});
    if (!item || !m_look)
        return;
    QFont font(m_mono ? m_look->monoFamily() : m_look->fontFamily());
    font.setPixelSize(pixelSize());
    item->setProperty("font", font);
    item->setProperty("selectionColor", m_look->selectionColor());
    // Whatever colours it has: all are to be read on the selection.
    item->setProperty("selectedTextColor", m_look->textColor());
    placeLines();
}

/// A line of fixed height has its baseline at four fifths; the design has it in the middle.
void BlockDocument::placeLines()
{
    QQuickItem *item = edit();
    if (!item || !m_look)
        return;
    const qreal higher = std::round(usedLineHeight() * 0.3 - pixelSize() * 0.364);
    item->setProperty("topPadding", -higher);
    item->setProperty("bottomPadding", higher);
}

/// The text is complete after this object is, and takes its width only then: without knowing it
/// already, the document would be laid out once for nothing.
void BlockDocument::takeWidth()
{
    if (const qreal width = lineWidth(); width > 0)
        target()->setTextWidth(width);
}

QQuickItem *BlockDocument::edit() const
{
    return m_document ? qobject_cast<QQuickItem *>(m_document->parent()) : nullptr;
}

/// Of the item's lines, where it has a width: −1 where it has none yet, 0 where lines are not
/// broken.
qreal BlockDocument::lineWidth() const
{
    const QQuickItem *item = edit();
    if (!item || item->property("wrapMode").toInt() == QTextOption::NoWrap)
        return 0;
    const qreal width = item->width() - item->property("leftPadding").toReal() -
                        item->property("rightPadding").toReal();
    return width > 0 ? width : -1;
}

void BlockDocument::setFind(FindController *find)
{
    if (m_find == find)
        return;
    m_find = find;
    placeMarks();
    Q_EMIT findChanged();
}

void BlockDocument::placeMarks()
{
    if (!m_complete)
        return;
    delete m_marks;
    if (QQuickItem *item = edit(); m_find && item)
        m_marks = new FindMarks(*this, *m_find, *item);
}

QString BlockDocument::searchText() const
{
    return m_runs.runs ? FindText::searchable(*m_runs.runs, m_keepLineBreaks) : m_text;
}

TextRange BlockDocument::shownRange(TextRange searched) const
{
    if (!m_runs.runs)
        return searched;
    const TextRange visible = FindText::visible(*m_runs.runs, m_keepLineBreaks, searched);
    return {positionOf(int(visible.begin)), positionOf(int(visible.end))};
}

void BlockDocument::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    m_document = document;
    Q_EMIT styleChanged();
}

void BlockDocument::setRuns(const QVariant &runs)
{
    const auto fresh = runs.value<InlineText>();
    if (fresh == m_runs && m_runs.runs)
        return;
    m_runs = fresh;
    apply();
    Q_EMIT contentChanged();
}

void BlockDocument::setWidestFormula(qreal width)
{
    if (qFuzzyCompare(m_widestFormula + 1, width + 1))
        return;
    m_widestFormula = width;
    m_formats.setWidestFormula(width);
    if (m_widthMatters)
        restyle();
    Q_EMIT widestFormulaChanged();
}

void BlockDocument::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    apply();
    Q_EMIT contentChanged();
}

/// A change of theme changes several properties at once: the document is set anew once.
void BlockDocument::restyle()
{
    if (!m_complete || m_restyleQueued)
        return;
    m_restyleQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_restyleQueued = false;
            m_shown.clear();
            m_widthMatters = false;
            m_appliedLineHeight = 0;
            m_applying = true; // an empty text has another width, and clearing goes on after that
            if (QTextDocument *document = target())
                document->clear();
            m_applying = false;
            dress();
            apply();
            Q_EMIT cjkChanged(); // the height of lines
        },
        Qt::QueuedConnection);
}

QTextDocument *BlockDocument::target() const
{
    return m_document ? m_document->textDocument() : nullptr;
}

TextSpans BlockDocument::wantedSpans() const
{
    if (m_runs.runs) {
        TextSpans spans = TextSpanBuilder::build(*m_runs.runs, m_keepLineBreaks);
        for (TextSpan &span : spans) {
            if (m_linesApart)
                span.text.replace(QChar::LineSeparator, QChar::ParagraphSeparator);
        }
        return spans;
    }
    TextSpans spans;
    if (m_mono) {
        // One line of the document a line of code: laid out again line by line while it grows.
        QString code = m_text;
        code.replace(u'\n', QChar(QChar::ParagraphSeparator));
        spans.push_back({code, TextSpan::Code, QString()});
        return spans;
    }
    InlineRuns runs(1);
    runs[0].text = m_text;
    return TextSpanBuilder::build(runs, true);
}

/// Letters are shaped to lay lines out, and again to draw them or to find a place among them,
/// unless their layout keeps what it found.
void BlockDocument::keepShapes(QTextBlock block)
{
    if (block.document()->characterCount() > kMostKeptShapes)
        return;
    for (; block.isValid(); block = block.next())
        block.layout()->setCacheEnabled(true);
}

void BlockDocument::apply()
{
    QTextDocument *document = target();
    if (!m_complete || !document)
        return;
    m_applying = true; // and the width may follow the text
    TextSpans wanted = wantedSpans();
    drawPictures(wanted);
    holdPictures(wanted);
    bool cjk = false;
    if (m_runs.runs) {
        cjk = TextSpanBuilder::isCjk(*m_runs.runs);
    } else if (!m_mono) {
        InlineRuns runs(1);
        runs[0].text = m_text;
        cjk = TextSpanBuilder::isCjk(runs);
    }
    const bool cjkDiffers = cjk != m_cjk;
    m_cjk = cjk;

    size_t same = 0;
    while (same < m_shown.size() && same < wanted.size() && m_shown[same] == wanted[same])
        ++same;
    qsizetype kept = SpanPlaces(m_shown).length(same);
    // A span that only became longer is continued.
    qsizetype skip = 0;
    if (same < m_shown.size() && same < wanted.size() &&
        m_shown[same].flags == wanted[same].flags && m_shown[same].url == wanted[same].url &&
        m_shown[same].room == wanted[same].room && m_shown[same].height == wanted[same].height) {
        const QString &a = m_shown[same].text;
        const QString &b = wanted[same].text;
        skip = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
        kept += skip;
    }
    const qsizetype shown = SpanPlaces(m_shown).length();
    const bool changes = kept < shown || kept < SpanPlaces(wanted).length();
    const bool undo = document->isUndoRedoEnabled();
    document->setUndoRedoEnabled(false);
    QTextCursor cursor(document);
    if (changes) {
        cursor.beginEditBlock();
        cursor.setPosition(int(kept));
        if (kept < shown) {
            cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
        }
        for (size_t i = same; i < wanted.size(); ++i) {
            const QString piece = i == same ? wanted[i].text.mid(skip) : wanted[i].text;
            if (!piece.isEmpty())
                cursor.insertText(piece, m_formats.of(wanted[i], *document));
        }
        keepShapes(document->findBlock(int(kept)));
    }
    if (m_appliedLineHeight != usedLineHeight())
        setBlockFormat();
    if (changes)
        cursor.endEditBlock();
    document->setUndoRedoEnabled(undo);
    m_shown = std::move(wanted);
    m_applying = false;
    hearOfThePointer();
    tintCode();
    if (cjkDiffers) {
        placeLines();
        Q_EMIT cjkChanged();
    }
    noteFirstLine();
    if (changes)
        Q_EMIT filled();
    if (holdsDifferently())
        apply();
}

/// Only texts with links or notes ask to be told of the pointer: at each frame Qt tells every item
/// under and beside it that does, and an answer has hundreds.
void BlockDocument::hearOfThePointer()
{
    QQuickItem *item = edit();
    if (!item)
        return;
    item->setAcceptHoverEvents(
        std::any_of(m_shown.begin(), m_shown.end(), [](const TextSpan &span) {
            return span.flags & (TextSpan::Link | TextSpan::Broken | TextSpan::OneTooMany) ||
                   (span.flags & TextSpan::Math && !CitationChip::number(span.url).isEmpty());
        }));
}

bool BlockDocument::hasPictures() const
{
    return std::any_of(m_shown.begin(), m_shown.end(), isPicture);
}

std::vector<TextRange> BlockDocument::inlineCode() const
{
    return m_mono ? std::vector<TextRange>() : SpanPlaces(m_shown).code();
}

void BlockDocument::tintCode()
{
    if (inlineCode().empty())
        delete m_codeTint;
    else if (QQuickItem *item = edit(); item && !m_codeTint)
        m_codeTint = new CodeTint(*this, *item);
}

/// Formulas that are typeset become one object character each.
void BlockDocument::drawPictures(TextSpans &spans)
{
    const SpanFormats::Drawn drawn = m_formats.drawPictures(spans, lineHeight());
    m_waitsForFormulas = drawn.waits;
    m_widthMatters = m_widthMatters || drawn.widthMatters;
    if (drawn.tall == m_hasTallPictures)
        return;
    m_hasTallPictures = drawn.tall;
    m_appliedLineHeight = 0;
    disconnect(m_layouts);
    if (drawn.tall)
        m_layouts = connect(target()->documentLayout(), &QAbstractTextDocumentLayout::update, this,
                            &BlockDocument::noteFirstLine);
}

void BlockDocument::holdPictures(TextSpans &spans)
{
    disconnect(m_widths);
    m_widestHeld = 0;
    if (std::none_of(spans.begin(), spans.end(), isPicture))
        return;
    m_heldFor = lineWidth();
    m_widestHeld = InlinePictures::holdTogether(
        spans, m_heldFor, [this](const TextSpan &span, const QString &letters) {
            return m_formats.width(span, letters);
        });
    if (m_aligned)
        InlinePictures::pinDown(spans);
    if (m_widestHeld > 0 && m_heldFor != 0)
        m_widths = connect(edit(), &QQuickItem::widthChanged, this, [this] {
            if (!m_applying && holdsDifferently())
                apply();
        });
}

/// What stands together depends on the width where that is narrow.
bool BlockDocument::holdsDifferently() const
{
    if (m_widestHeld == 0)
        return false;
    const qreal width = lineWidth();
    return width != m_heldFor && std::min(width, m_heldFor) < m_widestHeld;
}

/// Whenever lines are set anew, whatever made that necessary: a formula may have gone to or come
/// from the first one.
void BlockDocument::noteFirstLine()
{
    qreal shift = 0;
    if (m_hasTallPictures) {
        const QTextLayout *layout = target()->firstBlock().layout();
        if (!layout || layout->lineCount() == 0)
            return;
        const QTextLine line = layout->lineAt(0);
        shift = std::max(0.0, std::round(line.y() + line.ascent() - usedLineHeight() * 0.8));
    }
    if (shift != m_firstLineShift) {
        m_firstLineShift = shift;
        Q_EMIT firstLineShiftChanged();
    }
}

int BlockDocument::positionOf(int offset) const
{
    return SpanPlaces(m_shown).positionOf(offset);
}

int BlockDocument::offsetAt(int position) const
{
    return SpanPlaces(m_shown).offsetAt(position);
}

void BlockDocument::setBlockFormat()
{
    m_appliedLineHeight = usedLineHeight();
    QTextCursor cursor(target());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat format;
    // A formula may be higher than a line of text.
    if (m_appliedLineHeight > 0)
        format.setLineHeight(m_appliedLineHeight, m_hasTallPictures
                                                      ? QTextBlockFormat::MinimumHeight
                                                      : QTextBlockFormat::FixedHeight);
    if (m_direction != Qt::LayoutDirectionAuto) {
        format.setLayoutDirection(Qt::LayoutDirection(m_direction));
        format.setAlignment(Qt::AlignLeft); // which means where the line begins
    }
    cursor.mergeBlockFormat(format);
}

} // namespace ponder
