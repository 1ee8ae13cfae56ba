pragma Singleton
import QtQuick
import Ponder.Ui

// Every colour, size and duration of the window. Names are those of the design; nothing else in the
// module writes a colour. Main.qml feeds `dark`, `highContrast`, `readingSize`, the fonts and `motion`.
QtObject {
    id: theme

    property bool dark: false
    property bool highContrast: false
    property bool chinese: false
    property bool keyboard: false ///< the keyboard, not the pointer, was used last: focus rings are shown
    property string fontFamily: "Inter"
    property string monoFamily: "JetBrains Mono"
    property int readingSize: 15
    /// The software adaptation draws odd radii with notches where the screen is scaled by a fraction.
    property bool evenCorners: false
    property real motion: 1 ///< 0 with 'Reduce motion': durations are multiplied by it

    // Surfaces
    readonly property color bg: dark ? "#161918" : "#FFFFFF"
    readonly property color side: dark ? "#111413" : "#F6F7F5"
    readonly property color raised: dark ? "#1F2322" : "#FFFFFF"
    readonly property color soft: dark ? "#212625" : "#F1F3F0"
    readonly property color code: dark ? "#1B1F1E" : "#F7F8F6"
    readonly property color hover: dark ? "#252A29" : "#EBEEEA"
    readonly property color selected: dark ? "#2B3230" : "#E3E8E3"
    readonly property color line: dark ? "#282D2B" : "#E5E8E4"
    readonly property color line2: highContrast ? (dark ? "#6F7874" : "#868D88")
                                                : (dark ? "#3D4441" : "#CDD3CE")
    /// line2 one step darker (lighter in the dark): a hovered or focused field.
    readonly property color line3: highContrast ? (dark ? "#8E9893" : "#6B726D")
                                                : (dark ? "#525A56" : "#AEB6B0")
    readonly property color track: dark ? "#353B39" : "#DDE2DD"

    // Accent and problems
    readonly property color accent: dark ? "#62C3B0" : "#0F6B5E"
    readonly property color accentPressed: dark ? "#79CEBD" : "#0C5A4F"
    readonly property color accentSoft: dark ? "#1A2F2B" : "#E2F0EC"
    /// Text on accent. An alias, because a value given to a property that begins with "on" is taken
    /// for a signal handler.
    readonly property alias onAccent: named.textOnAccent
    readonly property color danger: dark ? "#F28B82" : "#B3261E"
    readonly property color dangerSoft: dark ? "#33211F" : "#FDF5F4"
    readonly property color dangerLine: dark ? "#5A3431" : "#F0CFCC"
    readonly property color warning: dark ? "#E2B65E" : "#855400"
    readonly property color warningSoft: dark ? "#2E2718" : "#FCF8EE"
    readonly property color warningLine: dark ? "#574720" : "#EBD6A4"
    readonly property color codeLiteral: dark ? "#E0A878" : "#8A4A12"
    readonly property color pageMark: dark ? "#6B5716" : "#FFE7A3"
    /// The match one stands at, among others that are marked with pageMark; has a border as well.
    readonly property color findCurrent: dark ? "#6B5716" : "#F6D29B"

    // Text
    readonly property color text: dark ? "#E4E8E6" : "#1B1F1D"
    readonly property color text2: dark ? "#AEB6B2" : "#525A56"
    readonly property color text3: dark ? "#929A96" : "#606864"
    readonly property color selection: dark ? "#244B44" : "#C4E4DC"

    // Shadows, drawn as plain rectangles: the software adaptation has no blur.
    readonly property color cardShadow: dark ? "#40000000" : "#0D000000"
    readonly property color popoverShadow: dark ? "#12000000" : "#05000000"

    // Space and shape
    readonly property int radiusChip: evenCorners ? 6 : 5
    readonly property int radiusIcon: 6
    readonly property int radiusControl: evenCorners ? 6 : 7
    readonly property int radiusCard: 10
    readonly property int radiusComposer: 14
    readonly property int radiusBubble: 16
    readonly property int controlHeight: 32
    readonly property int smallControlHeight: 28
    readonly property int headerHeight: 52
    readonly property int columnWidth: 720
    readonly property int composerWidth: 752
    readonly property int compactWidth: 720 ///< windows narrower than this have an overlay sidebar

    // Type
    readonly property int readingLine: Math.round(readingSize * (chinese ? 26 / 15 : 24 / 15))
    readonly property int thinkingSize: Math.max(12, readingSize - 1)
    readonly property int thinkingLine: Math.round(thinkingSize * (chinese ? 25 / 14 : 23 / 14))

    /// Code in messages grows with the text around it: 13/20 at 15.
    readonly property int codeSize: Math.round(readingSize * 13 / 15)
    readonly property int codeLine: Math.round(codeSize * 20 / 13)

    // Motion, in milliseconds
    readonly property int durationHover: 90 * motion
    readonly property int durationPopover: 140 * motion
    readonly property int durationPanel: 200 * motion
    readonly property int durationJump: 240 * motion
    readonly property int durationSpin: 900
    property int caretBlink: 530 ///< how long a caret is shown, and hidden; 0: it does not blink

    /// Of all texts in messages.
    readonly property TextLook textLook: TextLook {
        fontFamily: theme.fontFamily
        monoFamily: theme.monoFamily
        readingSize: theme.readingSize
        textColor: theme.text
        linkColor: theme.accent
        mutedColor: theme.text3
        codeBackground: theme.soft
        selectionColor: theme.selection
    }

    readonly property QtObject named: QtObject {
        id: named

        readonly property color textOnAccent: theme.dark ? "#07211C" : "#FFFFFF"
    }

    /// `color` as "#rrggbb" for image addresses.
    function hex(color: color): string {
        return Qt.rgba(color.r, color.g, color.b, 1).toString();
    }

    /// Letter spacing by text size: large titles are set tighter.
    function tracking(pixelSize: int): real {
        return textLook.tracking(pixelSize);
    }
}
