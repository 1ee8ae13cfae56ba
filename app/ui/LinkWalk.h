#pragma once

#include "ui/FollowScroll.h"
#include "ui/HeldPlace.h"
#include "ui/LinkRing.h"
#include "ui/LinkSteps.h"
#include "ui/SelectionController.h"
#include "ui/TextGeometry.h"

#include <QColor>
#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <utility>

namespace ponder {

/// The keyboard's way over the links of the answers in sight. It is one item that takes the focus
/// for whichever link has it: links are text, and there may be thousands that are not even built.
/// Tab in the message list enters at the first link in sight and goes on to the next; behind the
/// last one of the answers in sight it goes on to the controls, as it would have without links.
class LinkWalk : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *view MEMBER m_view NOTIFY bound) ///< the ListView
    Q_PROPERTY(
        ponder::SelectionController *controller READ controller WRITE setController NOTIFY bound)
    Q_PROPERTY(ponder::FollowScroll *follow MEMBER m_follow NOTIFY bound)
    Q_PROPERTY(QColor ringColor MEMBER m_ringColor NOTIFY bound)
    /// Of the link that has the focus; "note:…" for the sign of a citation; "" for none.
    Q_PROPERTY(QString url READ url NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)

public:
    explicit LinkWalk(QQuickItem *parent = nullptr);
    ~LinkWalk() override;

    [[nodiscard]] SelectionController *controller() const { return m_controller; }
    void setController(SelectionController *controller);
    [[nodiscard]] QString url() const { return m_link ? m_link->url : QString(); }
    [[nodiscard]] QString text() const { return m_link ? m_link->text : QString(); }

    /// A key that came to the message list or to a link: Tab enters; on a link Tab and Shift+Tab
    /// move, Enter opens, Esc leaves. False when it should do what it does anyway.
    Q_INVOKABLE bool handleKey(int key, int modifiers);

Q_SIGNALS:
    void bound();
    void changed();

protected:
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool isWalking() const { return m_link && hasActiveFocus(); }
    [[nodiscard]] TextGeometry geometry() const { return {m_view, m_controller}; }
    bool step(int direction);
    [[nodiscard]] std::optional<LinkPlace> firstInSight(const LinkSteps &steps) const;
    [[nodiscard]] std::pair<int, int> rowsOfAnswersInSight() const;
    void attach();
    void goTo(const LinkPlace &link);
    void bringIntoSight();
    void leave();
    void open();
    void checkPlace();
    void placeRing();
    void placeItem();

    QPointer<QQuickItem> m_view;
    QPointer<SelectionController> m_controller;
    QPointer<TranscriptModel> m_model; ///< whose changes are heard of
    QPointer<FollowScroll> m_follow;
    QColor m_ringColor;
    std::optional<LinkPlace> m_link;
    HeldPlace m_held; ///< where the link begins, whatever happens to the rows
    QPointer<LinkRing> m_ring;
};

} // namespace ponder
