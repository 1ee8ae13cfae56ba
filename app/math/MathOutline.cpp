#include "math/MathOutline.h"

namespace ponder {

MathOutline::MathOutline(const QPainterPath &path) : m_fillRule(path.fillRule())
{
    const int count = path.elementCount();
    m_coordinates.reserve(size_t(count) * 2);
    m_elements.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        m_coordinates.push_back(float(element.x));
        m_coordinates.push_back(float(element.y));
        m_elements.push_back(quint8(element.type));
    }
}

QPainterPath MathOutline::path() const
{
    QPainterPath path;
    if (m_elements.empty())
        return path;
    path.setFillRule(m_fillRule);
    path.reserve(int(m_elements.size()));
    const auto point = [this](size_t i) {
        return QPointF(qreal(m_coordinates[2 * i]), qreal(m_coordinates[2 * i + 1]));
    };
    for (size_t i = 0; i < m_elements.size(); ++i) {
        switch (m_elements[i]) {
        case QPainterPath::MoveToElement:
            path.moveTo(point(i));
            break;
        case QPainterPath::LineToElement:
            path.lineTo(point(i));
            break;
        case QPainterPath::CurveToElement: // and its two others
            path.cubicTo(point(i), point(i + 1), point(i + 2));
            i += 2;
            break;
        default:
            break;
        }
    }
    return path;
}

qsizetype MathOutline::size() const
{
    return qsizetype(m_coordinates.size() * sizeof(float) + m_elements.size());
}

} // namespace ponder
