#include "cli/WindowArguments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace ponder;
using namespace ponder::cli;

class tst_WindowArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads();
    void refuses_data();
    void refuses();

private:
    QTemporaryDir m_folder;
    QString m_file;
};

void tst_WindowArguments::initTestCase()
{
    m_file = QDir(m_folder.path()).canonicalPath() + QStringLiteral("/a b.pdf");
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QFile dashed(m_folder.filePath(QStringLiteral("--odd")));
    QVERIFY(dashed.open(QIODevice::WriteOnly));
    QVERIFY(QDir::setCurrent(m_folder.path()));
}

void tst_WindowArguments::reads()
{
    const Result<WindowArguments> none = parseWindowArguments({});
    QVERIFY(none.ok());
    QVERIFY(!none->demo);
    QVERIFY(none->files.isEmpty());

    const Result<WindowArguments> all =
        parseWindowArguments({QStringLiteral("a b.pdf"), QStringLiteral("--demo"), m_file,
                              QUrl::fromLocalFile(m_file).toString(QUrl::FullyEncoded),
                              QStringLiteral("--"), QStringLiteral("--odd")});
    QVERIFY(all.ok());
    QVERIFY(all->demo);
    QCOMPARE(all->files.size(), 4);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(QFileInfo(all->files.at(i)).canonicalFilePath(), m_file);
    QVERIFY(QFileInfo(all->files.at(3)).isAbsolute());
}

void tst_WindowArguments::refuses_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown option") << "--demonstrate"
                                    << "demonstrate";
    QTest::newRow("mistyped verb") << "aks"
                                   << "no verb named “aks”";
    QTest::newRow("folder") << "."
                            << "folder";
    QTest::newRow("remote file") << "http://example.com/a.pdf"
                                 << "no file";
}

void tst_WindowArguments::refuses()
{
    QFETCH(QString, argument);
    QFETCH(QString, says);
    const Result<WindowArguments> arguments = parseWindowArguments({argument});
    QVERIFY(!arguments.ok());
    QCOMPARE(arguments.error().kind, ErrorKind::Usage);
    QVERIFY2(arguments.error().message.contains(says), qPrintable(arguments.error().message));
}

QTEST_GUILESS_MAIN(tst_WindowArguments)
#include "tst_WindowArguments.moc"
