#include "ui/CitationChip.h"
#include "ui/CodeFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_CodeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_data();
    void name();
    void write();
    void writeFails();
    void citationNumber();
};

void tst_CodeFile::name_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("file");
    QTest::newRow("python") << u"python"_s << u"code.py"_s;
    QTest::newRow("case") << u"C++"_s << u"code.cpp"_s;
    QTest::newRow("none") << QString() << u"code.txt"_s;
    QTest::newRow("unknown") << u"klingon"_s << u"code.txt"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << u"code.txt"_s;
    QTest::newRow("docker") << u"dockerfile"_s << u"Dockerfile"_s;
    QTest::newRow("mermaid") << u"mermaid"_s << u"code.mmd"_s;
}

void tst_CodeFile::name()
{
    QFETCH(QString, language);
    QTEST(CodeFile::name(language), "file");
}

void tst_CodeFile::write()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"code.py"_s);
    QCOMPARE(CodeFile::write(path, u"print('你好')"_s), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("print('你好')\n"));
    file.close();
    QCOMPARE(CodeFile::write(path, u"a\n"_s), QString()); // replaces, and adds no second line end
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a\n"));
}

void tst_CodeFile::writeFails()
{
    const QTemporaryDir folder;
    QVERIFY(!CodeFile::write(folder.filePath(u"no/such/folder/code.py"_s), u"a"_s).isEmpty());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void tst_CodeFile::citationNumber()
{
    QCOMPARE(CitationChip::number(u"[citation:3]"_s), u"3"_s);
    QCOMPARE(CitationChip::number(u"$x$"_s), QString());
    const CitationChip chip{u"Inter"_s, 15, Qt::black};
    QVERIFY(chip.size(u"12"_s).width() >= chip.size(u"3"_s).width());
    QVERIFY(!chip.draw(u"3"_s, 2).isNull());
}

QTEST_MAIN(tst_CodeFile)
#include "tst_CodeFile.moc"
