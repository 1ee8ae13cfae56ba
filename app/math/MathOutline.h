#pragma once

#include <QPainterPath>

#include <vector>

namespace ponder {

/// An outline at rest. An answer has hundreds of formulas and a formula has thousands of points:
/// Qt's path takes 24 bytes for each, and as much again once it has been drawn.
class MathOutline
{
public:
    MathOutline() = default;
    explicit MathOutline(const QPainterPath &path);

    /// The same outline for one drawing; within a hundred-thousandth of what it was made of.
    [[nodiscard]] QPainterPath path() const;
    /// Bytes of memory, roughly.
    [[nodiscard]] qsizetype size() const;

private:
    std::vector<float> m_coordinates; ///< x and y of each element
    std::vector<quint8> m_elements;   ///< QPainterPath::ElementType
    Qt::FillRule m_fillRule = Qt::OddEvenFill;
};

} // namespace ponder
