#include "qml/TranscriptScene.h"
#include "ui/FindController.h"
#include "ui/FindMarks.h"

#include <QAccessible>
#include <QDir>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Finding in the message list with keys, as a person does it.
class tst_find : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingExistsWhileClosed();
    void typingFindsAndMarks();
    void marksStandBehindTheText_data();
    void marksStandBehindTheText();
    void keysGoFromHitToHit();
    void theLineOfALongRowComesIntoSight();
    void aHitInClosedThinking();
    void aHitToTheSideOfWideCode();
    void escapeGivesTheFocusBack();
    void theViewStaysWhileAnAnswerGrows();
    void picture();

private:
    void answer(const QString &text, const QString &thinking = {});
    void openFind();
    void type(const QString &text);
    [[nodiscard]] FindController *find() const;
    [[nodiscard]] std::vector<FindMarks *> marks() const;
    /// Where the current hit is, in the view of the list; empty when it is not built.
    [[nodiscard]] QRectF currentArea() const;
    [[nodiscard]] bool currentIsInSight() const;
    [[nodiscard]] QString result() const;

    std::unique_ptr<TranscriptScene> m_scene;
};

void tst_find::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 600}), qPrintable(m_scene->warnings.join(u'\n')));
}

void tst_find::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

void tst_find::answer(const QString &text, const QString &thinking)
{
    m_scene->send(u"Question"_s);
    if (!thinking.isEmpty())
        m_scene->think(thinking);
    m_scene->say(text);
    m_scene->finish();
    QTest::qWait(150); // a pause: the list is laid out at its end
}

void tst_find::openFind()
{
    QMetaObject::invokeMethod(m_scene->list(), "openFind");
    QVERIFY(find());
}

void tst_find::type(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(&m_scene->view, c.toLatin1());
    QTRY_VERIFY(!find()->searching());
}

FindController *tst_find::find() const
{
    return m_scene->list()->findChild<FindController *>();
}

QString tst_find::result() const
{
    return u"%1/%2"_s.arg(find()->position()).arg(find()->count());
}

std::vector<FindMarks *> tst_find::marks() const
{
    return FindMarks::below(m_scene->flickable());
}

QRectF tst_find::currentArea() const
{
    for (FindMarks *item : marks()) {
        const QRectF area = item->currentArea();
        if (!area.isEmpty())
            return item->mapRectToItem(m_scene->flickable(), area);
    }
    return {};
}

bool tst_find::currentIsInSight() const
{
    const QRectF area = currentArea();
    return !area.isEmpty() &&
           QRectF(0, 0, m_scene->flickable()->width(), m_scene->flickable()->height())
               .contains(area);
}

void tst_find::nothingExistsWhileClosed()
{
    answer(u"Some words."_s);
    QVERIFY(!find());
    QCOMPARE(int(marks().size()), 0);
    openFind();
    QVERIFY(!marks().empty());
    QQuickItem *bar = m_scene->view.activeFocusItem()->parentItem();
    QCOMPARE(bar->size(), QSizeF(380, 40));
    m_scene->view.resize(400, 600);
    QTRY_COMPARE(bar->width(), 372.0);
    QTest::keyClick(&m_scene->view, Qt::Key_Escape);
    QTRY_VERIFY(!find());
    QCOMPARE(int(marks().size()), 0);
}

void tst_find::typingFindsAndMarks()
{
    answer(u"A word and another word.\n\n`word`"_s);
    openFind();
    type(u"WORD"_s);
    QCOMPARE(result(), u"1/3"_s);
    QTRY_VERIFY(currentIsInSight());
}

void tst_find::marksStandBehindTheText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("paragraph") << u"Some text, then needle and more"_s;
    QTest::newRow("heading") << u"# needle"_s;
    QTest::newRow("item") << u"- a\n- the needle"_s;
    QTest::newRow("code") << u"```\none\ntwo needle\n```"_s;
    QTest::newRow("right in a table") << u"| a | b |\n|---|--:|\n| x | needle |"_s;
    QTest::newRow("second line") << u"word "_s.repeated(40) + u"needle"_s;
    QTest::newRow("end of a line from right to left") << u"العربية needle"_s;
    QTest::newRow("inside a line from right to left") << u"العربية needle العربية"_s;
    QTest::newRow("before a word from right to left") << u"A needle العربية"_s;
}

