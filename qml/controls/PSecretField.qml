import QtQuick

// A field for a key. What it is called is told by SecretFieldAccessible, which keeps what is typed
// behind the dots for assistive technology as well.
PTextField {
    property string spokenName: placeholderText

    secret: true
    Accessible.name: spokenName
}
