import QtQuick
import Ponder.Ui

// Tries the provider out and says how it went.
Item {
    id: test

    required property ProvidersController providers
    readonly property bool failed: providers.testTone === "danger"
    readonly property bool stacked: failed || width < 420

    implicitHeight: stacked && result.visible ? button.height + 8 + result.height : button.height

    PButton {
        id: button

        busy: test.providers.testing
        text: qsTr("Test connection")
        onClicked: test.providers.testConnection()
    }
    Item {
        id: result

        visible: test.providers.testTone !== ""
        x: test.stacked ? 0 : button.width + 14
        y: test.stacked ? button.height + 8 : 6
        width: test.width - x
        height: words.height

        Accessible.role: Accessible.StaticText
        Accessible.name: test.providers.testTitle + " " + test.providers.testDetail

        PIcon {
            y: 2
            name: test.failed ? "circle-alert" : "check"
            color: test.failed ? Theme.danger : Theme.accent
        }
        Flow {
            id: words

            x: 22
            width: parent.width - x
            spacing: 6

            PLabel {
                width: Math.min(implicitWidth, words.width)
                role: "strong"
                wrapMode: Text.Wrap
                color: test.failed ? Theme.danger : Theme.text
                text: test.providers.testTitle
            }
            PLabel {
                width: Math.min(implicitWidth, words.width)
                role: "secondary"
                wrapMode: Text.Wrap
                text: test.providers.testDetail
            }
        }
    }
}
