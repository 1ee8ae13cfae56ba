#include "ui/SelectionArea.h"

#include "ui/TextSteps.h"

#include <QGuiApplication>
#include <QKeySequence>
#include <QStyleHints>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ponder {

namespace {

constexpr int kScrollInterval = 16;
/// Pixels a second with the pointer at the edge, more for each pixel beyond it, and at most.
constexpr qreal kSlowest = 120;
constexpr qreal kFaster = 14;
constexpr qreal kFastest = 4000;
/// What the keyboard selects is kept this far from the edges.
constexpr qreal kRoom = 12;

bool isFinger(const QMouseEvent &event)
{
    return event.deviceType() == QInputDevice::DeviceType::TouchScreen;
}

} // namespace

SelectionArea::SelectionArea(QQuickItem *parent) : QQuickItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton);
}

SelectionArea::~SelectionArea() = default;

bool SelectionArea::isReady() const
{
    return m_view && m_controller && m_controller->transcript() &&
           m_controller->transcript()->rowCount() > 0;
}

// ---- mouse

PlaceRange SelectionArea::unitAt(const TextPlace &place) const
{
    const TextSteps steps(m_controller->transcript()->entries());
    const TextPlace inside = steps.clamped(place);
    switch (m_unit) {
    case Unit::Word:
        return steps.wordAt(inside);
    case Unit::Cell:
        return steps.cellAt(inside);
    case Unit::Character:
        break;
    }
    return {inside, inside};
}

void SelectionArea::begin(Unit unit, const TextPlace &place)
{
    m_unit = unit;
    m_origin = unitAt(place);
    m_controller->select(m_origin.begin, m_origin.end);
}

void SelectionArea::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(isReady());
    if (!isReady())
        return;
    m_view->forceActiveFocus(Qt::MouseFocusReason);
    m_goalX.reset();
    const QPointF point = mapToItem(m_view, event->position());
    if (isFinger(*event)) {
        pressByFinger(point);
        return;
    }
    if (event->button() == Qt::RightButton) {
        m_controller->pointAt(geometry().rowAt(point));
        Q_EMIT menuRequested(point, geometry().linkAt(point).url);
        return;
    }
    m_pressed = true;
    m_dragging = false;
    m_pressPoint = m_pointer = point;
    m_pressedLink = geometry().linkAt(point);
    const std::optional<TextPlace> place = geometry().placeAt(point);
    if (!place)
        return;
    const int interval = QGuiApplication::styleHints()->mouseDoubleClickInterval();
    const bool third = m_sinceDoubleClick.isValid() && !m_sinceDoubleClick.hasExpired(interval);
    m_sinceDoubleClick.invalidate();
    if (third) {
        begin(Unit::Cell, *place);
    } else if (event->modifiers() & Qt::ShiftModifier && m_controller->isSet()) {
        m_unit = Unit::Character;
        m_origin = {m_controller->anchor(), m_controller->anchor()};
        extend();
    } else {
        begin(Unit::Character, *place);
    }
}

void SelectionArea::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
    if (isFinger(*event))
        return;
    const std::optional<TextPlace> place = m_pressed ? geometry().placeAt(m_pointer) : std::nullopt;
    if (!place || event->button() != Qt::LeftButton)
        return;
    m_sinceDoubleClick.start();
    m_pressedLink = {};
    begin(Unit::Word, *place);
    if (m_follow)
        m_follow->hold();
}

void SelectionArea::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF point = mapToItem(m_view, event->position());
    if (m_finger) {
        m_pointer = point;
        const int distance = QGuiApplication::styleHints()->startDragDistance();
        if ((point - m_pressPoint).manhattanLength() >= distance)
            endDrag();
    } else if (m_pressed && isReady()) {
        dragTo(point);
    }
}

