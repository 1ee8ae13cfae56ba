// Long because all ways to move the view, and all that moves by itself, share one idea of where the
// reader is.
#include "ui/FollowScroll.h"

#include <QAbstractItemModel>
#include <QEasingCurve>
#include <QVariantAnimation>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// One notch of a mouse wheel: three lines of reading text.
constexpr qreal kNotch = 72;
/// Arrow keys.
constexpr qreal kLine = 40;
/// A page keeps a little of the last one in view.
constexpr qreal kPage = 0.9;
/// The view moves ahead of the text while less than this part of its headroom is left, so long
/// after the text has grown, in milliseconds: between two updates.
constexpr qreal kLittleRoom = 0.35;
constexpr int kAheadAfter = 20;
/// Visible rows whose places are remembered.
constexpr int kAnchors = 24;

} // namespace

FollowScroll::FollowScroll(QQuickItem *parent) : QQuickItem(parent)
{
    m_jump = new QVariantAnimation(this);
    m_jump->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_jump, &QVariantAnimation::valueChanged, this, [this](const QVariant &left) {
        // The way that is left, not a place: the end may move on meanwhile.
        moveTo(lastY() - left.toReal());
    });
    connect(m_jump, &QVariantAnimation::finished, this, &FollowScroll::pinToEnd);
    m_aheadTimer.setSingleShot(true);
    m_aheadTimer.setInterval(kAheadAfter);
    connect(&m_aheadTimer, &QTimer::timeout, this, [this] {
        if (m_following && !m_barHeld && m_jump->state() != QAbstractAnimation::Running)
            goAhead();
    });
}

FollowScroll::~FollowScroll() = default;

void FollowScroll::setFlickable(QQuickItem *flickable)
{
    if (m_flickable == flickable)
        return;
    if (m_flickable) {
        m_flickable->removeEventFilter(this);
        m_flickable->disconnect(this);
    }
    m_flickable = flickable;
    if (flickable) {
        flickable->installEventFilter(this);
        // By name: the class of a Flickable is not public API.
        connect(flickable, SIGNAL(contentHeightChanged()), this, SLOT(onLayoutChanged()));
        connect(flickable, SIGNAL(originYChanged()), this, SLOT(onLayoutChanged()));
        connect(flickable, SIGNAL(heightChanged()), this, SLOT(onLayoutChanged()));
        connect(flickable, SIGNAL(contentYChanged()), this, SLOT(onScrolled()));
        if (flickable->metaObject()->indexOfSignal("countChanged()") >= 0)
            connect(flickable, SIGNAL(countChanged()), this, SLOT(onLayoutChanged()));
    }
    Q_EMIT flickableChanged();
    polish();
}

qreal FollowScroll::number(const char *property) const
{
    return m_flickable ? m_flickable->property(property).toReal() : 0;
}

/// contentY when the end of the text, with the blank room below it, is at the bottom edge.
qreal FollowScroll::lastY() const
{
    const qreal end = firstY() + number("contentHeight") + blank() - number("height");
    return std::max(firstY(), end);
}

/// What all fits in the view never moves.
bool FollowScroll::isLongerThanView() const
{
    return number("contentHeight") > number("height");
}

void FollowScroll::setBlank(qreal height)
{
    if (blank() != height)
        m_flickable->setProperty("bottomMargin", height);
}

void FollowScroll::moveTo(qreal y)
{
    if (!m_flickable)
        return;
    m_moving = true;
    m_flickable->setProperty("contentY", std::round(std::clamp(y, firstY(), lastY())));
    m_moving = false;
}

// ---- what the user does

void FollowScroll::scrollBy(qreal pixels)
{
    if (!m_flickable || pixels == 0)
        return;
    m_jump->stop();
    settle();
    moveTo(top() + pixels);
    userMoved();
}

void FollowScroll::scrollPages(qreal pages)
{
    scrollBy(pages * kPage * std::max<qreal>(kLine, number("height") - m_coveredTop));
}

void FollowScroll::scrollToStart()
{
    m_jump->stop();
    setFollowing(false);
    QMetaObject::invokeMethod(m_flickable, "positionViewAtBeginning");
    userMoved();
}

void FollowScroll::hold()
{
    m_jump->stop();
    setFollowing(false);
    noteAnchor();
}

/// Following is what the user's last move says: on at the end, off elsewhere.
void FollowScroll::userMoved()
{
    setFollowing(lastY() - top() <= kReach);
    fitBlank();
    noteState();
    noteAnchor();
}

void FollowScroll::setBarHeld(bool held)
{
    if (m_barHeld == held)
        return;
    m_barHeld = held;
    if (held) {
        m_jump->stop();
    } else {
        moveTo(top()); // a bar leaves the text between two pixels
        userMoved();
    }
    Q_EMIT barHeldChanged();
}

