import QtQuick
import QtQuick.Window
import Ponder.Ui

// Feeds the Theme from the settings and the desktop.
Item {
    id: bindings

    required property SystemAppearance appearance

    Binding { target: Theme; property: "dark"; value: bindings.appearance.dark }
    Binding { target: Theme; property: "highContrast"; value: bindings.appearance.highContrast }
    Binding { target: Theme; property: "chinese"; value: bindings.appearance.chinese }
    Binding { target: Theme; property: "motion"; value: bindings.appearance.reduceMotion ? 0 : 1 }
    Binding { target: Theme; property: "caretBlink"; value: bindings.appearance.caretBlink }
    Binding { target: Theme; property: "readingSize"; value: bindings.appearance.textSize }
    Binding { target: Theme; property: "fontFamily"; value: bindings.appearance.fontFamily }
    Binding { target: Theme; property: "monoFamily"; value: bindings.appearance.monoFamily }
    Binding {
        target: Theme
        property: "evenCorners"
        value: bindings.GraphicsInfo.api === GraphicsInfo.Software && bindings.Screen.devicePixelRatio % 1 !== 0
    }
    Binding { target: Theme; property: "keyboard"; value: bindings.appearance.keyboardUsed }
}
