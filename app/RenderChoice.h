#pragma once

class QString;

namespace ponder {

/// Chooses how Qt Quick draws, before the first window exists. Where the only OpenGL is a software
/// rasteriser, Qt's own software adaptation costs a sixth of the processor time and a third of the
/// memory. QT_QUICK_BACKEND and the setting (`auto`, `software`, `hardware`) override the choice.
void chooseRenderer(const QString &setting);

} // namespace ponder
