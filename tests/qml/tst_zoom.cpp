#include "qml/TranscriptScene.h"

#include <QDir>
#include <QQmlContext>
#include <QQmlExpression>

#include <algorithm>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Stands for SettingsController.
class FakeSizes : public QObject
{
    Q_OBJECT

public:
    explicit FakeSizes(QObject *theme) : m_theme(theme) {}
    Q_INVOKABLE void stepTextSize(int step)
    {
        m_theme->setProperty("readingSize",
                             std::clamp(m_theme->property("readingSize").toInt() + step, 13, 20));
    }

private:
    QObject *m_theme;
};

/// The size of the text in the message list: by wheel, for every kind of block, in place.
class tst_zoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void controlAndWheel();
    void everyBlockGrows_data();
    void everyBlockGrows();
    void theLineAtTheTopStays_data();
    void theLineAtTheTopStays();
    void theEndStaysTheEnd();

private:
    void answer(const QString &text);
    void wheel(int delta, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] int size() const { return m_theme->property("readingSize").toInt(); }
    [[nodiscard]] qreal number(const char *name) const
    {
        return m_scene->flickable()->property(name).toReal();
    }
    [[nodiscard]] int rowAt(qreal y) const;
    [[nodiscard]] QQuickItem *item(int row) const;

    std::unique_ptr<TranscriptScene> m_scene;
    std::unique_ptr<FakeSizes> m_sizes;
    QObject *m_theme = nullptr;
};

void tst_zoom::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open({960, 600}), qPrintable(m_scene->warnings.join(u'\n')));
    QQuickItem *root = m_scene->view.rootObject();
    m_theme = QQmlExpression(qmlContext(root), root, u"Theme"_s).evaluate().value<QObject *>();
    QVERIFY(m_theme);
    m_theme->setProperty("readingSize", 15);
    m_sizes = std::make_unique<FakeSizes>(m_theme);
    m_scene->list()->setProperty("settings", QVariant::fromValue(m_sizes.get()));
}

void tst_zoom::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

void tst_zoom::answer(const QString &text)
{
    m_scene->send(u"Question"_s);
    // In two parts: code that a reader saw growing is not folded.
    m_scene->say(text.left(text.size() / 2));
    QTRY_VERIFY(m_scene->model.rowCount() > 1);
    m_scene->view.grabWindow();
    m_scene->say(text.mid(text.size() / 2));
    m_scene->finish();
    QTest::qWait(150); // a pause: the list is laid out at its end
}

void tst_zoom::wheel(int delta, Qt::KeyboardModifiers modifiers)
{
    const QPointF place(480, 300);
    QWheelEvent event(place, m_scene->view.mapToGlobal(place), QPoint(), QPoint(0, delta),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_scene->view, &event);
}

int tst_zoom::rowAt(qreal y) const
{
    int row = -1;
    QMetaObject::invokeMethod(m_scene->flickable(), "indexAt", Q_RETURN_ARG(int, row),
                              Q_ARG(qreal, 480), Q_ARG(qreal, number("contentY") + y));
    return row;
}

QQuickItem *tst_zoom::item(int row) const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_scene->flickable(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item),
                              Q_ARG(int, row));
    return item;
}

void tst_zoom::controlAndWheel()
{
    answer(u"Words.\n\n"_s.repeated(60));
    const qreal before = number("contentY");
    wheel(120, Qt::ControlModifier);
    QCOMPARE(size(), 16);
    wheel(60, Qt::ControlModifier); // a fine wheel: two halves are a notch
    QCOMPARE(size(), 16);
    wheel(60, Qt::ControlModifier);
    QCOMPARE(size(), 17);
    wheel(-240, Qt::ControlModifier);
    QCOMPARE(size(), 15);
    QTRY_COMPARE(number("contentY"), before);
    wheel(120, Qt::NoModifier);
    QCOMPARE(size(), 15);
    QVERIFY(number("contentY") < before);
}

void tst_zoom::everyBlockGrows_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("paragraph") << u"Words"_s;
    QTest::newRow("heading") << u"# Words"_s;
    QTest::newRow("code") << u"```\none\ntwo\nthree\n```"_s;
    QTest::newRow("table") << u"| a |\n|---|\n| b |\n| c |"_s;
    QTest::newRow("html") << u"<div>\na\n</div>"_s;
    QTest::newRow("formula") << u"$$\\frac{a}{b}$$"_s;
}

void tst_zoom::everyBlockGrows()
{
    QFETCH(QString, markdown);
    answer(markdown);
    const auto ready = [&] {
        const auto *formula = item(1)->findChild<QQuickItem *>(u"formula"_s);
        return !formula || formula->property("ready").toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(item(1) && ready(), 20'000);
    QTest::qWait(100); // a pause: the height settles
    const qreal before = item(1)->property("bodyHeight").toReal();
    m_theme->setProperty("readingSize", 20);
    QTRY_VERIFY2(item(1)->property("bodyHeight").toReal() > before * 1.12,
                 qPrintable(QString::number(item(1)->property("bodyHeight").toReal() / before)));
}

void tst_zoom::theLineAtTheTopStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs")
        << (u"Enough words for more than one line of the reading column, so that lines break "
            "somewhere else when the text becomes larger or smaller than it was.\n\n"_s)
               .repeated(60);
    QTest::newRow("a long block") << u"```\n"_s + u"line\n"_s.repeated(300) + u"```\n"_s;
}

void tst_zoom::theLineAtTheTopStays()
{
    QFETCH(QString, text);
    answer(text);
    for (int i = 0; i < 10; ++i)
        wheel(240, Qt::NoModifier);
    QTest::qWait(100); // a pause: rows above are laid out
    const int row = rowAt(2);
    QVERIFY(row > 0);
    // How much of the row is above the edge.
    const auto above = [&] { return (number("contentY") - item(row)->y()) / item(row)->height(); };
    const qreal before = above();
    const qreal height = item(row)->height();
    m_theme->setProperty("readingSize", 20);
    QTRY_VERIFY(item(row)->height() > height * 1.2);
    QTest::qWait(200); // a pause: nothing moves afterwards
    QVERIFY2(std::abs(above() - before) * item(row)->height() < 12,
             qPrintable(u"%1 %2"_s.arg(before).arg(above())));
    m_theme->setProperty("readingSize", 15);
    QTRY_COMPARE(item(row)->height(), height);
    QTest::qWait(200); // a pause: nothing moves afterwards
    QVERIFY(std::abs(above() - before) * item(row)->height() < 12);
}

void tst_zoom::theEndStaysTheEnd()
{
    answer(u"Words.\n\n"_s.repeated(60));
    const auto left = [this] {
        return number("originY") + number("contentHeight") - number("height") - number("contentY");
    };
    QTRY_VERIFY(std::abs(left()) <= 1);
    const qreal before = number("contentHeight");
    m_theme->setProperty("readingSize", 20);
    QTRY_VERIFY(number("contentHeight") > before * 1.05);
    QTRY_VERIFY(std::abs(left()) <= 1);
}

QTEST_MAIN(tst_zoom)
#include "tst_zoom.moc"
