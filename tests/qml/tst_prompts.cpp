#include "qml/TranscriptScene.h"
#include "ui/FindController.h"
#include "ui/FindMarks.h"
#include "ui/SelectionMarks.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// The user's bubble: what was typed, with its formulas drawn.
class tst_prompts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void formulasAreDrawn();
    void nothingElseIsInterpreted();
    void copyingGivesTheSource();
    void findingLooksIntoFormulas();
    void editingShowsTheSource();
    void aWideFormulaFitsIntoTheBubble();
    void theBubbleIsAsWideAsItsText();
    void aHugePromptIsBounded();

private:
    void ask(const QString &text);
    [[nodiscard]] QQuickItem *row() const;
    [[nodiscard]] QQuickItem *edit() const;
    [[nodiscard]] QString shown() const;
    [[nodiscard]] QString copied();

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

/// Starting the engine that sets formulas takes its time, most of all with sanitizers.
constexpr int kTypeset = 30'000;

} // namespace

void tst_prompts::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 600}), qPrintable(m_scene->warnings.join(u'\n')));
    m_scene->list()->forceActiveFocus();
}

void tst_prompts::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

void tst_prompts::ask(const QString &text)
{
    m_scene->send(text);
    m_scene->say(u"Answer"_s);
    m_scene->finish();
    QTRY_COMPARE(m_scene->model.rowCount(), 3);
    QTest::keyClick(&m_scene->view, Qt::Key_Home);
    QTRY_VERIFY(edit());
    m_scene->view.grabWindow(); // laid out
}

QQuickItem *tst_prompts::row() const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item),
                              Q_ARG(int, 0));
    return item;
}

QQuickItem *tst_prompts::edit() const
{
    return find(row(), [](QQuickItem *item) { return item->inherits("QQuickTextEdit"); });
}

/// As the document has it: with a blank (TextSpan::Back) between a formula and what belongs to it.
QString tst_prompts::shown() const
{
    QString text;
    QMetaObject::invokeMethod(edit(), "getText", Q_RETURN_ARG(QString, text), Q_ARG(int, 0),
                              Q_ARG(int, edit()->property("length").toInt()));
    return text;
}

QString tst_prompts::copied()
{
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&m_scene->view, Qt::Key_C, Qt::ControlModifier);
    return QGuiApplication::clipboard()->text();
}

void tst_prompts::formulasAreDrawn()
{
    ask(u"Compare the trapezoid rule with Simpson’s rule on $\\int_0^1 e^{-x^2}dx$. Why does "
        "Simpson converge so much faster for $5? Type `$x$`."_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        shown(),
        u"Compare the trapezoid rule with Simpson’s rule on \ufffc . Why does Simpson converge "
        "so much faster for $5? Type `$x$`."_s,
        kTypeset);
    QVERIFY(!m_scene->shot(u"prompt-formula"_s).isNull());
}

void tst_prompts::nothingElseIsInterpreted()
{
    const QString text = u"# not a heading\n  * 2 * 3 * 4\n\n\t[x](https://e.org) <b>\n"
                         "```c\n  int a; // $y$\n```\nhttps://e.org [citation:3]"_s;
    ask(text);
    QCOMPARE(shown(), text);
    for (int i = 0; i < text.size(); ++i) {
        QRectF rect;
        QMetaObject::invokeMethod(edit(), "positionToRectangle", Q_RETURN_ARG(QRectF, rect),
                                  Q_ARG(int, i));
        QString link;
        QMetaObject::invokeMethod(edit(), "linkAt", Q_RETURN_ARG(QString, link),
                                  Q_ARG(qreal, rect.x() + 1), Q_ARG(qreal, rect.center().y()));
        QCOMPARE(link, QString());
    }
    QVERIFY(!m_scene->shot(u"prompt-code"_s).isNull());
}

