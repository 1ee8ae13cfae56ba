#include "base/Redactor.h"
#include "wire/CurlCommand.h"
#include "wire/ReasoningDetails.h"
#include "wire/RequestBuilder.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_RequestBuilder : public QObject
{
    Q_OBJECT

private:
    static RequestMessage message(Role role, const QString &content, const QString &reasoning = {})
    {
        RequestMessage result;
        result.role = role;
        result.content = content;
        result.reasoning = reasoning;
        return result;
    }

    /// system, user, assistant (called a tool), tool, assistant, user, assistant (called a tool),
    /// tool
    static ChatRequest toolLoop()
    {
        ChatRequest request;
        request.model = u"m"_s;
        request.messages = {message(Role::System, u"Be brief"_s),  message(Role::User, u"q1"_s),
                            message(Role::Assistant, {}, u"r1"_s), message(Role::Tool, u"t1"_s),
                            message(Role::Assistant, u"a1"_s),     message(Role::User, u"q2"_s),
                            message(Role::Assistant, {}, u"r2"_s), message(Role::Tool, u"t2"_s)};
        request.messages[2].toolCalls = {{u"c1"_s, u"f"_s, u"{\"a\": 1}"_s, {}}};
        request.messages[3].toolCallId = u"c1"_s;
        request.messages[6].toolCalls = {{u"c2"_s, u"f"_s, u"{\"a\": \"Pa"_s, {}}};
        request.messages[7].toolCallId = u"c2"_s;
        return request;
    }

    static QJsonArray messages(const ChatRequest &request)
    {
        return RequestBuilder::object(request).value("messages"_L1).toArray();
    }

private Q_SLOTS:
    void smallest()
    {
        ChatRequest request;
        request.model = u"deepseek-r1"_s;
        request.messages = {message(Role::User, u"Hi \"there\"\n"_s)};
        QCOMPARE(
            RequestBuilder::body(request),
            QByteArray("{\"messages\":[{\"content\":\"Hi \\\"there\\\"\\n\",\"role\":\"user\"}],"
                       "\"model\":\"deepseek-r1\",\"stream\":true,"
                       "\"stream_options\":{\"include_usage\":true}}"));
        request.includeUsage = false;
        QVERIFY(!RequestBuilder::object(request).contains("stream_options"_L1));
        request.includeUsage = true;
        request.stream = false;
        QVERIFY(!RequestBuilder::object(request).contains("stream_options"_L1));
        QCOMPARE(RequestBuilder::object(request).value("stream"_L1), QJsonValue(false));
    }

    void parametersAreSentAsTheyAre()
    {
        ChatRequest request;
        request.model = u"m"_s;
        request.parameters = {{u"temperature"_s, 0.6},
                              {u"seed"_s, 9007199254740993LL},
                              {u"stop"_s, QJsonArray{u"a"_s, u"b"_s}},
                              {u"logit_bias"_s, QJsonObject{{u"50256"_s, -100}}},
                              {u"logprobs"_s, true},
                              {u"model"_s, u"not this one"_s}};
        const QByteArray body = RequestBuilder::body(request);
        QVERIFY(body.contains("\"temperature\":0.6}"));
        QVERIFY(body.contains("\"seed\":9007199254740993"));
        QVERIFY(body.contains("\"stop\":[\"a\",\"b\"]"));
        QVERIFY(body.contains("\"logit_bias\":{\"50256\":-100}"));
        QVERIFY(body.contains("\"logprobs\":true"));
        QVERIFY(body.contains("\"model\":\"m\""));
        QVERIFY(!body.contains("top_p"));
    }

    void extraBodyIsMergedLastAndDeeply()
    {
        ChatRequest request;
        request.model = u"m"_s;
        request.parameters = {{u"response_format"_s, QJsonObject{{u"type"_s, u"json_object"_s}}},
                              {u"temperature"_s, 1}};
        request.extraBody = {
            {u"temperature"_s, 0.2},
            {u"response_format"_s, QJsonObject{{u"schema"_s, QJsonObject{{u"a"_s, 1}}}}},
            {u"stream_options"_s, QJsonObject{{u"chunk"_s, true}}},
            {u"provider"_s, QJsonObject{{u"order"_s, QJsonArray{u"Novita"_s}}}},
            {u"top_p"_s, QJsonValue::Null}};
        const QJsonObject object = RequestBuilder::object(request);
        QCOMPARE(object.value("temperature"_L1), QJsonValue(0.2));
        const QJsonObject format = object.value("response_format"_L1).toObject();
        QCOMPARE(format.value("type"_L1).toString(), u"json_object"_s);
        QVERIFY(format.value("schema"_L1).isObject());
        QCOMPARE(object.value("stream_options"_L1).toObject().size(), 2);
        QVERIFY(object.value("provider"_L1).isObject());
        QVERIFY(object.value("top_p"_L1).isNull());
    }

    void roles()
    {
        const QJsonArray array = messages(toolLoop());
        QCOMPARE(array.at(0).toObject(),
                 (QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Be brief"_s}}));
        QCOMPARE(array.at(3).toObject(), (QJsonObject{{u"role"_s, u"tool"_s},
                                                      {u"content"_s, u"t1"_s},
                                                      {u"tool_call_id"_s, u"c1"_s}}));
        const QJsonObject call =
            array.at(2).toObject().value("tool_calls"_L1).toArray().at(0).toObject();
        QCOMPARE(call.value("id"_L1).toString(), u"c1"_s);
        QCOMPARE(call.value("type"_L1).toString(), u"function"_s);
        QCOMPARE(call.value("function"_L1).toObject().value("arguments"_L1).toString(),
                 u"{\"a\": 1}"_s);
        QCOMPARE(array.at(2).toObject().value("content"_L1), QJsonValue(QString()));
    }

    void brokenArgumentsAreRepaired_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("sent");
        QTest::newRow("object") << u" {\"a\": 1 }"_s << u" {\"a\": 1 }"_s;
        QTest::newRow("cut") << u"{\"a\": \"Pa"_s << u"{}"_s;
        QTest::newRow("empty") << QString() << u"{}"_s;
        QTest::newRow("list") << u"[1]"_s << u"{}"_s;
        QTest::newRow("text") << u"Paris"_s << u"{}"_s;
        QTest::newRow("two objects") << u"{}{}"_s << u"{}"_s;
    }
    void brokenArgumentsAreRepaired()
    {
        QFETCH(const QString, arguments);
        QTEST(usableArguments(arguments), "sent");
    }

    void opaqueDataOfACallGoesBack()
    {
        ChatRequest request = toolLoop();
        const QJsonObject extra{{u"google"_s, QJsonObject{{u"thought_signature"_s, u"c2ln"_s}}}};
        request.messages[2].toolCalls[0].extraContent = extra;
        const QJsonObject call =
            messages(request).at(2).toObject().value("tool_calls"_L1).toArray().at(0).toObject();
        QCOMPARE(call.value("extra_content"_L1).toObject(), extra);
    }

    void reasoningReplay_data()
    {
        QTest::addColumn<ReasoningReplay>("policy");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("third");
        QTest::newRow("never") << ReasoningReplay::Never << u"-"_s << u"-"_s << u"-"_s;
        QTest::newRow("tool loop") << ReasoningReplay::ToolLoopOnly << u"-"_s << u"-"_s << u"r2"_s;
        QTest::newRow("always") << ReasoningReplay::Always << u"r1"_s << u""_s << u"r2"_s;
    }
    void reasoningReplay()
    {
        QFETCH(const ReasoningReplay, policy);
        ChatRequest request = toolLoop();
        request.reasoningReplay = policy;
        const QJsonArray array = messages(request);
        const auto sent = [&array](int i) {
            return array.at(i).toObject().value("reasoning_content"_L1).toString(u"-"_s);
        };
        QTEST(sent(2), "first");
        QTEST(sent(4), "second");
        QTEST(sent(6), "third");
        for (const int other : {0, 1, 3, 5, 7})
            QCOMPARE(sent(other), u"-"_s);
    }

    void reasoningDetailsGoBackInOrder()
    {
        ChatRequest request = toolLoop();
        request.reasoningReplay = ReasoningReplay::DetailsVerbatim;
        const auto piece = [](const char *text, int index) {
            return QJsonObject{{u"type"_s, u"reasoning.text"_s},
                               {u"text"_s, QLatin1StringView(text)},
                               {u"index"_s, index},
                               {u"signature"_s, QJsonValue::Null}};
        };
        QJsonObject last = piece("", 0);
        last.insert(u"signature"_s, u"sig"_s);
        const QJsonObject sealed{
            {u"type"_s, u"reasoning.encrypted"_s}, {u"data"_s, u"x"_s}, {u"index"_s, 1}};
        request.messages[2].reasoningDetails = {piece("Let ", 0), piece("me", 0), last,
                                                sealed,           sealed,         piece("Then", 2)};
        const QJsonArray array = messages(request);
        const QJsonArray sent = array.at(2).toObject().value("reasoning_details"_L1).toArray();
        QCOMPARE(sent.size(), 4);
        QCOMPARE(sent.at(0).toObject().value("text"_L1).toString(), u"Let me"_s);
        QCOMPARE(sent.at(0).toObject().value("signature"_L1).toString(), u"sig"_s);
        QCOMPARE(sent.at(1).toObject(), sealed);
        QCOMPARE(sent.at(2).toObject(), sealed);
        QCOMPARE(sent.at(3).toObject().value("text"_L1).toString(), u"Then"_s);
        // Without details, the reasoning itself.
        QCOMPARE(array.at(6).toObject().value("reasoning"_L1).toString(), u"r2"_s);
        QVERIFY(!array.at(6).toObject().contains("reasoning_content"_L1));
    }

    void wholeDetailsStayAsTheyAre()
    {
        const QJsonArray details{QJsonObject{{u"type"_s, u"reasoning.text"_s},
                                             {u"text"_s, u"a"_s},
                                             {u"signature"_s, u"s"_s},
                                             {u"future"_s, QJsonArray{1, 2}}},
                                 QJsonObject{{u"type"_s, u"reasoning.text"_s}, {u"text"_s, u"b"_s}},
                                 u"odd"_s};
        QCOMPARE(joinedReasoningDetails(details), details);
    }

    void continuing_data()
    {
        QTest::addColumn<ContinueStyle>("style");
        QTest::addColumn<QByteArray>("lastMessage");
        QTest::addColumn<bool>("flag");
        const auto row = [](const char *name, ContinueStyle style, const QByteArray &last,
                            bool flag) { QTest::newRow(name) << style << last << flag; };
        row("prefill", ContinueStyle::Prefill, "{\"content\":\"Half\",\"role\":\"assistant\"}",
            false);
        row("prefix", ContinueStyle::PrefixFlag,
            "{\"content\":\"Half\",\"prefix\":true,\"role\":\"assistant\"}", false);
        row("partial", ContinueStyle::PartialFlag,
            "{\"content\":\"Half\",\"partial\":true,\"role\":\"assistant\"}", false);
        row("flag", ContinueStyle::ContinueFlag, "{\"content\":\"Half\",\"role\":\"assistant\"}",
            true);
    }
    void continuing()
    {
        QFETCH(const ContinueStyle, style);
        QFETCH(const bool, flag);
        ChatRequest request;
        request.model = u"m"_s;
        request.messages = {message(Role::User, u"q"_s),
                            message(Role::Assistant, u"Half"_s, u"r"_s)};
        request.continueStyle = style;
        request.reasoningReplay = ReasoningReplay::ToolLoopOnly;
        QVERIFY(!RequestBuilder::body(request).contains("\"prefix\""));
        request.continues = true;
        const QJsonObject object = RequestBuilder::object(request);
        const QJsonArray array = object.value("messages"_L1).toArray();
        QCOMPARE(array.size(), 2);
        QTEST(QJsonDocument(array.at(1).toObject()).toJson(QJsonDocument::Compact), "lastMessage");
        QCOMPARE(object.value("continue_final_message"_L1).toBool(), flag);
        QCOMPARE(object.contains("add_generation_prompt"_L1), flag);
        QVERIFY(!object.value("add_generation_prompt"_L1).toBool());
    }

    void continuingWithANewTurn()
    {
        ChatRequest request;
        request.messages = {message(Role::User, u"q"_s), message(Role::Assistant, u"Half"_s)};
        request.continues = true;
        const QJsonArray array = messages(request);
        QCOMPARE(array.size(), 3);
        QCOMPARE(array.at(2).toObject().value("role"_L1).toString(), u"user"_s);
        QCOMPARE(array.at(2).toObject().value("content"_L1).toString(),
                 RequestBuilder::continuePrompt());
    }

    void sameRequestSameBytes()
    {
        const ChatRequest request = toolLoop();
        QCOMPARE(RequestBuilder::body(request), RequestBuilder::body(ChatRequest(request)));
        ChatRequest longer = request;
        longer.messages.push_back(message(Role::User, u"q3"_s));
        // What was there before stays byte for byte, so that it can be cached.
        const QByteArray before = QJsonDocument(messages(request)).toJson(QJsonDocument::Compact);
        const QByteArray after = QJsonDocument(messages(longer)).toJson(QJsonDocument::Compact);
        QVERIFY(after.startsWith(before.chopped(1)));
    }

    void oddTextIsSentAsText()
    {
        ChatRequest request;
        QString odd = u"a"_s;
        odd += QChar(0);
        odd += QChar(0xd83d);
        request.messages = {message(Role::User, odd + u"😀"_s)};
        const QByteArray body = RequestBuilder::body(request);
        QVERIFY(body.contains("\"a\xEF\xBF\xBD\xEF\xBF\xBD\xF0\x9F\x98\x80\""));
    }

    void previewIsTheSameRequest()
    {
        const ChatRequest request = toolLoop();
        const QString preview = RequestBuilder::preview(request);
        QVERIFY(preview.contains(u"\n    \"messages\": ["));
        QCOMPARE(QJsonDocument::fromJson(preview.toUtf8()).object(),
                 RequestBuilder::object(request));
    }

    void curl()
    {
        ChatRequest request;
        request.model = u"m"_s;
        request.messages = {message(Role::User, u"it's $HOME `x` \"y\" \\ \n!"_s)};
        const QString command = curlCommand(
            u"https://api.example.com/v1/chat/completions"_s,
            {{u"X-Title"_s, u"O'Hara\r\nX-Evil: 1"_s}, {u"Authorization"_s, u"Bearer leaked"_s}},
            u"EXAMPLE_KEY"_s, request);
        QVERIFY(command.contains(u"-H \"Authorization: Bearer $EXAMPLE_KEY\""));
        QVERIFY(!command.contains(u"leaked"));

        // A real shell must hand exactly the request on.
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"EXAMPLE_KEY"_s, u"k-from-environment"_s);
        shell.setProcessEnvironment(environment);
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"curl() { for a in \"$@\"; do printf '%s\\001' \"$a\"; done; }\n"_s +
                                  command});
        QVERIFY(shell.waitForFinished());
        const QList<QByteArray> words = shell.readAllStandardOutput().split('\1');
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QCOMPARE(words.at(0), QByteArray("-N"));
        QCOMPARE(words.at(1), QByteArray("https://api.example.com/v1/chat/completions"));
        QVERIFY(words.contains("Authorization: Bearer k-from-environment"));
        QVERIFY(words.contains("X-Title: O'HaraX-Evil: 1"));
        QCOMPARE(words.at(words.indexOf("--data-raw") + 1), RequestBuilder::body(request));
    }

    void curlHidesKeys()
    {
        Redactor::instance().addSecret(u"typed-secret-987654"_s);
        ChatRequest request;
        request.model = u"m"_s;
        const QString command =
            curlCommand(u"http://localhost:8080/v1/chat/completions?key=typed-secret-987654"_s,
                        {{u"X-Extra"_s, u"typed-secret-987654"_s}}, u"bad name; rm"_s, request);
        QVERIFY(!command.contains(u"987654"));
        QVERIFY(!command.contains(u"rm\""));
        QVERIFY(command.contains(u"$PONDER_API_KEY"));
        QVERIFY(!curlCommand(u"http://localhost/v1"_s, {}, {}, request).contains(u"Authorization"));
    }
};

QTEST_GUILESS_MAIN(tst_RequestBuilder)
#include "tst_RequestBuilder.moc"
