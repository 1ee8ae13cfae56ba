#pragma once

#include "math/MathPicture.h"

#include <QJSEngine>
#include <QJSValue>

#include <memory>

namespace ponder {

/// MathJax in Qt's JavaScript engine. Belongs to one thread. It is loaded when it first typesets,
/// which takes some 40 ms and 20 MB; unload() gives the memory back.
class MathEngine
{
public:
    MathPicture typeset(const MathKey &key);
    /// To be called between formulas: collects garbage when there is much, for the pause of some
    /// milliseconds would otherwise come within one.
    void tidy();
    [[nodiscard]] bool isLoaded() const { return m_engine != nullptr; }
    void unload();

private:
    bool load(QString *problem);

    std::unique_ptr<QJSEngine> m_engine;
    QJSValue m_typeset;
    qsizetype m_sinceTidy = 0; ///< length of the pictures made since garbage was collected
};

/// Reads the size and depth that MathJax wrote on its SVG element. Errors leave `error` set.
MathPicture readMathSvg(const QByteArray &svg);

} // namespace ponder
