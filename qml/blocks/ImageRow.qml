import QtQuick

// A picture in an answer. Nothing is fetched before the user asks for it: a box says from where. One that
// is in the answer itself is shown at once.
BlockFrame {
    id: row

    readonly property string url: content.url
    readonly property string host: content.host
    readonly property bool remote: host !== ""
    readonly property bool wanted: !remote || context.loadedPictures[url] === true
    readonly property bool shown: wanted && picture.status === Image.Ready
    readonly property bool failed: wanted && picture.status === Image.Error

    bodyHeight: shown ? picture.height : 64
    firstLine: bodyHeight

    Image {
        id: picture

        readonly property real factor: Math.min(1, row.innerWidth / Math.max(1, implicitWidth),
                                                 480 / Math.max(1, implicitHeight))

        visible: row.shown
        source: row.wanted ? row.context.pictures.of(row.url) : ""
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectFit
        width: implicitWidth * factor
        height: implicitHeight * factor
        Accessible.role: Accessible.Graphic
        Accessible.name: row.content.alt
    }
    Rectangle {
        visible: !row.shown
        width: row.innerWidth
        height: 64
        radius: Theme.radiusCard
        color: Theme.code
        border.width: 1
        border.color: Theme.line

        PIcon {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            name: "image"
        }
        Column {
            x: 44
            width: load.x - x - 12
            anchors.verticalCenter: parent.verticalCenter

            PLabel {
                width: parent.width
                role: "strong"
                text: row.content.alt
            }
            PLabel {
                width: parent.width
                role: "meta"
                text: row.failed ? qsTr("The picture could not be loaded")
                    : row.host !== "" ? qsTr("Picture on %1").arg(row.host) : qsTr("Picture in the answer")
            }
        }
        PButton {
            id: load

            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            small: true
            busy: row.wanted && picture.status === Image.Loading
            visible: row.remote && !row.failed
            text: qsTr("Load picture")
            tip: row.host !== "" ? row.url : ""
            onClicked: row.context.loadPicture(row.url)
        }
    }
    SelectionTint {
        context: row.context
        listRow: row.index
        width: row.shown ? picture.width : row.innerWidth
        height: row.bodyHeight
    }
}
