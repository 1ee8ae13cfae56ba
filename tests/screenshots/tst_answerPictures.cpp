#include "qml/TranscriptScene.h"
#include "screenshots/PictureTest.h"
#include "ui/FindController.h"

using namespace ponder;
using namespace ponder::screenshots;
using namespace ponder::test;
using namespace Qt::StringLiterals;

namespace {

const std::vector<Shot> kShots{
    {"blocks", 900, 0},
    {"blocks", 480, 0},
    {"blocks", 900, 0, true},
    {"boxes", 900, 0},
    {"boxes", 900, 0, true},
    {"boxes", 480, 0, true},
    {"formulas", 900, 0},
    {"formulas", 480, 0, true},
    {"chinese", 900, 0},
    {"chinese", 480, 0, true},
    {"right-to-left", 900, 0},
    {"right-to-left", 480, 0, true},
    {"tags", 900, 0},
    {"tags", 480, 0, true},
    {"folds", 900, 0},
    {"folds", 480, 0, true},
    {"emoji", 900, 0},
    {"emoji", 480, 0, true},
    {"thinking", 900, 640},
    {"thinking", 480, 640, true},
    {"thinking", 900, 640, false, true},
    {"thought", 900, 0, true},
    {"waiting", 900, 200},
    {"stopped", 480, 0},
    {"prompt", 900, 0, true},
    {"prompt", 480, 0},
    {"errors", 900, 0},
    {"errors", 900, 0, true},
    {"errors", 480, 0},
    {"errors", 900, 0, false, true},
    {"selection", 900, 0},
    {"selection", 900, 0, true},
    {"find", 900, 640},
    {"find", 900, 640, true},
};

void answer(TranscriptScene &scene, const QString &prompt, const QString &text,
            const QString &thinking = {})
{
    scene.send(prompt);
    if (!thinking.isEmpty())
        scene.think(thinking);
    scene.clock.advance(72'000);
    scene.say(text);
    scene.clock.advance(20'000);
    Usage usage;
    usage.reasoningTokens = 4318;
    usage.completionTokens = 5500;
    usage.cost = Cost{u"0.1187"_s, u"CNY"_s};
    scene.backend.turn()->say({UsageDelta{usage}});
    scene.finish();
}

void fail(TranscriptScene &scene, ErrorKind kind, int http)
{
    scene.send(u"Let G be a finite group."_s);
    Error error;
    error.kind = kind;
    error.http = http;
    error.message = u"The key sk-… is not valid."_s;
    error.detail = u"{\"error\": {\"code\": %1}}"_s.arg(http);
    scene.backend.turn()->end(error);
}

/// Mock-up 07.
void errors(TranscriptScene &scene)
{
    scene.model.setBillingUrls([](const QString &) { return u"https://a.example/billing"_s; });
    fail(scene, ErrorKind::Auth, 401);
    fail(scene, ErrorKind::Balance, 402);
    fail(scene, ErrorKind::Keychain, 0);
    fail(scene, ErrorKind::ContextLength, 400);
    scene.send(u"Let G be a finite group."_s);
    scene.say(u"Let $G$ be a finite group and $H$ a subgroup. The left cosets of $H$ partition "
              u"$G$, and each has exactly $|H|$ elements, so"_s);
    Error lost;
    lost.kind = ErrorKind::Network;
    lost.detail = u"connection closed"_s;
    scene.backend.turn()->end(lost);
    scene.send(u"Again"_s);
    Error busy;
    busy.kind = ErrorKind::RateLimit;
    busy.http = 429;
    Q_EMIT scene.backend.turn()->retrying(2, 5, 30'000, busy);
    scene.clock.advance(12'000);
}

void thinking(TranscriptScene &scene, bool chinese)
{
    scene.send(chinese ? u"分布不均匀会让“撞生日”更容易吗？"_s
                       : u"Compare both rules on a smooth integrand."_s);
    const QString text = PictureTest::text(chinese ? u"thinking-zh.md"_s : u"thinking-en.md"_s);
    scene.think(text.left(60));
    scene.clock.advance(38'000);
    scene.think(text.trimmed().mid(60));
}

/// What a scene holds before the list opens.
void fill(TranscriptScene &scene, const Shot &shot)
{
    const QString name = QString::fromLatin1(shot.scene);
    if (name == "errors"_L1) {
        errors(scene);
    } else if (name == "thinking"_L1) {
        thinking(scene, shot.chinese);
    } else if (name == "waiting"_L1) {
        scene.send(u"Compare both rules."_s);
        scene.clock.advance(26'000);
    } else if (name == "stopped"_L1) {
        thinking(scene, false);
        scene.say(u"Both rules are"_s);
        scene.session->stop();
    } else if (name == "thought"_L1) {
        answer(scene, u"Compare both rules."_s, u"Simpson’s rule wins."_s,
               PictureTest::text(u"thinking-en.md"_s));
    } else if (name == "prompt"_L1) {
        answer(scene, u"One word"_s, u"Yes."_s);
        answer(scene,
               u"Several lines:\n\n    indented code stays indented\n\n- as typed\n- and **not** "
               u"formatted, however long the line is that was typed or pasted here\n\n你好，世界"_s,
               u"Yes."_s);
        answer(scene, u"ما هي قاعدة سيمبسون؟\nواشرحها بلغة Python من فضلك"_s, u"نعم."_s);
    } else if (name == "find"_L1) {
        answer(scene, u"Where is the word?"_s,
               u"## A search word\n\nSome text with the *word* and $x^{word}$ in it, 和中文 "
               u"word。\n\n| Word | b |\n|---|---|\n| a | word |\n\n```python\nword = "
               u"'word'\n```\n\n- العربية word\n\n$$word$$\n"_s,
               u"A thought with a word."_s);
    } else if (name == "selection"_L1) {
        answer(scene, u"Both rules, please"_s, PictureTest::text(u"boxes.md"_s));
    } else {
        answer(scene, shot.chinese ? u"比较两种方法"_s : u"Compare both rules"_s,
               PictureTest::text(name + u".md"_s), u"Let me see."_s);
    }
}

/// What is done to the open list.
void act(TranscriptScene &scene, const Shot &shot)
{
    const QString name = QString::fromLatin1(shot.scene);
    if (name == "thought"_L1) {
        scene.model.toggleThinking(scene.session->conversation().leafId, 0);
    } else if (name == "selection"_L1) {
        scene.list()->forceActiveFocus();
        QTest::keyClick(&scene.view, Qt::Key_A, Qt::ControlModifier);
    } else if (name == "find"_L1) {
        QMetaObject::invokeMethod(scene.list(), "openFind");
        for (const char c : {'w', 'o', 'r', 'd'})
            QTest::keyClick(&scene.view, c);
        const auto *finder = scene.list()->findChild<FindController *>();
        QTRY_VERIFY(!finder->searching());
        QTest::keyClick(&scene.view, Qt::Key_Return);
        QTest::keyClick(&scene.view, Qt::Key_Return);
        QTRY_VERIFY(
            !finder->searching()); // the hit is in a panel that opens: its message is counted anew
    }
}

} // namespace

/// Answers and what stands around them, as pictures.
class tst_answerPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picture_data() { m_pictures.rows(); }
    void picture();
    void everyBaselineHasAScene() { QCOMPARE(m_pictures.strangers(), QStringList()); }

private:
    PictureTest m_pictures{u"answer"_s, kShots};
};

void tst_answerPictures::initTestCase()
{
    const QString obstacle = m_pictures.obstacle();
    if (!obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
}

void tst_answerPictures::picture()
{
    QFETCH(Shot, shot);
    m_pictures.setLanguage(shot.chinese);
    TranscriptScene scene;
    fill(scene, shot);
    constexpr int kRoomForAll = 3000;
    QVERIFY2(scene.open({shot.width, shot.height > 0 ? shot.height : kRoomForAll}, shot.dark),
             qPrintable(scene.warnings.join(u'\n')));
    act(scene, shot);
    if (shot.height == 0) {
        QVERIFY(!stillPicture(scene.view).isNull());
        scene.view.resize(shot.width,
                          int(std::ceil(scene.flickable()->property("contentHeight").toReal())));
    }
    const QString problem = m_pictures.check(shot, scene.view);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(scene.warnings, QStringList());
}

int main(int argc, char **argv)
{
    return runPictures<tst_answerPictures>(argc, argv);
}

#include "tst_answerPictures.moc"