void FollowScroll::showRow(int row)
{
    m_jump->stop();
    setFollowing(false);
    QMetaObject::invokeMethod(m_flickable, "positionViewAtIndex", Q_ARG(int, row), Q_ARG(int, 0));
    noteState();
    noteAnchor();
}

void FollowScroll::reveal(QQuickItem *item)
{
    if (!m_flickable || !item || !item->activeFocusOnTab() || !m_flickable->isAncestorOf(item))
        return;
    constexpr qreal kRoom = 8;
    const qreal above = item->mapToItem(m_flickable, QPointF()).y() - m_coveredTop - kRoom;
    const qreal below =
        item->mapToItem(m_flickable, QPointF(0, item->height())).y() + kRoom - number("height");
    if (above < 0)
        scrollBy(above);
    else if (below > 0)
        scrollBy(below);
}

bool FollowScroll::handleKey(int key, int modifiers)
{
    const bool control = modifiers & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_PageUp:
        scrollPages(-1);
        return true;
    case Qt::Key_PageDown:
        scrollPages(1);
        return true;
    case Qt::Key_Up:
        scrollBy(-kLine);
        return true;
    case Qt::Key_Down:
        scrollBy(kLine);
        return true;
    case Qt::Key_Home:
        scrollToStart();
        return true;
    case Qt::Key_End:
        control ? jumpToLatest() : snapToLatest();
        return true;
    case Qt::Key_Space:
        scrollPages(modifiers & Qt::ShiftModifier ? -1 : 1);
        return true;
    default:
        return false;
    }
}

bool FollowScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_flickable && event->type() == QEvent::Wheel)
        return wheel(static_cast<QWheelEvent *>(event));
    return QQuickItem::eventFilter(watched, event);
}

bool FollowScroll::wheel(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        return zoom(event);
    const qreal pixels =
        !event->pixelDelta().isNull()
            ? event->pixelDelta().y()
            : event->angleDelta().y() / qreal(QWheelEvent::DefaultDeltasPerStep) * kNotch;
    if (pixels == 0)
        return false;
    scrollBy(-pixels);
    event->accept();
    return true;
}

bool FollowScroll::zoom(QWheelEvent *event)
{
    m_zoomDelta += event->angleDelta().y();
    const int notches = m_zoomDelta / QWheelEvent::DefaultDeltasPerStep;
    m_zoomDelta -= notches * QWheelEvent::DefaultDeltasPerStep;
    for (int i = 0; i < std::abs(notches); ++i)
        Q_EMIT zoomRequested(notches > 0 ? 1 : -1);
    event->accept();
    return true;
}

// ---- the way to the end

void FollowScroll::jumpToLatest()
{
    setFollowing(true);
    if (!m_flickable)
        return;
    const qreal height = number("height");
    if (m_jumpDuration <= 0 || lastY() - top() <= kReach) {
        pinToEnd();
        return;
    }
    // From far away the last screen is enough: rows in between need not be built.
    qreal way = lastY() - top();
    if (way > height) {
        pinToEnd();
        way = std::min(height, lastY() - firstY());
    }
    m_jump->stop();
    m_jump->setDuration(m_jumpDuration);
    m_jump->setStartValue(way);
    m_jump->setEndValue(0.0);
    m_jump->start();
}

void FollowScroll::snapToLatest()
{
    m_jump->stop();
    setFollowing(true);
    if (m_flickable)
        setBlank(0);
    pinToEnd();
    polish();
}

void FollowScroll::pinToEnd()
{
    if (!m_flickable)
        return;
    m_moving = true;
    // A list guesses the height of rows it has not built: only it can find its own end.
    if (m_flickable->metaObject()->indexOfMethod("positionViewAtEnd()") >= 0 &&
        std::abs(lastY() - top()) > number("height") / 2)
        QMetaObject::invokeMethod(m_flickable, "positionViewAtEnd");
    m_moving = false;
    moveTo(lastY());
    noteState();
}

/// The text has grown into the blank room below it, or the view has moved away from that: the room
/// is only ever what is seen of it, so that it goes without moving anything.
void FollowScroll::fitBlank()
{
    if (blank() > 0) {
        const qreal textEnd = firstY() + number("contentHeight");
        setBlank(std::clamp<qreal>(top() + number("height") - textEnd, 0, blank()));
    }
}

/// Moves to the end where the text has left the view; where it soon will, in a frame of its own:
/// one that also shows new rows would be the longest of all.
void FollowScroll::followEnd()
{
    fitBlank();
    if (lastY() > top())
        goAhead();
    else if (isLongerThanView() && blank() < m_headroom * kLittleRoom && !m_aheadTimer.isActive())
        m_aheadTimer.start();
}

