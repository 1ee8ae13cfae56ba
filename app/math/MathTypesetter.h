#pragma once

#include "math/MathPicture.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThread>

namespace ponder {

class MathWorker;

/// Formulas for the window: typeset on a thread of their own, kept by source, never waited for.
class MathTypesetter : public QObject
{
    Q_OBJECT

public:
    explicit MathTypesetter(QObject *parent = nullptr);
    ~MathTypesetter() override;

    /// The picture if it is known; else null, and ready() follows. The pointer is valid until
    /// control returns to the event loop.
    const MathPicture *picture(const MathKey &key);
    /// Whether a picture that was asked for is still to come.
    [[nodiscard]] bool isWorking() const { return !m_asked.isEmpty(); }

    /// How long the engine may idle before it is unloaded; for tests.
    void setIdleMs(int ms);

Q_SIGNALS:
    void ready(const ponder::MathKey &key);
    /// The engine was unloaded after a while without work.
    void unloaded();

private:
    void store(const MathKey &key, const MathPicture &picture);

    QThread m_thread;
    MathWorker *m_worker; ///< lives on m_thread
    QCache<MathKey, MathPicture> m_known;
    QSet<MathKey> m_asked;
};

} // namespace ponder

Q_DECLARE_METATYPE(ponder::MathKey)
