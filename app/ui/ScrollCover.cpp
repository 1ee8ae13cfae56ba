#include "ui/ScrollCover.h"

#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QSGRendererInterface>

namespace ponder {

ScrollCover::ScrollCover(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void ScrollCover::setFlickable(QQuickItem *flickable)
{
    if (m_flickable == flickable)
        return;
    if (m_flickable)
        m_flickable->disconnect(this);
    m_flickable = flickable;
    if (flickable) {
        // By name: the class of a Flickable is not public API.
        connect(flickable, SIGNAL(contentYChanged()), this, SLOT(update()));
        for (const auto change : {&QQuickItem::xChanged, &QQuickItem::yChanged,
                                  &QQuickItem::widthChanged, &QQuickItem::heightChanged})
            connect(flickable, change, this, &ScrollCover::cover);
        cover();
    }
    Q_EMIT flickableChanged();
}

void ScrollCover::cover()
{
    setPosition(m_flickable->position());
    setSize(m_flickable->size());
}

QSGNode *ScrollCover::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (window()->rendererInterface()->graphicsApi() != QSGRendererInterface::Software) {
        delete old;
        return nullptr;
    }
    auto *node = static_cast<QSGRectangleNode *>(old);
    if (!node)
        node = window()->createRectangleNode();
    node->setRect(boundingRect());
    node->setColor(Qt::transparent);
    node->markDirty(QSGNode::DirtyMaterial);
    return node;
}

} // namespace ponder
