import QtQuick

// A short field for a number of seconds.
NumberField {
    id: field

    required property string seconds
    signal typed(string text)

    width: 88
    horizontalAlignment: TextInput.AlignLeft
    text: activeFocus || invalid ? seconds : qsTr("%1 s").arg(seconds)
    inputMethodHints: Qt.ImhDigitsOnly
    onEditingFinished: typed(text)
}
