#pragma once

#include <QColor>
#include <QQuickItem>
#include <QRectF>

#include <vector>

namespace ponder {

class BlockDocument;

/// What is drawn behind one text and moves with it: rectangles, looked for anew whenever the text
/// or its size changes.
class BehindText : public QQuickItem
{
    Q_OBJECT

protected:
    BehindText(const BlockDocument &document, QQuickItem &edit);

    struct Area
    {
        QRectF rect; ///< in the coordinates of the text
        QColor color;
        bool rounded = false;
    };
    /// In the order in which they are drawn.
    [[nodiscard]] virtual std::vector<Area> areas() = 0;

    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

    const BlockDocument &m_document;

private:
    std::vector<Area> m_areas;
};

} // namespace ponder
