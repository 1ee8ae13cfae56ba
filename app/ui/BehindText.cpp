#include "ui/BehindText.h"

#include "ui/BlockDocument.h"

#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QTextDocument>

#include <memory>

namespace ponder {

BehindText::BehindText(const BlockDocument &document, QQuickItem &edit)
    : QQuickItem(&edit), m_document(document)
{
    setFlag(ItemHasContents);
    setZ(-1); // behind the text
    connect(&edit, &QQuickItem::widthChanged, this, &QQuickItem::polish);
    connect(&edit, &QQuickItem::heightChanged, this, &QQuickItem::polish);
    connect(document.document()->textDocument(), &QTextDocument::contentsChanged, this,
            &QQuickItem::polish);
    polish();
}

void BehindText::updatePolish()
{
    m_areas = areas();
    update();
}

QSGNode *BehindText::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    delete old;
    if (m_areas.empty())
        return nullptr;
    auto root = std::make_unique<QSGNode>();
    const auto add = [&](const QRectF &rect, const QColor &color) {
        QSGRectangleNode *node = window()->createRectangleNode();
        node->setRect(rect);
        node->setColor(color);
        node->setFlag(QSGNode::OwnedByParent);
        root->appendChildNode(node);
    };
    for (const Area &area : m_areas) {
        const QRectF rect = area.rect.toAlignedRect();
        if (!area.rounded) {
            add(rect, area.color);
            continue;
        }
        // Without the pixels in the corners: opaque, because the middle is drawn twice.
        add(rect.adjusted(1, 0, -1, 0), area.color);
        add(rect.adjusted(0, 1, 0, -1), area.color);
    }
    return root.release();
}

} // namespace ponder
