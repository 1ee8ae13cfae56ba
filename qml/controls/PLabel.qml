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
    readonly property int line: ({
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
    font.weight: role === "pageTitle" || role === "title" || role === "section" ? Font.DemiBold
               : role === "strong" || role === "group" ? Font.Medium : Font.Normal
    font.letterSpacing: Theme.tracking(size)
    // A line box like that of the design: the text sits in the middle of its line.
    lineHeightMode: Text.FixedHeight
    lineHeight: line
    topPadding: Math.round((line - size * 1.21) / 2)
    bottomPadding: -topPadding
    textFormat: Text.PlainText
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    linkColor: Theme.accent
}
