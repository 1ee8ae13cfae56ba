#include "ui/RenderChoice.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace ponder;
using namespace Qt::StringLiterals;

/// What a machine has, as the kernel tells it.
class tst_RenderChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("LIBGL_ALWAYS_SOFTWARE"); }
    void cleanup() { qunsetenv("LIBGL_ALWAYS_SOFTWARE"); }
    void software_data();
    void software();
};

void tst_RenderChoice::software_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("drivers"); // of the devices
    QTest::addColumn<QByteArray>("mesa");
    QTest::addColumn<bool>("software");

    QTest::newRow("nothing to draw with") << u"auto"_s << QStringList() << QByteArray() << true;
    QTest::newRow("a graphics card")
        << u"auto"_s << QStringList{u"i915"_s} << QByteArray() << false;
    QTest::newRow("a device that only shows")
        << u"auto"_s << QStringList{u"vgem"_s} << QByteArray() << true;
    QTest::newRow("one of each") << u"auto"_s << QStringList{u"bochs-drm"_s, u"amdgpu"_s}
                                 << QByteArray() << false;
    QTest::newRow("a card that is not to be used")
        << u"auto"_s << QStringList{u"i915"_s} << QByteArray("true") << true;
    QTest::newRow("and may be") << u"auto"_s << QStringList{u"i915"_s} << QByteArray("0") << false;
    QTest::newRow("software on a card")
        << u"software"_s << QStringList{u"i915"_s} << QByteArray() << true;
    QTest::newRow("hardware without one")
        << u"hardware"_s << QStringList() << QByteArray("1") << false;
}

void tst_RenderChoice::software()
{
    QFETCH(QString, setting);
    QFETCH(QStringList, drivers);
    QFETCH(QByteArray, mesa);
    const QTemporaryDir machine;
    const QDir root(machine.path());
    QVERIFY(root.mkpath(u"dev/dri"_s));
    for (qsizetype i = 0; i < drivers.size(); ++i) {
        const QString node = u"renderD%1"_s.arg(128 + i);
        const QByteArray device = QFile::encodeName(root.filePath(u"dev/dri/"_s + node));
        QCOMPARE(mkfifo(device.constData(), 0600), 0); // as special a file as can be made anywhere
        const QString folder = u"sys/class/drm/%1/device"_s.arg(node);
        QVERIFY(root.mkpath(folder));
        QVERIFY(QFile::link(root.filePath(u"sys/drivers/"_s + drivers[i]),
                            root.filePath(folder + u"/driver"_s)));
    }
    if (!mesa.isEmpty())
        qputenv("LIBGL_ALWAYS_SOFTWARE", mesa);
    QTEST(RenderChoice::isSoftware(setting, machine.path()), "software");
}

QTEST_GUILESS_MAIN(tst_RenderChoice)
#include "tst_RenderChoice.moc"
