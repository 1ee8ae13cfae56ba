import QtQuick
import Ponder.Ui

// Selecting in the message list, and its menu.
Item {
    id: selecting

    required property TranscriptContext context
    required property Item view
    required property FollowScroll follow

    function handleKey(key: int, modifiers: int): bool {
        return area.handleKey(key, modifiers);
    }

    SelectionArea {
        id: area

        anchors.fill: parent
        view: selecting.view
        follow: selecting.follow
        controller: selecting.context.selection
        onMenuRequested: (point, link) => {
            menu.point = point;
            menu.link = link;
            menu.active ? menu.show() : menu.active = true;
        }
    }
    Loader {
        id: menu

        property point point
        property string link

        function show(): void {
            item.link = link;
            item.popup(selecting, point.x, point.y);
        }
        active: false
        onLoaded: show()
        sourceComponent: TranscriptMenu {
            selection: selecting.context.selection
            onClosed: selecting.view.forceActiveFocus()
        }
    }
}
