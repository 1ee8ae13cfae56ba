#include "ui/DocumentLineHeight.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace ponder {

void DocumentLineHeight::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    if (m_document)
        m_document->textDocument()->disconnect(this);
    m_document = document;
    if (m_document) {
        connect(m_document->textDocument(), &QTextDocument::contentsChange, this,
                &DocumentLineHeight::onContentsChange);
        apply(0, m_document->textDocument()->characterCount());
    }
    Q_EMIT changed();
}

void DocumentLineHeight::setHeight(double height)
{
    if (qFuzzyCompare(m_height, height))
        return;
    m_height = height;
    if (m_document)
        apply(0, m_document->textDocument()->characterCount());
    Q_EMIT changed();
}

void DocumentLineHeight::onContentsChange(int position, int removed, int added)
{
    Q_UNUSED(removed)
    if (!m_applying)
        apply(position, position + added);
}

void DocumentLineHeight::apply(int from, int to)
{
    QTextDocument *document = m_document->textDocument();
    if (m_height <= 0)
        return;
    const QScopedValueRollback<bool> guard(m_applying, true);
    for (QTextBlock block = document->findBlock(from); block.isValid(); block = block.next()) {
        if (block.position() > to)
            break;
        QTextBlockFormat format = block.blockFormat();
        if (format.lineHeightType() == QTextBlockFormat::FixedHeight &&
            qFuzzyCompare(format.lineHeight(), m_height))
            continue;
        format.setLineHeight(m_height, QTextBlockFormat::FixedHeight);
        QTextCursor cursor(block);
        cursor.joinPreviousEditBlock(); // not a step of its own for Undo
        cursor.setBlockFormat(format);
        cursor.endEditBlock();
    }
}

} // namespace ponder
