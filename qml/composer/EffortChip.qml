import QtQuick
import Ponder.Ui

// How long the model may think; opens a small menu.
ComposerChip {
    id: chip

    required property EffortController effort
    signal done

    text: effort.label
    foreground: hovered ? Theme.text : Theme.text2
    opened: menu.opened
    Accessible.name: qsTr("Thinking effort")
    Accessible.description: effort.label
    onOpenRequested: menu.open()

    EffortMenu {
        id: menu

        effort: chip.effort
        anchor: chip
        onClosed: chip.done()
    }
}
