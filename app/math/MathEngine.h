#pragma once

#include "math/MathPicture.h"

#include <QJSEngine>
#include <QJSValue>

#include <memory>

namespace ponder {

/// MathJax in Qt's JavaScript engine. Belongs to one thread; takes 0.2–0.4 s and some 50 MB when it
/// first typesets, so that is when it is loaded, and unload() gives both back.
class MathEngine
{
public:
    MathPicture typeset(const MathKey &key);
    [[nodiscard]] bool isLoaded() const { return m_engine != nullptr; }
    void unload();

private:
    bool load(QString *problem);

    std::unique_ptr<QJSEngine> m_engine;
    QJSValue m_typeset;
};

/// Reads the size and depth that MathJax wrote on its SVG element. Errors leave `error` set.
MathPicture readMathSvg(const QByteArray &svg);

} // namespace ponder
