import QtQuick

// A Lucide icon in one colour.
Image {
    id: icon

    property string name
    property int size: 16
    property color color: Theme.text3

    source: name === "" ? "" : "image://icon/" + name + "?color=" + Theme.hex(color)
    sourceSize: Qt.size(size, size)
    width: size
    height: size
    opacity: color.a
    Accessible.ignored: true
}
