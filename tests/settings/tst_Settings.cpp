#include "settings/Settings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;

namespace {

/// Written with single quotes, to be read.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"settings.json"_s);
    }

    void hasATableThatFitsItself()
    {
        QSet<QString> names;
        for (const SettingSpec &spec : Settings::specs()) {
            QVERIFY2(!names.contains(spec.name), qPrintable(spec.name));
            names.insert(spec.name);
            QVERIFY2(spec.description.endsWith(u'.'), qPrintable(spec.name));
            Settings settings(m_path);
            QCOMPARE(settings.value(spec.name), spec.defaultValue);
            QVERIFY2(!settings.isSet(spec.name), qPrintable(spec.name));
            QVERIFY2(settings.set(spec.name, spec.defaultValue).ok(), qPrintable(spec.name));
        }
        QVERIFY(names.contains(u"default.provider"_s));
        QVERIFY(!Settings::spec(u"nothing.like.it"_s));
    }

    void keepsWhatIsSet()
    {
        {
            Settings settings(m_path);
            QVERIFY(settings.set(u"default.provider"_s, u"deepseek"_s).ok());
            QVERIFY(settings.set(u"appearance.text_size"_s, 18).ok());
            QVERIFY(settings.set(u"first_run.done"_s, true).ok());
            QVERIFY(settings.set(u"chat.system_prompt"_s, u"Sei kurz.\n请简短。"_s).ok());
        }
        Settings settings(m_path);
        QCOMPARE(settings.text(u"default.provider"_s), u"deepseek"_s);
        QCOMPARE(settings.number(u"appearance.text_size"_s), 18.0);
        QVERIFY(settings.flag(u"first_run.done"_s));
        QCOMPARE(settings.text(u"chat.system_prompt"_s), u"Sei kurz.\n请简短。"_s);
        QVERIFY(settings.isSet(u"default.provider"_s));
        settings.reset(u"default.provider"_s);
        QVERIFY(!settings.isSet(u"default.provider"_s));
        QCOMPARE(Settings(m_path).text(u"default.provider"_s), QString());
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << u"colour"_s << QJsonValue(1) << u"no setting"_s;
        QTest::newRow("too small") << u"appearance.text_size"_s << QJsonValue(12) << u"13 to 20"_s;
        QTest::newRow("too large") << u"appearance.text_size"_s << QJsonValue(21) << u"13 to 20"_s;
        QTest::newRow("not whole") << u"appearance.text_size"_s << QJsonValue(15.5) << u"whole"_s;
        QTest::newRow("text for a number")
            << u"appearance.text_size"_s << QJsonValue(u"15"_s) << u"number"_s;
        QTest::newRow("no choice")
            << u"appearance.theme"_s << QJsonValue(u"pink"_s) << u"system, light, dark"_s;
        QTest::newRow("bool for a text")
            << u"default.model"_s << QJsonValue(true) << u"is a text"_s;
        QTest::newRow("text for a bool")
            << u"first_run.done"_s << QJsonValue(u"true"_s) << u"true or false"_s;
        QTest::newRow("null") << u"first_run.done"_s << QJsonValue() << u"true or false"_s;
    }

    void refusesWhatDoesNotFit()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, says);
        Settings settings(m_path);
        const Result<void> outcome = settings.set(name, value);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::Usage);
        QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
        QVERIFY(!QFile::exists(m_path));
    }

    void readsTextInTheTypeOfTheSetting_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonValue>("expected"); // undefined: refused
        const QJsonValue refused(QJsonValue::Undefined);
        QTest::newRow("number") << u"appearance.text_size"_s << u"17"_s << QJsonValue(17);
        QTest::newRow("no number") << u"appearance.text_size"_s << u"big"_s << refused;
        QTest::newRow("infinite") << u"appearance.text_size"_s << u"inf"_s << refused;
        QTest::newRow("out of range") << u"appearance.text_size"_s << u"99"_s << refused;
        QTest::newRow("true") << u"first_run.done"_s << u"true"_s << QJsonValue(true);
        QTest::newRow("False") << u"first_run.done"_s << u" False "_s << QJsonValue(false);
        QTest::newRow("maybe") << u"first_run.done"_s << u"maybe"_s << refused;
        QTest::newRow("choice") << u"language"_s << u"zh_CN"_s << QJsonValue(u"zh_CN"_s);
        QTest::newRow("no choice") << u"language"_s << u"tlh"_s << refused;
        QTest::newRow("text that looks like a number")
            << u"default.model"_s << u"4"_s << QJsonValue(u"4"_s);
        QTest::newRow("unknown") << u"colour"_s << u"red"_s << refused;
    }

    void readsTextInTheTypeOfTheSetting()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        const Result<QJsonValue> value = Settings::parseText(name, text);
        QCOMPARE(value.ok(), !expected.isUndefined());
        if (value)
            QCOMPARE(*value, expected);
        else
            QCOMPARE(value.error().kind, ErrorKind::Usage);
    }

    void treatsWhatWasEditedWronglyAsNotSet()
    {
        write(json(
            "{'settings': {'appearance.text_size': 400, 'language': 7, 'default.model': 'm'}}"));
        Settings settings(m_path);
        QCOMPARE(settings.number(u"appearance.text_size"_s), 15.0);
        QCOMPARE(settings.text(u"language"_s), u"system"_s);
        QCOMPARE(settings.text(u"default.model"_s), u"m"_s);
        QVERIFY(!settings.isSet(u"language"_s));
    }

    void keepsWhatANewerVersionWrote()
    {
        write(json("{'settings': {'future.thing': {'a': [1]}, 'language': 'klingon'},"
                   " 'sampling': {'x/y': {'mirostat': 2}}, 'documents': {'ocr': true}}"));
        Settings settings(m_path);
        QVERIFY(settings.set(u"default.model"_s, u"m"_s).ok());
        QVERIFY(settings.setSampling(u"x/z"_s, {{u"seed"_s, 1}}).ok());
        const QJsonObject root = contents();
        const QJsonObject values = root.value(u"settings"_s).toObject();
        QVERIFY(values.value(u"future.thing"_s).toObject().contains(u"a"_s));
        QCOMPARE(values.value(u"language"_s).toString(), u"klingon"_s);
        QCOMPARE(root.value(u"documents"_s).toObject().value(u"ocr"_s), QJsonValue(true));
        QCOMPARE(settings.sampling(u"x/y"_s).value(u"mirostat"_s).toInt(), 2);
    }

    void keepsADamagedFileAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << json("{'settings': {'language': 'e");
        QTest::newRow("list") << QByteArray("[1, 2]");
        QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
    }

    void keepsADamagedFileAside()
    {
        QFETCH(const QByteArray, bytes);
        write("an earlier one", m_path + u".bad-1"_s);
        write(bytes);
        Settings settings(m_path);
        QVERIFY2(settings.loadProblem().contains(m_path + u".bad-2"_s),
                 qPrintable(settings.loadProblem()));
        QVERIFY(!QFile::exists(m_path));
        QFile kept(m_path + u".bad-2"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        QVERIFY(settings.set(u"language"_s, u"en"_s).ok());
        QCOMPARE(Settings(m_path).text(u"language"_s), u"en"_s);
        QVERIFY(Settings(m_path).loadProblem().isEmpty());
    }

    void takesAnEmptyFileAsNone()
    {
        write("\n");
        Settings settings(m_path);
        QVERIFY(settings.loadProblem().isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void holdsForThisRunWhatCannotBeWritten()
    {
        const QString path = m_folder->filePath(u"folder/settings.json"_s);
        Settings settings(path); // a folder that is not there
        QSignalSpy writeFailed(&settings, &Settings::writeFailed);
        QSignalSpy changed(&settings, &Settings::changed);
        const Result<void> outcome = settings.set(u"language"_s, u"en"_s);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::Storage);
        QCOMPARE(writeFailed.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(settings.text(u"language"_s), u"en"_s);
        // The next change that can be written takes it along.
        QVERIFY(QDir().mkpath(m_folder->filePath(u"folder"_s)));
        QVERIFY(settings.set(u"default.model"_s, u"m"_s).ok());
        QCOMPARE(Settings(path).text(u"language"_s), u"en"_s);
    }

    void doesNotUndoTheOtherProgramsChange()
    {
        Settings window(m_path);
        Settings terminal(m_path);
        QVERIFY(window.set(u"language"_s, u"en"_s).ok());
        QVERIFY(terminal.set(u"default.model"_s, u"m"_s).ok());
        QSignalSpy changed(&window, &Settings::changed);
        QSignalSpy samplingChanged(&window, &Settings::samplingChanged);
        QVERIFY(terminal.setSampling({}, {{u"temperature"_s, 0.6}}).ok());
        QVERIFY(window.set(u"appearance.theme"_s, u"dark"_s).ok());
        const Settings both(m_path);
        QCOMPARE(both.text(u"language"_s), u"en"_s);
        QCOMPARE(both.text(u"default.model"_s), u"m"_s);
        QCOMPARE(both.text(u"appearance.theme"_s), u"dark"_s);
        // And the window hears of what it took over.
        QStringList names;
        for (const auto &arguments : changed)
            names.append(arguments.first().toString());
        names.sort();
        QCOMPARE(names, (QStringList{u"appearance.theme"_s, u"default.model"_s}));
        QCOMPARE(samplingChanged.size(), 1);
        QCOMPARE(window.sampling({}).value(u"temperature"_s).toDouble(), 0.6);
    }

    void tellsOfChangesOnly()
    {
        Settings settings(m_path);
        QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(settings.set(u"language"_s, u"en"_s).ok());
        QVERIFY(settings.set(u"language"_s, u"en"_s).ok());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"language"_s);
    }

    void mayBeSetByAListener()
    {
        Settings settings(m_path);
        connect(&settings, &Settings::changed, this, [&settings](const QString &name) {
            if (name == u"default.provider"_s)
                QVERIFY(settings.set(u"default.model"_s, u"m"_s).ok());
        });
        QVERIFY(settings.set(u"default.provider"_s, u"p"_s).ok());
        const Settings again(m_path);
        QCOMPARE(again.text(u"default.provider"_s), u"p"_s);
        QCOMPARE(again.text(u"default.model"_s), u"m"_s);
    }

    void hasParametersForAModelOrForAll()
    {
        const QString scope = u"openrouter/deepseek/deepseek-r1-0528"_s;
        const QJsonObject all{{u"temperature"_s, 0.6}};
        const QJsonObject own{{u"top_p"_s, 0.95}};
        Settings settings(m_path);
        QVERIFY(settings.setSampling({}, all).ok());
        QVERIFY(settings.setExtraBody({}, {{u"a"_s, 1}}).ok());
        QVERIFY(!settings.hasOwnSampling(scope));
        QCOMPARE(settings.sampling(scope), QJsonObject());
        QCOMPARE(settings.effectiveSampling(scope), all);
        QCOMPARE(settings.extraBody(scope), QJsonObject({{u"a"_s, 1}}));

        QSignalSpy changed(&settings, &Settings::samplingChanged);
        QVERIFY(settings.setSampling(scope, own).ok());
        QVERIFY(settings.setExtraBody(scope, {}).ok());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.first().first().toString(), scope);
        const Settings again(m_path);
        QCOMPARE(again.effectiveSampling(scope), own);
        QCOMPARE(again.extraBody(scope), QJsonObject());
        QCOMPARE(again.effectiveSampling(u"other/model"_s), all);

        QVERIFY(settings.setSampling(scope, {}).ok()); // its own: everything default
        QVERIFY(settings.hasOwnSampling(scope));
        QCOMPARE(settings.effectiveSampling(scope), QJsonObject());
        settings.resetSampling(scope);
        QCOMPARE(settings.effectiveSampling(scope), all);
        QCOMPARE(settings.extraBody(scope), QJsonObject({{u"a"_s, 1}}));
    }

    void isReadableByItsOwnerOnly()
    {
        Settings settings(m_path);
        QVERIFY(settings.set(u"language"_s, u"en"_s).ok());
        QVERIFY(!(QFile::permissions(m_path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

private:
    void write(const QByteArray &bytes) { write(bytes, m_path); }
    void write(const QByteArray &bytes, const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QJsonObject contents()
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_Settings.moc"
