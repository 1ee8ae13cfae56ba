#pragma once

#include "math/MathEngine.h"

#include <QObject>
#include <QTimer>

namespace ponder {

/// The far side of MathTypesetter: one formula after the other on the worker thread, and the engine
/// unloaded when none has come for a while.
class MathWorker : public QObject
{
    Q_OBJECT

public:
    MathWorker();

    void typeset(const MathKey &key);
    void setIdleMs(int ms);

Q_SIGNALS:
    void done(const ponder::MathKey &key, const ponder::MathPicture &picture);
    void unloaded();

private:
    void unload();

    MathEngine m_engine;
    QTimer m_idle;
};

} // namespace ponder

Q_DECLARE_METATYPE(ponder::MathPicture)
