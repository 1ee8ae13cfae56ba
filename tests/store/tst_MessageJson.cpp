#include "store/MessageJson.h"

#include "store/SampleMessages.h"

#include <QJsonDocument>
#include <QTest>

using namespace ponder;
using namespace ponder::testing;

class TestMessageJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField_data()
    {
        QTest::addColumn<Message>("message");
        for (const auto &[name, message] : messagesByField())
            QTest::addRow("%s", qPrintable(name)) << message;
    }

    void keepsEveryField()
    {
        QFETCH(const Message, message);
        const QByteArray bytes = compactJson(messageToJson(message));
        const Result<Message> back = messageFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY(back.ok());
        QVERIFY2(*back == message, qPrintable(difference(*back, message)));
    }

    void saysNothingAboutWhatIsNotThere()
    {
        const Message message =
            plainMessage(QStringLiteral("m"), {}, Role::User, QStringLiteral("Hi"));
        QStringList keys = messageToJson(message).keys();
        QCOMPARE(keys.join(QLatin1Char(' ')), QStringLiteral("created_at id role segments state"));
    }

    void refusesWhatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("no id") << QByteArray(R"({"role":"user","state":"complete"})");
        QTest::newRow("unknown role")
            << QByteArray(R"({"id":"m","role":"cat","state":"complete"})");
        QTest::newRow("unknown state") << QByteArray(R"({"id":"m","role":"user","state":"?"})");
        QTest::newRow("wrong types") << QByteArray(R"({"id":1,"role":[],"state":{}})");
    }

    void refusesWhatIsNoMessage()
    {
        QFETCH(const QByteArray, json);
        const Result<Message> back = messageFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!back.ok());
        QCOMPARE(back.error().kind, ErrorKind::Storage);
    }

    void ignoresWhatANewerVersionAdds()
    {
        QJsonObject object = messageToJson(fullMessage());
        object.insert(QStringLiteral("mood"), QStringLiteral("bright"));
        QCOMPARE(messageFromJson(object).value(), fullMessage());
    }
};

QTEST_GUILESS_MAIN(TestMessageJson)
#include "tst_MessageJson.moc"
