#pragma once

#include "ui/BehindText.h"
#include "ui/FindController.h"
#include "ui/FindText.h"

#include <QPointer>

#include <vector>

namespace ponder {

/// The marks behind what was found in one text; there only while the find bar is open (see
/// BlockDocument::setFind()).
class FindMarks : public BehindText
{
    Q_OBJECT

public:
    FindMarks(const BlockDocument &document, FindController &find, QQuickItem &edit);

    /// The marks in the texts below a row of the message list, in reading order: one a cell.
    [[nodiscard]] static std::vector<FindMarks *> below(QQuickItem *row);
    /// Where the current hit stands, in the coordinates of this item; empty when it is not in here.
    [[nodiscard]] QRectF currentArea();

protected:
    [[nodiscard]] std::vector<Area> areas() override;

private:
    struct Mark
    {
        QRectF area;
        bool current = false;
    };

    void look();
    void addMarks(TextRange range, bool current);
    [[nodiscard]] bool holdsCurrent(const FindController::Current &current) const;

    QPointer<FindController> m_find;
    std::vector<Mark> m_marks;
};

} // namespace ponder