void SelectionArea::dragTo(const QPointF &point)
{
    m_pointer = point;
    if (!m_dragging) {
        const int distance = QGuiApplication::styleHints()->startDragDistance();
        if ((point - m_pressPoint).manhattanLength() < distance)
            return;
        m_dragging = true;
        setKeepMouseGrab(true);
        if (m_follow)
            m_follow->hold();
    }
    extend();
    const bool outside = point.y() < coveredTop() || point.y() > m_view->height() || sideways().box;
    if (outside && !m_scrollTimer.isActive()) {
        m_sinceScroll.start();
        m_scrollTimer.start(kScrollInterval, Qt::PreciseTimer, this);
    } else if (!outside) {
        m_scrollTimer.stop();
    }
}

/// From what the drag began with to what is below the pointer, in whole units.
void SelectionArea::extend()
{
    const QPointF inside(m_pointer.x(), std::clamp(m_pointer.y(), coveredTop(),
                                                   std::max(coveredTop(), m_view->height() - 1)));
    const std::optional<TextPlace> place = geometry().placeAt(inside);
    if (!place)
        return;
    const PlaceRange unit = unitAt(*place);
    const bool back = unit.begin < m_origin.begin;
    const TextPlace anchor = back ? m_origin.end : m_origin.begin;
    const TextPlace head = back ? unit.begin : std::max(unit.end, m_origin.end);
    if (anchor != m_controller->anchor() || head != m_controller->head())
        m_controller->select(anchor, head);
}

void SelectionArea::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_scrollTimer.timerId())
        scrollWhileOutside();
    else if (event->timerId() == m_holdTimer.timerId())
        holdByFinger();
    else
        QQuickItem::timerEvent(event);
}

/// Long lines of code scroll in their box when the drag leaves it to the side.
TextGeometry::Sideways SelectionArea::sideways() const
{
    const qreal y = m_pointer.y();
    return y < coveredTop() || y > m_view->height() ? TextGeometry::Sideways()
                                                    : geometry().sidewaysAt(m_pointer);
}

void SelectionArea::scrollWhileOutside()
{
    if (!m_dragging || !isReady() || !m_follow) {
        m_scrollTimer.stop();
        return;
    }
    const qreal seconds = qreal(m_sinceScroll.restart()) / 1000;
    const auto way = [seconds](qreal beyond) {
        const qreal speed = std::min(kFastest, kSlowest + std::abs(beyond) * kFaster);
        return std::copysign(std::max(1.0, speed * seconds), beyond);
    };
    if (const TextGeometry::Sideways side = sideways(); side.box) {
        const qreal most = side.box->property("contentWidth").toReal() - side.box->width();
        const qreal x = side.box->property("contentX").toReal() + way(side.beyond);
        side.box->setProperty("contentX", std::clamp(x, 0.0, std::max(0.0, most)));
    } else if (m_pointer.y() < coveredTop()) {
        m_follow->dragBy(way(m_pointer.y() - coveredTop()));
    } else if (m_pointer.y() > m_view->height()) {
        m_follow->dragBy(way(m_pointer.y() - m_view->height()));
    } else {
        m_scrollTimer.stop();
    }
    extend();
}

void SelectionArea::endDrag()
{
    m_pressed = false;
    m_finger = false;
    m_dragging = false;
    m_holdTimer.stop();
    m_scrollTimer.stop();
    setKeepMouseGrab(false);
}

void SelectionArea::mouseReleaseEvent(QMouseEvent *event)
{
    if (isFinger(*event))
        releaseByFinger();
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const bool click = !m_dragging;
    endDrag();
    if (!isReady())
        return;
    if (!m_controller->isEmpty()) {
        m_controller->offerToMiddleButton();
        return;
    }
    const TextGeometry::Link link = geometry().linkAt(m_pointer);
    if (click && !link.url.isEmpty() && link == m_pressedLink)
        QMetaObject::invokeMethod(link.text, "linkActivated", Q_ARG(QString, link.url));
}

void SelectionArea::mouseUngrabEvent()
{
    endDrag();
}

// ---- keyboard

/// Where a selection by keyboard begins when nothing was clicked: at the top of what is seen.
TextPlace SelectionArea::start() const
{
    if (m_controller->isSet())
        return m_controller->head();
    const std::optional<TextPlace> top =
        geometry().placeAt({m_view->width() / 2, coveredTop() + 1});
    const TextSteps steps(m_controller->transcript()->entries());
    const TextPlace place = steps.clamped(top.value_or(TextPlace()));
    return {place.row, place.cell, 0};
}

