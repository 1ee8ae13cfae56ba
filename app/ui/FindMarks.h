#pragma once

#include "ui/FindController.h"
#include "ui/FindText.h"

#include <QPointer>
#include <QQuickItem>

#include <vector>

namespace ponder {

class BlockDocument;

/// The marks behind what was found in one text. Lies under the text that it belongs to and moves
/// with it; exists only while the find bar is open (see BlockDocument::setFind()).
class FindMarks : public QQuickItem
{
    Q_OBJECT

public:
    FindMarks(const BlockDocument &document, FindController &find, QQuickItem &edit);

    /// The marks in the texts below a row of the message list, in reading order: one a cell.
    [[nodiscard]] static std::vector<FindMarks *> below(QQuickItem *row);
    /// Where the current hit stands, in the coordinates of this item; empty when it is not in here.
    [[nodiscard]] QRectF currentArea();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    struct Mark
    {
        QRectF area;
        bool current = false;
    };

    void look();
    void addMarks(TextRange range, bool current);
    [[nodiscard]] bool holdsCurrent(const FindController::Current &current) const;

    const BlockDocument &m_document;
    QPointer<FindController> m_find;
    std::vector<Mark> m_marks;
};

} // namespace ponder
