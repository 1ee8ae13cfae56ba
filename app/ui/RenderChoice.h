#pragma once

#include <QString>

namespace ponder {

/// How Qt Quick draws, chosen before the first window exists. Where the only OpenGL is a software
/// rasteriser, Qt's own software adaptation costs a sixth of the processor time and a third of the
/// memory. QT_QUICK_BACKEND and the setting (`auto`, `software`, `hardware`) override the choice.
class RenderChoice
{
public:
    /// By the setting and, when that is `auto`, by the graphics devices below `root` and what Mesa
    /// is told to do.
    [[nodiscard]] static bool isSoftware(const QString &setting,
                                         const QString &root = QStringLiteral("/"));
    static void apply(const QString &setting);
};

} // namespace ponder
