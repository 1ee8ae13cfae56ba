import QtQuick

// Name, help and marks of a parameter.
Column {
    id: words

    required property string label
    required property string help
    required property string badge
    required property string badgeText
    required property string needs
    property bool dimmed: false

    Flow {
        width: parent.width
        spacing: 8

        PLabel {
            width: Math.min(implicitWidth, words.width)
            role: "strong"
            color: words.dimmed ? Theme.text3 : Theme.text
            text: words.label
        }
        Rectangle {
            visible: words.badgeText !== ""
            width: badgeLabel.implicitWidth + 14
            height: 20
            radius: Theme.radiusChip
            color: words.badge === "ignored" ? Theme.warningSoft : Theme.soft

            PLabel {
                id: badgeLabel

                anchors.centerIn: parent
                role: "group"
                color: words.badge === "ignored" ? Theme.warning : Theme.text2
                text: words.badgeText
            }
        }
    }
    PLabel {
        width: parent.width
        role: "meta"
        wrapMode: Text.Wrap
        text: words.needs === "" ? words.help : words.help + (Theme.chinese ? "" : " ") + words.needs
    }
}
