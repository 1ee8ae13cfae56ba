import QtQuick

// A title being renamed where it stands. Enter and leaving the field keep it, Escape does not.
PTextField {
    id: editor

    property string title
    property bool finished: false
    signal done(string newTitle)
    signal cancelled

    leftPadding: 9
    text: title
    maximumLength: 200
    Accessible.name: qsTr("Title")
    Component.onCompleted: {
        forceActiveFocus();
        selectAll();
    }

    function finish(keep: bool): void {
        if (finished)
            return;
        finished = true;
        if (keep && text.trim() !== "")
            done(text);
        else
            cancelled();
    }

    Keys.onEscapePressed: event => {
        if (preeditText === "")
            finish(false);
    }
    onAccepted: finish(true)
    onActiveFocusChanged: if (!activeFocus) finish(true)
}
