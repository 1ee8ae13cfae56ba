#include "Resources.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSvgRenderer>
#include <QTest>
#include <QTranslator>

/// What is embedded is there, whole, and readable by those who need it.
class TstResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ponder::resources::init(); }

    void tablesAreJsonObjects_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("providers") << ponder::resources::providersJson();
        QTest::newRow("parameters") << ponder::resources::parametersJson();
    }

    void tablesAreJsonObjects()
    {
        QFETCH(QByteArray, json);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QVERIFY(!document.isEmpty());
    }

    void demoAnswersAreJson()
    {
        const QList<QByteArray> answers = ponder::resources::demoAnswers();
        QVERIFY(answers.size() >= 5);
        for (const QByteArray &answer : answers) {
            QJsonParseError error;
            QJsonDocument::fromJson(answer, &error);
            QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        }
    }

    /// Every name of icons.txt is a picture of the binary that can be drawn, and nothing else is
    /// carried along.
    void iconsAreThoseOfTheList()
    {
        QFile list(QStringLiteral(PONDER_SOURCE_DIR "/resources/icons.txt"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        QStringList names;
        const QStringList lines = QString::fromUtf8(list.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                names.append(line.trimmed() + QStringLiteral(".svg"));
        }
        names.append(QDir(QStringLiteral(PONDER_SOURCE_DIR "/resources/icons"))
                         .entryList({QStringLiteral("*.svg")}, QDir::Files));
        names.removeDuplicates();
        names.sort();
        QStringList embedded = QDir(QStringLiteral(":/icons")).entryList(QDir::Files);
        embedded.sort();
        QCOMPARE(embedded, names);
        for (const QString &name : std::as_const(names)) {
            QSvgRenderer renderer(QStringLiteral(":/icons/") + name);
            QVERIFY2(renderer.isValid(), qPrintable(name));
        }
    }

    void chineseTranslationLoads()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/ponder_zh_CN.qm")));
        QVERIFY(!translator.isEmpty());
    }
};

QTEST_MAIN(TstResources)
#include "tst_Resources.moc"
