#include "qml/TranscriptScene.h"
#include "ui/FindController.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Blocks of code in the message list: folding, line numbers, and selecting in long lines.
class tst_code : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void longCodeShowsItsBeginning();
    void endlessCodeSaysHowMuchThereIs();
    void shortCodeHasNoButton();
    void theButtonShowsAllAndFoldsAgain();
    void theKeyboardOpens_data();
    void theKeyboardOpens();
    void whatStreamsIsNeverFolded();
    void theChoiceSurvivesTheRow();
    void anotherConversationForgetsIt();
    void findingOpensIt();
    void findingInTheBeginningLeavesItFolded();
    void copyingTakesAll();
    void linesAreNumbered_data();
    void linesAreNumbered();
    void wrappingOutlivesTheRow();
    void aDragBeyondTheSideScrollsLongLines();
    void picture_data();
    void picture();

private:
    void answer(const QString &text);
    [[nodiscard]] QQuickItem *named(const QString &name) const;
    [[nodiscard]] QQuickItem *code() const;
    /// What stands in it; null while its row is not there.
    [[nodiscard]] QString shown() const
    {
        return code() ? code()->property("text").toString() : QString();
    }
    [[nodiscard]] int shownLines() const { return code() ? int(shown().count(u'\n')) + 1 : 0; }
    void click(QQuickItem *item);

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString lines(int count, const QString &line = u"    total += value_%1;"_s)
{
    QStringList all;
    for (int i = 1; i <= count; ++i)
        all << line.arg(i);
    return all.join(u'\n');
}

QString fence(const QString &code, const QString &language = u"cpp"_s)
{
    return u"```%1\n%2\n```\n"_s.arg(language, code);
}

} // namespace

void tst_code::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 1100}), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->list()->forceActiveFocus();
}

void tst_code::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

/// All of it at once, as a stored answer comes.
void tst_code::answer(const QString &text)
{
    m_scene->send(u"Question"_s);
    m_scene->say(text);
    m_scene->finish();
    QTRY_VERIFY(code());
    m_scene->view.grabWindow(); // laid out
}

QQuickItem *tst_code::named(const QString &name) const
{
    return find(m_scene->view.contentItem(), [&](QQuickItem *item) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
        return interface && interface->text(QAccessible::Name) == name;
    });
}

QQuickItem *tst_code::code() const
{
    return find(m_scene->flickable(), [](QQuickItem *item) {
        return item->inherits("QQuickTextEdit") && item->property("mono").toBool();
    });
}

void tst_code::click(QQuickItem *item)
{
    QVERIFY(item);
    const QPointF middle(item->width() / 2, item->height() / 2);
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier,
                      item->mapToScene(middle).toPoint());
}

void tst_code::longCodeShowsItsBeginning()
{
    answer(fence(lines(120)));
    QCOMPARE(shown(), lines(40));
    QVERIFY(named(u"Show all 120 lines"_s));
    // Nothing of the rest is laid out.
    QVERIFY(code()->height() < 41 * 20);
}

