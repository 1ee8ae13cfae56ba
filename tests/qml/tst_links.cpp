#include "qml/TranscriptScene.h"

#include <QAccessible>
#include <QDir>
#include <QSignalSpy>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// What stands in a text and can be pointed at: links, citations, broken formulas; saving code.
class tst_links : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aLinkThatLeadsElsewhereAsks();
    void anHonestLinkOpensAtOnce();
    void citations();
    void aBrokenFormulaSaysWhy();
    void oneFormulaTooManySaysSo();
    void codeCanBeSaved();
    void diagramsAreNotDrawn();

private:
    void answer(const QString &text);
    [[nodiscard]] QQuickItem *edit() const;
    [[nodiscard]] QPoint placeOf(int position) const;
    void point(int position);
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QQuickItem *named(const QString &name) const;
    void click(const QString &name);

    std::unique_ptr<TranscriptScene> m_scene;
};

void tst_links::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 600}), qPrintable(m_scene->warnings.join(u'\n')));
}

void tst_links::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

void tst_links::answer(const QString &text)
{
    m_scene->send(u"Question"_s);
    m_scene->say(text);
    m_scene->finish();
    QTRY_COMPARE(m_scene->model.rowCount(), 3);
    QTRY_VERIFY(edit());
    QTest::qWait(100); // a pause: the list is laid out at its end
}

/// The text of the first row of the answer.
QQuickItem *tst_links::edit() const
{
    QQuickItem *row = nullptr;
    QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, row),
                              Q_ARG(int, 1));
    return row ? find(row, [](QQuickItem *item) { return item->inherits("QQuickTextEdit"); })
               : nullptr;
}

/// The middle of a character.
QPoint tst_links::placeOf(int position) const
{
    QRectF from;
    QRectF to;
    QMetaObject::invokeMethod(edit(), "positionToRectangle", Q_RETURN_ARG(QRectF, from),
                              Q_ARG(int, position));
    QMetaObject::invokeMethod(edit(), "positionToRectangle", Q_RETURN_ARG(QRectF, to),
                              Q_ARG(int, position + 1));
    return edit()->mapToScene((from.center() + to.center()) / 2).toPoint();
}

void tst_links::point(int position)
{
    QTest::mouseMove(&m_scene->view, placeOf(position) - QPoint(1, 0));
    QTest::mouseMove(&m_scene->view, placeOf(position));
}

/// What the corner of the list says.
QString tst_links::hint() const
{
    QQuickItem *item = find(m_scene->view.contentItem(), [](QQuickItem *i) {
        return QString::fromLatin1(i->metaObject()->className()).startsWith("LinkHint"_L1);
    });
    QQuickItem *label = item ? item->childItems().constFirst() : nullptr;
    return label ? label->property("text").toString() : QString();
}

QQuickItem *tst_links::named(const QString &name) const
{
    return find(m_scene->view.contentItem(), [&](QQuickItem *item) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
        return interface && interface->text(QAccessible::Name) == name;
    });
}

void tst_links::click(const QString &name)
{
    QQuickItem *item = named(name);
    QVERIFY2(item, qPrintable(name));
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier,
                      item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
}

void tst_links::aLinkThatLeadsElsewhereAsks()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(u"See [https://paypal.com/login](https://evil.example/x) now"_s);
    const auto clickLink = [this] {
        QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, placeOf(8));
    };
    clickLink();
    QTRY_VERIFY(named(u"Open evil.example?"_s));
    QTRY_VERIFY(named(u"Cancel"_s)->hasActiveFocus());
    QVERIFY(!m_scene->shot(u"link-question"_s).isNull());
    QTest::keyClick(&m_scene->view, Qt::Key_Escape);
    QTRY_VERIFY(!named(u"Open evil.example?"_s));
    m_scene->view.resize(400, 600); // the narrowest window there is
    QTest::qWait(100);              // a pause: the list is laid out again
    clickLink();
    QTRY_VERIFY(named(u"Copy address"_s));
    QTRY_VERIFY(named(u"Open"_s)->mapToScene(QPointF(named(u"Open"_s)->width(), 0)).x() < 384);
    click(u"Copy address"_s);
    QCOMPARE(m_scene->chat.calls, QStringList{u"copyText https://evil.example/x"_s});
    QTRY_VERIFY(!named(u"Copy address"_s));
    QCOMPARE(opened.count(), 0);
    clickLink();
    QTRY_VERIFY(named(u"Open"_s));
    click(u"Open"_s);
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), u"https://evil.example/x"_s);
}

void tst_links::anHonestLinkOpensAtOnce()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(u"See [example.org](https://docs.example.org/x) now"_s);
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, placeOf(8));
    QTRY_COMPARE(opened.count(), 1);
}

void tst_links::citations()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(u"Yes[citation:3][citation:12] and `[citation:4]` 是的[citation:5]。"_s);
    QString text;
    QMetaObject::invokeMethod(edit(), "getText", Q_RETURN_ARG(QString, text), Q_ARG(int, 0),
                              Q_ARG(int, 100));
    // See TextSpan::Back; getText() has spaces for its blanks.
    QCOMPARE(text, u"Yes \ufffc\ufffc and [citation:4] 是的 \ufffc 。"_s);
    point(5);
    QTRY_VERIFY2(hint().contains(u"12"_s), qPrintable(hint()));
    QTest::mouseClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, placeOf(5));
    QTest::qWait(50); // a pause: nothing opens
    QCOMPARE(opened.count(), 0);
    QVERIFY(!m_scene->shot(u"citations"_s).isNull());
}

void tst_links::aBrokenFormulaSaysWhy()
{
    answer(u"A formula $\\frac{a}}$ that is wrong"_s);
    QTRY_VERIFY_WITH_TIMEOUT((point(14), hint().startsWith("This formula cannot be set"_L1)),
                             20'000);
    QString text;
    QMetaObject::invokeMethod(edit(), "getText", Q_RETURN_ARG(QString, text), Q_ARG(int, 0),
                              Q_ARG(int, 100));
    QVERIFY(text.contains("$\\frac{a}}$"_L1));
}

void tst_links::oneFormulaTooManySaysSo()
{
    answer(u"$x$ "_s.repeated(101));
    QString text;
    QTRY_VERIFY_WITH_TIMEOUT(
        (QMetaObject::invokeMethod(edit(), "getText", Q_RETURN_ARG(QString, text), Q_ARG(int, 0),
                                   Q_ARG(int, 1000)),
         text == (QString(QChar::ObjectReplacementCharacter) + u' ').repeated(100) + u"$x$"_s),
        20'000);
    QTRY_VERIFY2((point(202), hint().startsWith("There are too many formulas"_L1)),
                 qPrintable(hint()));
}

void tst_links::codeCanBeSaved()
{
    QSignalSpy save(m_scene->list(), SIGNAL(codeSaveRequested(QString, QString)));
    answer(u"```python\nprint(1)\n```\n"_s);
    click(u"Save as file…"_s);
    QCOMPARE(save.count(), 1);
    QCOMPARE(save[0][0].toString(), u"print(1)"_s);
    QCOMPARE(save[0][1].toString(), u"python"_s);
}

void tst_links::diagramsAreNotDrawn()
{
    answer(u"```mermaid\ngraph TD\n```\n"_s);
    const auto note = find(m_scene->view.contentItem(), [](QQuickItem *item) {
        return item->property("text").toString().contains("diagrams are not drawn"_L1);
    });
    QVERIFY(note);
}

QTEST_MAIN(tst_links)
#include "tst_links.moc"
