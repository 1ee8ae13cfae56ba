import QtQuick
import Ponder.Ui

// Copies a table in one of three forms. Shown while the pointer or the keyboard is at the table.
CopyIconButton {
    id: button

    required property TableGrid grid
    property bool wanted: false ///< the pointer is over the table
    readonly property bool menuOpen: menu.item !== null && menu.item.visible

    opacity: wanted || hovered || activeFocus || menuOpen ? 1 : 0
    tip: qsTr("Copy table")
    confirms: false
    onClicked: {
        menu.active = true;
        menu.item.popup(button, button.width - menu.item.width, button.height + 4);
    }

    function copyAs(format: string): void {
        grid.copyAs(format);
        confirm();
    }

    background: Rectangle {
        radius: Theme.radiusIcon
        color: button.down ? Theme.selected : button.hovered ? Theme.hover : Theme.raised
        border.width: 1
        border.color: Theme.line

        PFocusRing {
            visible: button.visualFocus
            cornerRadius: Theme.radiusIcon
        }
    }
    Loader {
        id: menu

        active: false
        sourceComponent: PMenu {
            PMenuItem {
                text: qsTr("Copy for a spreadsheet")
                onTriggered: button.copyAs("tsv")
            }
            PMenuItem {
                text: qsTr("Copy as Markdown")
                onTriggered: button.copyAs("markdown")
            }
            PMenuItem {
                text: qsTr("Copy as HTML")
                onTriggered: button.copyAs("html")
            }
        }
    }
}
