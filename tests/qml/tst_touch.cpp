#include "qml/TranscriptScene.h"

#include <QGuiApplication>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QStyleHints>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// A finger on the message list.
class tst_touch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aDragScrolls();
    void aDragOverWideCodeScrollsThat();
    void heldStillItSelectsAWord();
    void aTapOpensALink();
    void aTapClears();

private:
    void answer(const QString &text);
    void drag(const QPoint &from, const QPoint &to);
    [[nodiscard]] QQuickItem *edit(int row) const;
    [[nodiscard]] QPoint at(int row, int offset) const;
    [[nodiscard]] QString selected(int row) const;
    [[nodiscard]] qreal contentY() const
    {
        return m_scene->flickable()->property("contentY").toReal();
    }
    [[nodiscard]] QQuickItem *menu() const;

    QPointingDevice *m_finger = QTest::createTouchDevice();
    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString numbered(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"Paragraph %1 of many.\n\n"_s.arg(i);
    return text;
}

} // namespace

void tst_touch::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 600}), qPrintable(m_scene->warnings.join(u'\n')));
    QGuiApplication::styleHints()->setMousePressAndHoldInterval(100);
}

void tst_touch::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

void tst_touch::answer(const QString &text)
{
    m_scene->send(u"Question"_s);
    m_scene->say(text);
    m_scene->finish();
    QTRY_VERIFY(m_scene->model.rowCount() > 2);
    m_scene->view.grabWindow(); // laid out
    m_scene->view.grabWindow();
}

QQuickItem *tst_touch::edit(int row) const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item),
                              Q_ARG(int, row));
    return find(item, [](QQuickItem *i) { return i->inherits("QQuickTextEdit"); });
}

QPoint tst_touch::at(int row, int offset) const
{
    QRectF rect;
    QMetaObject::invokeMethod(edit(row), "positionToRectangle", Q_RETURN_ARG(QRectF, rect),
                              Q_ARG(int, offset));
    return edit(row)->mapToScene(QPointF(rect.x() + 1, rect.center().y())).toPoint();
}

QString tst_touch::selected(int row) const
{
    return edit(row) ? edit(row)->property("selectedText").toString() : QString();
}

QQuickItem *tst_touch::menu() const
{
    return find(m_scene->view.contentItem(), [](QQuickItem *item) {
        return item->property("text").toString() == u"Copy as Markdown"_s;
    });
}

void tst_touch::drag(const QPoint &from, const QPoint &to)
{
    QTest::touchEvent(&m_scene->view, m_finger).press(0, from);
    constexpr int kSteps = 10;
    for (int i = 1; i <= kSteps; ++i)
        QTest::touchEvent(&m_scene->view, m_finger).move(0, from + (to - from) * i / kSteps);
    QTest::touchEvent(&m_scene->view, m_finger).release(0, to);
}

void tst_touch::aDragScrolls()
{
    answer(numbered(80));
    const qreal before = contentY();
    drag(QPoint(300, 150), QPoint(310, 450));
    QVERIFY2(std::abs(before - contentY() - 300) < 40, qPrintable(QString::number(contentY())));
    QVERIFY(!m_scene->list()->property("following").toBool());
    for (int row = 0; row < 82; ++row)
        QCOMPARE(selected(row), QString());
    QTest::qWait(150); // a pause: nothing comes of having held still before
    QVERIFY(!menu());
}

void tst_touch::aDragOverWideCodeScrollsThat()
{
    answer(u"```\n"_s + u"long "_s.repeated(100) + u"\n```"_s);
    QQuickItem *box = edit(1);
    while (box && !box->inherits("QQuickFlickable"))
        box = box->parentItem();
    QVERIFY(box && box->property("contentWidth").toReal() > box->width());
    drag(at(1, 40), at(1, 10));
    QVERIFY(box->property("contentX").toReal() > 50);
    QCOMPARE(selected(1), QString());
}

void tst_touch::heldStillItSelectsAWord()
{
    answer(u"Some words here"_s);
    const QPoint word = at(1, 7);
    QTest::touchEvent(&m_scene->view, m_finger).press(0, word);
    QTRY_COMPARE(selected(1), u"words"_s);
    QTRY_VERIFY(menu());
    QTest::touchEvent(&m_scene->view, m_finger).release(0, word);
    QTest::qWait(50); // a pause: letting go changes nothing
    QCOMPARE(selected(1), u"words"_s);
    QVERIFY(menu());
}

void tst_touch::aTapOpensALink()
{
    QSignalSpy opened(m_scene->list(), SIGNAL(linkActivated(QString)));
    answer(u"[example.org](https://docs.example.org/x) it is"_s);
    QTest::touchEvent(&m_scene->view, m_finger).press(0, at(1, 4));
    QTest::touchEvent(&m_scene->view, m_finger).release(0, at(1, 4));
    QCOMPARE(opened.count(), 1);
}

void tst_touch::aTapClears()
{
    answer(u"Some words here"_s);
    QTest::mouseDClick(&m_scene->view, Qt::LeftButton, Qt::NoModifier, at(1, 7));
    QCOMPARE(selected(1), u"words"_s);
    QTest::touchEvent(&m_scene->view, m_finger).press(0, at(1, 12));
    QTest::touchEvent(&m_scene->view, m_finger).release(0, at(1, 12));
    QCOMPARE(selected(1), QString());
}

QTEST_MAIN(tst_touch)
#include "tst_touch.moc"
