import QtQuick
import QtQuick.Templates as T

// One choice of a list that opens below.
T.ComboBox {
    id: control

    property bool plain: false ///< no border: for choices that stand in a line of text

    implicitWidth: Math.max(96, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Theme.controlHeight
    implicitContentWidthPolicy: T.ComboBox.WidestTextWhenCompleted
    leftPadding: 11
    rightPadding: 34
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    font.family: Theme.fontFamily
    font.pixelSize: 13
    Accessible.name: displayText

    contentItem: Item {
        implicitWidth: label.implicitWidth

        Text {
            id: label

            anchors.baseline: parent.verticalCenter
            anchors.baselineOffset: 5
            width: parent.width
            text: control.displayText
            font: control.font
            color: control.plain ? Theme.text2 : Theme.text
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
    }
    indicator: PIcon {
        x: control.width - width - 10
        y: Math.round((control.height - height) / 2)
        name: "chevron-down"
        size: 14
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.selected
             : control.hovered && control.enabled ? Theme.hover
             : control.plain ? "transparent" : Theme.raised
        border.width: control.plain ? 0 : 1
        border.color: control.hovered ? Theme.line3 : Theme.line2

        PFocusRing {
            visible: control.visualFocus
        }
    }
    delegate: PMenuItem {
        id: option

        required property var model
        required property int index

        width: ListView.view ? ListView.view.width : implicitWidth
        text: control.textAt(option.index) // also where the model is a list of values
        highlighted: control.highlightedIndex === index
        checkable: true
        checked: control.currentIndex === index
    }
    popup: T.Popup {
        y: control.height + 4
        width: Math.max(control.width, 140)
        height: Math.min(contentItem.implicitHeight + 12, control.T.ApplicationWindow.window
                         ? control.T.ApplicationWindow.window.height - 24 : 480)
        margins: 8
        padding: 6
        contentItem: ListView {
            clip: contentHeight > height
            implicitHeight: contentHeight
            model: control.delegateModel
            currentIndex: control.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: PScrollBar {}
        }
        background: PPopoverSurface {}
        enter: PPopoverTransition {}
    }
}