void tst_code::endlessCodeSaysHowMuchThereIs()
{
    answer(fence(lines(2'000)));
    QCOMPARE(shownLines(), 40);
    click(named(u"Show the first 1,500 of 2,000 lines"_s));
    QTRY_COMPARE(shownLines(), 1'500);
    QTest::keyClick(&m_scene->view, Qt::Key_End);
    QTRY_VERIFY(named(u"Show only the beginning"_s));
    QVERIFY(find(m_scene->flickable(), [](QQuickItem *item) {
        return item->property("text").toString().startsWith(u"This code is very long"_s);
    }));
}

void tst_code::shortCodeHasNoButton()
{
    answer(fence(lines(40)));
    QCOMPARE(shownLines(), 40);
    QVERIFY(!named(u"Show all 40 lines"_s));
    QVERIFY(!named(u"Show only the beginning"_s));
}

void tst_code::theButtonShowsAllAndFoldsAgain()
{
    answer(fence(lines(120)) + u"\nAnd so on."_s);
    click(named(u"Show all 120 lines"_s));
    QTRY_COMPARE(shown(), lines(120));
    QTest::keyClick(&m_scene->view, Qt::Key_End);
    QTRY_VERIFY(named(u"Show only the beginning"_s));
    click(named(u"Show only the beginning"_s));
    QTRY_COMPARE(shown(), lines(40));
    // What was folded is still in sight.
    m_scene->view.grabWindow(); // laid out
    QVERIFY(code());
    const qreal y = code()->mapToScene({}).y();
    QVERIFY2(y >= 0 && y < m_scene->view.height() / 2, qPrintable(QString::number(y)));
}

void tst_code::theKeyboardOpens_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("space") << Qt::Key_Space;
    QTest::newRow("return") << Qt::Key_Return;
    QTest::newRow("enter") << Qt::Key_Enter;
}

void tst_code::theKeyboardOpens()
{
    QFETCH(Qt::Key, key);
    answer(fence(lines(60)));
    QQuickItem *button = named(u"Show all 60 lines"_s);
    QVERIFY(button);
    button->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&m_scene->view, key);
    QTRY_COMPARE(shownLines(), 60);
    QTest::keyClick(&m_scene->view, key);
    QTRY_COMPARE(shownLines(), 40);
}

void tst_code::whatStreamsIsNeverFolded()
{
    m_scene->send(u"Question"_s);
    m_scene->say(u"```cpp\n"_s + lines(60));
    QTRY_COMPARE(shownLines(), 60);
    QVERIFY(!named(u"Show all 60 lines"_s));
    m_scene->say(u"\n"_s + lines(30) + u"\n```\n\nThat is all."_s);
    QTRY_COMPARE(shownLines(), 90);
    m_scene->finish();
    QTRY_VERIFY(named(u"Regenerate"_s));
    // The reader was there while it grew.
    QCOMPARE(shownLines(), 90);
    QVERIFY(named(u"Show only the beginning"_s));
}

void tst_code::theChoiceSurvivesTheRow()
{
    m_scene->send(u"Question"_s);
    m_scene->say(fence(lines(80)) + u"\n"_s + u"Words.\n\n"_s.repeated(200));
    m_scene->finish();
    QTRY_VERIFY(named(u"Regenerate"_s));
    QTest::keyClick(&m_scene->view, Qt::Key_Home);
    QTRY_COMPARE(shownLines(), 40);
    click(named(u"Show all 80 lines"_s));
    QTRY_COMPARE(shownLines(), 80);
    QTest::keyClick(&m_scene->view, Qt::Key_End);
    QTRY_VERIFY(!code()); // the row is gone
    QTest::keyClick(&m_scene->view, Qt::Key_Home);
    QTRY_COMPARE(shownLines(), 80);
}

void tst_code::anotherConversationForgetsIt()
{
    answer(fence(lines(80)));
    click(named(u"Show all 80 lines"_s));
    QTRY_COMPARE(shownLines(), 80);
    m_scene->model.setSession(nullptr);
    m_scene->model.setSession(m_scene->session.get());
    QTRY_COMPARE(shownLines(), 40);
}

void tst_code::findingOpensIt()
{
    answer(fence(lines(100) + u"\nint needle;\n"_s + lines(10)));
    QCOMPARE(shownLines(), 40);
    QMetaObject::invokeMethod(m_scene->list(), "openFind");
    for (const char letter : {'n', 'e', 'e', 'd', 'l', 'e'})
        QTest::keyClick(&m_scene->view, letter);
    QTRY_COMPARE(shownLines(), 111);
}

void tst_code::findingInTheBeginningLeavesItFolded()
{
    answer(fence(u"int needle;\n"_s + lines(100)));
    QMetaObject::invokeMethod(m_scene->list(), "openFind");
    for (const char letter : {'n', 'e', 'e', 'd', 'l', 'e'})
        QTest::keyClick(&m_scene->view, letter);
    const auto *finding = m_scene->list()->findChild<FindController *>();
    QVERIFY(finding);
    QTRY_COMPARE(finding->position(), 1);
    QCOMPARE(shownLines(), 40);
}

void tst_code::copyingTakesAll()
{
    const QString all = lines(120);
    answer(fence(all));
    click(named(u"Copy code"_s));
    QVERIFY(m_scene->chat.calls.value(0).contains(all));
    m_scene->list()->forceActiveFocus();
    QTest::keyClick(&m_scene->view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&m_scene->view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(all));
    // What is shown of it is selected to its end.
    QCOMPARE(code()->property("selectedText").toString().size(), lines(40).size());
}

void tst_code::linesAreNumbered_data()
{
    QTest::addColumn<bool>("wrapped");
    QTest::newRow("as they are") << false;
    QTest::newRow("wrapped") << true;
}

void tst_code::linesAreNumbered()
{
    QFETCH(bool, wrapped);
    const QString all = u"int wide = "_s + u"value + "_s.repeated(60) + u"0;\n"_s + lines(11);
    answer(fence(all));
    if (wrapped)
        click(named(u"Wrap lines"_s));
    click(named(u"Line numbers"_s));
    const auto numbers = [&] {
        return find(m_scene->flickable(), [](QQuickItem *item) {
            return item->inherits("QQuickText") &&
                   item->property("text").toString().startsWith(u"1\n");
        });
    };
    QTRY_VERIFY(numbers());
    QTRY_COMPARE(numbers()->property("text").toString().count(u'\n') + 1,
                 code()->property("lineCount").toInt());
    QVERIFY(numbers()->property("text").toString().endsWith(u"\n11\n12"_s));
    QCOMPARE(code()->property("lineCount").toInt() > 12, wrapped);
    m_scene->shot(wrapped ? u"code-numbered-wrapped"_s : u"code-numbered"_s);
    // Nobody copies them.
    m_scene->list()->forceActiveFocus();
    QTest::keyClick(&m_scene->view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&m_scene->view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(all));
    click(named(u"Line numbers"_s));
    QTRY_VERIFY(!numbers());
}

void tst_code::wrappingOutlivesTheRow()
{
    m_scene->send(u"Question"_s);
    m_scene->say(fence(u"int wide = "_s + u"value + "_s.repeated(60) + u"0;"_s) +
                 u"\nA paragraph.\n"_s.repeated(120));
    m_scene->finish();
    const auto press = [&](Qt::Key key) {
        m_scene->list()->forceActiveFocus();
        QTest::keyClick(&m_scene->view, key);
    };
    QTRY_VERIFY(m_scene->model.rowCount() > 100);
    m_scene->view.grabWindow();
    QVERIFY(!code()); // far above
    press(Qt::Key_Home);
    QTRY_VERIFY(code() && named(u"Wrap lines"_s));
    QCOMPARE(code()->property("lineCount").toInt(), 1);
    click(named(u"Wrap lines"_s));
    QTRY_VERIFY(code()->property("lineCount").toInt() > 1);
    press(Qt::Key_End);
    QTRY_VERIFY(!code());
    press(Qt::Key_Home);
    QTRY_VERIFY(code() && code()->property("lineCount").toInt() > 1);
}

void tst_code::aDragBeyondTheSideScrollsLongLines()
{
    answer(fence(u"int wide = "_s + u"value + "_s.repeated(30) + u"0;\nint next;"_s));
    QQuickItem *box = code()->parentItem();
    while (box && !box->inherits("QQuickFlickable"))
        box = box->parentItem();
    QVERIFY(box);
    const auto contentX = [&] { return box->property("contentX").toReal(); };
    QCOMPARE(contentX(), 0);
    const QPoint start = code()->mapToScene({40, 10}).toPoint();
    const QPoint right(int(box->mapToScene({box->width() + 110, 0}).x()), start.y());
    QTest::mousePress(&m_scene->view, Qt::LeftButton, Qt::NoModifier, start);
    QTest::mouseMove(&m_scene->view, start + QPoint(40, 0));
    QTest::mouseMove(&m_scene->view, right);
    const qreal most = box->property("contentWidth").toReal() - box->width();
    QTRY_COMPARE(contentX(), most);
    QTRY_VERIFY(code()->property("selectedText").toString().endsWith(u"+ 0;"_s));
    const QPoint left(int(box->mapToScene({-110, 0}).x()), start.y());
    QTest::mouseMove(&m_scene->view, left);
    QTRY_COMPARE(contentX(), 0);
    QTRY_VERIFY(code()->property("selectedText").toString().startsWith(u"int"_s));
    QTest::mouseRelease(&m_scene->view, Qt::LeftButton, Qt::NoModifier, left);
}

void tst_code::picture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// For the eye.
void tst_code::picture()
{
    QFETCH(bool, dark);
    m_scene->view.rootObject()->setProperty("dark", dark);
    answer(fence(u"// A sum\n#include <x>\nint sum(int n)\n{\n"_s + lines(120) + u"\n}"_s));
    QVERIFY(!m_scene->shot(u"code-folded-"_s + QLatin1String(QTest::currentDataTag())).isNull());
}

QTEST_MAIN(tst_code)
#include "tst_code.moc"
