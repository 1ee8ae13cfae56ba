#include "ui/WindowState.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

const QString kWidth = u"window.width"_s;
const QString kHeight = u"window.height"_s;
const QString kSidebarWidth = u"window.sidebar_width"_s;
const QString kSidebarVisible = u"window.sidebar_visible"_s;
constexpr int kWriteDelayMs = 700;

int inRange(const QString &name, int value)
{
    const SettingSpec *spec = Settings::spec(name);
    return spec ? std::clamp(value, int(spec->minimum), int(spec->maximum)) : value;
}

} // namespace

WindowState::WindowState(Settings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_width(int(settings.number(kWidth))),
      m_height(int(settings.number(kHeight))), m_sidebarWidth(int(settings.number(kSidebarWidth))),
      m_sidebarVisible(settings.flag(kSidebarVisible))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kWriteDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &WindowState::write);
}

WindowState::~WindowState()
{
    write();
}

void WindowState::setSidebarWidth(int width)
{
    const int wanted = inRange(kSidebarWidth, width);
    if (m_sidebarWidth == wanted)
        return;
    m_sidebarWidth = wanted;
    m_timer.start();
    Q_EMIT changed();
}

void WindowState::setSidebarVisible(bool visible)
{
    if (m_sidebarVisible == visible)
        return;
    m_sidebarVisible = visible;
    m_timer.start();
    Q_EMIT changed();
}

void WindowState::remember(int width, int height)
{
    if (m_width == width && m_height == height)
        return;
    m_width = width;
    m_height = height;
    m_timer.start();
}

void WindowState::write()
{
    if (!m_timer.isActive() && sender() != &m_timer)
        return; // nothing new
    m_timer.stop();
    // A setting that cannot be written is reported by the settings themselves.
    (void)m_settings.set(kWidth, inRange(kWidth, m_width));
    (void)m_settings.set(kHeight, inRange(kHeight, m_height));
    (void)m_settings.set(kSidebarWidth, m_sidebarWidth);
    (void)m_settings.set(kSidebarVisible, m_sidebarVisible);
}

} // namespace ponder
