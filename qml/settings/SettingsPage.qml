import QtQuick
import Ponder.Ui

// The settings: sections at the left, the chosen one beside them. Narrow windows put the sections
// into a choice at the top.
FocusScope {
    id: page

    required property AppController app
    readonly property bool compact: width < Theme.compactWidth
    readonly property string section: sections.some(entry => entry.value === app.settingsSection)
                                      ? app.settingsSection : "general"
    readonly property var sections: [
        {value: "general", label: qsTr("General"), icon: "sliders-horizontal"},
        {value: "providers", label: qsTr("Providers"), icon: "server"},
        {value: "sampling", label: qsTr("Sampling"), icon: "gauge"},
        {value: "shortcuts", label: qsTr("Shortcuts"), icon: "keyboard"},
        {value: "privacy", label: qsTr("Privacy & data"), icon: "shield"},
        {value: "about", label: qsTr("About"), icon: "info"}
    ]

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Settings")
    Keys.onEscapePressed: app.backToChats()

    Rectangle {
        anchors.fill: parent
        color: Theme.bg
    }
    SettingsNav {
        id: nav

        visible: !page.compact
        width: visible ? 224 : 0
        height: parent.height
        sections: page.sections
        section: page.section
        onChosen: value => page.app.settingsSection = value
        onBack: page.app.backToChats()
    }
    SettingsTopBar {
        id: topBar

        visible: page.compact
        width: parent.width
        height: visible ? Theme.headerHeight : 0
        sections: page.sections
        section: page.section
        onChosen: value => page.app.settingsSection = value
        onBack: page.app.backToChats()
    }
    Loader {
        id: content

        x: nav.width
        y: topBar.height
        width: page.width - x
        height: page.height - y
        sourceComponent: ({
                "general": general,
                "providers": providers,
                "sampling": sampling,
                "shortcuts": shortcuts,
                "privacy": privacy,
                "about": about
            })[page.section]
    }

    Component {
        id: general

        GeneralSection {
            app: page.app
        }
    }
    Component {
        id: providers

        ProvidersSection {
            providers: page.app.providers
        }
    }
    Component {
        id: sampling

        SamplingSection {
            sampling: page.app.sampling
        }
    }
    Component {
        id: shortcuts

        ShortcutsSection {
            sendKey: page.app.settings.sendKey
        }
    }
    Component {
        id: privacy

        PrivacySection {
            app: page.app
        }
    }
    Component {
        id: about

        AboutSection {
            app: page.app
        }
    }
}
