import QtQuick
import Ponder.Ui

// A problem with keeping chats or settings. Stays until it is over or sent away.
PBanner {
    id: bar

    required property AppController app

    visible: app.notice !== ""
    tone: "warning"
    iconName: "triangle-alert"
    title: app.notice

    PButton {
        small: true
        text: qsTr("Dismiss")
        onClicked: bar.app.dismissNotice()
    }
}
