import QtQuick
import Ponder.Ui

// What every row of the message list knows: where verbs go, how wide the column is, and the little
// state that belongs to the list rather than to a row (rows come and go as the list scrolls).
QtObject {
    id: context

    required property var chat ///< ChatController
    property var transcript: chat.transcript ///< TranscriptModel
    property var settings: null ///< SettingsController
    property bool lineNumbers: settings?.codeLineNumbers ?? false ///< beside code
    property real columnWidth: Theme.columnWidth
    property real columnX: 0
    property bool compact: false ///< a narrow window
    property string hoveredMessageId ///< the message under the pointer
    property string hoveredLink ///< the address under the pointer: shown before it opens
    property FindController find: null ///< while the find bar is open
    readonly property SelectionController selection: SelectionController {
        transcript: context.transcript
    }
    readonly property CodeChoices codeChoices: CodeChoices {
        transcript: context.transcript
    }
    readonly property PictureSource pictures: PictureSource {}
    property var loadedPictures: ({}) ///< addresses the user has asked to load

    /// To be opened without a question.
    signal linkActivated(string link)
    /// The user wants to open a link that stands in `runs`: asked first when it leads elsewhere.
    signal linkRequested(string link, var runs)
    signal providerSettingsRequested(string providerId)
    signal modelMenuRequested
    signal codeSaveRequested(string code, string language)
    /// The reader folded the code of this row: it stays in sight.
    signal codeFolded(int row)

    function openLink(link: string, runs: var): void {
        if (!link.startsWith("note:"))
            linkRequested(link, runs);
    }
    function showLineNumbers(shown: bool): void {
        if (settings)
            settings.codeLineNumbers = shown;
        else
            lineNumbers = shown;
    }
    function loadPicture(url: string): void {
        const all = loadedPictures;
        all[url] = true;
        loadedPictures = all;
        loadedPicturesChanged();
    }
}
