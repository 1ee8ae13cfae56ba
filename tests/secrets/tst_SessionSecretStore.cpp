#include "secrets/SessionSecretStore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;

class TestSessionSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAKeyInMemory()
    {
        SessionSecretStore store(u"No keychain."_s);
        QSignalSpy changed(&store, &SecretStore::secretChanged);
        std::optional<Result<void>> written;
        store.write(u"p"_s, u" key \n"_s, this, [&written](auto result) { written = result; });
        QVERIFY(!written); // later
        QTRY_VERIFY(written && written->ok());
        QCOMPARE(read(store, u"p"_s), u"key"_s);
        QCOMPARE(read(store, u"other"_s), QString());
        QCOMPARE(changed.size(), 1);
        store.writeForSession(u"p"_s, u"second"_s);
        QCOMPARE(read(store, u"p"_s), u"second"_s);
        std::optional<Result<void>> removed;
        store.remove(u"p"_s, this, [&removed](auto result) { removed = result; });
        QTRY_VERIFY(removed && removed->ok());
        QCOMPARE(read(store, u"p"_s), QString());
        QCOMPARE(changed.size(), 3);
    }

    void refusesABrokenKey()
    {
        SessionSecretStore store({});
        QSignalSpy changed(&store, &SecretStore::secretChanged);
        std::optional<Result<void>> written;
        store.write(u"p"_s, u"two words"_s, this, [&written](auto result) { written = result; });
        QTRY_VERIFY(written);
        QCOMPARE(written->error().kind, ErrorKind::Usage);
        store.writeForSession(u"p"_s, u"a\nb"_s);
        QCOMPARE(read(store, u"p"_s), QString());
        QCOMPARE(changed.size(), 0);
    }

    void saysWhy()
    {
        SessionSecretStore store(u"No keychain."_s);
        QSignalSpy probed(&store, &SecretStore::persistenceChanged);
        store.probe();
        QVERIFY(probed.wait());
        QCOMPARE(store.persistence(), SecretStore::Persistence::SessionOnly);
        QCOMPARE(store.persistenceReason(), u"No keychain."_s);
    }

private:
    QString read(SessionSecretStore &store, const QString &id)
    {
        std::optional<Result<QString>> found;
        store.read(id, this, [&found](auto result) { found = result; });
        return QTest::qWaitFor([&found] { return found.has_value(); }) ? found->valueOr({})
                                                                       : u"no reply"_s;
    }
};

QTEST_GUILESS_MAIN(TestSessionSecretStore)
#include "tst_SessionSecretStore.moc"
