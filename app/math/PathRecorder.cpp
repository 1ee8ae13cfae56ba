#include "math/PathRecorder.h"

#include "math/MathSvg.h"

#include <QPaintEngine>
#include <QPainterPathStroker>
#include <QPolygonF>

#include <utility>

namespace ponder {

namespace {

/// Of a screen, as pictures have them: decides how large text within a formula is.
constexpr int kDotsPerInch = 96;

} // namespace

class PathRecorder::Engine final : public QPaintEngine
{
public:
    explicit Engine(QRgb inherited) : QPaintEngine(AllFeatures), m_inherited(inherited) {}

    MathShapes shapes;

    bool begin(QPaintDevice *device) override
    {
        Q_UNUSED(device)
        return true;
    }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState &now) override
    {
        if (now.state() & DirtyTransform)
            m_transform = now.transform();
        if (now.state() & DirtyBrush)
            m_brush = now.brush();
        if (now.state() & DirtyPen)
            m_pen = now.pen();
    }

    void drawPath(const QPainterPath &path) override
    {
        if (m_brush.style() != Qt::NoBrush)
            add(path, m_brush.color());
        stroke(path);
    }

    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path;
        path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
        if (mode == PolylineMode) {
            stroke(path);
            return;
        }
        path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        drawPath(path);
    }

    /// Formulas have no pictures in them.
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}

private:
    void add(const QPainterPath &path, const QColor &color)
    {
        QPainterPath placed = m_transform.map(path);
        if (color.rgb() == kMathClipBegins || color.rgb() == kMathClipEnds) {
            m_clip = color.rgb() == kMathClipBegins ? placed : QPainterPath();
            return;
        }
        if (!m_clip.isEmpty())
            placed = placed.intersected(m_clip);
        shapes.push_back({MathOutline(placed), color.rgba(), color.rgb() == m_inherited});
    }

    void stroke(const QPainterPath &path)
    {
        if (m_pen.style() != Qt::NoPen)
            add(QPainterPathStroker(m_pen).createStroke(path), m_pen.color());
    }

    QRgb m_inherited;
    QPainterPath m_clip; ///< empty: nothing is cut off
    QTransform m_transform;
    QBrush m_brush;
    QPen m_pen;
};

PathRecorder::PathRecorder(const QSize &size, QRgb inherited)
    : m_size(size), m_engine(std::make_unique<Engine>(inherited))
{}

PathRecorder::~PathRecorder() = default;

MathShapes PathRecorder::takeShapes()
{
    return std::exchange(m_engine->shapes, {});
}

QPaintEngine *PathRecorder::paintEngine() const
{
    return m_engine.get();
}

int PathRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace ponder
