import QtQuick

// What went wrong, or that an answer was cut short, and what to do about it.
MessageRow {
    id: row

    property bool detailsShown: false
    readonly property bool plain: content.tone === "plain"

    bodyHeight: plain ? 28 : banner.height + (detailsShown ? details.height + 8 : 0)

    function labelOf(action: string): string {
        return ({
                "updateKey": qsTr("Update key"),
                "addKey": qsTr("Add key"),
                "switchProvider": qsTr("Switch provider"),
                "billing": qsTr("Open billing page"),
                "retry": qsTr("Try again"),
                "continue": qsTr("Continue"),
                "startOver": qsTr("Start over"),
                "retryNow": qsTr("Try now"),
                "cancel": qsTr("Cancel"),
                "unlock": qsTr("Unlock"),
                "sessionKey": qsTr("Use a key for this session")
            })[action] ?? "";
    }
    function perform(action: string): void {
        const chat = context.chat;
        if (action === "updateKey" || action === "addKey" || action === "sessionKey")
            context.providerSettingsRequested(content.providerId);
        else if (action === "switchProvider")
            context.modelMenuRequested();
        else if (action === "billing")
            context.linkActivated(content.billingUrl);
        else if (action === "retry" || action === "startOver" || action === "unlock")
            chat.regenerate(messageId);
        else if (action === "continue")
            chat.continueAnswer(messageId);
        else if (action === "retryNow")
            chat.retryNow();
        else if (action === "cancel")
            chat.stop();
    }

    Row {
        visible: row.plain
        height: 28
        spacing: 12

        PLabel {
            anchors.verticalCenter: parent.verticalCenter
            role: "secondary"
            color: Theme.text3
            text: row.content.title
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Repeater {
            model: row.plain ? row.content.actions : []

            PButton {
                required property string modelData

                small: true
                enabled: !row.context.chat.busy
                text: row.labelOf(modelData)
                onClicked: row.perform(modelData)
            }
        }
    }
    PBanner {
        id: banner

        readonly property bool waits: row.content.progress >= 0

        visible: !row.plain
        width: parent.width
        height: implicitHeight
        tone: row.content.tone
        iconName: row.content.icon
        title: row.content.title
        body: row.content.body
        bodyFormat: waits ? Text.StyledText : Text.PlainText
        middle: Item {
            visible: banner.waits
            width: parent ? parent.width : 0
            height: 16

            Rectangle {
                y: 9
                width: parent.width
                height: 4
                radius: 2
                color: Theme.track

                Rectangle {
                    width: Math.round(parent.width * Math.max(0, row.content.progress))
                    height: 4
                    radius: 2
                    color: Theme.accent
                }
            }
        }
        trailing: [
            PLabel {
                role: "meta"
                text: row.content.note + (row.content.note !== "" && row.content.details !== "" ? " ·" : "")
                visible: row.content.note !== ""
            },
            DetailsLink {
                visible: row.content.details !== ""
                open: row.detailsShown
                onClicked: row.detailsShown = !row.detailsShown
            }
        ]

        Repeater {
            model: row.plain ? [] : row.content.actions

            PButton {
                required property string modelData
                required property int index

                small: true
                primary: index === 0 && !banner.waits
                enabled: banner.waits || !row.context.chat.busy
                text: row.labelOf(modelData)
                onClicked: row.perform(modelData)
            }
        }
    }
    Loader {
        id: details

        active: row.detailsShown
        y: banner.height + 8
        width: parent.width
        sourceComponent: BannerDetails {
            context: row.context
            details: row.content.details
        }
    }
}