void tst_prompts::copyingGivesTheSource()
{
    const QString text = u"Of $x^2$ and\n$$\n\\int_0^1 f\n$$\nwhich?"_s;
    ask(text);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Of \ufffc and\n\ufffc\nwhich?"_s, kTypeset);
    QTest::keyClick(&m_scene->view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(copied().startsWith(text + u"\n\nAnswer"_s));
    const auto *marks = edit()->findChild<SelectionMarks *>();
    QVERIFY(marks);
    QCOMPARE(marks->range().begin, 0);
    QCOMPARE(marks->range().end, edit()->property("length").toInt());
    // A word of it, and the formula before.
    const auto at = [this](int position) {
        QRectF rect;
        QMetaObject::invokeMethod(edit(), "positionToRectangle", Q_RETURN_ARG(QRectF, rect),
                                  Q_ARG(int, position));
        return edit()->mapToScene(QPointF(rect.x() + 1, rect.center().y())).toPoint();
    };
    QTest::mousePress(&m_scene->view, Qt::LeftButton, Qt::NoModifier, at(3));
    QTest::mouseMove(&m_scene->view, at(6));
    QTest::mouseMove(&m_scene->view, at(8));
    QTest::mouseRelease(&m_scene->view, Qt::LeftButton, Qt::NoModifier, at(8));
    QCOMPARE(copied(), u"$x^2$ and"_s);
    QVERIFY(!m_scene->shot(u"prompt-selection"_s).isNull());
}

void tst_prompts::findingLooksIntoFormulas()
{
    ask(u"Of $\\alpha^2$ and alpha"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Of \ufffc and alpha"_s, kTypeset);
    QMetaObject::invokeMethod(m_scene->list(), "openFind");
    auto *finder = m_scene->list()->findChild<FindController *>();
    QVERIFY(finder);
    for (const QChar c : u"alpha"_s)
        QTest::keyClick(&m_scene->view, c.toLatin1());
    QTRY_COMPARE(finder->count(), 2);
    // The formula is marked as one, and as high as the word.
    const std::vector<FindMarks *> marks = FindMarks::below(row());
    QCOMPARE(marks.size(), size_t(1));
    const QRectF first = marks[0]->currentArea();
    finder->next();
    const QRectF second = marks[0]->currentArea();
    QVERIFY(!first.isEmpty() && second.left() > first.right());
    QCOMPARE(first.top(), second.top());
    QCOMPARE(first.bottom(), second.bottom());
    QVERIFY(!m_scene->shot(u"prompt-find"_s).isNull());
}

void tst_prompts::editingShowsTheSource()
{
    const QString text = u"Of $x^2$"_s;
    ask(text);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Of \ufffc"_s, kTypeset);
    m_scene->model.beginEdit(m_scene->session->conversation().activePath().constFirst());
    QTRY_COMPARE(edit()->property("text").toString(), text);
    m_scene->model.endEdit();
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Of \ufffc"_s, kTypeset);
}

void tst_prompts::aWideFormulaFitsIntoTheBubble()
{
    ask(u"$$"_s + u"a_1 x^2 + b_2 y^2 + "_s.repeated(12) + u"z$$"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"\ufffc"_s, kTypeset);
    m_scene->view.grabWindow();
    QVERIFY(edit()->property("contentWidth").toReal() <= edit()->width() + 1);
    m_scene->view.resize(500, 600);
    QTRY_VERIFY(edit() && edit()->width() < 400);
    QTRY_VERIFY(edit()->property("contentWidth").toReal() <= edit()->width() + 1);
}

void tst_prompts::theBubbleIsAsWideAsItsText()
{
    ask(u"Why $x$?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Why \ufffc ?"_s, kTypeset);
    m_scene->view.grabWindow();
    QVERIFY(edit()->width() < 90);
    QCOMPARE(edit()->property("lineCount").toInt(), 1);
}

void tst_prompts::aHugePromptIsBounded()
{
    const QString line = u"One line of a very long log, with $x$ and 中文 in it.\n"_s;
    const QString text = line.repeated(500'000 / line.size()) + u"end"_s;
    ask(text);
    const int length = edit()->property("length").toInt();
    QVERIFY2(length > 10'000 && length <= 60'000, qPrintable(QString::number(length)));
    QVERIFY(find(row(), [](QQuickItem *item) {
        return item->property("text").toString().contains(u"only its beginning"_s);
    }));
    QTest::keyClick(&m_scene->view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(copied().startsWith(text));
}

QTEST_MAIN(tst_prompts)
#include "tst_prompts.moc"
