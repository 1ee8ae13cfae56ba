#include "ui/SecretFieldAccessible.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// The nearest items below that assistive technology knows.
void collect(const QQuickItem &item, QList<QAccessibleInterface *> &found)
{
    const QList<QQuickItem *> below = item.childItems();
    for (QQuickItem *child : below) {
        if (!child->isVisible())
            continue;
        if (QAccessibleInterface *known = QAccessible::queryAccessibleInterface(child))
            found.append(known);
        else
            collect(*child, found);
    }
}

QAccessibleInterface *makeFor(const QString &className, QObject *object)
{
    auto *item =
        className.startsWith("PSecretField"_L1) ? qobject_cast<QQuickItem *>(object) : nullptr;
    return item ? new SecretFieldAccessible(item) : nullptr;
}

} // namespace

SecretFieldAccessible::SecretFieldAccessible(QQuickItem *field) : QAccessibleObject(field)
{}

void SecretFieldAccessible::install()
{
    QAccessible::installFactory(makeFor);
}

QQuickItem *SecretFieldAccessible::field() const
{
    return static_cast<QQuickItem *>(object());
}

bool SecretFieldAccessible::isHidden() const
{
    return object()->property("echoMode").toInt() != 0;
}

QString SecretFieldAccessible::shownText() const
{
    return object()->property("displayText").toString();
}

QList<QAccessibleInterface *> SecretFieldAccessible::children() const
{
    QList<QAccessibleInterface *> found;
    collect(*field(), found);
    return found;
}

QAccessibleInterface *SecretFieldAccessible::parent() const
{
    for (QQuickItem *item = field()->parentItem(); item; item = item->parentItem()) {
        if (QAccessibleInterface *known = QAccessible::queryAccessibleInterface(item))
            return known;
    }
    return QAccessible::queryAccessibleInterface(field()->window());
}

QAccessibleInterface *SecretFieldAccessible::child(int index) const
{
    return children().value(index);
}

int SecretFieldAccessible::childCount() const
{
    return int(children().size());
}

int SecretFieldAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<QAccessibleInterface *> all = children();
    const auto found = std::find(all.begin(), all.end(), child);
    return found == all.end() ? -1 : int(found - all.begin());
}

QWindow *SecretFieldAccessible::window() const
{
    return field()->window();
}

QRect SecretFieldAccessible::rect() const
{
    const QQuickItem *item = field();
    if (!item->window())
        return {};
    const QRect inWindow =
        item->mapRectToScene({0, 0, item->width(), item->height()}).toAlignedRect();
    return {item->window()->mapToGlobal(inWindow.topLeft()), inWindow.size()};
}

QAccessible::State SecretFieldAccessible::state() const
{
    const QQuickItem *item = field();
    QAccessible::State state;
    state.editable = true;
    state.focusable = true;
    state.selectableText = true;
    state.passwordEdit = isHidden();
    state.focused = item->hasActiveFocus();
    state.disabled = !item->isEnabled();
    state.invisible = !item->window() || !item->isVisible();
    return state;
}

QString SecretFieldAccessible::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Name:
        return object()->property("spokenName").toString();
    case QAccessible::Description: {
        const QString error = object()->property("error").toString();
        return error.isEmpty() ? object()->property("placeholderText").toString() : error;
    }
    case QAccessible::Value:
        return shownText();
    default:
        return {};
    }
}

void *SecretFieldAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                              : nullptr;
}

int SecretFieldAccessible::characterCount() const
{
    return int(shownText().size());
}

QString SecretFieldAccessible::text(int start, int end) const
{
    return shownText().mid(start, end - start);
}

int SecretFieldAccessible::cursorPosition() const
{
    return object()->property("cursorPosition").toInt();
}

void SecretFieldAccessible::setCursorPosition(int position)
{
    object()->setProperty("cursorPosition", position);
}

int SecretFieldAccessible::selectionCount() const
{
    return object()->property("selectionStart") == object()->property("selectionEnd") ? 0 : 1;
}

void SecretFieldAccessible::selection(int, int *start, int *end) const
{
    *start = object()->property("selectionStart").toInt();
    *end = object()->property("selectionEnd").toInt();
}

void SecretFieldAccessible::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void SecretFieldAccessible::removeSelection(int)
{
    QMetaObject::invokeMethod(object(), "deselect");
}

void SecretFieldAccessible::setSelection(int, int start, int end)
{
    QMetaObject::invokeMethod(object(), "select", Q_ARG(int, start), Q_ARG(int, end));
}

QRect SecretFieldAccessible::characterRect(int) const
{
    return rect();
}

QString SecretFieldAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace ponder