void FollowScroll::goAhead()
{
    m_aheadTimer.stop();
    setBlank(std::round(std::min(m_headroom, number("height") / 4)));
    moveTo(lastY());
}

// ---- what happens by itself

void FollowScroll::onLayoutChanged()
{
    polish();
}

void FollowScroll::onScrolled()
{
    if (m_moving) {
        noteState();
        return;
    }
    if (m_barHeld)
        userMoved();
    else
        polish();
}

void FollowScroll::updatePolish()
{
    if (!m_flickable || m_jump->state() == QAbstractAnimation::Running)
        return;
    fitBlank();
    if (m_following) {
        const qreal left = lastY() - top();
        if (m_headroom > 0 && left > 0 && left < number("height") / 2)
            goAhead();
        else if (left != 0)
            pinToEnd();
    } else if (!m_barHeld) {
        restoreAnchor();
    }
    noteState();
}

/// Rows that came or went since the last frame are laid out now, so that the user's step starts
/// from what stands on the screen.
void FollowScroll::settle()
{
    m_moving = true;
    if (m_flickable->metaObject()->indexOfMethod("forceLayout()") >= 0)
        QMetaObject::invokeMethod(m_flickable, "forceLayout");
    m_moving = false;
    if (m_following)
        followEnd();
    else
        restoreAnchor();
}

void FollowScroll::layOut()
{
    if (!m_flickable || m_barHeld || m_jump->state() == QAbstractAnimation::Running)
        return;
    settle();
    noteState();
}

void FollowScroll::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged();
}

void FollowScroll::noteState()
{
    const bool away = lastY() - top() > kReach;
    if (away != m_awayFromEnd) {
        m_awayFromEnd = away;
        Q_EMIT awayFromEndChanged();
    }
    const int row = rowAt(top() + 1);
    if (row != m_topRow) {
        m_topRow = row;
        Q_EMIT topRowChanged();
    }
}

int FollowScroll::rowAt(qreal y) const
{
    int row = -1;
    if (m_flickable && m_flickable->metaObject()->indexOfMethod("indexAt(double,double)") >= 0)
        QMetaObject::invokeMethod(m_flickable, "indexAt", Q_RETURN_ARG(int, row),
                                  Q_ARG(qreal, number("width") / 2), Q_ARG(qreal, y));
    return row;
}

QQuickItem *FollowScroll::itemOf(int row) const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_flickable, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item),
                              Q_ARG(int, row));
    return item;
}

/// Remembers where the visible rows stand; more than one, because the first may be replaced.
void FollowScroll::noteAnchor()
{
    m_anchors.clear();
    const auto *model =
        m_flickable ? m_flickable->property("model").value<QAbstractItemModel *>() : nullptr;
    const int first = rowAt(top() + m_coveredTop + 1);
    if (first < 0 || !model)
        return;
    const int last = std::min(first + kAnchors, model->rowCount());
    for (int row = first; row < last; ++row) {
        const QQuickItem *item = itemOf(row);
        if (!item || item->y() > top() + number("height"))
            break;
        m_anchors.push_back(
            {QPersistentModelIndex(model->index(row, 0)), item->y() - top(), item->height()});
    }
}

void FollowScroll::setTextSize(int size)
{
    if (m_textSize == size)
        return;
    if (m_textSize > 0 && !m_following)
        noteAnchor();
    m_resized = m_textSize > 0;
    m_textSize = size;
    polish();
    Q_EMIT textSizeChanged();
}

/// Something changed its height: the row that was first stays where it was.
void FollowScroll::restoreAnchor()
{
    const auto anchor = std::find_if(m_anchors.cbegin(), m_anchors.cend(),
                                     [](const Anchor &a) { return a.row.isValid(); });
    if (anchor == m_anchors.cend()) {
        noteAnchor();
        return;
    }
    const int row = anchor->row.row();
    const QQuickItem *item = itemOf(row);
    if (!item) {
        m_moving = true;
        QMetaObject::invokeMethod(m_flickable, "positionViewAtIndex", Q_ARG(int, row),
                                  Q_ARG(int, 0));
        m_moving = false;
        item = itemOf(row);
    }
    if (!item)
        return;
    qreal offset = anchor->offset;
    const bool rescaled = m_resized && item->height() != anchor->height;
    if (rescaled && offset < 0 && anchor->height > 0)
        offset *= item->height() / anchor->height;
    if (std::abs(item->y() - offset - top()) >= 1)
        moveTo(item->y() - offset);
    if (rescaled) {
        m_resized = false;
        noteAnchor();
    }
}

} // namespace ponder
