#include "settings/Settings.h"

#include <QLatin1String>

namespace ponder {

namespace {

SettingSpec textSetting(const char *name, const char *defaultValue, const char *description)
{
    SettingSpec spec;
    spec.name = QString::fromLatin1(name);
    spec.defaultValue = QString::fromLatin1(defaultValue);
    spec.description = QString::fromLatin1(description);
    return spec;
}

SettingSpec choiceSetting(const char *name, const QStringList &choices, const char *description)
{
    SettingSpec spec = textSetting(name, "", description);
    spec.defaultValue = choices.constFirst();
    spec.choices = choices;
    return spec;
}

SettingSpec flagSetting(const char *name, bool defaultValue, const char *description)
{
    SettingSpec spec = textSetting(name, "", description);
    spec.defaultValue = defaultValue;
    return spec;
}

SettingSpec wholeSetting(const char *name, int defaultValue, int minimum, int maximum,
                         const char *description)
{
    SettingSpec spec = textSetting(name, "", description);
    spec.defaultValue = defaultValue;
    spec.minimum = minimum;
    spec.maximum = maximum;
    spec.wholeNumber = true;
    return spec;
}

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(QLatin1Char(' '));
}

} // namespace

const std::vector<SettingSpec> &Settings::specs()
{
    // The first of the choices is the default.
    static const std::vector<SettingSpec> table{
        textSetting("default.provider", "", "Provider of new chats; empty: none chosen yet."),
        textSetting("default.model", "", "Model of new chats; empty: the provider's own default."),
        choiceSetting("language", words("system en zh_CN"), "Language of the interface."),
        choiceSetting("appearance.theme", words("system light dark"), "Light or dark colours."),
        wholeSetting("appearance.text_size", 15, 13, 20,
                     "Size of the text that is read, in pixels."),
        choiceSetting("appearance.show_thinking", words("while_running always never"),
                      "When a model's thinking is unfolded."),
        choiceSetting("appearance.renderer", words("auto software hardware"),
                      "How the window is drawn; takes effect at the next start."),
        flagSetting("appearance.reduce_motion", false, "Show changes without animation."),
        flagSetting("appearance.high_contrast", false, "Draw borders with more contrast."),
        flagSetting("appearance.code_line_numbers", false, "Number the lines of code in answers."),
        choiceSetting("composer.send_key", words("enter ctrl_enter"),
                      "The key that sends a message."),
        textSetting("chat.system_prompt", "", "System prompt of new chats."),
        wholeSetting("network.idle_timeout_s", 600, 5, 86'400,
                     "Longest silence of a server before an answer is given up, in seconds."),
        wholeSetting("network.connect_timeout_s", 30, 1, 600,
                     "Longest wait for a connection, in seconds."),
        flagSetting("first_run.done", false, "Whether the first steps were taken."),
        wholeSetting("window.width", 1180, 400, 20'000, "Width of the window, in pixels."),
        wholeSetting("window.height", 780, 400, 20'000, "Height of the window, in pixels."),
        wholeSetting("window.sidebar_width", 264, 200, 360, "Width of the sidebar, in pixels."),
        flagSetting("window.sidebar_visible", true, "Whether the sidebar is shown."),
    };
    return table;
}

const SettingSpec *Settings::spec(const QString &name)
{
    for (const SettingSpec &spec : specs()) {
        if (spec.name == name)
            return &spec;
    }
    return nullptr;
}

} // namespace ponder
