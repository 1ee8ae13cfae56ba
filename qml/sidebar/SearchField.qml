import QtQuick
import QtQuick.Templates as T

// The search of the sidebar: quiet until it has the keyboard. Escape empties it, then leaves it.
T.TextField {
    id: field

    signal leave
    signal moveToList

    implicitHeight: Theme.controlHeight
    leftPadding: 34
    rightPadding: clearButton.visible ? 32 : shortcut.width + 18
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    cursorDelegate: PCaret {}
    font.family: Theme.fontFamily
    font.pixelSize: 13
    selectByMouse: true
    hoverEnabled: true
    placeholderText: qsTr("Search chats")
    Accessible.name: qsTr("Search chats")
    Accessible.searchEdit: true

    Keys.onEscapePressed: {
        if (text === "")
            leave();
        else
            clear();
    }
    Keys.onDownPressed: moveToList()
    Keys.onReturnPressed: moveToList()
    Keys.onEnterPressed: moveToList()

    background: Rectangle {
        radius: Theme.radiusControl
        color: field.activeFocus ? Theme.raised : Theme.hover
        border.width: field.activeFocus ? 1 : 0
        border.color: Theme.line2
    }
    TextContextMenu {
        field: field
    }
    PIcon {
        x: 10
        anchors.verticalCenter: parent.verticalCenter
        size: 15
        name: "search"
    }
    PLabel {
        visible: field.length === 0 && field.preeditText === ""
        x: field.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - field.rightPadding
        text: field.placeholderText
        color: Theme.text3
    }
    PLabel {
        id: shortcut

        visible: field.length === 0 && !field.activeFocus
        anchors.right: parent.right
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        role: "meta"
        font.pixelSize: 11
        text: qsTr("Ctrl K")
    }
    PIconButton {
        id: clearButton

        visible: field.length > 0
        anchors.right: parent.right
        anchors.rightMargin: 2
        anchors.verticalCenter: parent.verticalCenter
        iconName: "x"
        iconSize: 14
        tip: qsTr("Clear the search")
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }
    }
}
