#pragma once

#include "settings/Settings.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Size of the window and of the sidebar, remembered between runs. Changes come many times a second
/// while somebody drags; they are written once it is over.
class WindowState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(int width READ width CONSTANT)
    Q_PROPERTY(int height READ height CONSTANT)
    Q_PROPERTY(int sidebarWidth READ sidebarWidth WRITE setSidebarWidth NOTIFY changed)
    Q_PROPERTY(bool sidebarVisible READ sidebarVisible WRITE setSidebarVisible NOTIFY changed)

public:
    explicit WindowState(Settings &settings, QObject *parent = nullptr);
    ~WindowState() override;

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int sidebarWidth() const { return m_sidebarWidth; }
    void setSidebarWidth(int width);
    [[nodiscard]] bool sidebarVisible() const { return m_sidebarVisible; }
    void setSidebarVisible(bool visible);

    /// The window has this size now. Not to be called for a maximised one.
    Q_INVOKABLE void remember(int width, int height);
    void write();

Q_SIGNALS:
    void changed();

private:
    Settings &m_settings;
    QTimer m_timer;
    int m_width = 0;
    int m_height = 0;
    int m_sidebarWidth = 0;
    bool m_sidebarVisible = true;
};

} // namespace ponder
