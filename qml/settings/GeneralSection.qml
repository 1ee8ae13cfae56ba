import QtQuick
import Ponder.Ui

// Language, looks, and what new chats start with.
SettingsColumn {
    id: section

    required property AppController app
    readonly property SettingsController settings: app.settings

    SettingsTitle {
        text: qsTr("General")
    }
    PBanner {
        visible: section.settings.problem !== ""
        width: parent.width
        height: visible ? implicitHeight : 0
        tone: "warning"
        iconName: "triangle-alert"
        title: qsTr("Settings")
        body: section.settings.problem
    }
    FormRow {
        label: qsTr("Language")
        labelWidth: 176

        PComboBox {
            readonly property var languages: ["system", "en", "zh_CN"]

            width: Math.min(240, parent.width)
            // Each language in its own words, so that one can find the way back.
            model: [qsTr("As the desktop"), "English", "简体中文"]
            currentIndex: languages.indexOf(section.settings.language)
            Accessible.name: qsTr("Language")
            onActivated: index => section.settings.language = languages[index]
        }
    }
    SegmentedRow {
        label: qsTr("Theme")
        options: [
            {value: "system", label: qsTr("As the desktop")},
            {value: "light", label: qsTr("Light")},
            {value: "dark", label: qsTr("Dark")}
        ]
        value: section.settings.theme
        onChosen: value => section.settings.theme = value
    }
    FormRow {
        label: qsTr("Text size")
        labelWidth: 176

        Row {
            spacing: 12
            height: 32

            PSlider {
                id: size

                anchors.verticalCenter: parent.verticalCenter
                width: 160
                from: section.settings.minimumTextSize
                to: section.settings.maximumTextSize
                stepSize: 1
                snapMode: PSlider.SnapAlways
                value: section.settings.textSize
                Accessible.name: qsTr("Text size")
                onMoved: section.settings.textSize = value
            }
            PLabel {
                anchors.verticalCenter: parent.verticalCenter
                role: "secondary"
                text: qsTr("%1 px").arg(section.settings.textSize)
            }
        }
        PLabel {
            width: parent.width
            role: "reading"
            wrapMode: Text.Wrap
            text: qsTr("Answers are set in this size.")
        }
    }
    SegmentedRow {
        label: qsTr("Show thinking")
        options: [
            {value: "while_running", label: qsTr("While it runs")},
            {value: "always", label: qsTr("Always")},
            {value: "never", label: qsTr("Never")}
        ]
        value: section.settings.showThinking
        onChosen: value => section.settings.showThinking = value
    }
    SegmentedRow {
        label: qsTr("Send with")
        options: [
            {value: "enter", label: qsTr("Enter")},
            {value: "ctrl_enter", label: qsTr("Ctrl+Enter")}
        ]
        value: section.settings.sendKey
        onChosen: value => section.settings.sendKey = value
    }
    FormRow {
        label: qsTr("Model of new chats")
        labelWidth: 176

        PComboBox {
            readonly property ModelMenuModel menu: section.app.modelMenu

            width: Math.min(360, parent.width)
            model: menu
            textRole: "label"
            currentIndex: menu.count, menu.rowOf(section.settings.defaultProvider, section.settings.defaultModel)
            displayText: currentIndex < 0 ? qsTr("Choose a model") : currentText
            Accessible.name: qsTr("Model of new chats")
            onActivated: index => section.settings.setDefaultModel(menu.providerIdAt(index), menu.modelAt(index))
        }
    }
    SwitchRow {
        label: qsTr("Reduce motion")
        note: qsTr("Nothing fades or slides.")
        checked: section.settings.reduceMotion
        onFlipped: on => section.settings.reduceMotion = on
    }
    SwitchRow {
        label: qsTr("Increase contrast")
        note: qsTr("Fields and lines get darker edges.")
        checked: section.settings.highContrast
        onFlipped: on => section.settings.highContrast = on
    }
    SegmentedRow {
        label: qsTr("Draw with")
        help: qsTr("From the next start on.")
        options: [
            {value: "auto", label: qsTr("Automatic")},
            {value: "hardware", label: qsTr("GPU")},
            {value: "software", label: qsTr("CPU")}
        ]
        value: section.settings.renderer
        onChosen: value => section.settings.renderer = value
    }
}
