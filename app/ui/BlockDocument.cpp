#include "ui/BlockDocument.h"

#include <QFont>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// Of the size of the text; a thin space is a fifth to a sixth of it.
constexpr qreal kThinSpace = 1.0 / 6;

qsizetype length(const TextSpans &spans, size_t count)
{
    qsizetype total = 0;
    for (size_t i = 0; i < count; ++i)
        total += spans[i].text.size();
    return total;
}

} // namespace

BlockDocument::BlockDocument(QObject *parent) : QObject(parent)
{
    connect(this, &BlockDocument::styleChanged, this, &BlockDocument::restyle);
}

void BlockDocument::componentComplete()
{
    m_complete = true;
    apply();
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
            m_formats.clear();
            m_shown.clear();
            m_appliedLineHeight = 0;
            if (QTextDocument *document = target())
                document->clear();
            apply();
        },
        Qt::QueuedConnection);
}

QTextDocument *BlockDocument::target() const
{
    return m_document ? m_document->textDocument() : nullptr;
}

TextSpans BlockDocument::wantedSpans() const
{
    if (m_runs.runs)
        return TextSpanBuilder::build(*m_runs.runs, m_keepLineBreaks);
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

void BlockDocument::apply()
{
    QTextDocument *document = target();
    if (!m_complete || !document)
        return;
    TextSpans wanted = wantedSpans();
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
    qsizetype kept = length(m_shown, same);
    // A span that only became longer is continued.
    qsizetype skip = 0;
    if (same < m_shown.size() && same < wanted.size() &&
        m_shown[same].flags == wanted[same].flags && m_shown[same].url == wanted[same].url) {
        const QString &a = m_shown[same].text;
        const QString &b = wanted[same].text;
        skip = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
        kept += skip;
    }
    const qsizetype shown = length(m_shown, m_shown.size());
    const bool changes = kept < shown || kept < length(wanted, wanted.size());
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
            cursor.insertText(piece, formatFor(wanted[i]));
        }
    }
    if (m_appliedLineHeight != usedLineHeight())
        setBlockFormat();
    if (changes)
        cursor.endEditBlock();
    document->setUndoRedoEnabled(undo);
    m_shown = std::move(wanted);
    if (cjkDiffers)
        Q_EMIT cjkChanged();
}

void BlockDocument::setBlockFormat()
{
    m_appliedLineHeight = usedLineHeight();
    QTextCursor cursor(target());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat format;
    if (m_appliedLineHeight > 0)
        format.setLineHeight(m_appliedLineHeight, QTextBlockFormat::FixedHeight);
    cursor.mergeBlockFormat(format);
}

QTextCharFormat BlockDocument::formatFor(const TextSpan &span)
{
    auto cached = m_formats.constFind(span.flags);
    if (cached == m_formats.constEnd())
        cached = m_formats.insert(span.flags, baseFormat(span.flags));
    if (span.url.isEmpty())
        return *cached;
    QTextCharFormat format = *cached;
    format.setAnchor(true);
    format.setAnchorHref(span.url);
    return format;
}

QTextCharFormat BlockDocument::baseFormat(quint16 flags) const
{
    QTextCharFormat format;
    const QString sans = u"Noto Sans CJK SC"_s;
    const bool code = flags & TextSpan::Code;
    if (code)
        format.setFontFamilies({m_monoFamily, u"Noto Sans Mono CJK SC"_s});
    else if (flags & TextSpan::Wide)
        format.setFontFamilies({sans, m_fontFamily});
    else
        format.setFontFamilies({m_fontFamily, sans});
    const bool inlineCode = code && !m_mono;
    format.setProperty(QTextFormat::FontPixelSize, inlineCode ? m_pixelSize - 2 : m_pixelSize);
    format.setFontWeight(flags & TextSpan::Bold ? std::max<int>(QFont::DemiBold, m_weight)
                                                : m_weight);
    if (code) {
        // No ligatures in code: a reader must see the characters that are there.
        format.setFontStyleStrategy(QFont::PreferNoShaping);
        if (inlineCode)
            format.setBackground(m_codeBackground);
    }
    if (flags & TextSpan::Italic)
        format.setFontItalic(true);
    if (flags & TextSpan::Strike)
        format.setFontStrikeOut(true);
    if (flags & TextSpan::Link)
        format.setForeground(m_linkColor);
    const qreal spacing =
        m_letterSpacing + (flags & TextSpan::Spaced ? m_pixelSize * kThinSpace : 0);
    if (spacing != 0) {
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(spacing);
    }
    return format;
}

} // namespace ponder
