#include "ui/LinkWalk.h"

#include "ui/FindScroll.h"
#include "ui/SelectionPart.h"

#include <QAccessible>

#include <algorithm>

namespace ponder {

namespace {

/// Between a link and the edge of the view.
constexpr qreal kRoom = 16;

} // namespace

LinkWalk::LinkWalk(QQuickItem *parent) : QQuickItem(parent)
{}

LinkWalk::~LinkWalk()
{
    delete m_ring;
}

void LinkWalk::setController(SelectionController *controller)
{
    if (m_controller == controller)
        return;
    if (m_controller)
        m_controller->disconnect(this);
    m_controller = controller;
    if (controller) {
        connect(controller, &SelectionController::partAdded, this, &LinkWalk::placeRing);
        connect(controller, &SelectionController::transcriptSet, this, &LinkWalk::attach);
    }
    attach();
    Q_EMIT bound();
}

void LinkWalk::attach()
{
    if (m_model)
        m_model->disconnect(this);
    m_model = m_controller ? m_controller->transcript() : nullptr;
    if (!m_model)
        return;
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                m_held.noteRemoval(*m_model, first, last);
            });
    connect(m_model, &TranscriptModel::updated, this, &LinkWalk::checkPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LinkWalk::checkPlace);
}

bool LinkWalk::isReady() const
{
    return m_view && m_controller && m_controller->transcript() &&
           m_controller->transcript()->rowCount() > 0;
}

bool LinkWalk::handleKey(int key, int modifiers)
{
    if (!isReady() || modifiers & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    const bool back =
        key == Qt::Key_Backtab || (key == Qt::Key_Tab && modifiers & Qt::ShiftModifier);
    const bool walking = isWalking();
    if (key == Qt::Key_Tab && !back) {
        if (step(1))
            return true;
        if (walking)
            leave(); // and Tab goes on from the list
        return false;
    }
    if (!walking)
        return false;
    if (back) {
        if (!step(-1))
            leave();
        return true;
    }
    if (key == Qt::Key_Escape)
        leave();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        open();
    else
        return false;
    return true;
}

/// The first and the last row of the messages that are in sight, at least in part.
std::pair<int, int> LinkWalk::rowsOfAnswersInSight() const
{
    const TranscriptEntries &entries = m_controller->transcript()->entries();
    const int rows = entries.rowCount();
    const auto rowAt = [&](qreal y, int otherwise) {
        const int row = geometry().rowAt({0, y});
        return row < 0 ? otherwise : row;
    };
    const qreal covered = m_follow ? m_follow->coveredTop() : 0;
    const int top = rowAt(covered + 1, 0);
    const int bottom = rowAt(m_view->height() - 1, rows - 1);
    const TranscriptEntry &last = entries.all[size_t(entries.at(bottom))];
    return {entries.all[size_t(entries.at(top))].firstRow,
            last.firstRow + int(last.rows.size()) - 1};
}

std::optional<LinkPlace> LinkWalk::firstInSight(const LinkSteps &steps) const
{
    const qreal covered = m_follow ? m_follow->coveredTop() : 0;
    const int top = std::max(0, geometry().rowAt({0, covered + 1}));
    const int last = rowsOfAnswersInSight().second;
    std::optional<LinkPlace> link = steps.next({top, -1, 0}, 1, top, last);
    for (; link; link = steps.next(link->begin, 1, top, last)) {
        // The end decides: of a link over two lines one may be out of sight.
        const TextPlace end{link->begin.row, link->begin.cell, link->end};
        const std::optional<QRectF> caret = geometry().caretAt(end);
        if (!caret || caret->center().y() > covered)
            break;
    }
    return link;
}

bool LinkWalk::step(int direction)
{
    const LinkSteps steps(m_controller->transcript()->entries());
    std::optional<LinkPlace> link;
    if (isWalking()) {
        const auto [first, last] = rowsOfAnswersInSight();
        const TextPlace from = m_link->begin;
        link = steps.next(from, direction, std::min(first, from.row), std::max(last, from.row));
    } else {
        link = firstInSight(steps);
    }
    if (link)
        goTo(*link);
    return link.has_value();
}

void LinkWalk::goTo(const LinkPlace &link)
{
    const bool hadFocus = hasActiveFocus();
    m_link = link;
    m_held.set(*m_controller->transcript(), link.begin);
    bringIntoSight();
    placeRing();
    forceActiveFocus(Qt::TabFocusReason);
    Q_EMIT changed();
    // The item that has the focus is the same for each link: a screen reader is told apart.
    if (hadFocus && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void LinkWalk::bringIntoSight()
{
    if (!m_follow)
        return;
    m_follow->hold();
    if (!geometry().partOf(m_link->begin)) {
        m_follow->showRow(m_link->begin.row);
        QMetaObject::invokeMethod(m_view, "forceLayout");
    }
    placeRing();
    if (!m_ring)
        return;
    QQuickItem *edit = m_ring->parentItem();
    FindScroll::showSideways(edit, m_ring->area());
    const QRectF seen = edit->mapRectToItem(m_view, m_ring->area());
    const qreal above = seen.top() - m_follow->coveredTop() - kRoom;
    const qreal below = seen.bottom() + kRoom - m_view->height();
    if (above < 0)
        m_follow->dragBy(above);
    else if (below > 0)
        m_follow->dragBy(std::min(below, above));
}

/// The ring goes with the delegate of the text: when that is built anew, so is the ring.
void LinkWalk::placeRing()
{
    delete m_ring;
    if (!m_link || !isReady())
        return;
    SelectionPart *part = geometry().partOf(m_link->begin);
    if (!part || !part->document() || !part->document()->document())
        return;
    m_ring = new LinkRing(*part->document(), *part->item(), m_link->begin.offset, m_link->end,
                          m_ringColor);
    m_ring->setVisible(hasActiveFocus());
    placeItem();
}

/// Assistive programs ask where the focus is.
void LinkWalk::placeItem()
{
    if (!m_ring || !parentItem())
        return;
    const QRectF area = m_ring->parentItem()->mapRectToItem(parentItem(), m_ring->area());
    setPosition(area.topLeft());
    setSize(area.size());
}

void LinkWalk::checkPlace()
{
    if (!m_link)
        return;
    if (!isReady()) {
        leave();
        return;
    }
    const LinkSteps steps(m_controller->transcript()->entries());
    const std::optional<TextPlace> place = m_held.now(*m_controller->transcript());
    const std::optional<LinkPlace> now = place ? steps.at(*place) : std::nullopt;
    if (!now || now->url != m_link->url) {
        leave();
        return;
    }
    const bool moved = *now != *m_link;
    m_link = now;
    m_held.set(*m_controller->transcript(), now->begin);
    if (moved || !m_ring)
        placeRing();
}

void LinkWalk::leave()
{
    const bool hadFocus = hasActiveFocus();
    m_link.reset();
    m_held.clear();
    delete m_ring;
    if (hadFocus && m_view)
        m_view->forceActiveFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void LinkWalk::open()
{
    bringIntoSight();
    const SelectionPart *part = geometry().partOf(m_link->begin);
    if (part && !m_link->url.startsWith(u"note:"))
        QMetaObject::invokeMethod(part->item(), "linkActivated", Q_ARG(QString, m_link->url));
}

void LinkWalk::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change != ItemActiveFocusHasChanged)
        return;
    if (m_ring)
        m_ring->setVisible(value.boolValue);
    // A question was closed, and what was asked about is gone.
    if (value.boolValue && !m_link && m_view)
        m_view->forceActiveFocus(Qt::OtherFocusReason);
}

} // namespace ponder
