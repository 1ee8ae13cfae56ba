// The keychain for real: a process of its own (secret_client) in a D-Bus session of its own, with
// GNOME Keyring unlocked, locked or absent (keyring_session).

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWaitMs = 30'000;
const QString kKey = u"sk-tst-0123456789abcdef"_s;

class Client
{
public:
    Client(const QString &mode, const QString &home, const QProcessEnvironment &extra = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
        environment.remove(u"KDE_FULL_SESSION"_s);
        environment.remove(u"PONDER_API_KEY"_s);
        for (const char *name : {"CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR"}) {
            const QString folder = home + u'/' + QString::fromLatin1(name);
            QDir().mkdir(folder,
                         QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
            environment.insert(u"XDG_"_s + QString::fromLatin1(name), folder);
        }
        environment.insert(extra);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(PONDER_SOURCE_DIR "/tests/secrets/keyring_session"),
                        {mode, QCoreApplication::applicationDirPath() + u"/secret_client"_s});
        m_process.waitForStarted();
    }
    ~Client() { end(); }
    Q_DISABLE_COPY_MOVE(Client)

    /// Sends a line and waits for the reply that begins with one of these words.
    QString ask(const QString &line, const QStringList &replies)
    {
        m_process.write(line.toUtf8() + '\n');
        QString found;
        const auto replied = [&] {
            while (m_process.canReadLine()) {
                const QString next = QString::fromUtf8(m_process.readLine()).trimmed();
                m_lines.append(next);
                if (replies.contains(next.section(u' ', 0, 0))) {
                    found = next;
                    return true;
                }
            }
            return m_process.state() == QProcess::NotRunning;
        };
        (void)QTest::qWaitFor(replied, kWaitMs);
        return found;
    }
    QString read(const QString &id) { return ask(u"read "_s + id, {u"key"_s, u"error"_s}); }
    QString write(const QString &id, const QString &key)
    {
        return ask(u"write %1 %2"_s.arg(id, key), {u"done"_s, u"error"_s});
    }
    QString remove(const QString &id) { return ask(u"remove "_s + id, {u"done"_s, u"error"_s}); }
    QString probe() { return ask(u"probe"_s, {u"persistence"_s}); }
    QString persistence() { return ask(u"persistence"_s, {u"persistence"_s}); }
    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(kWaitMs))
            m_process.kill();
        m_log += m_process.readAllStandardError();
    }
    /// Everything on standard error; after end().
    [[nodiscard]] QByteArray log() const { return m_log; }
    [[nodiscard]] QStringList lines() const { return m_lines; }

private:
    QProcess m_process;
    QStringList m_lines;
    QByteArray m_log;
};

/// The files below `home` that hold the key in clear text.
QStringList filesWithKey(const QString &home)
{
    QStringList found;
    QDirIterator files(home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray bytes = file.readAll();
            if (bytes.contains(kKey.toUtf8()) || bytes.contains(kKey.toUtf8().toBase64()))
                found.append(file.fileName());
        }
    }
    return found;
}

} // namespace

