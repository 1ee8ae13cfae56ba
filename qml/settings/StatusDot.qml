import QtQuick

// How a provider stands, as a dot; the words stand beside it.
Rectangle {
    property string tone: "off" ///< "ok", "ready", "warning", "danger" or "off"
    readonly property color tint: tone === "danger" ? Theme.danger
                                : tone === "warning" ? Theme.warning
                                : tone === "off" ? Theme.text3 : Theme.accent
    readonly property bool hollow: tone === "off" || tone === "ready"

    implicitWidth: 8
    implicitHeight: 8
    radius: 4
    color: hollow ? "transparent" : tint
    border.width: hollow ? 1.5 : 0
    border.color: tint
    Accessible.ignored: true
}
