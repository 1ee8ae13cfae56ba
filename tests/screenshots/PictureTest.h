#pragma once

#include "InterfaceLanguage.h"
#include "screenshots/BaselineFolder.h"
#include "screenshots/StillPicture.h"
#include "screenshots/Surroundings.h"

#include <QApplication>
#include <QFile>
#include <QStyleHints>
#include <QTest>

#include <vector>

namespace ponder::screenshots {

/// One picture: a scene in a size, a theme and a language.
struct Shot
{
    const char *scene;
    int width;
    int height; ///< 0: as high as what is shown
    bool dark = false;
    bool chinese = false;

    /// "answer-blocks-480-dark", the name of its baseline.
    [[nodiscard]] QString name(const QString &prefix) const
    {
        return QStringLiteral("%1-%2-%3%4%5")
            .arg(prefix, QLatin1String(scene))
            .arg(width)
            .arg(dark ? QStringLiteral("-dark") : QString(),
                 chinese ? QStringLiteral("-zh") : QString());
    }
};

/// What all the programs with pictures do: a column of shots for Qt Test, the comparison with the
/// baselines, and a look that no baseline is left behind.
class PictureTest
{
public:
    PictureTest(QString prefix, std::vector<Shot> shots)
        : m_prefix(std::move(prefix)), m_shots(std::move(shots))
    {}

    void rows() const
    {
        QTest::addColumn<Shot>("shot");
        for (const Shot &shot : m_shots)
            QTest::newRow(qPrintable(shot.name(m_prefix))) << shot;
    }
    /// Why nothing can be compared on this machine; empty where it can.
    [[nodiscard]] QString obstacle() { return m_baselines.obstacle(); }

    void setLanguage(bool chinese)
    {
        m_language.apply(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    }
    /// What is wrong with what the window shows; empty: nothing.
    [[nodiscard]] QString check(const Shot &shot, QQuickWindow &window)
    {
        const QImage picture = stillPicture(window);
        return picture.isNull() ? QStringLiteral("The window does not come to rest")
                                : m_baselines.check(shot.name(m_prefix), picture);
    }
    /// Baselines that no scene draws any more.
    [[nodiscard]] QStringList strangers()
    {
        QStringList names;
        for (const Shot &shot : m_shots)
            names.append(shot.name(m_prefix));
        return m_baselines.strangers(m_prefix + u'-', names);
    }

    static QString text(const QString &name)
    {
        QFile file(QStringLiteral(PONDER_TEST_DATA "/screenshots/") + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private:
    QString m_prefix;
    std::vector<Shot> m_shots;
    InterfaceLanguage m_language;
    BaselineFolder m_baselines{QStringLiteral(PONDER_SOURCE_DIR "/tests/screenshots/baselines"),
                               QStringLiteral(PONDER_SCREENSHOT_FOLDER)};
};

/// Runs a test whose pictures are the same everywhere.
template <typename Test>
int runPictures(int argc, char **argv, double scale = 1)
{
    pinSurroundings(scale);
    QApplication application(argc, argv);
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace ponder::screenshots
