import QtQuick

// A problem, told where it happened: what it is, what is kept, and the next step. Children are the
// buttons; `middle` takes something between text and buttons (progress), `trailing` what stands at
// the right of the buttons (a code, Details).
FocusScope {
    id: banner

    property string tone: "neutral" ///< "neutral", "warning" or "danger"
    property string iconName
    property string title
    property string body
    property int bodyFormat: Text.PlainText
    default property alias buttons: buttonRow.data
    property alias middle: middleColumn.data
    property alias trailing: trailingRow.data

    implicitWidth: 480
    implicitHeight: column.implicitHeight + 28
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title
    Accessible.description: body

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: banner.tone === "danger" ? Theme.dangerSoft
             : banner.tone === "warning" ? Theme.warningSoft : Theme.code
        border.width: 1
        border.color: banner.tone === "danger" ? Theme.dangerLine
                    : banner.tone === "warning" ? Theme.warningLine : Theme.line
    }
    PIcon {
        x: 16
        y: 16
        name: banner.iconName
        color: banner.tone === "danger" ? Theme.danger
             : banner.tone === "warning" ? Theme.warning : Theme.text3
    }
    Column {
        id: column

        x: banner.iconName === "" ? 16 : 44
        y: 14
        width: parent.width - x - 16

        PLabel {
            visible: text !== ""
            width: parent.width
            role: "section"
            text: banner.title
            wrapMode: Text.Wrap
        }
        Item {
            visible: bodyLabel.text !== ""
            width: 1
            height: 2
        }
        PLabel {
            id: bodyLabel

            visible: text !== ""
            width: parent.width
            role: "secondary"
            text: banner.body
            textFormat: banner.bodyFormat
            wrapMode: Text.Wrap
        }
        Column {
            id: middleColumn

            width: parent.width
        }
        Item {
            width: 1
            height: actions.height > 0 ? 10 : 0
        }
        Item {
            id: actions

            width: parent.width
            height: Math.max(buttonRow.implicitHeight,
                             trailingRow.implicitHeight > 0 ? trailingRow.y + trailingRow.implicitHeight : 0)

            Flow {
                id: buttonRow

                width: wide ? parent.width - trailingRow.width - 12 : parent.width
                spacing: 8
                readonly property bool wide: parent.width > 320
            }
            Row {
                id: trailingRow

                anchors.right: parent.right
                y: buttonRow.wide ? Math.round((Theme.smallControlHeight - height) / 2)
                                  : buttonRow.implicitHeight + 6
                spacing: 4
            }
        }
    }
}
