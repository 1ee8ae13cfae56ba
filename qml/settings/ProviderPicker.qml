import QtQuick
import Ponder.Ui

// The list of providers where there is no room for a column.
FocusScope {
    id: picker

    required property ProvidersController providers
    signal addRequested

    PComboBox {
        id: choice

        readonly property ProviderListModel list: picker.providers.list

        x: 20
        y: 12
        width: Math.min(320, picker.width - 2 * x - 40)
        model: list
        textRole: "name"
        currentIndex: list.count, list.rowOf(picker.providers.currentId)
        Accessible.name: qsTr("Providers")
        onActivated: index => picker.providers.currentId = list.idAt(index)
    }
    PIconButton {
        x: choice.x + choice.width + 8
        y: 14
        iconName: "plus"
        tip: qsTr("Add a provider")
        onClicked: picker.addRequested()
    }
}
