import QtQuick

// A thematic break.
BlockFrame {
    id: row

    bodyHeight: 1

    Rectangle {
        width: row.innerWidth
        height: 1
        color: Theme.line
        Accessible.role: Accessible.Separator
    }
    SelectionTint {
        context: row.context
        listRow: row.index
        y: -8
        width: row.innerWidth
        height: 17
    }
}
