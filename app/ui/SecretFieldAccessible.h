#pragma once

#include <QAccessibleObject>

class QQuickItem;

namespace ponder {

/// What assistive technology learns of a field for a key (PSecretField.qml): its name and how much
/// is typed, and the text itself only while it is shown on the screen as well. Qt Quick's own
/// interface gives the text of a password field to everybody on the accessibility bus.
class SecretFieldAccessible final : public QAccessibleObject, public QAccessibleTextInterface
{
public:
    explicit SecretFieldAccessible(QQuickItem *field);

    /// From now on every PSecretField has such an interface.
    static void install();

    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::EditableText; }
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] int selectionCount() const override;
    void selection(int index, int *start, int *end) const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int offset, int *start, int *end) const override;

private:
    [[nodiscard]] QQuickItem *field() const;
    [[nodiscard]] bool isHidden() const;
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QList<QAccessibleInterface *> children() const;
};

} // namespace ponder
