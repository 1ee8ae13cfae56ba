#include "base/Id.h"

#include <QDateTime>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <thread>
#include <vector>

using namespace ponder;

class tst_Id : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAUuidOfVersion7()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const QString id = newId();
        const qint64 after = QDateTime::currentMSecsSinceEpoch();
        QCOMPARE(id.size(), 36);
        QVERIFY(!QUuid::fromString(id).isNull());
        QCOMPARE(id, id.toLower());
        QCOMPARE(id.at(14), QLatin1Char('7'));
        QVERIFY(QStringLiteral("89ab").contains(id.at(19)));
        bool ok = false;
        const qint64 ms = (id.mid(0, 8) + id.mid(9, 4)).toLongLong(&ok, 16);
        QVERIFY(ok);
        QVERIFY(ms >= before);
        QVERIFY(ms <= after + 1); // a full millisecond runs over into the next one
    }

    void sortsInTheOrderItWasMade()
    {
        QStringList ids;
        for (int i = 0; i < 20000; ++i)
            ids += newId();
        QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
    }

    void isUniqueOverThreads()
    {
        constexpr int count = 4;
        std::vector<QStringList> made(count);
        {
            std::vector<std::jthread> threads;
            for (QStringList &ids : made) {
                threads.emplace_back([&ids] {
                    for (int i = 0; i < 5000; ++i)
                        ids += newId();
                });
            }
        }
        QSet<QString> all;
        for (const QStringList &ids : made) {
            QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
            all.unite(QSet<QString>(ids.cbegin(), ids.cend()));
        }
        QCOMPARE(all.size(), count * 5000);
    }
};

QTEST_GUILESS_MAIN(tst_Id)
#include "tst_Id.moc"
