import QtQuick
import Ponder.Ui

// Providers: the list and, beside it, the chosen one. Where there is no room for both, the list is a
// choice above it.
FocusScope {
    id: section

    required property ProvidersController providers
    readonly property bool wide: width >= 700

    Component.onCompleted: providers.refresh()

    ProviderList {
        id: list

        visible: section.wide
        width: visible ? 264 : 0
        height: parent.height
        providers: section.providers
        onAddRequested: addForm.open()
    }
    ProviderPicker {
        id: picker

        visible: !section.wide
        width: parent.width
        height: visible ? 56 : 0
        providers: section.providers
        onAddRequested: addForm.open()
    }
    ProviderDetail {
        id: detail

        x: list.width
        y: picker.height
        width: section.width - x
        height: section.height - y
        providers: section.providers
    }
    ProviderAdd {
        id: addForm

        parent: section
        x: Math.round((section.width - width) / 2)
        y: 48
        width: Math.min(440, section.width - 32)
        providers: section.providers
    }
}
