#pragma once

#include <QQuickItem>
#include <QQuickTextDocument>
#include <QTextDocument>

namespace ponder::test {

/// What can be seen below an item and is of a type, as "QQuickTextEdit", in the order of the scene.
inline QList<QQuickItem *> shownItems(QQuickItem *root, const char *type)
{
    QList<QQuickItem *> found;
    if (root->inherits(type) && root->isVisible())
        found << root;
    const auto children = root->childItems();
    for (QQuickItem *child : children)
        found << shownItems(child, type);
    return found;
}

inline QList<QQuickItem *> shownTexts(QQuickItem *root)
{
    return shownItems(root, "QQuickTextEdit");
}

/// Of a TextEdit.
inline QTextDocument *documentOf(QQuickItem *edit)
{
    return edit->property("textDocument").value<QQuickTextDocument *>()->textDocument();
}

} // namespace ponder::test
