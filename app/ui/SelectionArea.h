#pragma once

#include "ui/FollowScroll.h"
#include "ui/SelectionController.h"
#include "ui/TextGeometry.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ponder {

/// Makes selections by mouse and keyboard. It lies below the message list with the list's size:
/// texts let the mouse through to it, controls do not. A finger scrolls (the list sees to that),
/// taps links, and held still selects a word and asks for the menu.
class SelectionArea : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *view MEMBER m_view NOTIFY bound) ///< the ListView
    Q_PROPERTY(ponder::SelectionController *controller MEMBER m_controller NOTIFY bound)
    Q_PROPERTY(ponder::FollowScroll *follow MEMBER m_follow NOTIFY bound)

public:
    explicit SelectionArea(QQuickItem *parent = nullptr);
    ~SelectionArea() override;

    /// Extends the selection by a key with Shift, selects all, clears, copies, asks for the menu;
    /// true when it was one of these keys.
    Q_INVOKABLE bool handleKey(int key, int modifiers);

Q_SIGNALS:
    void bound();
    /// The menu is wanted at this point, for what the controller points at; `link`: the address
    /// there, or empty.
    void menuRequested(const QPointF &point, const QString &link);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Unit { Character, Word, Cell };

    [[nodiscard]] bool isReady() const;
    [[nodiscard]] TextGeometry geometry() const { return {m_view, m_controller}; }
    [[nodiscard]] qreal coveredTop() const { return m_follow ? m_follow->coveredTop() : 0; }
    [[nodiscard]] PlaceRange unitAt(const TextPlace &place) const;
    void begin(Unit unit, const TextPlace &place);
    void pressByFinger(const QPointF &point);
    void holdByFinger();
    void releaseByFinger();
    void dragTo(const QPointF &point);
    void extend();
    [[nodiscard]] TextGeometry::Sideways sideways() const;
    void scrollWhileOutside();
    void endDrag();
    [[nodiscard]] std::optional<TextPlace> step(int key, bool control);
    [[nodiscard]] TextPlace start() const;
    bool handleCommand(int key, int modifiers);
    void requestMenu();
    void bringIntoSight(const TextPlace &place);

    QPointer<QQuickItem> m_view;
    QPointer<SelectionController> m_controller;
    QPointer<FollowScroll> m_follow;

    bool m_pressed = false;
    bool m_finger = false; ///< a finger is down and has not moved so far
    bool m_dragging = false;
    Unit m_unit = Unit::Character;
    PlaceRange m_origin; ///< what the drag began with: it stays selected
    QPointF m_pressPoint;
    QPointF m_pointer;
    TextGeometry::Link m_pressedLink;
    QElapsedTimer m_sinceDoubleClick;
    QBasicTimer m_holdTimer;   ///< runs while a finger is held still
    QBasicTimer m_scrollTimer; ///< runs only while the pointer drags outside of the view or a box
    QElapsedTimer m_sinceScroll;
    std::optional<qreal> m_goalX; ///< the column that Up and Down keep to
};

} // namespace ponder
