#include "ui/LineNumbers.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace ponder {

QTextDocument *LineNumbers::target() const
{
    return m_document ? m_document->textDocument() : nullptr;
}

void LineNumbers::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    if (QTextDocument *before = target())
        before->disconnect(this);
    m_document = document;
    if (QTextDocument *now = target())
        connect(now, &QTextDocument::blockCountChanged, this, &LineNumbers::recount);
    recount();
    Q_EMIT documentChanged();
}

void LineNumbers::recount()
{
    const QTextDocument *document = target();
    const int count = document ? document->blockCount() : 0;
    if (m_count == count)
        return;
    m_count = count;
    Q_EMIT countChanged();
}

QString LineNumbers::column(int first, int lines, qreal layout) const
{
    Q_UNUSED(layout)
    QString text;
    const QTextDocument *document = target();
    QTextBlock block = document ? document->findBlockByNumber(first) : QTextBlock();
    for (int i = 0; i < lines && block.isValid(); ++i, block = block.next()) {
        if (i > 0)
            text += u'\n';
        text += QString::number(first + i + 1);
        text += QString(std::max(1, block.layout()->lineCount()) - 1, u'\n');
    }
    return text;
}

} // namespace ponder
