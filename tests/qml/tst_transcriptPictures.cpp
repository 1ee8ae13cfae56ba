#include "qml/TranscriptScene.h"

#include <QDir>
#include <QFile>

using namespace ponder;
using namespace ponder::test;

/// Pictures of a sample conversation for the eye, and that drawing them raises no warning.
class tst_transcriptPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
    void streaming_data();
    void streaming();
    void readingAbove();
    void banners();
};

namespace {

QString sample(const char *name)
{
    QFile file(QStringLiteral(PONDER_TEST_DATA "/transcript/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void addAnswer(TranscriptScene &scene, const QString &prompt, const QString &thinking,
               const QString &answer)
{
    scene.send(prompt);
    scene.think(thinking);
    scene.clock.advance(72'000);
    scene.think(QStringLiteral(" "));
    scene.say(answer);
    scene.clock.advance(20'000);
    Usage usage;
    usage.reasoningTokens = 4318;
    usage.completionTokens = 5500;
    usage.cost = Cost{QStringLiteral("0.1187"), QStringLiteral("CNY")};
    scene.backend.turn()->say({UsageDelta{usage}});
    scene.finish();
}

} // namespace

void tst_transcriptPictures::pictures_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("dark");

    for (const char *language : {"en", "zh"}) {
        for (const int width : {480, 960}) {
            for (const bool dark : {false, true}) {
                const QString name =
                    QStringLiteral("%1-%2-%3")
                        .arg(QLatin1String(language))
                        .arg(width)
                        .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"));
                QTest::newRow(qPrintable(name)) << QString::fromLatin1(language) << width << dark;
            }
        }
    }
}

void tst_transcriptPictures::pictures()
{
    QFETCH(QString, language);
    QFETCH(int, width);
    QFETCH(bool, dark);
    TranscriptScene scene;
    const QByteArray suffix = language.toUtf8();
    const QString answer = sample("answer-" + suffix + ".md");
    QVERIFY(!answer.isEmpty());
    addAnswer(scene, sample("prompt-" + suffix + ".md").trimmed(),
              sample("thinking-" + suffix + ".md"), answer);
    scene.session->regenerate(scene.session->conversation().leafId, scene.options());
    scene.think(QStringLiteral("x"));
    scene.clock.advance(72'000);
    scene.think(sample("thinking-" + suffix + ".md"));
    scene.say(answer);
    scene.clock.advance(20'000);
    Usage usage;
    usage.reasoningTokens = 4318;
    usage.completionTokens = 5500;
    usage.cost = Cost{QStringLiteral("0.1187"), QStringLiteral("CNY")};
    scene.backend.turn()->say({UsageDelta{usage}});
    scene.finish();
    QVERIFY2(scene.open({width, 1400}, dark), qPrintable(scene.warnings.join(u'\n')));
    const QImage picture =
        scene.shot(QStringLiteral("transcript-") + QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!picture.isNull());
    QCOMPARE(scene.warnings, QStringList());
}

void tst_transcriptPictures::streaming_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("zh") << QStringLiteral("zh");
}

void tst_transcriptPictures::streaming()
{
    QFETCH(QString, language);
    TranscriptScene scene;
    QVERIFY2(scene.open({960, 760}), qPrintable(scene.warnings.join(u'\n')));
    const QByteArray suffix = language.toUtf8();
    scene.send(sample("prompt-" + suffix + ".md").trimmed());
    scene.clock.advance(6'000);
    scene.shot(QStringLiteral("transcript-waiting-") + language);
    const QString thinking = sample("thinking-" + suffix + ".md");
    scene.think(thinking.left(200));
    scene.clock.advance(38'000);
    scene.shot(QStringLiteral("transcript-thinking-begin-") + language);
    scene.think(thinking.mid(200));
    scene.shot(QStringLiteral("transcript-thinking-") + language);
    scene.clock.advance(34'000);
    scene.think(QStringLiteral(" "));
    scene.say(sample("answer-" + suffix + ".md").left(420));
    scene.shot(QStringLiteral("transcript-answering-") + language);
    scene.chat.setBusy(false);
    scene.session->stop();
    scene.shot(QStringLiteral("transcript-stopped-") + language);
    QCOMPARE(scene.warnings, QStringList());
}

/// The header that sticks, the way back to the end, a prompt as a field.
void tst_transcriptPictures::readingAbove()
{
    TranscriptScene scene;
    QVERIFY2(scene.open({960, 560}), qPrintable(scene.warnings.join(u'\n')));
    scene.send(sample("prompt-en.md").trimmed());
    scene.think(sample("thinking-en.md"));
    scene.clock.advance(38'000);
    scene.think(sample("thinking-en.md"));
    scene.shot(QStringLiteral("transcript-following"));
    const QPointF place(480, 300);
    QWheelEvent event(place, scene.view.mapToGlobal(place), QPoint(), QPoint(0, 480), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&scene.view, &event);
    scene.shot(QStringLiteral("transcript-reading-above"));
    scene.say(QStringLiteral("So."));
    scene.finish();
    const QString prompt =
        scene.model.data(scene.model.index(0), TranscriptModel::MessageIdRole).toString();
    Q_EMIT scene.chat.editRequested(prompt);
    scene.shot(QStringLiteral("transcript-editing"));
    QCOMPARE(scene.warnings, QStringList());
}

void tst_transcriptPictures::banners()
{
    TranscriptScene scene;
    scene.model.setBillingUrls(
        [](const QString &) { return QStringLiteral("https://a.b/billing"); });
    QVERIFY2(scene.open({960, 1100}), qPrintable(scene.warnings.join(u'\n')));
    const auto fail = [&](ErrorKind kind, int http) {
        scene.send(QStringLiteral("Please prove it."));
        Error error;
        error.kind = kind;
        error.http = http;
        error.message = QStringLiteral("The key sk-… is not valid.");
        error.detail = QStringLiteral("{\"error\": {\"code\": 401}}");
        scene.backend.turn()->end(error);
    };
    fail(ErrorKind::Auth, 401);
    fail(ErrorKind::Balance, 402);
    fail(ErrorKind::Keychain, 0);
    scene.send(QStringLiteral("Let G be a finite group."));
    scene.say(QStringLiteral(
        "Let *G* be a finite group and *H* a subgroup. The left cosets of *H* partition "
        "*G*, and each has exactly |*H*| elements, so"));
    Error lost;
    lost.kind = ErrorKind::Network;
    scene.backend.turn()->end(lost);
    scene.send(QStringLiteral("Again"));
    Error busy;
    busy.kind = ErrorKind::RateLimit;
    busy.http = 429;
    Q_EMIT scene.backend.turn()->retrying(2, 5, 30'000, busy);
    scene.clock.advance(12'000);
    scene.shot(QStringLiteral("transcript-banners"));
    QCOMPARE(scene.warnings, QStringList());
}

QTEST_MAIN(tst_transcriptPictures)
#include "tst_transcriptPictures.moc"
