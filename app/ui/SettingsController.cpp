#include "ui/SettingsController.h"

#include "settings/Paths.h"

#include <QDesktopServices>

#include <algorithm>

namespace ponder {

namespace {

// Names of the table of settings.
const QString kLanguage = QStringLiteral("language");
const QString kTheme = QStringLiteral("appearance.theme");
const QString kTextSize = QStringLiteral("appearance.text_size");
const QString kShowThinking = QStringLiteral("appearance.show_thinking");
const QString kCodeLineNumbers = QStringLiteral("appearance.code_line_numbers");
const QString kReduceMotion = QStringLiteral("appearance.reduce_motion");
const QString kRenderer = QStringLiteral("appearance.renderer");
const QString kHighContrast = QStringLiteral("appearance.high_contrast");
const QString kSendKey = QStringLiteral("composer.send_key");
const QString kDefaultProvider = QStringLiteral("default.provider");
const QString kDefaultModel = QStringLiteral("default.model");
const QString kSystemPrompt = QStringLiteral("chat.system_prompt");

} // namespace

SettingsController::SettingsController(Settings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_problem(settings.loadProblem())
{
    connect(&settings, &Settings::changed, this, &SettingsController::changed);
    connect(&settings, &Settings::writeFailed, this, &SettingsController::setProblem);
}

QString SettingsController::language() const
{
    return m_settings.text(kLanguage);
}

QString SettingsController::theme() const
{
    return m_settings.text(kTheme);
}

int SettingsController::textSize() const
{
    return int(m_settings.number(kTextSize));
}

int SettingsController::minimumTextSize() const
{
    return int(Settings::spec(kTextSize)->minimum);
}

int SettingsController::maximumTextSize() const
{
    return int(Settings::spec(kTextSize)->maximum);
}

QString SettingsController::showThinking() const
{
    return m_settings.text(kShowThinking);
}

QString SettingsController::sendKey() const
{
    return m_settings.text(kSendKey);
}

QString SettingsController::renderer() const
{
    return m_settings.text(kRenderer);
}

bool SettingsController::reduceMotion() const
{
    return m_settings.flag(kReduceMotion);
}

bool SettingsController::codeLineNumbers() const
{
    return m_settings.flag(kCodeLineNumbers);
}

bool SettingsController::highContrast() const
{
    return m_settings.flag(kHighContrast);
}

QString SettingsController::defaultProvider() const
{
    return m_settings.text(kDefaultProvider);
}

QString SettingsController::defaultModel() const
{
    return m_settings.text(kDefaultModel);
}

QString SettingsController::systemPrompt() const
{
    return m_settings.text(kSystemPrompt);
}

QString SettingsController::dataFolder() const
{
    return paths::dataDir();
}

QString SettingsController::configFolder() const
{
    return paths::configDir();
}

QString SettingsController::version() const
{
    return QStringLiteral(PONDER_VERSION);
}

QString SettingsController::qtVersion() const
{
    return QString::fromLatin1(qVersion());
}

void SettingsController::setLanguage(const QString &language)
{
    store(kLanguage, language);
}

void SettingsController::setTheme(const QString &theme)
{
    store(kTheme, theme);
}

void SettingsController::setTextSize(int size)
{
    store(kTextSize, std::clamp(size, minimumTextSize(), maximumTextSize()));
}

void SettingsController::stepTextSize(int step)
{
    if (step == 0)
        m_settings.reset(kTextSize);
    else
        setTextSize(textSize() + step);
}

void SettingsController::setShowThinking(const QString &when)
{
    store(kShowThinking, when);
}

void SettingsController::setSendKey(const QString &key)
{
    store(kSendKey, key);
}

void SettingsController::setRenderer(const QString &renderer)
{
    store(kRenderer, renderer);
}

void SettingsController::setReduceMotion(bool on)
{
    store(kReduceMotion, on);
}

void SettingsController::setCodeLineNumbers(bool on)
{
    store(kCodeLineNumbers, on);
}

void SettingsController::setHighContrast(bool on)
{
    store(kHighContrast, on);
}

void SettingsController::setSystemPrompt(const QString &prompt)
{
    store(kSystemPrompt, prompt);
}

void SettingsController::setDefaultModel(const QString &providerId, const QString &model)
{
    store(kDefaultProvider, providerId);
    store(kDefaultModel, model);
}

void SettingsController::openDataFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(dataFolder()));
}

void SettingsController::store(const QString &name, const QJsonValue &value)
{
    const Result<void> result = m_settings.set(name, value);
    if (result)
        setProblem({});
    else if (result.error().kind == ErrorKind::Usage)
        setProblem(result.error().message);
}

void SettingsController::setProblem(const QString &sentence)
{
    if (m_problem == sentence)
        return;
    m_problem = sentence;
    Q_EMIT problemChanged();
}

} // namespace ponder
