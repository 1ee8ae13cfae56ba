#include "settings/Paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"CONFIG", "DATA", "CACHE"}) {
            const QByteArray variable = QByteArray("XDG_") + name + "_HOME";
            qputenv(variable, m_folder->filePath(QString::fromLatin1(name)).toLocal8Bit());
        }
    }

    void livesInTheFoldersOfXdg()
    {
        QCOMPARE(paths::configDir(), m_folder->filePath(u"CONFIG/ponder"_s));
        QCOMPARE(paths::dataDir(), m_folder->filePath(u"DATA/ponder"_s));
        QCOMPARE(paths::cacheDir(), m_folder->filePath(u"CACHE/ponder"_s));
        QCOMPARE(paths::settingsFile(), m_folder->filePath(u"CONFIG/ponder/settings.json"_s));
        QCOMPARE(paths::providersFile(), m_folder->filePath(u"CONFIG/ponder/providers.json"_s));
        QCOMPARE(paths::databaseFile(), m_folder->filePath(u"DATA/ponder/conversations.db"_s));
        QCOMPARE(paths::modelsFile(), m_folder->filePath(u"CACHE/ponder/models.json"_s));
    }

    void livesInTheHomeFolderWithoutThem()
    {
        qunsetenv("XDG_CONFIG_HOME");
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", m_folder->path().toLocal8Bit());
        QCOMPARE(paths::configDir(), m_folder->filePath(u".config/ponder"_s));
        qputenv("HOME", home);
    }

    void makesFoldersForTheirOwnerOnly()
    {
        const QString path = paths::dataDir();
        QVERIFY(QDir(path).exists());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(path) & others));
    }

    void leavesAFolderAsItIs()
    {
        const QString path = paths::dataDir();
        const auto open = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner |
                          QFileDevice::ReadGroup | QFileDevice::ExeGroup;
        QVERIFY(QFile::setPermissions(path, open));
        paths::dataDir();
        QVERIFY(QFile::permissions(path) & QFileDevice::ReadGroup);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_Paths.moc"
