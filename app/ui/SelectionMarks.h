#pragma once

#include "ui/BehindText.h"
#include "ui/FindText.h"

namespace ponder {

/// What is selected of a text with pictures in it, formulas for the most part. A TextEdit lays its
/// own selection over pictures, which makes them pale, and as high as the room is that they have.
class SelectionMarks : public BehindText
{
    Q_OBJECT

public:
    SelectionMarks(const BlockDocument &document, QQuickItem &edit);

    /// Of the document.
    void setRange(TextRange range);
    [[nodiscard]] TextRange range() const { return m_range; }

protected:
    [[nodiscard]] std::vector<Area> areas() override;

private:
    TextRange m_range;
};

} // namespace ponder
