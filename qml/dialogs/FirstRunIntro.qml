import QtQuick
import Ponder.Ui

// The left side of the first run: the mark, a greeting, and the language.
Item {
    id: intro

    required property SettingsController settings
    property bool compact: false

    implicitHeight: words.y + words.height + 24

    Rectangle {
        anchors.fill: parent
        visible: !intro.compact
        color: Theme.side

        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.line
        }
    }
    PIcon {
        id: mark

        x: intro.compact ? 20 : 36
        y: intro.compact ? 24 : 64
        size: 30
        name: "ponder-mark"
        color: Theme.accent
    }
    Column {
        id: words

        x: mark.x
        y: mark.y + mark.height + (intro.compact ? 10 : 22)
        width: intro.width - x - (intro.compact ? 20 : 36)
        spacing: 11

        PLabel {
            width: parent.width
            role: "pageTitle"
            wrapMode: Text.Wrap
            text: qsTr("Welcome to Ponder")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        PLabel {
            width: parent.width
            font.pixelSize: 14
            lineHeight: 22
            color: Theme.text2
            wrapMode: Text.Wrap
            text: qsTr("Choose how to reach a model. You can add more at any time in Settings.")
        }
    }
    LanguageChoice {
        x: intro.compact ? intro.width - width - 12 : 28
        y: intro.compact ? 24 : intro.height - height - 22
        settings: intro.settings
    }
}
