import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The models of a provider, with what is known of them, and which of them the model menu shows.
Column {
    id: table

    required property ProviderModelsModel models
    readonly property bool narrow: width < 480
    readonly property bool prices: models.hasPrices && !narrow
    readonly property int priceWidth: prices ? 108 : 0
    readonly property int contextWidth: models.hasContext ? 84 : 0
    readonly property int rowHeight: 35
    readonly property int rowsShown: 12

    topPadding: 10
    bottomPadding: 12

    Item {
        width: table.width
        height: 40

        PLabel {
            y: 4
            role: "section"
            text: qsTr("Models")
        }
        PSpinner {
            x: 64
            y: 7
            running: table.models.updating
        }
        PTextField {
            visible: table.models.total > 1 || table.models.filter !== ""
            anchors.right: parent.right
            width: Math.min(200, table.width - 100)
            height: 28
            iconName: "search"
            placeholderText: qsTr("Filter %n model(s)", "", table.models.total)
            text: table.models.filter
            Accessible.name: qsTr("Filter models")
            onTextEdited: table.models.filter = text
            Keys.onEscapePressed: event => {
                event.accepted = text !== "";
                table.models.filter = "";
            }
        }
    }
    ModelColumns {
        width: table.width
        height: 30
        heading: true
        name: qsTr("Shown in the model menu")
        contextText: qsTr("Context")
        inputPrice: qsTr("Input / 1M")
        outputPrice: qsTr("Output / 1M")
        contextWidth: table.contextWidth
        priceWidth: table.priceWidth
    }
    ListView {
        id: list

        width: table.width
        height: Math.min(count, table.rowsShown) * table.rowHeight
        model: table.models
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        T.ScrollBar.vertical: PScrollBar {
            x: list.width - width + 14
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Models")
        Keys.onSpacePressed: currentItem?.flip()

        delegate: ModelColumns {
            id: entry

            required property int index
            required property string modelId
            required property bool shown

            function flip(): void {
                table.models.setShown(modelId, !shown);
            }

            width: list.width
            height: table.rowHeight
            contextWidth: table.contextWidth
            priceWidth: table.priceWidth
            textColor: shown ? Theme.text : Theme.text2
            current: list.activeFocus && ListView.isCurrentItem

            PSwitch {
                y: Math.round((table.rowHeight - height) / 2)
                small: true
                focusPolicy: Qt.NoFocus
                checked: entry.shown
                Accessible.name: entry.modelId
                onToggled: {
                    list.currentIndex = entry.index;
                    entry.flip();
                    checked = Qt.binding(() => entry.shown);
                }
            }
        }
    }
    Item {
        width: table.width
        height: hint.visible ? hint.height + 12 : 0

        PLabel {
            id: hint

            visible: text !== ""
            y: 10
            width: parent.width
            role: "meta"
            wrapMode: Text.Wrap
            text: table.models.problem !== "" ? table.models.problem
                : table.models.count > 0 ? ""
                : table.models.filter !== "" ? qsTr("Nothing matches “%1”").arg(table.models.filter)
                : table.models.updating ? "" : qsTr("No models are known yet.")
        }
    }
    PButton {
        visible: table.models.canAdd
        small: true
        iconName: "plus"
        text: qsTr("Add “%1”").arg(table.models.filter.trim())
        onClicked: {
            const id = table.models.filter.trim();
            table.models.filter = "";
            table.models.setShown(id, true);
        }
    }
}
