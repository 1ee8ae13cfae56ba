#pragma once

#include "Resources.h"
#include "ui/ShellFakes.h"
#include "ui/UiTypes.h"

#include <QQmlAbstractUrlInterceptor>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <memory>

namespace ponder::fakes {

/// Serves the QML of the module from the source tree instead of the binary, where the environment
/// variable PONDER_QML_LIVE is set: pictures of a change without a build.
class QmlSourceTree final : public QQmlAbstractUrlInterceptor
{
public:
    QUrl intercept(const QUrl &url, DataType type) override;
};

/// The real window over the fakes of Shell.
class WindowFixture
{
public:
    Shell shell;

    /// Loads Main.qml and waits until it is exposed.
    bool open(const QSize &size = {1280, 860})
    {
        resources::init();
        (void)shell.settings().set(QStringLiteral("window.width"), size.width());
        (void)shell.settings().set(QStringLiteral("window.height"), size.height());
        shell.app().start();
        m_engine = std::make_unique<QQmlApplicationEngine>();
        if (qEnvironmentVariableIsSet("PONDER_QML_LIVE"))
            m_engine->addUrlInterceptor(&m_sourceTree);
        QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(),
                         [this](const QList<QQmlError> &errors) {
                             for (const QQmlError &error : errors)
                                 warnings << error.toString();
                         });
        if (!loadMainWindow(*m_engine, shell.app()))
            return false;
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
        return m_window && QTest::qWaitForWindowExposed(m_window);
    }

    [[nodiscard]] QQuickWindow *window() const { return m_window; }

    /// The first visible item below the window's content that has this accessible name and, if
    /// given, this type ("Composer" for Composer.qml).
    [[nodiscard]] QQuickItem *byName(const QString &accessibleName) const
    {
        return find(m_window->contentItem(),
                    [&](QQuickItem *item) { return nameOf(item) == accessibleName; });
    }
    [[nodiscard]] QQuickItem *byType(const QString &type) const
    {
        return find(m_window->contentItem(), [&](QQuickItem *item) {
            const QString name = QString::fromLatin1(item->metaObject()->className());
            return name == type || name.startsWith(type + QStringLiteral("_QML")) ||
                   name.startsWith(QStringLiteral("QQuick") + type);
        });
    }

    static QString nameOf(QQuickItem *item);

    /// Writes what the window shows into the screenshot folder of the build; returns the picture.
    QImage shot(const QString &name) const;

    void click(QQuickItem *item) const
    {
        QVERIFY(item);
        const QPointF middle(item->width() / 2, item->height() / 2);
        QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier,
                          item->mapToScene(middle).toPoint());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window, key, modifiers);
    }

    QStringList warnings; ///< of the QML engine; a test expects none

private:
    template <typename Predicate>
    static QQuickItem *find(QQuickItem *root, Predicate matches)
    {
        if (!root->isVisible())
            return nullptr;
        if (matches(root))
            return root;
        const QList<QQuickItem *> children = root->childItems();
        for (QQuickItem *child : children) {
            if (QQuickItem *found = find(child, matches))
                return found;
        }
        return nullptr;
    }

    QmlSourceTree m_sourceTree;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace ponder::fakes
