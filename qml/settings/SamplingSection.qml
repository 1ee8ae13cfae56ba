import QtQuick
import Ponder.Ui

// Sampling: every request parameter in the middle, the request they make at the right (below, where
// there is no room).
FocusScope {
    id: section

    required property SamplingController sampling
    readonly property bool wide: width >= 880

    Component.onCompleted: sampling.refresh()

    SettingsColumn {
        id: column

        width: section.wide ? section.width - pane.width : section.width
        height: section.height
        maximumWidth: 760
        centred: !section.wide

        SamplingHeader {
            width: parent.width
            sampling: section.sampling
        }
        SamplingPresets {
            width: parent.width
            sampling: section.sampling
        }
        Repeater {
            model: section.sampling.rows

            ParameterRow {
                width: column.columnWidth
                sampling: section.sampling
            }
        }
        SamplingExtras {
            width: parent.width
            sampling: section.sampling
        }
        Loader {
            active: !section.wide
            width: parent.width
            height: active ? 460 : 0
            sourceComponent: RequestPane {
                preview: section.sampling.preview
            }
        }
    }
    Loader {
        id: pane

        active: section.wide
        visible: active
        anchors.right: parent.right
        width: active ? Math.min(356, Math.round(section.width * 0.37)) : 0
        height: parent.height
        sourceComponent: RequestPane {
            preview: section.sampling.preview
        }
    }
}
