import QtQuick
import QtQuick.Templates as T

// A menu of PMenuItem and PMenuSeparator.
T.Menu {
    id: menu

    property int minimumWidth: 188

    implicitWidth: Math.max(minimumWidth, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: 8
    padding: 6
    overlap: 1
    delegate: PMenuItem {}

    contentItem: ListView {
        implicitWidth: {
            let widest = 0;
            for (let i = 0; i < menu.count; ++i)
                widest = Math.max(widest, menu.itemAt(i)?.implicitWidth ?? 0);
            return widest;
        }
        implicitHeight: contentHeight
        model: menu.contentModel
        interactive: contentHeight > height
        clip: interactive
        currentIndex: menu.currentIndex
        boundsBehavior: Flickable.StopAtBounds
    }
    background: PPopoverSurface {}
    enter: PPopoverTransition {}
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.durationHover
        }
    }
}
