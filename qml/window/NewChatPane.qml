import QtQuick
import Ponder.Ui

// An empty chat: one question above the composer, and three ways to begin below it. The composer
// itself belongs to the page, which keeps it through the first message; this leaves room for it.
Item {
    id: pane

    required property AppController app
    property bool compact: false
    property real composerHeight: 96
    property real topEdge: 0 ///< what lies above it, such as a notice, ends here
    readonly property real composerY: title.y + title.height + 28
    readonly property real columnWidth: compact ? width - 40 : Math.min(Theme.columnWidth, width - 64)
    signal starterChosen(string prompt)

    readonly property real contentHeight: title.height + 28 + composerHeight + 22 + starters.height

    Row {
        id: title

        x: Math.round((pane.width - pane.columnWidth) / 2)
        y: Math.max(pane.topEdge + 8, Math.round((pane.height - 42 - pane.contentHeight) / 2))
        spacing: 14

        PIcon {
            anchors.verticalCenter: parent.verticalCenter
            size: 26
            name: "ponder-mark"
            color: Theme.accent
        }
        PLabel {
            width: Math.min(implicitWidth, pane.columnWidth - 40)
            role: "pageTitle"
            wrapMode: Text.Wrap
            text: qsTr("What shall we think through?")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    Column {
        id: starters

        x: title.x
        y: pane.composerY + pane.composerHeight + 22
        width: pane.columnWidth

        StarterRow {
            iconName: "hash"
            text: qsTr("Check a proof or a calculation")
            hint: pane.compact ? "" : qsTr("Formulas may be typed in LaTeX")
            onClicked: pane.starterChosen(qsTr("Check this step by step and point out the first mistake, if there is one:\n\n"))
        }
        StarterRow {
            iconName: "code"
            text: qsTr("Find the bug in some code")
            hint: pane.compact ? "" : qsTr("Paste it below the question")
            onClicked: pane.starterChosen(qsTr("Here is code that does not do what I expect. Explain why, then show the smallest fix.\n\nExpected: \nInstead: \n\n"))
        }
        StarterRow {
            last: true
            iconName: "git-branch"
            text: qsTr("Weigh up a decision")
            hint: pane.compact ? "" : qsTr("Both sides, then a recommendation")
            onClicked: pane.starterChosen(qsTr("Help me decide. Give the strongest case for each option, say what would change your mind, then recommend one.\n\nThe options: "))
        }
        PLabel {
            visible: pane.app.chat.demo
            topPadding: 12
            width: parent.width
            role: "meta"
            wrapMode: Text.Wrap
            text: qsTr("This is the demo: answers are recorded, whatever you ask. Nothing leaves this computer.")
        }
    }
}
