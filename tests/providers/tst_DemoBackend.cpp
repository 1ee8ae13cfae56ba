#include "providers/DemoBackend.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;

namespace {

QList<QByteArray> recordingFiles()
{
    const QDir folder(QStringLiteral(PONDER_SOURCE_DIR "/resources/demo"));
    QList<QByteArray> files;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.append(file.readAll());
    }
    return files;
}

ChatRequest requestFor(const QString &prompt)
{
    ChatRequest request;
    request.model = QStringLiteral("deepseek-r1-0528");
    RequestMessage message;
    message.content = prompt;
    request.messages.push_back(message);
    return request;
}

/// Everything a turn said, joined.
struct Heard
{
    QString reasoning;
    QString text;
    QString model;
    QStringList phases; ///< in the order they began, without repetitions
    int pieces = 0;
    int batches = 0;
    qsizetype longestPiece = 0;
    std::optional<Usage> usage;
    std::optional<FinishReason> finish;
    std::optional<Error> error;
    bool ended = false;

    void enter(const QString &phase)
    {
        if (phases.isEmpty() || phases.last() != phase)
            phases.append(phase);
    }

    void note(const Delta &delta)
    {
        if (const auto *piece = std::get_if<ReasoningDelta>(&delta)) {
            enter(QStringLiteral("thinking"));
            reasoning += piece->text;
            notePiece(piece->text);
        } else if (const auto *words = std::get_if<TextDelta>(&delta)) {
            enter(QStringLiteral("answering"));
            text += words->text;
            notePiece(words->text);
        } else if (const auto *name = std::get_if<ModelDelta>(&delta)) {
            model = name->model;
        } else if (const auto *cost = std::get_if<UsageDelta>(&delta)) {
            usage = cost->usage;
        } else if (const auto *end = std::get_if<FinishDelta>(&delta)) {
            finish = end->reason;
        }
    }

    void notePiece(const QString &piece)
    {
        ++pieces;
        longestPiece = std::max(longestPiece, piece.size());
    }
};

void listen(ChatTurn &turn, Heard &heard)
{
    QObject::connect(&turn, &ChatTurn::connecting, &turn,
                     [&heard] { heard.enter(QStringLiteral("connecting")); });
    QObject::connect(&turn, &ChatTurn::deltasReady, &turn, [&heard](const Deltas &deltas) {
        ++heard.batches;
        for (const Delta &delta : deltas)
            heard.note(delta);
    });
    QObject::connect(&turn, &ChatTurn::finished, &turn,
                     [&heard](const std::optional<Error> &error) {
                         QVERIFY2(!heard.ended, "finished came twice");
                         heard.ended = true;
                         heard.error = error;
                     });
}

Heard play(const ChatRequest &request)
{
    DemoBackend backend(recordingFiles(), 0);
    Heard heard;
    const auto turn = backend.start(ProviderProfile(), request);
    listen(*turn, heard);
    [&heard] { QTRY_VERIFY(heard.ended); }();
    return heard;
}

const DemoRecording *find(const DemoBackend &backend, const QString &id, const QString &language)
{
    for (const DemoRecording &recording : backend.recordings()) {
        if (recording.id == id && recording.language == language)
            return &recording;
    }
    return nullptr;
}

} // namespace

class tst_DemoBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsRead();
    void promptChoosesRecording_data();
    void promptChoosesRecording();
    void playsWholeRecording_data();
    void playsWholeRecording();
    void longThinkingTakesItsTime_data();
    void longThinkingTakesItsTime();
    void nothingBeforeTheEventLoop();
    void cancelEndsWithoutError();
    void droppingTheTurnIsSilent();
    void continuesWhereTheTextStopped_data();
    void continuesWhereTheTextStopped();
    void maxTokensCutsTheAnswer();
    void withoutStreamAllComesAtOnce();
    void paceOfTheEnvironment();
    void withoutRecordingsItStillEnds();
    void piecesJoin_data();
    void piecesJoin();
};

void tst_DemoBackend::everyFileIsRead()
{
    const QList<QByteArray> files = recordingFiles();
    QCOMPARE(files.size(), 12);
    for (const QByteArray &file : files) {
        const Result<DemoRecording> recording = DemoRecording::fromJson(file);
        QVERIFY2(recording.ok(), file.left(60).constData());
        QVERIFY(!recording->prompt.isEmpty());
        QVERIFY(!recording->reasoning.isEmpty());
        QVERIFY(!recording->text.contains(QChar::ReplacementCharacter));
        // Each says of itself that it is a recording.
        const QString label = recording->language == QLatin1String("zh")
                                  ? QStringLiteral("录制回答")
                                  : QStringLiteral("Recorded for the demo");
        QVERIFY2(recording->text.section(u'\n', -1).contains(label), qPrintable(recording->id));
    }
}