class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *tool : {"gnome-keyring-daemon", "dbus-run-session", "dbus-send"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                QSKIP("Needs gnome-keyring, dbus-daemon and dbus-bin (Debian's names).");
        }
    }

    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void keepsAKeyInTheKeychain()
    {
        {
            Client client(u"unlocked"_s, m_home->path());
            QCOMPARE(client.persistence(), u"persistence unknown"_s);
            QCOMPARE(client.probe(), u"persistence keychain"_s);
            QCOMPARE(client.read(u"deepseek"_s), u"key []"_s); // none yet, and no failure
            QCOMPARE(client.write(u"deepseek"_s, u"  %1\t"_s.arg(kKey)), u"done"_s);
            QCOMPARE(client.read(u"deepseek"_s), u"key [%1]"_s.arg(kKey));
            QCOMPARE(client.read(u"openrouter"_s), u"key []"_s);
            QVERIFY(client.lines().contains(u"changed deepseek"_s));
            QCOMPARE(client.persistence(), u"persistence keychain"_s);
        }
        {
            Client client(u"unlocked"_s, m_home->path()); // the computer was restarted
            QCOMPARE(client.read(u"deepseek"_s), u"key [%1]"_s.arg(kKey));
            QCOMPARE(client.write(u"deepseek"_s, u"another"_s), u"done"_s);
            QCOMPARE(client.read(u"deepseek"_s), u"key [another]"_s);
            QCOMPARE(client.remove(u"deepseek"_s), u"done"_s);
            QCOMPARE(client.read(u"deepseek"_s), u"key []"_s);
            QCOMPARE(client.remove(u"deepseek"_s), u"done"_s); // nothing there is fine
        }
        Client client(u"unlocked"_s, m_home->path());
        QCOMPARE(client.read(u"deepseek"_s), u"key []"_s);
    }

    void startsAWalletThatTheBusKnowsOnlyByItsOwnName()
    {
        {
            Client client(u"wallet"_s, m_home->path());
            QCOMPARE(client.probe(), u"persistence keychain"_s);
            QCOMPARE(client.write(u"p"_s, kKey), u"done"_s);
        }
        Client client(u"wallet"_s, m_home->path()); // asked first of all for a key
        QCOMPARE(client.read(u"p"_s), u"key [%1]"_s.arg(kKey));
        QCOMPARE(client.remove(u"p"_s), u"done"_s);
        QCOMPARE(client.read(u"p"_s), u"key []"_s);
    }

    void doesNotAskForAServerWithoutAProfile()
    {
        Client client(u"locked"_s, m_home->path());
        QCOMPARE(client.read(u"http://127.0.0.1:8080/v1"_s), u"key []"_s);
        QCOMPARE(client.persistence(), u"persistence unknown"_s); // it was not even tried
        QCOMPARE(client.ask(u"session http://127.0.0.1:8080/v1 mine"_s, {u"changed"_s}),
                 u"changed http://127.0.0.1:8080/v1"_s);
        QCOMPARE(client.read(u"http://127.0.0.1:8080/v1"_s), u"key [mine]"_s);
    }

    void readsWhatAnotherProgramStoredForIt()
    {
        Client first(u"unlocked"_s, m_home->path());
        QCOMPARE(first.write(u"p"_s, kKey), u"done"_s);
        first.end();
        Client second(u"unlocked"_s, m_home->path());
        QCOMPARE(second.read(u"p"_s), u"key [%1]"_s.arg(kKey));
    }

    void tellsALockedKeychainFromAMissingKey()
    {
        {
            Client client(u"unlocked"_s, m_home->path());
            QCOMPARE(client.write(u"p"_s, kKey), u"done"_s);
        }
        {
            Client client(u"locked"_s, m_home->path());
            const QString locked = client.read(u"p"_s);
            QVERIFY2(locked.startsWith(u"error keychain The system keychain is locked."_s),
                     qPrintable(locked));
            QVERIFY(client.persistence().startsWith(u"persistence session The system keychain"_s));
            const QString refused = client.write(u"q"_s, u"another"_s);
            QVERIFY2(refused.startsWith(u"error keychain The system keychain is locked."_s),
                     qPrintable(refused));
            // Not kept behind the user's back, but on request.
            QCOMPARE(client.read(u"q"_s), u"key []"_s);
            QCOMPARE(client.ask(u"session q another"_s, {u"changed"_s}), u"changed q"_s);
            QCOMPARE(client.read(u"q"_s), u"key [another]"_s);
            QVERIFY(client.remove(u"p"_s).startsWith(u"error keychain"_s));
        }
        Client client(u"unlocked"_s, m_home->path());
        QCOMPARE(client.read(u"p"_s), u"key [%1]"_s.arg(kKey));
        QCOMPARE(client.read(u"q"_s), u"key []"_s);
    }

    void keepsKeysForThisRunWithoutAKeychain_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("why");
        QTest::newRow("no bus") << u"no-bus"_s << u"no D-Bus session"_s;
        QTest::newRow("no service") << u"no-service"_s << u"No keychain service"_s;
    }

    void keepsKeysForThisRunWithoutAKeychain()
    {
        QFETCH(const QString, mode);
        QFETCH(const QString, why);
        {
            Client client(mode, m_home->path());
            const QString probed = client.probe();
            QVERIFY2(probed.startsWith(u"persistence session "_s) && probed.contains(why),
                     qPrintable(probed));
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(client.read(u"p"_s), u"key []"_s);
            QVERIFY2(timer.elapsed() < 2000, "finding no keychain takes too long");
            QCOMPARE(client.write(u"p"_s, kKey), u"done"_s);
            QCOMPARE(client.read(u"p"_s), u"key [%1]"_s.arg(kKey));
            QCOMPARE(client.write(u"q"_s, kKey), u"done"_s);
            QCOMPARE(client.remove(u"q"_s), u"done"_s);
            QCOMPARE(client.read(u"q"_s), u"key []"_s);
            QVERIFY(!client.lines().join(u'\n').contains(u"blocked"_s));
        }
        Client client(mode, m_home->path());
        QCOMPARE(client.read(u"p"_s), u"key []"_s);
        QCOMPARE(filesWithKey(m_home->path()), QStringList());
    }

    void doesNotHangWithoutTheMainLoopOfGLib()
    {
        QProcessEnvironment environment;
        environment.insert(u"QT_NO_GLIB"_s, u"1"_s);
        Client client(u"unlocked"_s, m_home->path(), environment);
        QVERIFY(client.probe().contains(u"QT_NO_GLIB"_s));
        QCOMPARE(client.write(u"p"_s, kKey), u"done"_s);
        QCOMPARE(client.read(u"p"_s), u"key [%1]"_s.arg(kKey));
    }

    void prefersTheKeyOfTheEnvironment()
    {
        {
            Client client(u"unlocked"_s, m_home->path());
            QCOMPARE(client.write(u"p"_s, kKey), u"done"_s);
        }
        QProcessEnvironment environment;
        environment.insert(u"PONDER_API_KEY"_s, u" of-the-environment "_s);
        {
            Client client(u"unlocked"_s, m_home->path(), environment);
            QCOMPARE(client.read(u"p"_s), u"key [of-the-environment]"_s);
            QCOMPARE(client.read(u"q"_s), u"key [of-the-environment]"_s);
        }
        Client client(u"unlocked"_s, m_home->path());
        QCOMPARE(client.read(u"p"_s), u"key [%1]"_s.arg(kKey));
        QCOMPARE(client.read(u"q"_s), u"key []"_s); // never stored
    }

    void refusesABrokenKeyOfTheEnvironment()
    {
        QProcessEnvironment environment;
        environment.insert(u"PONDER_API_KEY"_s, u"two words"_s);
        Client client(u"no-bus"_s, m_home->path(), environment);
        QVERIFY(client.read(u"p"_s).startsWith(u"error usage A key is one word"_s));
    }

    void refusesABrokenKey()
    {
        Client client(u"unlocked"_s, m_home->path());
        const QString refused = client.write(u"p"_s, u"sk-tst two words"_s);
        QVERIFY2(refused.startsWith(u"error usage A key is one word"_s), qPrintable(refused));
        QCOMPARE(client.read(u"p"_s), u"key []"_s);
    }

    void leavesNoKeyInFilesOrLog_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("unlocked") << u"unlocked"_s;
        QTest::newRow("locked") << u"locked"_s;
        QTest::newRow("no bus") << u"no-bus"_s;
    }

    void leavesNoKeyInFilesOrLog()
    {
        QFETCH(const QString, mode);
        Client client(mode, m_home->path());
        QVERIFY(!client.write(u"p"_s, kKey).isEmpty());
        QVERIFY(!client.read(u"p"_s).isEmpty());
        client.end();
        QVERIFY2(client.log().contains("A careless line"), "the log is not what was searched");
        QVERIFY(!client.log().contains(kKey.toUtf8()));
        QCOMPARE(filesWithKey(m_home->path()), QStringList());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_KeychainSecretStore.moc"
