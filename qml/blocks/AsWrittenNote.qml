import QtQuick

// Stands below a text that is too long, or has too much markup, to format all of it.
Loader {
    readonly property real room: active ? height + 12 : 0 ///< it takes below the text

    sourceComponent: PLabel {
        role: "meta"
        wrapMode: Text.Wrap
        text: qsTr("This text is too long or has too much markup to format all of it: the rest is shown as it was written.")
    }
}
