// A process with a KeychainSecretStore of its own, for tests that give it a keychain, a locked one
// or none. Obeys lines on standard input and answers each with one line on standard output:
//   probe | read ID | write ID KEY | remove ID | session ID KEY | persistence | quit

#include "base/Logging.h"
#include "secrets/KeychainSecretStore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ponder;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

QString nameOf(SecretStore::Persistence persistence)
{
    switch (persistence) {
    case SecretStore::Persistence::Unknown:
        return u"unknown"_s;
    case SecretStore::Persistence::Keychain:
        return u"keychain"_s;
    case SecretStore::Persistence::SessionOnly:
        break;
    }
    return u"session"_s;
}

QString failure(const Error &error)
{
    return u"error %1 %2"_s.arg(errorKindName(error.kind), error.message);
}

class Client : public QObject
{
public:
    Client() : m_store(qEnvironmentVariable("PONDER_API_KEY"))
    {
        connect(&m_store, &SecretStore::secretChanged, this,
                [](const QString &id) { say(u"changed "_s + id); });
        connect(&m_notifier, &QSocketNotifier::activated, this, &Client::receive);
    }

private:
    void receive()
    {
        char buffer[4096];
        const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_input += QByteArray(buffer, static_cast<qsizetype>(count));
        for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
            obey(QString::fromUtf8(m_input.left(end)));
            m_input.remove(0, end + 1);
        }
    }

    void obey(const QString &line)
    {
        const QString verb = line.section(u' ', 0, 0);
        const QString id = line.section(u' ', 1, 1);
        const QString key = line.section(u' ', 2);
        const auto done = [](const Result<void> &outcome) {
            say(outcome ? u"done"_s : failure(outcome.error()));
        };
        QElapsedTimer timer;
        timer.start();
        if (verb == u"probe"_s) {
            connect(&m_store, &SecretStore::persistenceChanged, this, &Client::sayPersistence,
                    Qt::SingleShotConnection);
            m_store.probe();
        } else if (verb == u"persistence"_s) {
            sayPersistence();
        } else if (verb == u"read"_s) {
            m_store.read(id, this, [](const Result<QString> &found) {
                say(found ? u"key [%1]"_s.arg(*found) : failure(found.error()));
            });
        } else if (verb == u"write"_s) {
            m_store.write(id, key, this, done);
            qCInfo(lcSecrets) << "A careless line with" << key;
        } else if (verb == u"remove"_s) {
            m_store.remove(id, this, done);
        } else if (verb == u"session"_s) {
            m_store.writeForSession(id, key);
        } else {
            QCoreApplication::quit();
        }
        if (timer.elapsed() > 50)
            say(u"blocked for %1 ms"_s.arg(timer.elapsed()));
    }

    void sayPersistence()
    {
        say(u"persistence %1 %2"_s.arg(nameOf(m_store.persistence()), m_store.persistenceReason()));
    }

    KeychainSecretStore m_store;
    QSocketNotifier m_notifier{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_input;
};

} // namespace

int main(int argc, char **argv)
{
    installLogHandler();
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"ponder.*=true"_s);
    Client client;
    return app.exec();
}
