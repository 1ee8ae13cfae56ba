#include "ui/JsonColoring.h"

#include <QRegularExpression>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextCursor>

namespace ponder {

namespace {

class JsonHighlighter : public QSyntaxHighlighter
{
public:
    JsonHighlighter(QTextDocument *document, const JsonColoring &colors)
        : QSyntaxHighlighter(document), m_colors(colors)
    {}

protected:
    void highlightBlock(const QString &line) override
    {
        static const QRegularExpression token(QStringLiteral(
            R"re((?<name>"(?:[^"\\]|\\.)*")(?=\s*:)|(?<text>"(?:[^"\\]|\\.)*"))re"
            R"re(|(?<word>-?\d[\d.eE+-]*|\btrue\b|\bfalse\b|\bnull\b)|(?<fold>\[ [^\[\]{}",]+ \]))re"));
        QTextCharFormat name;
        name.setForeground(m_colors.nameColor());
        QTextCharFormat value;
        value.setForeground(m_colors.valueColor());
        QTextCharFormat fold;
        fold.setForeground(m_colors.foldColor());
        fold.setBackground(m_colors.foldBackground());
        auto found = token.globalMatch(line);
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            const bool isFold = !match.captured(QStringLiteral("fold")).isEmpty();
            const bool isName = !match.captured(QStringLiteral("name")).isEmpty();
            setFormat(int(match.capturedStart()), int(match.capturedLength()),
                      isFold   ? fold
                      : isName ? name
                               : value);
        }
    }

private:
    const JsonColoring &m_colors;
};

} // namespace

JsonColoring::JsonColoring(QObject *parent) : QObject(parent)
{}

JsonColoring::~JsonColoring()
{
    delete m_highlighter.data(); // it reads the colours of this object
}

void JsonColoring::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    m_document = document;
    delete m_highlighter.data();
    if (document && document->textDocument()) {
        m_highlighter = new JsonHighlighter(document->textDocument(), *this);
        connect(document->textDocument(), &QTextDocument::contentsChanged, this,
                &JsonColoring::spaceLines);
        spaceLines();
    }
    Q_EMIT changed();
}

void JsonColoring::setLineHeight(int pixels)
{
    if (m_lineHeight == pixels)
        return;
    m_lineHeight = pixels;
    spaceLines();
    Q_EMIT changed();
}

void JsonColoring::spaceLines()
{
    if (m_spacing || m_lineHeight <= 0 || !m_document)
        return;
    m_spacing = true; // changing the format is a change of the contents, too
    QTextBlockFormat format;
    format.setLineHeight(m_lineHeight, QTextBlockFormat::FixedHeight);
    QTextCursor cursor(m_document->textDocument());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
    m_spacing = false;
}

void JsonColoring::setNameColor(const QColor &color)
{
    setColor(m_name, color);
}

void JsonColoring::setValueColor(const QColor &color)
{
    setColor(m_value, color);
}

void JsonColoring::setFoldColor(const QColor &color)
{
    setColor(m_fold, color);
}

void JsonColoring::setFoldBackground(const QColor &color)
{
    setColor(m_foldBackground, color);
}

void JsonColoring::setColor(QColor &member, const QColor &color)
{
    if (member == color)
        return;
    member = color;
    if (m_highlighter)
        m_highlighter->rehighlight();
    Q_EMIT changed();
}

} // namespace ponder
