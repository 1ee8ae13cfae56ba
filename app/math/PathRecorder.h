#pragma once

#include "math/MathPicture.h"

#include <QPaintDevice>

#include <memory>

namespace ponder {

/// Paints into paths instead of pixels. A formula is read from its SVG once, on the typesetter's
/// thread; the window then only fills paths, in any size and colour.
class PathRecorder : public QPaintDevice
{
public:
    /// What is painted in `inherited` takes the colour of the text later.
    PathRecorder(const QSize &size, QRgb inherited);
    ~PathRecorder() override;

    [[nodiscard]] MathShapes takeShapes();
    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

} // namespace ponder
