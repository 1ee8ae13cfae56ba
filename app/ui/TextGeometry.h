#pragma once

#include "ui/SelectionController.h"

#include <QPointF>
#include <QQuickItem>
#include <QRectF>

#include <optional>

namespace ponder {

class SelectionPart;

/// Where text stands in the view: from a point to the place below it and back, for what is built.
/// All points and rectangles are in the coordinates of the list view.
class TextGeometry
{
public:
    TextGeometry(QQuickItem *view, SelectionController *controller)
        : m_view(view), m_controller(controller)
    {}

    /// The row under a point, −1 where there is none.
    [[nodiscard]] int rowAt(const QPointF &point) const;
    /// The place nearest to a point; nothing when the list is empty.
    [[nodiscard]] std::optional<TextPlace> placeAt(const QPointF &point) const;
    /// The caret at a place; nothing when its delegate is not built.
    [[nodiscard]] std::optional<QRectF> caretAt(const TextPlace &place) const;
    /// The beginning (−1) or the end (1) of the line that a place is on.
    [[nodiscard]] std::optional<TextPlace> lineEnd(const TextPlace &place, int direction) const;
    /// The place in the line above (−1) or below (1) that is nearest to `x`.
    [[nodiscard]] std::optional<TextPlace> otherLine(const TextPlace &place, int direction,
                                                     qreal x) const;

    struct Link
    {
        QString url;
        QQuickItem *text = nullptr; ///< the TextEdit that shows it

        bool operator==(const Link &) const = default;
    };
    /// The box that holds the text nearest to a point, if it can be scrolled sideways towards the
    /// point; null when it cannot.
    struct Sideways
    {
        QQuickItem *box = nullptr;
        qreal beyond = 0; ///< how far right of the box the point is; below 0: left of it
    };
    [[nodiscard]] Sideways sidewaysAt(const QPointF &point) const;

    [[nodiscard]] Link linkAt(const QPointF &point) const;

    /// What shows the cell of a place; null when its delegate is not built.
    [[nodiscard]] SelectionPart *partOf(const TextPlace &place) const;

private:
    [[nodiscard]] SelectionPart *partAt(int row, const QPointF &point) const;
    [[nodiscard]] QRectF rectOf(const SelectionPart &part) const;
    [[nodiscard]] TextPlace placeIn(const SelectionPart &part, const QPointF &point) const;

    QQuickItem *m_view;
    SelectionController *m_controller;
};

} // namespace ponder
