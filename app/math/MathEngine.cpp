#include "math/MathEngine.h"

#include "base/Logging.h"
#include "math/MathSvg.h"
#include "math/PathRecorder.h"

#include <QMarginsF>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>
#include <vector>

/// Names the byte code of typeset.mjs to the engine. Nothing else refers to it, and the linker
/// would leave it out of the program.
static void registerByteCode()
{
    Q_INIT_RESOURCE(qmlcache_ponder_math);
}

namespace ponder {

namespace {

/// Longer than any formula people read; MathJax's time grows with the length.
constexpr qsizetype kLongestSource = 10'000;
/// MathJax draws in thousandths of an em.
constexpr double kUnitsPerEm = 1000;
/// Pictures of this length together leave some 2 MB of garbage, of the 4 MB at which the engine
/// collects it by itself.
constexpr qsizetype kUntidy = 40'000;
/// Stands for the colour of the text while an SVG is read: nobody asks for this one.
constexpr QRgb kTextColor = qRgb(1, 2, 3);

/// What reaches out of its box by more than this would be seen to be cut off.
constexpr double kReach = 60;

/// `size`: of the picture, `box`: where in it the box of the formula is.
MathShapes readShapes(QByteArray svg, const QSizeF &size, const QRectF &box)
{
    svg.replace("currentColor", QColor(kTextColor).name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    PathRecorder recorder(size.toSize(), kTextColor);
    QPainter painter(&recorder);
    renderer.render(&painter, box);
    painter.end();
    return recorder.takeShapes();
}

/// How far shapes reach out of a box. What takes no room of its own does: \llap, \smash, the
/// letters beside the arrows of a diagram.
QMarginsF overhang(const MathShapes &shapes, const QSizeF &box)
{
    QRectF taken(QPointF(0, 0), box);
    for (const MathShape &shape : shapes)
        taken |= shape.outline.path().controlPointRect();
    const auto margin = [](double reach) { return reach > kReach ? std::ceil(reach) : 0; };
    return {margin(-taken.left()), margin(-taken.top()), margin(taken.right() - box.width()),
            margin(taken.bottom() - box.height())};
}

/// Whether a shape is a rectangle with upright sides.
bool isBox(const QPainterPath &path, const QRectF &bounds)
{
    constexpr int kCorners = 4;
    if (path.elementCount() < kCorners || path.elementCount() > kCorners + 1)
        return false;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element corner = path.elementAt(i);
        const bool atSide =
            qFuzzyCompare(corner.x, bounds.left()) || qFuzzyCompare(corner.x, bounds.right());
        const bool atEnd =
            qFuzzyCompare(corner.y, bounds.top()) || qFuzzyCompare(corner.y, bounds.bottom());
        if (corner.isCurveTo() || !atSide || !atEnd)
            return false;
    }
    return true;
}

/// What stands on a coloured ground, as \colorbox makes it, is black or white, whichever is seen
/// there: the colour of the text goes with another ground.
void keepApartFromGrounds(MathShapes &shapes)
{
    struct Ground
    {
        QRectF box;
        QRgb ink;
    };
    std::vector<Ground> grounds;
    for (MathShape &shape : shapes) {
        if (shape.inherits && grounds.empty())
            continue;
        const QPainterPath path = shape.outline.path();
        const QRectF box = path.boundingRect();
        if (!shape.inherits) {
            constexpr int kMiddle = 128;
            if (isBox(path, box))
                grounds.push_back(
                    {box, qGray(shape.color) > kMiddle ? qRgb(0, 0, 0) : qRgb(255, 255, 255)});
            continue;
        }
        const auto ground =
            std::find_if(grounds.rbegin(), grounds.rend(),
                         [&box](const Ground &behind) { return behind.box.contains(box); });
        if (ground != grounds.rend()) {
            shape.inherits = false;
            shape.color = ground->ink;
        }
    }
}

} // namespace

MathPicture readMathSvg(const QByteArray &svg)
{
    MathPicture picture;
    static const QRegularExpression box(
        QStringLiteral(R"(viewBox="(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)\")"));
    const QRegularExpressionMatch found = box.match(QString::fromUtf8(svg.left(600)));
    if (!found.hasMatch()) {
        picture.error = QStringLiteral("no picture came back");
        return picture;
    }
    const double top = found.captured(2).toDouble();
    const QSizeF size(found.captured(3).toDouble(), found.captured(4).toDouble());
    const QByteArray plain = plainMathSvg(svg);
    picture.shapes = readShapes(plain, size, {{0, 0}, size});
    const QMarginsF out = overhang(picture.shapes, size);
    const QSizeF whole = size.grownBy(out);
    if (!out.isNull())
        picture.shapes = readShapes(plain, whole, {{out.left(), out.top()}, size});
    keepApartFromGrounds(picture.shapes);
    picture.width = whole.width() / kUnitsPerEm;
    picture.height = whole.height() / kUnitsPerEm;
    picture.depth = (size.height() + top + out.bottom()) / kUnitsPerEm;
    return picture;
}

bool MathEngine::load(QString *problem)
{
    registerByteCode();
    m_engine = std::make_unique<QJSEngine>();
    const QJSValue loaded = m_engine->importModule(QStringLiteral(":/math/typeset.mjs"));
    m_typeset = loaded.property(QStringLiteral("typeset"));
    if (loaded.isError() || !m_typeset.isCallable()) {
        *problem = loaded.toString();
        qCWarning(lcUi) << "the math typesetter does not start:" << *problem;
        unload();
        return false;
    }
    return true;
}

MathPicture MathEngine::typeset(const MathKey &key)
{
    MathPicture failed;
    if (key.source.size() > kLongestSource) {
        failed.error = QStringLiteral("the formula is too long");
        return failed;
    }
    if (!m_engine && !load(&failed.error))
        return failed;
    const QJSValue result = m_typeset.call({key.source, key.display});
    if (result.isError()) {
        failed.error = result.toString();
        return failed;
    }
    failed.error = result.property(1).toString();
    if (!failed.error.isEmpty())
        return failed;
    const QByteArray svg = result.property(0).toString().toUtf8();
    m_sinceTidy += svg.size();
    return readMathSvg(svg);
}

void MathEngine::tidy()
{
    if (m_engine && m_sinceTidy >= kUntidy) {
        m_engine->collectGarbage();
        m_sinceTidy = 0;
    }
}

void MathEngine::unload()
{
    m_typeset = QJSValue();
    m_engine.reset();
    m_sinceTidy = 0;
}

} // namespace ponder
