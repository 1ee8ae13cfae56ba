import QtQuick

// Text in one of the type roles of the design; sets size, line height, weight and colour together.
Text {
    id: label

    /// "pageTitle" 24/32, "title" 20/28, "section" 14/20 bold, "reading" 15/24, "strong" 13/20 medium,
    /// "body" 13/20, "secondary" 13/20 in text2, "code" 13/20, "meta" 12/16, "group" 12/16 medium.
    property string role: "body"

    readonly property int size: ({
            "pageTitle": 24,
            "title": 20,
            "section": 14,
            "reading": Theme.readingSize,
            "meta": 12,
            "group": 12
        })[role] ?? 13
    property int line: ({
            "pageTitle": 32,
            "title": 28,
            "reading": Theme.readingLine,
            "meta": 16,
            "group": 16
        })[role] ?? 20

    color: role === "meta" || role === "group" ? Theme.text3
         : role === "secondary" ? Theme.text2 : Theme.text
    font.family: role === "code" ? Theme.monoFamily : Theme.fontFamily
    font.pixelSize: size
    font.preferShaping: role !== "code" // no ligatures in code
    font.weight: role === "pageTitle" || role === "title" || role === "section" ? Font.DemiBold
               : role === "strong" || role === "group" ? Font.Medium : Font.Normal
    font.letterSpacing: Theme.tracking(size)
    lineHeightMode: Text.FixedHeight
    lineHeight: line
    textFormat: Text.PlainText
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    linkColor: Theme.accent

    // Qt sets the text at the top of its line box, and deeper where it holds Han characters. The design
    // has it in the middle, with the same baseline for every script.
    readonly property int wantedBaseline: Math.floor((line + Math.round(0.969 * size) - Math.round(0.241 * size)) / 2)
    property bool aligning: false ///< the padding itself moves the baseline
    onBaselineOffsetChanged: alignBaseline()
    Component.onCompleted: alignBaseline()

    function alignBaseline(): void {
        if (aligning)
            return;
        const wanted = topPadding + wantedBaseline - baselineOffset;
        if (Math.abs(wanted - topPadding) < 0.01)
            return;
        aligning = true;
        topPadding = wanted;
        bottomPadding = -wanted;
        aligning = false;
    }
}
