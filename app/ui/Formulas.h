#pragma once

#include "math/MathTypesetter.h"
#include "ui/EnclosedPictures.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

namespace ponder {

/// Letters of formulas are drawn for a text font with smaller letters; this much larger they look
/// alike.
inline constexpr double kFormulaScale = 1.1;

/// What stands in the lines of one window as a picture and takes a while to make: typeset formulas,
/// with one engine for all blocks, so that the same formula is typeset once and a worker is started
/// once, and the pictures that texts bring along.
class Formulas : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// An answer is growing: what is typeset meanwhile waits for announce(), so that it is shown in
    /// the same frame as the next text.
    Q_PROPERTY(bool textArrives READ textArrives WRITE setTextArrives NOTIFY textArrivesChanged)

public:
    explicit Formulas(QObject *parent = nullptr);

    /// That of the engine an object lives in; null outside of an engine.
    static Formulas *of(const QObject *object);

    /// The picture of a formula written with its delimiters; null while it is being made (changed()
    /// follows) and for text that is no formula.
    const MathPicture *picture(const QString &source);
    /// As EnclosedPictures has it; changed() follows.
    const QImage *enclosedPicture(const QString &url) { return m_enclosed.picture(url); }
    /// Whether something that was asked for is still being made or announced.
    [[nodiscard]] bool isWaiting() const
    {
        return m_hasNews || m_typesetter.isWorking() || m_enclosed.isWorking();
    }

    [[nodiscard]] bool textArrives() const { return m_textArrives; }
    void setTextArrives(bool arrives);
    /// Lets everyone know of what has been typeset, now and not a moment later.
    Q_INVOKABLE void announce();

Q_SIGNALS:
    void textArrivesChanged();
    /// Some formula has been typeset or some picture decoded; at most once for all that were ready
    /// together.
    void changed();

private:
    void noteNews();

    MathTypesetter m_typesetter;
    EnclosedPictures m_enclosed;
    QTimer m_timer;
    bool m_hasNews = false;
    bool m_textArrives = false;
};

} // namespace ponder
