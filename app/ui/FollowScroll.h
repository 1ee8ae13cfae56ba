#pragma once

#include <QPersistentModelIndex>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

QT_BEGIN_NAMESPACE
class QVariantAnimation;
QT_END_NAMESPACE

namespace ponder {

/// Scrolling of the message list. It follows the end of the text until the user turns that off by
/// wheel, touchpad, key, scroll bar or by starting a selection; growing text never does. While it
/// does not follow, the first visible line stays where it is, whatever changes its height above. An
/// item of the scene only because items are told when a frame is about to be laid out: the view is
/// put right in the same frame that changes it.
class FollowScroll : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    /// The ListView (or a plain Flickable); its own dragging and wheel handling are replaced.
    Q_PROPERTY(QQuickItem *flickable READ flickable WRITE setFlickable NOTIFY flickableChanged)
    Q_PROPERTY(bool following READ following NOTIFY followingChanged)
    /// Whether the end is out of sight, so that a way back to it is worth offering.
    Q_PROPERTY(bool awayFromEnd READ awayFromEnd NOTIFY awayFromEndChanged)
    /// Index of the row at the top edge of the view, −1 for none.
    Q_PROPERTY(int topRow READ topRow NOTIFY topRowChanged)
    /// The user holds the scroll bar.
    Q_PROPERTY(bool barHeld READ barHeld WRITE setBarHeld NOTIFY barHeldChanged)
    /// How long a jump to the end takes, in milliseconds; 0: at once.
    Q_PROPERTY(int jumpDuration MEMBER m_jumpDuration NOTIFY jumpDurationChanged)
    /// The size of the text: when it changes, the line at the top edge stays, not only its row.
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY textSizeChanged)
    /// A row that covers the top of the view and hides this much of it (the sticky header).
    Q_PROPERTY(qreal coveredTop MEMBER m_coveredTop NOTIFY coveredTopChanged)
    /// While it follows: how far ahead of the text the view moves, in pixels, so that text which
    /// runs past grows into blank room and moves all that is visible only now and then. 0: with
    /// each line.
    Q_PROPERTY(qreal headroom MEMBER m_headroom NOTIFY headroomChanged)

public:
    explicit FollowScroll(QQuickItem *parent = nullptr);
    ~FollowScroll() override;

    /// The end counts as reached within this distance, in pixels.
    static constexpr qreal kReach = 24;

    [[nodiscard]] QQuickItem *flickable() const { return m_flickable; }
    void setFlickable(QQuickItem *flickable);
    [[nodiscard]] bool following() const { return m_following; }
    [[nodiscard]] bool awayFromEnd() const { return m_awayFromEnd; }
    [[nodiscard]] int topRow() const { return m_topRow; }
    [[nodiscard]] bool barHeld() const { return m_barHeld; }
    void setBarHeld(bool held);
    [[nodiscard]] int textSize() const { return m_textSize; }
    void setTextSize(int size);
    [[nodiscard]] qreal coveredTop() const { return m_coveredTop; }

    /// Goes to the end and follows it from now on.
    Q_INVOKABLE void jumpToLatest();
    /// The same without motion: another conversation was opened, or a prompt sent.
    Q_INVOKABLE void snapToLatest();
    /// The user scrolled by this many pixels (positive: towards the end).
    Q_INVOKABLE void scrollBy(qreal pixels);
    /// The same by a selection that is drawn over the edge: the view stays held, at the end too.
    void dragBy(qreal pixels)
    {
        scrollBy(pixels);
        hold();
    }
    Q_INVOKABLE void scrollPages(qreal pages);
    Q_INVOKABLE void scrollToStart();
    /// Brings a row to the top edge.
    Q_INVOKABLE void showRow(int row);
    /// The keyboard went to a control of a row: it is brought into sight.
    Q_INVOKABLE void reveal(QQuickItem *item);
    /// Rows have changed: lays them out and puts the view right at once. What is put right only
    /// while the frame is being laid out asks for a second frame.
    Q_INVOKABLE void layOut();
    /// The user did something that means: stay here.
    Q_INVOKABLE void hold();
    /// Handles the keys of a scrolled view; true when it was one.
    Q_INVOKABLE bool handleKey(int key, int modifiers);

Q_SIGNALS:
    void flickableChanged();
    void followingChanged();
    void awayFromEndChanged();
    void topRowChanged();
    void barHeldChanged();
    void jumpDurationChanged();
    void coveredTopChanged();
    void headroomChanged();
    void textSizeChanged();
    /// The user turned the wheel by a notch with Ctrl held; 1: larger, −1: smaller.
    void zoomRequested(int step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void updatePolish() override;

private Q_SLOTS:
    void onLayoutChanged();
    void onScrolled();

private:
    /// A row, and how far below the top edge of the view it stands.
    struct Anchor
    {
        QPersistentModelIndex row;
        qreal offset = 0;
        qreal height = 0;
    };

    [[nodiscard]] qreal number(const char *property) const;
    [[nodiscard]] qreal top() const { return number("contentY"); }
    [[nodiscard]] qreal firstY() const { return number("originY"); }
    [[nodiscard]] qreal lastY() const;
    [[nodiscard]] bool isLongerThanView() const;
    [[nodiscard]] qreal blank() const { return number("bottomMargin"); }
    void setBlank(qreal height);
    void moveTo(qreal y);
    void userMoved();
    void settle();
    void pinToEnd();
    void followEnd();
    void goAhead();
    void fitBlank();
    void setFollowing(bool following);
    void noteState();
    void noteAnchor();
    void restoreAnchor();
    [[nodiscard]] int rowAt(qreal y) const;
    [[nodiscard]] QQuickItem *itemOf(int row) const;
    bool wheel(class QWheelEvent *event);
    bool zoom(QWheelEvent *event);

    QPointer<QQuickItem> m_flickable;
    bool m_following = true;
    bool m_awayFromEnd = false;
    bool m_barHeld = false;
    bool m_moving = false; ///< contentY is being set from here
    int m_topRow = -1;
    int m_jumpDuration = 240;
    qreal m_coveredTop = 0;
    qreal m_headroom = 0;
    int m_textSize = 0;
    bool m_resized = false;        ///< the text size has changed, the rows may not have yet
    int m_zoomDelta = 0;           ///< of the wheel, below a notch
    std::vector<Anchor> m_anchors; ///< the visible rows while not following, from the top
    QVariantAnimation *m_jump = nullptr;
    QTimer m_aheadTimer;
};

} // namespace ponder
