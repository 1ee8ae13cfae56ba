import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The bar that finds text in the shown chat: field, "3 of 17", previous, next, close.
Rectangle {
    id: bar

    required property TranscriptModel transcript
    required property real room ///< the width there is
    readonly property alias find: finder
    signal closed

    width: Math.min(380, room)
    height: 40
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: 1
    border.color: Theme.line2
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Find in chat")

    function takeFocus(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    Keys.onEscapePressed: closed()
    Keys.onPressed: event => event.accepted = stepFor(event.key, event.modifiers)

    /// Enter goes to the next hit, with Shift to the one before.
    function stepFor(key: int, modifiers: int): bool {
        if (key !== Qt.Key_Return && key !== Qt.Key_Enter)
            return false;
        modifiers & Qt.ShiftModifier ? finder.previous() : finder.next();
        return true;
    }

    MouseArea {
        anchors.fill: parent // nothing below the bar is meant
        onWheel: wheel => wheel.accepted = true
    }
    FindController {
        id: finder

        transcript: bar.transcript
        query: field.text
        markColor: Theme.pageMark
        currentColor: Theme.findCurrent
        currentLineColor: Theme.warning
    }
    PIcon {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
    }
    T.TextField {
        id: field

        x: 36
        width: result.x - x - 8
        height: parent.height
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.text
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        cursorDelegate: PCaret {}
        font.family: Theme.fontFamily
        font.pixelSize: 13
        selectByMouse: true
        maximumLength: 1000
        Accessible.name: qsTr("Find in chat")
        Accessible.description: result.text
        Accessible.searchEdit: true

        TextContextMenu {
            field: field
        }
        PLabel {
            visible: field.length === 0 && field.preeditText === ""
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            text: qsTr("Find in chat")
            color: Theme.text3
        }
    }
    PLabel {
        id: result

        x: buttons.x - width - 6
        anchors.verticalCenter: parent.verticalCenter
        width: implicitWidth
        role: "meta"
        color: finder.count === 0 && !finder.searching ? Theme.danger : Theme.text3
        text: finder.resultText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Row {
        id: buttons

        x: parent.width - width - 6
        y: 6

        PIconButton {
            iconName: "chevron-up"
            tip: qsTr("Previous match")
            shortcutText: qsTr("Shift F3")
            enabled: finder.count > 0
            onClicked: finder.previous()
        }
        PIconButton {
            iconName: "chevron-down"
            tip: qsTr("Next match")
            shortcutText: qsTr("F3")
            enabled: finder.count > 0
            onClicked: finder.next()
        }
        PIconButton {
            iconName: "x"
            tip: qsTr("Close")
            shortcutText: qsTr("Esc")
            onClicked: bar.closed()
        }
    }
}