void tst_DemoBackend::promptChoosesRecording_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("language");

    DemoBackend backend(recordingFiles(), 0);
    for (const DemoRecording &recording : backend.recordings())
        QTest::addRow("%s.%s", qPrintable(recording.id), qPrintable(recording.language))
            << recording.prompt << recording.id << recording.language;

    QTest::newRow("seed") << QStringLiteral("你好") << "greeting"
                          << "zh";
    QTest::newRow("mixed") << QStringLiteral("帮我写个Python脚本") << "code"
                           << "zh";
    QTest::newRow("case") << QStringLiteral("HELLO") << "greeting"
                          << "en";
    QTest::newRow("inside a word") << QStringLiteral("This chip is high") << "default"
                                   << "en";
    QTest::newRow("starter proof") << QStringLiteral("Check a proof or a calculation") << "maths"
                                   << "en";
    QTest::newRow("starter compare")
        << QStringLiteral("Compare two models on one question") << "table"
        << "en";
    QTest::newRow("tie goes to the lower rank") << QStringLiteral("think, hi") << "thinking"
                                                << "en";
    QTest::newRow("none") << QStringLiteral("What will the weather be?") << "default"
                          << "en";
    QTest::newRow("none, Chinese") << QStringLiteral("明天天气如何？") << "default"
                                   << "zh";
    QTest::newRow("empty") << QString() << "default"
                           << "en";
}

void tst_DemoBackend::promptChoosesRecording()
{
    QFETCH(QString, prompt);
    QFETCH(QString, id);
    QFETCH(QString, language);

    const DemoBackend backend(recordingFiles(), 0);
    const DemoRecording *chosen = chooseRecording(backend.recordings(), prompt);
    QVERIFY(chosen);
    QCOMPARE(chosen->id, id);
    QCOMPARE(chosen->language, language);
}

void tst_DemoBackend::playsWholeRecording_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("language");
    DemoBackend backend(recordingFiles(), 0);
    for (const DemoRecording &recording : backend.recordings())
        QTest::addRow("%s.%s", qPrintable(recording.id), qPrintable(recording.language))
            << recording.id << recording.language;
}

void tst_DemoBackend::playsWholeRecording()
{
    QFETCH(QString, id);
    QFETCH(QString, language);
    const DemoBackend backend(recordingFiles(), 0);
    const DemoRecording *recording = find(backend, id, language);
    QVERIFY(recording);

    const Heard heard = play(requestFor(recording->prompt));
    QCOMPARE(heard.reasoning, recording->reasoning);
    QCOMPARE(heard.text, recording->text);
    QCOMPARE(heard.phases, QStringList({QStringLiteral("connecting"), QStringLiteral("thinking"),
                                        QStringLiteral("answering")}));
    QCOMPARE(heard.model, QStringLiteral("deepseek-r1-0528 (recorded)"));
    QCOMPARE(heard.finish, FinishReason::Stop);
    QVERIFY(!heard.error);
    QCOMPARE(heard.batches, heard.pieces);
    QVERIFY2(heard.longestPiece <= 12, qPrintable(QString::number(heard.longestPiece)));
    QVERIFY(heard.usage);
    QCOMPARE(heard.usage->completionTokens, heard.pieces);
    QVERIFY(*heard.usage->reasoningTokens > 0);
    QVERIFY(*heard.usage->promptTokens > 4);
}

void tst_DemoBackend::longThinkingTakesItsTime_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh";
}

void tst_DemoBackend::longThinkingTakesItsTime()
{
    QFETCH(QString, language);
    const DemoBackend backend(recordingFiles(), 0);
    const DemoRecording *recording = find(backend, QStringLiteral("thinking"), language);
    QVERIFY(recording);
    const double seconds = double(demoPieces(recording->reasoning).size()) * 0.020;
    QVERIFY2(seconds >= 20 && seconds <= 40, qPrintable(QString::number(seconds)));
}

void tst_DemoBackend::nothingBeforeTheEventLoop()
{
    DemoBackend backend(recordingFiles(), 0);
    const auto turn = backend.start(ProviderProfile(), requestFor(QStringLiteral("hello")));
    QSignalSpy connecting(turn.get(), &ChatTurn::connecting);
    QSignalSpy deltas(turn.get(), &ChatTurn::deltasReady);
    QCOMPARE(connecting.count() + deltas.count(), 0);
    QVERIFY(deltas.wait());
    QCOMPARE(connecting.count(), 1);
}

void tst_DemoBackend::cancelEndsWithoutError()
{
    DemoBackend backend(recordingFiles(), 0);
    Heard heard;
    const auto turn = backend.start(ProviderProfile(), requestFor(QStringLiteral("hello")));
    listen(*turn, heard);
    int pieces = 0;
    bool endedInside = false;
    QObject::connect(turn.get(), &ChatTurn::deltasReady, this, [&] {
        if (heard.pieces <= 3 || pieces > 0)
            return;
        pieces = heard.pieces;
        turn->cancel();
        turn->cancel();
        endedInside = heard.ended;
    });
    QTRY_VERIFY(heard.ended);
    QVERIFY(pieces > 3);
    QVERIFY2(!endedInside, "finished must not come from inside cancel()");
    QVERIFY(!heard.error);
    QVERIFY(!heard.finish);
    QCOMPARE(heard.pieces, pieces);
}

