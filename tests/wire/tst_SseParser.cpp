#include "wire/SseParser.h"

#include <QStringList>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// The rules of the event stream format, each at every place where a read can end.
class tst_SseParser : public QObject
{
    Q_OBJECT

private:
    static QString shown(QByteArrayView bytes)
    {
        QString text = QString::fromUtf8(bytes);
        return text.replace(u'\n', u"⏎"_s).replace(u'\r', u"␍"_s).replace(u'\0', u"␀"_s);
    }

    /// "type|data" for each event, ":text" for comments, "!text" for the legacy error field.
    static QStringList events(SseParser &parser, const QList<QByteArray> &reads)
    {
        QStringList result;
        const SseParser::Sink sink = [&result](const SseEvent &event) {
            switch (event.kind) {
            case SseEvent::Kind::Comment:
                result += u':' + shown(event.data);
                break;
            case SseEvent::Kind::LegacyError:
                result += u'!' + shown(event.data);
                break;
            case SseEvent::Kind::Message:
                result += shown(event.type) + u'|' + shown(event.data) +
                          (event.atEnd ? u"|cut"_s : QString());
                break;
            }
        };
        for (const QByteArray &read : reads) {
            if (!parser.feed(read, sink))
                return {u"failed"_s};
        }
        return parser.finish(sink) ? result : QStringList{u"failed"_s};
    }

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &bytes,
                            const QStringList &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("one", "data: a\n\n", {u"|a"_s});
        row("no space", "data:a\n\n", {u"|a"_s});
        row("one space only", "data:  a \n\n", {u"| a "_s});
        row("tab is no space", "data:\ta\n\n", {u"|\ta"_s});
        row("LF", "data: a\ndata: b\n\ndata: c\n\n", {u"|a⏎b"_s, u"|c"_s});
        row("CRLF", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", {u"|a⏎b"_s, u"|c"_s});
        row("CR", "data: a\rdata: b\r\rdata: c\r\r", {u"|a⏎b"_s, u"|c"_s});
        row("mixed line ends", "data: a\r\ndata: b\ndata: c\r\r\ndata: d\n\r",
            {u"|a⏎b⏎c"_s, u"|d"_s});
        row("CRLF then LF is one blank line", "data: a\r\n\ndata: b\n\n", {u"|a"_s, u"|b"_s});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {u"|a"_s});
        row("two byte order marks",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "data: a\n\ndata: b\n\n",
            {u"|b"_s});
        row("byte order mark later",
            "data: a\n\n\xEF\xBB\xBF"
            "data: b\n\ndata: c\n\n",
            {u"|a"_s, u"|c"_s});
        row("half a byte order mark",
            "\xEF\xBB"
            "data: a\n\ndata: b\n\n",
            {u"|b"_s});
        row("comments", ": keep-alive\n\n:\n\ndata: a\n: in between\ndata: b\n\n",
            {u": keep-alive"_s, u":"_s, u": in between"_s, u"|a⏎b"_s});
        row("blank lines alone", "\n\n\r\n\n", {});
        row("empty data", "data:\n\n", {u"|"_s});
        row("empty data without colon", "data\n\n", {u"|"_s});
        row("two empty data lines", "data\ndata\n\n", {u"|⏎"_s});
        row("empty last line", "data: a\ndata:\n\n", {u"|a⏎"_s});
        row("event name", "event: ping\ndata: a\n\ndata: b\n\n", {u"ping|a"_s, u"|b"_s});
        row("last event name counts", "event: x\nevent: y\ndata: a\n\n", {u"y|a"_s});
        row("event name without data", "event: ping\n\ndata: b\n\n", {u"|b"_s});
        row("empty event name", "event: x\nevent\ndata: a\n\n", {u"|a"_s});
        row("unknown fields", "foo: 1\nbar\ndatax: 2\ndata: a\nid: 7\nretry: 10\n\n", {u"|a"_s});
        row("names are exact", "Data: x\n data: y\ndata : z\nDATA: w\ndata: a\n\n", {u"|a"_s});
        row("colons in the value", "data: {\"a\": \"b:c\"}\n\n", {u"|{\"a\": \"b:c\"}"_s});
        row("end without blank line", "data: [DONE]\n", {u"|[DONE]|cut"_s});
        row("end within a line", "data: a\n\ndata: b", {u"|a"_s, u"|b|cut"_s});
        row("end after CR", "data: a\r\n\r", {u"|a"_s});
        row("end with a comment", "data: a\n\n: bye", {u"|a"_s, u": bye"_s});
        row("old error field", "error: {\"code\":400}\n\ndata: [DONE]\n\n",
            {u"!{\"code\":400}"_s, u"|[DONE]"_s});
        row("old error field at the end", "error: {\"code\":400}", {u"!{\"code\":400}"_s});
        row("error field of no old server", "error: oops\ndata: a\n\n", {u"|a"_s});
        row("multi-byte", "data: 思考 😀\nevent: é\n\n", {u"é|思考 😀"_s});
        row("NUL in data", QByteArray("data: a\0b\n\n", 11), {u"|a␀b"_s});
        row("nothing", "", {});
    }

    void rules()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, expected);
        SseParser whole;
        QCOMPARE(events(whole, {bytes}), expected);
        QList<QByteArray> single;
        for (const char c : bytes)
            single += QByteArray(1, c);
        SseParser bytewise;
        QCOMPARE(events(bytewise, single), expected);
        for (qsizetype a = 0; a <= bytes.size(); ++a) {
            for (qsizetype b = a; b <= bytes.size(); ++b) {
                SseParser parser;
                QCOMPARE(events(parser, {bytes.left(a), bytes.mid(a, b - a), bytes.mid(b)}),
                         expected);
            }
        }
    }

    void idAndRetry()
    {
        SseParser parser;
        events(parser, {"id: 123\nretry: 2500\ndata: a\n\n"});
        QCOMPARE(parser.lastEventId(), QByteArray("123"));
        QCOMPARE(parser.retryMs(), std::optional(2500));

        SseParser odd;
        events(odd, {QByteArray("id: 1\nid: b\0d\nretry: 1x\nretry: -3\nretry\nretry: "
                                "99999999999\ndata: a\n\n",
                                63)});
        QCOMPARE(odd.lastEventId(), QByteArray("1"));
        QCOMPARE(odd.retryMs(), std::nullopt);

        SseParser cleared;
        events(cleared, {"id: 1\ndata: a\n\nid\ndata: b\n\n"});
        QCOMPARE(cleared.lastEventId(), QByteArray());
    }

    void tooLarge_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("one line without end") << QByteArray("data: ") << QByteArray(1000, 'x');
        QTest::newRow("no field at all") << QByteArray() << QByteArray(1000, 'x');
        QTest::newRow("a comment without end") << QByteArray(": ") << QByteArray(1000, 'x');
        QTest::newRow("many lines") << QByteArray() << "data: " + QByteArray(900, 'x') + '\n';
    }
    void tooLarge()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, piece);
        constexpr qsizetype limit = 64 * 1024;
        SseParser parser(limit);
        int count = 0;
        const SseParser::Sink sink = [&count](const SseEvent &) { ++count; };
        QVERIFY(parser.feed(head, sink).ok());
        int failedAt = -1;
        for (int i = 0; i < 200; ++i) {
            const Result<void> result = parser.feed(piece, sink);
            QVERIFY(parser.bufferedBytes() <= limit);
            if (!result && failedAt < 0) {
                failedAt = i;
                QCOMPARE(result.error().kind, ErrorKind::Protocol);
                QVERIFY(!result.error().message.isEmpty());
            }
            QCOMPARE(result.ok(), failedAt < 0);
        }
        QVERIFY(failedAt > 60 && failedAt < 75);
        QCOMPARE(parser.bufferedBytes(), 0);
        QVERIFY(!parser.feed("\n\ndata: a\n\n", sink));
        QVERIFY(!parser.finish(sink));
        QCOMPARE(count, 0);
    }

    void largeIsNotTooLarge()
    {
        SseParser parser;
        QCOMPARE(parser.maxEventBytes(), 16 * 1024 * 1024);
        const QByteArray value(15 * 1024 * 1024, 'v');
        qsizetype got = 0;
        const SseParser::Sink sink = [&got](const SseEvent &event) { got += event.data.size(); };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(parser.feed("data: ", sink).ok());
            for (qsizetype at = 0; at < value.size(); at += 65536)
                QVERIFY(parser.feed(QByteArrayView(value).sliced(at, 65536), sink).ok());
            QVERIFY(parser.feed("\n\n", sink).ok());
        }
        QCOMPARE(got, 3 * value.size());
        QCOMPARE(parser.bufferedBytes(), 0);
    }

    void strayText()
    {
        SseParser page;
        events(page, {"<html>\n<title>x: y</title>\n", "</html>"});
        QCOMPARE(page.strayText(), QByteArray("<html>\n<title>x: y</title>\n</html>\n"));
        SseParser stream;
        events(stream, {"junk\ndata: a\n\nmore junk\n"});
        QCOMPARE(stream.strayText(), QByteArray());
        SseParser endless;
        for (int i = 0; i < 300; ++i)
            QVERIFY(endless.feed(QByteArray(8191, 'x') + '\n', [](const SseEvent &) {}).ok());
        QVERIFY(endless.strayText().size() <= 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(tst_SseParser)
#include "tst_SseParser.moc"