std::optional<TextPlace> SelectionArea::step(int key, bool control)
{
    const TextSteps steps(m_controller->transcript()->entries());
    const TextPlace from = steps.clamped(start());
    const bool vertical = !control && (key == Qt::Key_Up || key == Qt::Key_Down);
    if (vertical && !m_goalX) {
        const std::optional<QRectF> caret = geometry().caretAt(from);
        m_goalX = caret ? caret->x() : 0;
    } else if (!vertical) {
        m_goalX.reset();
    }
    const int direction = key == Qt::Key_Left || key == Qt::Key_Up || key == Qt::Key_Home ? -1 : 1;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return control ? steps.word(from, direction) : steps.character(from, direction);
    case Qt::Key_Up:
    case Qt::Key_Down: {
        if (control) {
            const PlaceRange cell = steps.cellAt(from);
            const TextPlace edge = direction < 0 ? cell.begin : cell.end;
            if (edge != from)
                return edge;
            const PlaceRange next = steps.cellAt(steps.otherCell(from, direction));
            return direction < 0 ? next.begin : next.end;
        }
        const auto line = geometry().otherLine(from, direction, *m_goalX);
        return line ? *line : steps.otherCell(from, direction);
    }
    case Qt::Key_Home:
    case Qt::Key_End: {
        if (control)
            return direction < 0 ? steps.first() : steps.last();
        const PlaceRange cell = steps.cellAt(from);
        return geometry().lineEnd(from, direction).value_or(direction < 0 ? cell.begin : cell.end);
    }
    default:
        return std::nullopt;
    }
}

bool SelectionArea::handleCommand(int key, int modifiers)
{
    const QKeySequence pressed(modifiers | key);
    const auto is = [&](QKeySequence::StandardKey standard) {
        return QKeySequence::keyBindings(standard).contains(pressed);
    };
    if (is(QKeySequence::SelectAll)) {
        m_controller->selectAll();
        return true;
    }
    if (key == Qt::Key_Menu || (key == Qt::Key_F10 && modifiers & Qt::ShiftModifier)) {
        requestMenu();
        return true;
    }
    if (m_controller->isEmpty() || (key != Qt::Key_Escape && !is(QKeySequence::Copy)))
        return false;
    if (key == Qt::Key_Escape)
        m_controller->clear();
    else
        m_controller->copy();
    return true;
}

bool SelectionArea::handleKey(int key, int modifiers)
{
    if (!isReady())
        return false;
    if (handleCommand(key, modifiers))
        return true;
    if (!(modifiers & Qt::ShiftModifier))
        return false;
    const TextPlace from = start();
    const std::optional<TextPlace> to = step(key, modifiers & Qt::ControlModifier);
    if (!to)
        return false;
    if (m_follow)
        m_follow->hold();
    m_controller->select(m_controller->isSet() ? m_controller->anchor() : from, *to);
    bringIntoSight(*to);
    return true;
}

void SelectionArea::bringIntoSight(const TextPlace &place)
{
    if (!m_follow)
        return;
    const std::optional<QRectF> caret = geometry().caretAt(place);
    if (!caret) {
        m_follow->showRow(std::min(place.row, m_controller->transcript()->rowCount() - 1));
        return;
    }
    const qreal above = caret->top() - coveredTop() - kRoom;
    const qreal below = caret->bottom() + kRoom - m_view->height();
    if (above < 0)
        m_follow->dragBy(above);
    else if (below > 0)
        m_follow->dragBy(std::min(below, above));
}

void SelectionArea::requestMenu()
{
    if (!isReady())
        return;
    const TextPlace head = start();
    const std::optional<QRectF> caret = geometry().caretAt(head);
    QPointF point(m_view->width() / 2, m_view->height() / 2);
    if (caret)
        point = {std::clamp(caret->x(), 0.0, m_view->width()),
                 std::clamp(caret->bottom(), coveredTop(), m_view->height())};
    m_controller->pointAt(head.row);
    Q_EMIT menuRequested(point, {});
}

} // namespace ponder
