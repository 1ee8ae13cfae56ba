// What a finger does in a SelectionArea: held still it selects a word, a tap opens a link or
// clears.
#include "ui/SelectionArea.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <utility>

namespace ponder {

void SelectionArea::pressByFinger(const QPointF &point)
{
    m_finger = true;
    m_pressPoint = m_pointer = point;
    m_pressedLink = geometry().linkAt(point);
    m_holdTimer.start(QGuiApplication::styleHints()->mousePressAndHoldInterval(), this);
}

void SelectionArea::holdByFinger()
{
    m_holdTimer.stop();
    if (!std::exchange(m_finger, false) || !isReady())
        return;
    if (m_follow)
        m_follow->hold();
    if (const std::optional<TextPlace> place = geometry().placeAt(m_pressPoint)) {
        begin(Unit::Word, *place);
        m_controller->offerToMiddleButton();
    }
    m_controller->pointAt(geometry().rowAt(m_pressPoint));
    Q_EMIT menuRequested(m_pressPoint, geometry().linkAt(m_pressPoint).url);
}

void SelectionArea::releaseByFinger()
{
    m_holdTimer.stop();
    if (!std::exchange(m_finger, false) || !isReady())
        return;
    const TextGeometry::Link link = geometry().linkAt(m_pointer);
    if (!link.url.isEmpty() && link == m_pressedLink)
        QMetaObject::invokeMethod(link.text, "linkActivated", Q_ARG(QString, link.url));
    else
        m_controller->clear();
}

} // namespace ponder
