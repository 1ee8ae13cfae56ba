#include "math/MathEngine.h"

#include "base/Logging.h"

#include <QFile>
#include <QRegularExpression>

namespace ponder {

namespace {

/// Longer than any formula people read; MathJax's time grows with the length.
constexpr qsizetype kLongestSource = 10'000;
/// MathJax draws in thousandths of an em.
constexpr double kUnitsPerEm = 1000;

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
    picture.svg = svg;
    picture.width = found.captured(3).toDouble() / kUnitsPerEm;
    picture.height = found.captured(4).toDouble() / kUnitsPerEm;
    picture.depth = picture.height + top / kUnitsPerEm;
    return picture;
}

bool MathEngine::load(QString *problem)
{
    QFile script(QStringLiteral(":/math/typeset.js"));
    if (!script.open(QIODevice::ReadOnly)) {
        *problem = QStringLiteral("the typesetter is not part of this build");
        return false;
    }
    m_engine = std::make_unique<QJSEngine>();
    const QJSValue loaded = m_engine->evaluate(QString::fromUtf8(script.readAll()));
    m_typeset = m_engine->globalObject().property(QStringLiteral("typeset"));
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
    return failed.error.isEmpty() ? readMathSvg(result.property(0).toString().toUtf8()) : failed;
}

void MathEngine::unload()
{
    m_typeset = QJSValue();
    m_engine.reset();
}

} // namespace ponder
