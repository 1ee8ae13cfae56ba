import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// All providers with how they stand; those of this computer below.
FocusScope {
    id: pane

    required property ProvidersController providers
    signal addRequested

    function step(by: int): void {
        const list = providers.list;
        const at = list.rowOf(providers.currentId) + by;
        if (at < 0 || at >= list.count)
            return;
        providers.currentId = list.idAt(at);
        rows.itemAt(at).takeFocus();
    }

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
    PLabel {
        x: 20
        y: 16
        role: "section"
        text: qsTr("Providers")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    PIconButton {
        x: pane.width - 10 - width
        y: 12
        iconName: "plus"
        tip: qsTr("Add a provider")
        onClicked: pane.addRequested()
    }
    Flickable {
        id: flick

        y: 52
        width: pane.width - 1
        height: pane.height - y
        contentHeight: column.height + 16
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: PScrollBar {}

        Column {
            id: column

            x: 10
            width: flick.width - 20
            spacing: 2
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Providers")

            Repeater {
                id: rows

                model: pane.providers.list

                Column {
                    id: entry

                    required property string providerId
                    required property string name
                    required property string subtitle
                    required property string tone
                    required property string heading

                    function takeFocus(): void {
                        choice.forceActiveFocus(Qt.TabFocusReason);
                    }

                    width: column.width

                    Item {
                        visible: entry.heading !== ""
                        width: 1
                        height: 38

                        PLabel {
                            x: 10
                            y: 16
                            role: "group"
                            text: entry.heading
                        }
                    }
                    SettingsRow {
                        id: choice

                        width: parent.width
                        height: 50
                        text: entry.name
                        detail: entry.subtitle
                        tone: entry.tone
                        on: entry.providerId === pane.providers.currentId
                        onClicked: pane.providers.currentId = entry.providerId
                        onStep: by => pane.step(by)
                        onActiveFocusChanged: if (activeFocus) {
                            const top = mapToItem(column, 0, 0).y;
                            flick.contentY = Math.max(Math.min(flick.contentY, top - 8),
                                                      Math.min(flick.contentHeight, top + height + 8) - flick.height);
                        }
                    }
                }
            }
        }
    }
}
