import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The models that can be chosen, by provider, with a search. Arrow keys move, Enter chooses.
PPopover {
    id: menu

    required property ChatController chat
    required property ModelMenuModel model
    required property Item anchor
    signal connectRequested

    readonly property real room: anchor.mapToItem(null, 0, 0).y - 16
    readonly property bool above: room > 240

    x: 0
    y: above ? -implicitHeight - 6 : anchor.height + 6
    width: Math.min(380, (anchor.T.ApplicationWindow.window?.width ?? 396) - 16)
    contentWidth: width - leftPadding - rightPadding
    contentHeight: column.implicitHeight

    onAboutToShow: {
        search.clear();
        list.currentIndex = Math.max(0, model.currentRow);
        list.positionViewAtIndex(list.currentIndex, ListView.Center);
    }
    onOpened: search.forceActiveFocus()
    onClosed: model.filter = ""

    function choose(row: int): void {
        if (row < 0 || row >= list.count)
            return;
        chat.chooseModel(model.providerIdAt(row), model.modelAt(row));
        close();
    }

    contentItem: FocusScope {
        Column {
            id: column

            width: parent.width
            spacing: 4

            PTextField {
                id: search

                width: parent.width
                iconName: "search"
                placeholderText: qsTr("Search models")
                onTextChanged: menu.model.filter = text
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onUpPressed: list.decrementCurrentIndex()
                onAccepted: menu.choose(list.currentIndex)
            }
            ListView {
                id: list

                width: parent.width
                height: Math.min(contentHeight, menu.above ? Math.min(360, menu.room - 110) : 300)
                clip: true
                model: menu.model
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Models")
                section.property: "group"
                section.delegate: Item {
                    required property string section

                    width: ListView.view ? ListView.view.width : 200
                    height: 28

                    PLabel {
                        x: 10
                        y: 8
                        width: parent.width - 20
                        role: "group"
                        text: parent.section
                    }
                }
                delegate: ModelMenuRow {
                    onChosen: menu.choose(index)
                }
                T.ScrollBar.vertical: PScrollBar {}
            }
            PLabel {
                visible: list.count === 0
                width: parent.width
                leftPadding: 10
                rightPadding: 10
                role: "secondary"
                wrapMode: Text.Wrap
                text: search.text === "" ? qsTr("No model can be used yet. Connect a provider first.")
                                         : qsTr("Nothing matches “%1”").arg(search.text)
            }
            PMenuSeparator {
                width: parent.width
            }
            PMenuItem {
                width: parent.width
                iconName: "plug"
                text: qsTr("Providers and models…")
                highlighted: hovered || visualFocus
                onTriggered: menu.goToProviders()
                onClicked: menu.goToProviders()
            }
        }
    }

    function goToProviders(): void {
        if (!opened)
            return;
        close();
        connectRequested();
    }
}
