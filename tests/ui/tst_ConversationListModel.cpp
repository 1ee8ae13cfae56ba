#include "ui/ConversationListModel.h"

#include "ui/ShellFakes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ponder {

using namespace fakes;

class tst_ConversationListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups_data();
    void groups();
    void pinnedFirstThenNewest();
    void monthsOfOtherYearsNameTheYear();
    void filterMatchesEveryWord();
    void renameKeepsItsPlace();
    void renameToNothingIsIgnored();
    void pinMovesTheRow();
    void removeCanBeTakenBack();
    void removeReachesTheStoreWhenTheTimeIsOver();
    void removeReachesTheStoreAtTheEnd();
    void removeStopsARunningAnswer();
    void duplicateCopiesEveryMessageUnderNewIds();
    void busyAndUnread();
    void newMessageMovesTheRowUp();
    void midnightMovesTheGroups();
    void languageOfGroups();
    void loadFailureIsReported();
    void manyConversationsStayCheap();

private:
    static QStringList titles(const ConversationListModel &model);
    static QStringList column(const ConversationListModel &model, const char *role);
};

QStringList tst_ConversationListModel::column(const ConversationListModel &model, const char *role)
{
    QStringList values;
    for (int row = 0; row < model.count(); ++row)
        values << at(model, row, role).toString();
    return values;
}

QStringList tst_ConversationListModel::titles(const ConversationListModel &model)
{
    return column(model, "title");
}

/// A loaded model over a store that a test has filled.
struct Loaded
{
    explicit Loaded(Shell &shell) : model(shell.sessions, shell.store, shell.clock)
    {
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        if (!QTest::qWaitFor([this] { return model.loaded(); }))
            qFatal("the list was not loaded");
    }
    ConversationListModel model;
};

void tst_ConversationListModel::groups_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<QString>("group");
    // The clock of the fakes stands at 4 May 2026.
    QTest::newRow("future") << -2 << u"Today"_s;
    QTest::newRow("today") << 0 << u"Today"_s;
    QTest::newRow("yesterday") << 1 << u"Yesterday"_s;
    QTest::newRow("two days") << 2 << u"Previous 7 days"_s;
    QTest::newRow("a week") << 7 << u"Previous 7 days"_s;
    QTest::newRow("eight days") << 8 << u"Previous 30 days"_s;
    QTest::newRow("thirty days") << 30 << u"Previous 30 days"_s;
    QTest::newRow("older this year") << 40 << u"March"_s;
    QTest::newRow("last year") << 200 << u"October 2025"_s;
}

void tst_ConversationListModel::groups()
{
    QFETCH(int, daysAgo);
    QFETCH(QString, group);
    Shell shell;
    shell.addConversation(u"a"_s, shell.clock.now().addDays(-daysAgo));
    const Loaded loaded(shell);
    QCOMPARE(column(loaded.model, "group"), QStringList{group});
}

void tst_ConversationListModel::pinnedFirstThenNewest()
{
    Shell shell;
    const QDateTime now = shell.clock.now();
    shell.addConversation(u"old"_s, now.addDays(-3));
    shell.addConversation(u"pinned old"_s, now.addDays(-90), true);
    shell.addConversation(u"new"_s, now.addSecs(-10));
    shell.addConversation(u"pinned new"_s, now.addDays(-1), true);
    const Loaded loaded(shell);
    QCOMPARE(titles(loaded.model),
             (QStringList{u"pinned new"_s, u"pinned old"_s, u"new"_s, u"old"_s}));
    QCOMPARE(at(loaded.model, 1, "group").toString(), u"Pinned"_s);
    QVERIFY(at(loaded.model, 1, "pinned").toBool());
}

void tst_ConversationListModel::monthsOfOtherYearsNameTheYear()
{
    Shell shell;
    shell.addConversation(u"a"_s, QDateTime(QDate(2025, 2, 3), QTime(12, 0)));
    shell.addConversation(u"b"_s, QDateTime(QDate(2026, 2, 3), QTime(12, 0)));
    shell.addConversation(u"c"_s, QDateTime(QDate(2024, 12, 3), QTime(12, 0)));
    const Loaded loaded(shell);
    QCOMPARE(column(loaded.model, "group"),
             (QStringList{u"February"_s, u"February 2025"_s, u"December 2024"_s}));
}

void tst_ConversationListModel::filterMatchesEveryWord()
{
    Shell shell;
    shell.addConversation(u"Rust lifetimes cheat sheet"_s, shell.clock.now());
    shell.addConversation(u"Simpson vs trapezoid rule"_s, shell.clock.now());
    Loaded loaded(shell);
    loaded.model.setFilter(u"SHEET rust"_s);
    QCOMPARE(titles(loaded.model), QStringList{u"Rust lifetimes cheat sheet"_s});
    QCOMPARE(loaded.model.total(), 2);
    loaded.model.setFilter(u"rust trapezoid"_s);
    QCOMPARE(loaded.model.count(), 0);
    loaded.model.setFilter({});
    QCOMPARE(loaded.model.count(), 2);
}

