import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The first start: choose how to reach a model. Local servers, a provider with a key, or the demo.
FocusScope {
    id: page

    required property AppController app
    readonly property bool compact: width < Theme.compactWidth
    readonly property real column: Math.min(512, scroller.width - (compact ? 40 : 88))

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Welcome to Ponder")

    Rectangle {
        anchors.fill: parent
        color: Theme.bg
    }
    FirstRunIntro {
        id: intro

        width: page.compact ? parent.width : 300
        height: page.compact ? implicitHeight : parent.height
        compact: page.compact
        settings: page.app.settings
    }
    Flickable {
        id: scroller

        x: page.compact ? 0 : intro.width
        y: page.compact ? intro.height : 0
        width: parent.width - x
        height: parent.height - y
        contentWidth: width
        contentHeight: Math.max(height, choices.height + 64)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: PScrollBar {}

        Column {
            id: choices

            x: page.compact ? 20 : Math.round((parent.width - width) / 2)
            y: page.compact ? 8 : Math.max(32, Math.round((scroller.height - 440) / 2))
            width: page.column

            NoticeBar {
                id: notice

                width: parent.width
                app: page.app
            }
            Item {
                width: 1
                height: notice.visible ? 24 : 0
            }
            LocalModels {
                width: parent.width
                app: page.app
            }
            Item {
                width: 1
                height: 27
            }
            ConnectProvider {
                width: parent.width
                app: page.app
            }
            Item {
                width: 1
                height: 26
            }
            PLabel {
                role: "strong"
                font.weight: Font.DemiBold
                text: qsTr("No key yet?")
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Item {
                width: 1
                height: 9
            }
            DemoCard {
                width: parent.width
                onClicked: page.app.startDemo()
            }
        }
    }
}
