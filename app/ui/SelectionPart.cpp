#include "ui/SelectionPart.h"

#include <QCursor>

namespace ponder {

SelectionPart::SelectionPart(QObject *parent) : QObject(parent)
{
    connect(this, &SelectionPart::bound, this, &SelectionPart::apply);
}

SelectionPart::~SelectionPart()
{
    if (m_controller)
        m_controller->remove(this);
}

void SelectionPart::componentComplete()
{
    m_complete = true;
    m_item = qobject_cast<QQuickItem *>(parent());
    if (m_item)
        m_document = m_item->findChild<BlockDocument *>(QString(), Qt::FindDirectChildrenOnly);
    if (m_controller)
        m_controller->add(this);
    // The area below decides what a press means: across texts, for links, for the menu. An item
    // with a pointer handler gets every press, whatever it accepts: hence the cursor from here.
    if (m_document) {
        m_item->setAcceptedMouseButtons(Qt::NoButton);
        connect(m_item, SIGNAL(linkHovered(QString)), this, SLOT(showCursor(QString)));
        showCursor({});
        connect(m_document, &BlockDocument::filled, this, [this] { show(true); });
    }
    apply();
}

void SelectionPart::showCursor(const QString &link)
{
    if (m_item && m_document)
        m_item->setCursor(link.isEmpty() || link.startsWith(u"note:") ? Qt::IBeamCursor
                                                                      : Qt::PointingHandCursor);
}

void SelectionPart::apply()
{
    show(false);
}

/// `again`: the text is another one, so that the same range may be somewhere else in it.
void SelectionPart::show(bool again)
{
    if (!m_complete || !m_controller)
        return;
    const SelectionController::CellRange wanted =
        m_row >= 0 ? m_controller->rangeOf(m_row, m_cell) : SelectionController::CellRange();
    const bool differs = wanted != m_applied;
    if (!differs && (!again || wanted.from == wanted.to))
        return;
    m_applied = wanted;
    if (m_document && m_item)
        showInText();
    if (differs)
        Q_EMIT selectedChanged();
}

void SelectionPart::showInText()
{
    const TextRange range{m_document->positionOf(m_applied.from),
                          m_document->positionOf(m_applied.to)};
    const bool marked = isSelected() && m_document->hasPictures();
    if (!marked)
        delete m_marks;
    else if (!m_marks)
        m_marks = new SelectionMarks(*m_document, *m_item);
    if (marked)
        m_marks->setRange(range);
    if (marked || !isSelected())
        QMetaObject::invokeMethod(m_item, "deselect");
    else
        QMetaObject::invokeMethod(m_item, "select", Q_ARG(int, int(range.begin)),
                                  Q_ARG(int, int(range.end)));
}

} // namespace ponder