/// The pixels where the mark is have its colour, and the mark is where the word is.
void tst_find::marksStandBehindTheText()
{
    QFETCH(QString, markdown);
    answer(markdown);
    openFind();
    type(u"needle"_s);
    QTRY_VERIFY(currentIsInSight());
    QTest::qWait(80); // a pause: the marks are in the picture
    const QImage picture = m_scene->view.grabWindow();
    const QRectF area = currentArea();
    const auto colourAt = [&](QPointF place) {
        return picture.pixelColor(m_scene->flickable()->mapToScene(place).toPoint());
    };
    QCOMPARE(colourAt(area.topLeft() + QPointF(2, 2)), find()->currentColor());
    QVERIFY2(area.width() > 30 && area.width() < 80, qPrintable(QString::number(area.width())));
    // The word has dark pixels inside the mark, and its neighbourhood has none of its colour.
    bool ink = false;
    for (qreal x = area.left() + 1; x < area.right() - 1; ++x)
        ink = ink || colourAt({x, area.center().y()}).lightness() < 120;
    QVERIFY(ink);
    QVERIFY(colourAt(area.topLeft() - QPointF(4, 0)) != find()->currentColor());
}

void tst_find::keysGoFromHitToHit()
{
    answer(u"fox\n\nfox\n\nfox"_s);
    openFind();
    type(u"fox"_s);
    QCOMPARE(result(), u"1/3"_s);
    QTest::keyClick(&m_scene->view, Qt::Key_Return);
    QCOMPARE(result(), u"2/3"_s);
    QTest::keyClick(&m_scene->view, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(&m_scene->view, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(result(), u"3/3"_s);
    QMetaObject::invokeMethod(m_scene->list(), "stepFind", Q_ARG(int, 1)); // F3
    QCOMPARE(result(), u"1/3"_s);
}

void tst_find::theLineOfALongRowComesIntoSight()
{
    QString code;
    for (int i = 0; i < 400; ++i)
        code +=
            i % 100 == 50 ? u"line with needle %1\n"_s.arg(i) : u"some other line %1\n"_s.arg(i);
    answer(u"```\n"_s + code + u"```\n\n"_s + u"Words.\n\n"_s.repeated(100));
    openFind();
    type(u"needle"_s);
    QCOMPARE(find()->count(), 4);
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY2(currentIsInSight(), qPrintable(result()));
        QTest::keyClick(&m_scene->view, Qt::Key_Return);
    }
}

void tst_find::aHitInClosedThinking()
{
    answer(u"Words.\n\n"_s.repeated(60), u"Thoughts.\n\n"_s.repeated(80) + u"A needle."_s);
    openFind();
    type(u"needle"_s);
    QCOMPARE(result(), u"1/1"_s);
    QTRY_VERIFY(currentIsInSight());
}

void tst_find::aHitToTheSideOfWideCode()
{
    answer(u"```\n"_s + u"wide "_s.repeated(100) + u"needle\n```\n"_s);
    openFind();
    type(u"needle"_s);
    QTRY_VERIFY(currentIsInSight());
    QVERIFY(currentArea().right() < 840);
}

void tst_find::escapeGivesTheFocusBack()
{
    answer(u"fox"_s);
    QQuickItem *before = m_scene->view.activeFocusItem();
    QVERIFY(before);
    openFind();
    QVERIFY(m_scene->view.activeFocusItem() != before);
    type(u"fo"_s);
    QTest::keyClick(&m_scene->view, Qt::Key_Escape);
    QTRY_VERIFY(!find());
    QCOMPARE(m_scene->view.activeFocusItem(), before);
}

void tst_find::theViewStaysWhileAnAnswerGrows()
{
    m_scene->send(u"Question"_s);
    m_scene->say(u"Words.\n\n"_s.repeated(50) + u"A needle here.\n\n"_s);
    QTRY_COMPARE(m_scene->model.rowCount(), 52);
    QTest::qWait(150); // a pause: the list is laid out at its end
    openFind();
    type(u"needle"_s);
    QTRY_VERIFY(currentIsInSight());
    const QRectF place = currentArea();
    for (int i = 0; i < 10; ++i) {
        m_scene->say(u"More needles.\n\n"_s.repeated(5));
        QTest::qWait(40); // a pause: pieces come over several frames
    }
    QTRY_COMPARE(find()->count(), 51);
    QCOMPARE(result(), u"1/51"_s);
    QVERIFY(std::abs(currentArea().top() - place.top()) <= 1);
    m_scene->finish();
}

/// For the eye.
void tst_find::picture()
{
    answer(u"## A search word\n\nSome text with the *word* and $x^{word}$ in it, 和中文 word。\n\n"
           "| Word | b |\n|---|---|\n| a | word |\n\n```python\nword = 'word'\n```\n\n$$word$$\n"_s,
           u"A thought with a word."_s);
    openFind();
    type(u"word"_s);
    QTest::keyClick(&m_scene->view, Qt::Key_Return);
    QVERIFY(!m_scene->shot(u"find"_s).isNull());
}

QTEST_MAIN(tst_find)
#include "tst_find.moc"
