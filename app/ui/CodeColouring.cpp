#include "ui/CodeColouring.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace ponder {

CodeColouring::CodeColouring(QObject *parent) : QObject(parent)
{
    connect(this, &CodeColouring::coloursChanged, this, &CodeColouring::startOver);
}

QTextDocument *CodeColouring::target() const
{
    return m_document ? m_document->textDocument() : nullptr;
}

void CodeColouring::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    if (QTextDocument *before = target())
        before->disconnect(this);
    m_document = document;
    if (QTextDocument *now = target()) {
        // While the change is being reported, marking text dirty only widens what is laid out
        // again.
        connect(now, &QTextDocument::contentsChange, this, &CodeColouring::colour);
    }
    startOver();
    Q_EMIT documentChanged();
}

void CodeColouring::setLanguage(const QString &language)
{
    if (m_language == language)
        return;
    m_language = language;
    startOver();
    Q_EMIT languageChanged();
}

void CodeColouring::startOver()
{
    m_highlighter.reset();
    if (!CodeHighlighter::isPrepared(m_language)) {
        prepare();
        return;
    }
    m_highlighter.emplace(m_language);
    colour();
}

/// The first block of a language is plain for as long as its rules are read.
void CodeColouring::prepare()
{
    if (std::exchange(m_preparing, m_language) == m_language)
        return;
    QThreadPool::globalInstance()->start([language = m_language, self = QPointer(this)] {
        CodeHighlighter::prepare(language);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self] {
                if (self && !std::exchange(self->m_preparing, {}).isEmpty())
                    self->startOver();
            },
            Qt::QueuedConnection);
    });
}

QColor CodeColouring::colourOf(TokenClass tokenClass) const
{
    switch (tokenClass) {
    case TokenClass::Keyword:
        return m_keywordColor;
    case TokenClass::Literal:
        return m_literalColor;
    case TokenClass::Comment:
        return m_commentColor;
    case TokenClass::Plain:
        break;
    }
    return {};
}

void CodeColouring::colour()
{
    QTextDocument *document = target();
    if (!document || !m_highlighter || !m_highlighter->isActive() || document->isEmpty())
        return;
    const HighlightUpdate update = m_highlighter->update(document->toPlainText());
    auto span = update.spans.begin();
    const QTextBlock first = document->findBlock(static_cast<int>(update.from));
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const qsizetype start = block.position();
        const qsizetype end = start + block.length() - 1;
        QList<QTextLayout::FormatRange> formats;
        for (; span != update.spans.end() && span->start < end; ++span) {
            const qsizetype from = std::max(start, span->start);
            const qsizetype to = std::min(end, span->start + span->length);
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(from - start);
            range.length = static_cast<int>(to - from);
            range.format.setForeground(colourOf(span->tokenClass));
            if (range.length > 0)
                formats.append(range);
            if (span->start + span->length > end)
                break; // goes on in the next line
        }
        if (block.layout()->formats() != formats) {
            block.layout()->setFormats(formats);
            document->markContentsDirty(block.position(), block.length());
        }
    }
}

} // namespace ponder
