#include "ui/Formulas.h"

#include "markdown/Formula.h"

#include <QQmlEngine>

#include <utility>

namespace ponder {

namespace {

/// Formulas come out of the worker one by one; the blocks are laid out again for several together.
constexpr int kTogetherMs = 30;
/// While text arrives its next step is never far.
constexpr int kWithTheTextMs = 120;

} // namespace

Formulas::Formulas(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Formulas::announce);
    connect(&m_typesetter, &MathTypesetter::ready, this, &Formulas::noteNews);
    connect(&m_enclosed, &EnclosedPictures::ready, this, &Formulas::noteNews);
}

void Formulas::noteNews()
{
    if (!std::exchange(m_hasNews, true))
        m_timer.start(m_textArrives ? kWithTheTextMs : kTogetherMs);
}

void Formulas::setTextArrives(bool arrives)
{
    if (m_textArrives == arrives)
        return;
    m_textArrives = arrives;
    if (!arrives && m_hasNews)
        m_timer.start(kTogetherMs);
    Q_EMIT textArrivesChanged();
}

void Formulas::announce()
{
    if (!m_hasNews)
        return;
    m_hasNews = false;
    m_timer.stop();
    Q_EMIT changed();
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
