import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// What few people need: proxy, certificates, waiting times, headers.
Column {
    id: advanced

    required property ProviderForm form
    property bool expanded: false

    /// For another provider: open where there is something to see.
    function reset(): void {
        expanded = form.hasAdvanced;
    }

    topPadding: 8

    T.AbstractButton {
        id: header

        width: implicitWidth
        implicitWidth: title.x + title.implicitWidth + 8
        implicitHeight: 32
        hoverEnabled: true
        Accessible.name: title.text
        Accessible.description: advanced.expanded ? qsTr("expanded") : qsTr("collapsed")
        Keys.onReturnPressed: clicked()
        onClicked: advanced.expanded = !advanced.expanded

        background: Rectangle {
            radius: Theme.radiusIcon
            color: header.hovered ? Theme.hover : "transparent"

            PFocusRing {
                visible: header.visualFocus
                gap: 0
            }
        }
        PIcon {
            anchors.verticalCenter: parent.verticalCenter
            x: 2
            name: advanced.expanded ? "chevron-down" : "chevron-right"
        }
        PLabel {
            id: title

            x: 22
            y: 6
            role: "section"
            text: qsTr("Advanced")
        }
    }
    Item {
        width: 1
        height: 10
    }
    Column {
        visible: advanced.expanded
        width: parent.width

        FormRow {
            label: qsTr("Proxy")

            Row {
                width: parent.width
                spacing: 8

                PComboBox {
                    id: mode

                    readonly property var modes: ["system", "none", "custom"]

                    width: 150
                    model: [qsTr("System"), qsTr("None"), qsTr("Own address")]
                    currentIndex: modes.indexOf(advanced.form.proxyMode)
                    Accessible.name: qsTr("Proxy")
                    onActivated: index => advanced.form.setProxyMode(modes[index])
                }
                PTextField {
                    width: parent.width - mode.width - 8
                    mono: true
                    enabled: advanced.form.proxyMode === "custom"
                    placeholderText: "http://host:port"
                    text: advanced.form.proxyAddress
                    error: advanced.form.errors.proxy ?? ""
                    Accessible.name: qsTr("Proxy address")
                    onEditingFinished: advanced.form.setProxyAddress(text)
                }
            }
        }
        FormRow {
            label: qsTr("CA certificate")

            Row {
                width: parent.width
                spacing: 8

                PTextField {
                    width: parent.width - (choose.visible ? choose.width + 8 : 0)
                    placeholderText: qsTr("System store")
                    text: advanced.form.caFile
                    error: advanced.form.errors.caFile ?? ""
                    Accessible.name: qsTr("CA certificate")
                    onEditingFinished: advanced.form.setCaFile(text)
                }
                PButton {
                    id: choose

                    visible: advanced.form.canChooseFile
                    text: qsTr("Choose file…")
                    onClicked: advanced.form.chooseCaFile()
                }
            }
        }
        FormRow {
            label: qsTr("Timeout")

            Flow {
                width: parent.width
                spacing: 20

                Row {
                    spacing: 8

                    PLabel {
                        y: 6
                        role: "secondary"
                        text: qsTr("Connect")
                    }
                    SecondsField {
                        seconds: advanced.form.connectSeconds
                        invalid: "connect" in advanced.form.errors
                        Accessible.name: qsTr("Longest time to connect")
                        onTyped: text => advanced.form.setConnectSeconds(text)
                    }
                }
                Row {
                    spacing: 8

                    PLabel {
                        y: 6
                        role: "secondary"
                        text: qsTr("No data for")
                    }
                    SecondsField {
                        seconds: advanced.form.idleSeconds
                        invalid: "idle" in advanced.form.errors
                        Accessible.name: qsTr("Longest time without data")
                        onTyped: text => advanced.form.setIdleSeconds(text)
                    }
                }
            }
            PLabel {
                readonly property string problem: advanced.form.errors.connect ?? advanced.form.errors.idle ?? ""

                width: parent.width
                role: "meta"
                wrapMode: Text.Wrap
                color: problem === "" ? Theme.text3 : Theme.danger
                text: problem === "" ? qsTr("A reasoning model may send nothing for minutes while it thinks.") : problem
            }
        }
        FormRow {
            label: qsTr("Extra headers")

            ProviderHeaders {
                width: parent.width
                form: advanced.form
            }
        }
        FormRow {
            visible: advanced.form.userMade
            label: qsTr("Needs a key")

            PSwitch {
                checked: advanced.form.needsKey
                Accessible.name: qsTr("Needs a key")
                onToggled: {
                    advanced.form.setNeedsKey(checked);
                    checked = Qt.binding(() => advanced.form.needsKey);
                }
            }
        }
    }
}