void tst_DemoBackend::droppingTheTurnIsSilent()
{
    DemoBackend backend(recordingFiles(), 0);
    auto turn = backend.start(ProviderProfile(), requestFor(QStringLiteral("hello")));
    QObject::connect(turn.get(), &ChatTurn::deltasReady, this, [&turn] { turn.reset(); });
    QTRY_VERIFY(!turn);
}

void tst_DemoBackend::continuesWhereTheTextStopped_data()
{
    QTest::addColumn<qsizetype>("reasoningKept");
    QTest::addColumn<qsizetype>("textKept");
    QTest::newRow("inside the text") << qsizetype(-1) << qsizetype(40);
    QTest::newRow("at its end") << qsizetype(-1) << qsizetype(-1);
    QTest::newRow("inside the reasoning") << qsizetype(30) << qsizetype(0);
}

void tst_DemoBackend::continuesWhereTheTextStopped()
{
    QFETCH(qsizetype, reasoningKept);
    QFETCH(qsizetype, textKept);
    const DemoBackend backend(recordingFiles(), 0);
    const DemoRecording *recording = find(backend, QStringLiteral("table"), QStringLiteral("zh"));
    QVERIFY(recording);

    ChatRequest request = requestFor(recording->prompt);
    RequestMessage answer;
    answer.role = Role::Assistant;
    answer.reasoning =
        recording->reasoning.left(reasoningKept < 0 ? recording->reasoning.size() : reasoningKept);
    answer.content = recording->text.left(textKept < 0 ? recording->text.size() : textKept);
    request.messages.push_back(answer);
    request.continues = true;

    const Heard heard = play(request);
    QCOMPARE(answer.reasoning + heard.reasoning, recording->reasoning);
    if (textKept >= 0)
        QCOMPARE(answer.content + heard.text, recording->text);
    else
        QCOMPARE(heard.text, QString());
    QCOMPARE(heard.finish, FinishReason::Stop);
}

void tst_DemoBackend::maxTokensCutsTheAnswer()
{
    ChatRequest request = requestFor(QStringLiteral("hello"));
    request.parameters.insert(QStringLiteral("max_tokens"), 7);
    const Heard heard = play(request);
    QCOMPARE(heard.pieces, 7);
    QCOMPARE(heard.text, QString());
    QCOMPARE(heard.finish, FinishReason::Length);
    QCOMPARE(heard.usage->completionTokens, 7);
}

void tst_DemoBackend::withoutStreamAllComesAtOnce()
{
    ChatRequest request = requestFor(QStringLiteral("hello"));
    request.stream = false;
    const Heard heard = play(request);
    QCOMPARE(heard.batches, 1);
    QVERIFY(heard.text.contains(QLatin1String("Ponder")));
}

void tst_DemoBackend::paceOfTheEnvironment()
{
    qputenv("PONDER_DEMO_PACE_MS", "40");
    DemoBackend backend(recordingFiles());
    qunsetenv("PONDER_DEMO_PACE_MS");
    ChatRequest request = requestFor(QStringLiteral("hello"));
    request.parameters.insert(QStringLiteral("max_tokens"), 4);
    Heard heard;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto turn = backend.start(ProviderProfile(), request);
    listen(*turn, heard);
    QTRY_VERIFY(heard.ended);
    // One wait to connect and three between four pieces.
    QVERIFY2(elapsed.elapsed() >= 150, qPrintable(QString::number(elapsed.elapsed())));
}

void tst_DemoBackend::withoutRecordingsItStillEnds()
{
    QTest::ignoreMessage(QtWarningMsg, "The recording \"\" has no id");
    DemoBackend backend({QByteArrayLiteral("not JSON")}, 0);
    Heard heard;
    const auto turn = backend.start(ProviderProfile(), requestFor(QStringLiteral("hello")));
    listen(*turn, heard);
    QTRY_VERIFY(heard.ended);
    QCOMPARE(heard.text, QString());
}

void tst_DemoBackend::piecesJoin_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << QStringLiteral("   \n\n \t x  ");
    QTest::newRow("emoji family") << QStringLiteral(
        "a👨‍👩‍👧‍👦👩‍💻🏳️‍🌈b");
    QTest::newRow("combining") << QStringLiteral(
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301");
    QTest::newRow("rare Han") << QStringLiteral("𠮷野家𠮷野家");
    QTest::newRow("marks") << QStringLiteral("**—**```` $$\\frac{1}{2}$$");
    QTest::newRow("CRLF") << QStringLiteral("a\r\nb\r\n");
}

void tst_DemoBackend::piecesJoin()
{
    QFETCH(QString, text);
    const QStringList pieces = demoPieces(text);
    QCOMPARE(pieces.join(QString()), text);
    for (const QString &piece : pieces) {
        QVERIFY(!piece.isEmpty());
        QVERIFY(!piece.back().isHighSurrogate());
        QVERIFY(!piece.front().isLowSurrogate());
        QVERIFY(piece.front().unicode() != 0x200d && piece.front().unicode() != 0x0301);
    }
}

QTEST_GUILESS_MAIN(tst_DemoBackend)
#include "tst_DemoBackend.moc"
