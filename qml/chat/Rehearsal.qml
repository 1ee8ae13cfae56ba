import QtQuick
import Ponder.Ui

// Makes a row of each type, unseen, while the first answer is waited for: what is used for the first time (a font, a
// delegate) would make the update that needs it several times as long.
Item {
    id: rehearsal

    required property TranscriptContext context
    property int next: 0
    readonly property alias running: steps.running

    visible: false
    width: context.columnWidth

    function start(): void {
        steps.running = next < samples.count;
    }
    function makeNext(): void {
        const component = makers[samples.type(next)];
        const row = component?.createObject(rehearsal, {
            context: rehearsal.context, index: -1, messageId: "", content: samples.content(next),
            gap: 0, joined: -1, opensMessage: false
        });
        row?.destroy();
        ++next;
    }

    readonly property var makers: ({paragraph: paragraph, heading: heading, code: code, table: table})

    RowSamples {
        id: samples
    }
    Timer {
        id: steps

        interval: 20
        repeat: true
        running: false
        onTriggered: {
            rehearsal.makeNext();
            rehearsal.start();
        }
    }
    Component {
        id: paragraph

        ParagraphRow {}
    }
    Component {
        id: heading

        HeadingRow {}
    }
    Component {
        id: code

        CodeRow {}
    }
    Component {
        id: table

        TableRow {}
    }
}
