import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The messages of the shown conversation: one list of rows, each row one block (see TranscriptModel).
FocusScope {
    id: messages

    required property var chat ///< ChatController
    property var settings: null
    /// The user wants to open this address (already one of http, https, mailto).
    signal linkActivated(string link)
    signal codeSaveRequested(string code, string language)
    signal providerSettingsRequested(string providerId)
    signal modelMenuRequested

    readonly property bool following: follow.following
    readonly property real margin: 20
    readonly property TranscriptModel transcript: chat.transcript

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    activeFocusOnTab: true
    Keys.onEscapePressed: event => {
        event.accepted = finder.shown;
        finder.close();
    }

    function jumpToLatest(): void {
        follow.jumpToLatest();
    }
    function openFind(): void {
        finder.open();
    }
    function stepFind(direction: int): void {
        finder.step(direction);
    }

    TranscriptContext {
        id: shared

        chat: messages.chat
        settings: messages.settings
        columnWidth: Math.max(80, Math.min(Theme.columnWidth, messages.width - 2 * messages.margin))
        columnX: Math.round((messages.width - columnWidth) / 2)
        compact: messages.Window.width < Theme.compactWidth
        onLinkActivated: link => messages.linkActivated(link)
        onCodeSaveRequested: (code, language) => messages.codeSaveRequested(code, language)
        onCodeFolded: row => {
            if (list.itemAtIndex(row).y < list.contentY)
                follow.showRow(row);
        }
        onProviderSettingsRequested: providerId => messages.providerSettingsRequested(providerId)
        onModelMenuRequested: messages.modelMenuRequested()
    }

    ListView {
        id: list

        anchors.fill: parent
        focus: true
        clip: true
        interactive: false
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: false
        cacheBuffer: 240
        keyNavigationEnabled: false
        highlightFollowsCurrentItem: false
        currentIndex: -1
        model: messages.transcript
        delegate: rows
        footer: Item {
            width: 1
            height: 24
        }
        T.ScrollBar.vertical: PScrollBar {
            id: bar

            onPressedChanged: follow.barHeld = pressed
        }

        Keys.onPressed: event => event.accepted = links.handleKey(event.key, event.modifiers)
            || selecting.handleKey(event.key, event.modifiers)
            || follow.handleKey(event.key, event.modifiers)

        FollowScroll {
            id: follow

            flickable: list
            jumpDuration: Theme.durationJump
            textSize: Theme.readingSize
            onZoomRequested: step => messages.settings?.stepTextSize(step)
            coveredTop: sticky.visible ? sticky.height : 0
            headroom: pace.window && pace.runningPast ? 8 * Theme.readingLine : 0
            onFollowingChanged: messages.transcript.following = following
            onTopRowChanged: messages.transcript.topRow = topRow
        }
        HoverHandler {
            id: pointer

            onPointChanged: list.noteHover()
            onHoveredChanged: list.noteHover()
        }
        PTouchDrag {
            xAxis.enabled: false
            onDragged: (dx, dy) => follow.scrollBy(-dy)
        }

        function noteHover(): void {
            const row = pointer.hovered ? list.itemAt(list.width / 2, list.contentY + pointer.point.position.y) : null;
            shared.hoveredMessageId = row ? row.messageId : "";
        }
    }
    ScrollCover {
        flickable: list
    }
    TranscriptSelection {
        id: selecting

        anchors.fill: parent
        z: -1 // texts let the mouse through to it, controls do not
        context: shared
        view: list
        follow: follow
    }
    StickyThinking {
        id: sticky

        width: parent.width
        context: shared
        onToggled: (row, messageId, panel) => {
            follow.showRow(row);
            messages.transcript.toggleThinking(messageId, panel);
        }
    }
    JumpPill {
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - height - 10
        shown: !follow.following && follow.awayFromEnd
        onClicked: follow.jumpToLatest()
    }
    FindLayer {
        id: finder

        anchors.fill: parent
        context: shared
        follow: follow
    }
    LinkQuestion {
        context: shared
    }
    LinkFocus {
        id: links

        context: shared
        view: list
        follow: follow
    }
    LinkHint {
        x: 12
        y: parent.height - height - 4
        link: links.activeFocus ? links.url : shared.hoveredLink
    }

    Item {
        Accessible.role: Accessible.AlertMessage
        Accessible.name: announcer.text
        Accessible.ignored: announcer.text === ""

        AnswerAnnouncer {
            id: announcer

            transcript: messages.transcript
            busy: messages.chat.busy
        }
    }

    Connections {
        target: messages.Window.window

        function onActiveFocusItemChanged(): void {
            follow.reveal(messages.Window.activeFocusItem);
        }
    }
    UpdatePace {
        id: pace

        window: messages.GraphicsInfo.api === GraphicsInfo.Software ? messages.Window.window : null
        transcript: messages.transcript
    }
    Binding {
        target: messages.transcript
        property: "updateInterval"
        value: pace.window ? pace.interval : 33
    }
    Binding {
        target: Formulas
        property: "textArrives"
        value: messages.chat.busy
    }
    Connections {
        target: messages.transcript

        // One frame shows the new text, the formulas that are ready and the next step of a spinner.
        function onUpdated(): void {
            Formulas.announce();
            Spin.advance();
            follow.layOut();
        }
    }
    Connections {
        target: messages.chat

        function onConversationChanged(): void {
            finder.close();
            follow.snapToLatest();
        }
        function onSent(): void {
            follow.snapToLatest();
            rehearsal.start();
        }
        function onEditRequested(messageId: string): void {
            messages.transcript.beginEdit(messageId);
            follow.showRow(messages.transcript.rowOf(messageId));
        }
    }
    Component.onCompleted: {
        transcript.following = follow.following;
        follow.snapToLatest();
    }

    Rehearsal {
        id: rehearsal

        context: shared
    }
    RowDelegates {
        id: rows

        context: shared
    }
}
