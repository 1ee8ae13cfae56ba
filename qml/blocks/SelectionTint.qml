import QtQuick
import Ponder.Ui

// Over something without text in an answer (a rule, a picture, a formula on its own line): it is selected.
Rectangle {
    id: tint

    required property TranscriptContext context
    required property int listRow

    color: part.selected ? Theme.selection : "transparent"
    opacity: 0.55

    SelectionPart {
        id: part

        controller: tint.context.selection
        row: tint.listRow
    }
}
