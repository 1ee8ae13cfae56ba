import QtQuick
import QtQuick.Templates as T

// The scrolling middle of a section: one column of bounded width. What takes the keyboard is
// brought into view.
Flickable {
    id: flick

    property int maximumWidth: 640
    property int margin: width < 560 ? 20 : 28
    property bool centred: true
    default property alias content: column.data
    readonly property alias columnWidth: column.width

    contentWidth: width
    contentHeight: column.height + 48
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.vertical: PScrollBar {}

    /// Scrolls so far that `item`, if it is one of the column, can be seen.
    function reveal(item: Item): void {
        let at = item;
        while (at && at !== column)
            at = at.parent;
        if (!at)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const room = 12;
        if (top - room < contentY)
            contentY = Math.max(0, top - room);
        else if (top + item.height + room > contentY + height)
            contentY = Math.min(contentHeight - height, top + Math.min(item.height, height - 2 * room) + room - height);
    }

    Column {
        id: column

        x: flick.centred ? Math.round((flick.width - width) / 2) : flick.margin
        width: Math.min(flick.maximumWidth, flick.width - 2 * flick.margin)
    }
    Connections {
        target: flick.Window.window

        function onActiveFocusItemChanged(): void {
            if (flick.Window.activeFocusItem)
                flick.reveal(flick.Window.activeFocusItem);
        }
    }
}