void tst_ConversationListModel::renameKeepsItsPlace()
{
    Shell shell;
    const QString id = shell.addConversation(u"first"_s, shell.clock.now().addSecs(-100));
    shell.addConversation(u"second"_s, shell.clock.now());
    Loaded loaded(shell);
    loaded.model.rename(id, u"  another \n name "_s);
    QCOMPARE(titles(loaded.model), (QStringList{u"second"_s, u"another name"_s}));
    QTRY_COMPARE(shell.store.stored.value(id).summary.title, u"another name"_s);
    QCOMPARE(titles(loaded.model), (QStringList{u"second"_s, u"another name"_s}));
}

void tst_ConversationListModel::renameToNothingIsIgnored()
{
    Shell shell;
    const QString id = shell.addConversation(u"first"_s, shell.clock.now());
    Loaded loaded(shell);
    loaded.model.rename(id, u"   "_s);
    QCOMPARE(titles(loaded.model), QStringList{u"first"_s});
}

void tst_ConversationListModel::pinMovesTheRow()
{
    Shell shell;
    shell.addConversation(u"a"_s, shell.clock.now());
    shell.addConversation(u"b"_s, shell.clock.now().addSecs(-10));
    const QString id = shell.addConversation(u"c"_s, shell.clock.now().addSecs(-20));
    Loaded loaded(shell);
    QSignalSpy resets(&loaded.model, &QAbstractItemModel::modelReset);
    loaded.model.setPinned(id, true);
    QCOMPARE(titles(loaded.model), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    QCOMPARE(at(loaded.model, 0, "group").toString(), u"Pinned"_s);
    QTRY_VERIFY(shell.store.stored.value(id).summary.pinned);
    loaded.model.setPinned(id, false);
    QCOMPARE(titles(loaded.model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(resets.count(), 0);
}

void tst_ConversationListModel::removeCanBeTakenBack()
{
    Shell shell;
    shell.addConversation(u"a"_s, shell.clock.now());
    const QString id = shell.addConversation(u"b"_s, shell.clock.now().addSecs(-10));
    Loaded loaded(shell);
    QSignalSpy removed(&loaded.model, &ConversationListModel::removed);
    QSignalSpy restored(&loaded.model, &ConversationListModel::restored);
    loaded.model.remove(id);
    QCOMPARE(titles(loaded.model), QStringList{u"a"_s});
    QCOMPARE(loaded.model.undoTitle(), u"b"_s);
    QVERIFY(shell.store.stored.contains(id));
    QCOMPARE(removed.at(0).at(1).toString(), loaded.model.idAt(0));
    loaded.model.undoRemove();
    QCOMPARE(titles(loaded.model), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(!loaded.model.canUndo());
    QCOMPARE(restored.at(0).at(0).toString(), id);
    QVERIFY(shell.store.stored.contains(id));
}

void tst_ConversationListModel::removeReachesTheStoreWhenTheTimeIsOver()
{
    Shell shell;
    const QString first = shell.addConversation(u"a"_s, shell.clock.now());
    const QString second = shell.addConversation(u"b"_s, shell.clock.now());
    Loaded loaded(shell);
    loaded.model.remove(first);
    loaded.model.remove(second); // the first one can no longer be taken back
    QVERIFY(!shell.store.stored.contains(first));
    QVERIFY(shell.store.stored.contains(second));
    loaded.model.forgetUndo();
    QVERIFY(!shell.store.stored.contains(second));
}

void tst_ConversationListModel::removeReachesTheStoreAtTheEnd()
{
    Shell shell;
    const QString id = shell.addConversation(u"a"_s, shell.clock.now());
    {
        Loaded loaded(shell);
        loaded.model.remove(id);
        QVERIFY(shell.store.stored.contains(id));
    }
    QVERIFY(!shell.store.stored.contains(id));
}

void tst_ConversationListModel::removeStopsARunningAnswer()
{
    Shell shell;
    Loaded loaded(shell);
    ChatSession *session = shell.sessions.create();
    TurnOptions options;
    options.provider = shell.directory.list.front();
    options.model = u"m"_s;
    session->send(u"question"_s, options);
    QTRY_COMPARE(loaded.model.count(), 1);
    const QString id = loaded.model.idAt(0);
    loaded.model.remove(id);
    QVERIFY(shell.backend.turn()->cancelled);
    QCOMPARE(loaded.model.count(), 0);
    loaded.model.forgetUndo();
    QVERIFY(!shell.store.stored.contains(id));
}

void tst_ConversationListModel::duplicateCopiesEveryMessageUnderNewIds()
{
    Shell shell;
    const QString id = shell.addConversation(u"a"_s, shell.clock.now(), true);
    Loaded loaded(shell);
    QSignalSpy duplicated(&loaded.model, &ConversationListModel::duplicated);
    loaded.model.duplicate(id);
    QTRY_COMPARE(duplicated.count(), 1);
    const QString copyId = duplicated.at(0).at(0).toString();
    const Conversation original = shell.store.stored.value(id);
    const Conversation copy = shell.store.stored.value(copyId);
    QCOMPARE(copy.summary.title, u"a (copy)"_s);
    QVERIFY(!copy.summary.pinned);
    QCOMPARE(copy.size(), original.size());
    QCOMPARE(copy.activePath().size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(copy.message(copy.activePath().at(i))->text(),
                 original.message(original.activePath().at(i))->text());
        QVERIFY(!original.contains(copy.activePath().at(i)));
    }
    QCOMPARE(titles(loaded.model), (QStringList{u"a"_s, u"a (copy)"_s}));
}

void tst_ConversationListModel::busyAndUnread()
{
    Shell shell;
    Loaded loaded(shell);
    ChatSession *session = shell.sessions.create();
    const QString id = session->conversation().summary.id;
    TurnOptions options;
    options.provider = shell.directory.list.front();
    options.model = u"m"_s;
    loaded.model.setCurrentId(id);
    session->send(u"question"_s, options);
    QTRY_COMPARE(loaded.model.count(), 1);
    QVERIFY(at(loaded.model, 0, "current").toBool());
    QVERIFY(at(loaded.model, 0, "busy").toBool());
    loaded.model.setCurrentId(u"another"_s);
    shell.backend.turn()->say({TextDelta{u"answer"_s}});
    shell.backend.turn()->end();
    QVERIFY(!at(loaded.model, 0, "busy").toBool());
    QVERIFY(at(loaded.model, 0, "unread").toBool());
    loaded.model.setCurrentId(id);
    QVERIFY(!at(loaded.model, 0, "unread").toBool());
}

void tst_ConversationListModel::newMessageMovesTheRowUp()
{
    Shell shell;
    shell.addConversation(u"new"_s, shell.clock.now().addSecs(-10));
    const QString id = shell.addConversation(u"old"_s, shell.clock.now().addDays(-5));
    Loaded loaded(shell);
    QSignalSpy moves(&loaded.model, &QAbstractItemModel::rowsMoved);
    shell.sessions.open(id, this, [&](Result<ChatSession *> opened) {
        TurnOptions options;
        options.provider = shell.directory.list.front();
        options.model = u"m"_s;
        opened.value()->send(u"question"_s, options);
    });
    QTRY_COMPARE(titles(loaded.model), (QStringList{u"old"_s, u"new"_s}));
    QCOMPARE(column(loaded.model, "group"), (QStringList{u"Today"_s, u"Today"_s}));
    QCOMPARE(moves.count(), 1);
}

void tst_ConversationListModel::midnightMovesTheGroups()
{
    Shell shell;
    shell.addConversation(u"a"_s, shell.clock.now());
    Loaded loaded(shell);
    QCOMPARE(column(loaded.model, "group"), QStringList{u"Today"_s});
    shell.clock.advance(24 * 3'600 * 1'000);
    loaded.model.checkDate();
    QCOMPARE(column(loaded.model, "group"), QStringList{u"Yesterday"_s});
}

void tst_ConversationListModel::languageOfGroups()
{
    Shell shell;
    shell.addConversation(u"a"_s, QDateTime(QDate(2026, 2, 3), QTime(12, 0)));
    Loaded loaded(shell);
    loaded.model.retranslate(true);
    QCOMPARE(column(loaded.model, "group"), QStringList{u"二月"_s});
}

void tst_ConversationListModel::loadFailureIsReported()
{
    Shell shell;
    Loaded loaded(shell);
    const QString id = shell.addConversation(u"a"_s, shell.clock.now());
    loaded.model.reload();
    QTRY_COMPARE(loaded.model.count(), 1);
    QSignalSpy failed(&loaded.model, &ConversationListModel::loadFailed);
    shell.store.stored.clear();
    loaded.model.rename(id, u"b"_s);
    QTRY_COMPARE(failed.count(), 1);
}

void tst_ConversationListModel::manyConversationsStayCheap()
{
    Shell shell;
    for (int i = 0; i < 1'000; ++i)
        shell.addConversation(u"chat %1"_s.arg(i), shell.clock.now().addSecs(-3'600 * i));
    Loaded loaded(shell);
    QCOMPARE(loaded.model.count(), 1'000);
    QSignalSpy inserted(&loaded.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&loaded.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&loaded.model, &QAbstractItemModel::modelReset);
    loaded.model.remove(loaded.model.idAt(500));
    // One row goes; the other 999 are not touched.
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 500);
    QCOMPARE(removed.at(0).at(2).toInt(), 500);
    QCOMPARE(inserted.count() + reset.count(), 0);
}

} // namespace ponder

QTEST_MAIN(ponder::tst_ConversationListModel)
#include "tst_ConversationListModel.moc"
