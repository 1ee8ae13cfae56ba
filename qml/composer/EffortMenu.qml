import QtQuick
import Ponder.Ui

// The degrees of thinking of the model that is chosen. Arrow keys move, Enter chooses.
PPopover {
    id: menu

    required property EffortController effort
    required property Item anchor
    property bool above: true

    x: 0
    y: above ? -implicitHeight - 6 : anchor.height + 6
    width: 208
    contentWidth: width - leftPadding - rightPadding
    contentHeight: list.height + (note.visible ? note.implicitHeight + 11 : 0)

    onAboutToShow: {
        above = anchor.mapToItem(null, 0, 0).y > implicitHeight + 16;
        list.currentIndex = effort.currentIndex;
    }
    onOpened: list.forceActiveFocus()

    function choose(index: int): void {
        if (!opened || index < 0 || index >= list.count)
            return;
        const value = effort.choices[index].value;
        close();
        effort.choose(value);
    }

    contentItem: FocusScope {
        ListView {
            id: list

            width: parent.width
            height: 30 * count
            focus: true
            interactive: false
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            model: menu.effort.choices
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Thinking effort")
            Keys.onReturnPressed: menu.choose(currentIndex)
            Keys.onEnterPressed: menu.choose(currentIndex)
            Keys.onSpacePressed: menu.choose(currentIndex)

            delegate: EffortMenuRow {
                current: index === menu.effort.currentIndex
                onChosen: menu.choose(index)
            }
        }
        PMenuSeparator {
            y: list.height
            visible: note.visible
            width: parent.width
        }
        PLabel {
            id: note

            y: list.height + 11
            visible: text !== ""
            width: parent.width
            leftPadding: 10
            rightPadding: 10
            bottomPadding: 4
            role: "meta"
            wrapMode: Text.Wrap
            text: menu.effort.note
        }
    }
}
