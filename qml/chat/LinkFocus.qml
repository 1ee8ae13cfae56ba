import QtQuick
import Ponder.Ui

// The link that the keyboard is at, for whoever asks for the focus: links themselves are text.
LinkWalk {
    id: links

    required property TranscriptContext context

    controller: context.selection
    ringColor: Theme.accent
    Accessible.role: Accessible.Link
    Accessible.name: text
    Accessible.description: url.startsWith("note:") ? "" : url
    Accessible.ignored: url === ""
    Accessible.focusable: true
    Keys.forwardTo: [view]
}
