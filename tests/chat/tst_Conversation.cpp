#include "chat/Conversation.h"

#include <QTest>

using namespace ponder;

class tst_Conversation : public QObject
{
    Q_OBJECT

private:
    static Message node(const char *id, const char *parent, Role role = Role::User)
    {
        Message message;
        message.id = QString::fromLatin1(id);
        message.parentId = QString::fromLatin1(parent);
        message.role = role;
        return message;
    }

    /// a ─ b ─ c
    ///   └ d ─ e
    ///       └ f
    static Conversation tree()
    {
        Conversation conversation;
        for (const auto &[id, parent] :
             std::initializer_list<std::pair<const char *, const char *>>{
                 {"a", ""}, {"b", "a"}, {"c", "b"}, {"d", "a"}, {"e", "d"}, {"f", "d"}})
            conversation.insert(node(id, parent));
        return conversation;
    }

private Q_SLOTS:
    void path_data()
    {
        QTest::addColumn<QString>("leaf");
        QTest::addColumn<QString>("path");
        QTest::newRow("first branch") << "c"
                                      << "a b c";
        QTest::newRow("second branch") << "f"
                                       << "a d f";
        QTest::newRow("root") << "a"
                              << "a";
        QTest::newRow("unknown") << "nowhere"
                                 << "";
        QTest::newRow("none") << ""
                              << "";
    }
    void path()
    {
        QFETCH(QString, leaf);
        QFETCH(QString, path);
        Conversation conversation = tree();
        conversation.leafId = leaf;
        QCOMPARE(conversation.activePath().join(u' '), path);
    }

    void siblings()
    {
        const Conversation conversation = tree();
        QCOMPARE(conversation.siblings(QStringLiteral("d")).join(u' '), QStringLiteral("b d"));
        QCOMPARE(conversation.siblings(QStringLiteral("a")).join(u' '), QStringLiteral("a"));
        QVERIFY(conversation.siblings(QStringLiteral("nowhere")).isEmpty());
    }

    void newestLeaf()
    {
        const Conversation conversation = tree();
        QCOMPARE(conversation.newestLeafBelow(QStringLiteral("a")), QStringLiteral("f"));
        QCOMPARE(conversation.newestLeafBelow(QStringLiteral("b")), QStringLiteral("c"));
    }

    void parentsComeBeforeChildren()
    {
        QCOMPARE(tree().allIds().join(u' '), QStringLiteral("a b d c e f"));
    }

    void replacingKeepsThePlace()
    {
        Conversation conversation = tree();
        Message changed = node("b", "a");
        changed.state = MessageState::Stopped;
        conversation.insert(changed);
        QCOMPARE(conversation.size(), 6);
        QCOMPARE(conversation.children(QStringLiteral("a")).join(u' '), QStringLiteral("b d"));
        QCOMPARE(conversation.message(QStringLiteral("b"))->state, MessageState::Stopped);
    }

    void aCycleEnds()
    {
        Conversation conversation;
        conversation.insert(node("x", "y"));
        conversation.insert(node("y", "x"));
        conversation.leafId = QStringLiteral("x");
        QVERIFY(conversation.activePath().size() <= 3);
        QVERIFY(!conversation.newestLeafBelow(QStringLiteral("x")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Conversation)
#include "tst_Conversation.moc"
