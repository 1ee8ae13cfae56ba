#include "ui/Formulas.h"

#include "markdown/Formula.h"

#include <QQmlEngine>
#include <QTimer>

#include <utility>

namespace ponder {

namespace {

/// Formulas come out of the worker one by one; the blocks are laid out again for several together.
constexpr int kTogetherMs = 30;

} // namespace

Formulas::Formulas(QObject *parent) : QObject(parent)
{
    connect(&m_typesetter, &MathTypesetter::ready, this, [this] {
        if (std::exchange(m_announced, true))
            return;
        QTimer::singleShot(kTogetherMs, this, [this] {
            m_announced = false;
            Q_EMIT changed();
        });
    });
}

Formulas *Formulas::of(const QObject *object)
{
    static const int type = qmlTypeId("Ponder.Ui", 1, 0, "Formulas");
    QQmlEngine *engine = qmlEngine(object);
    return engine && type >= 0 ? engine->singletonInstance<Formulas *>(type) : nullptr;
}

const MathPicture *Formulas::picture(const QString &source)
{
    const std::optional<Formula> formula = Formula::read(source);
    return formula ? m_typesetter.picture({formula->latex, formula->display}) : nullptr;
}

} // namespace ponder
