#include "highlight/CodeHighlighter.h"
#include "qml/TranscriptScene.h"

#include <QColor>
#include <QImage>
#include <QQuickTextDocument>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// The colours of code in the message list.
class tst_codeColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void canBeRead_data();
    void canBeRead();
    void areThoseOfTheWholeAfterStreaming_data();
    void areThoseOfTheWholeAfterStreaming();
    void aCommentThatEndsBehindTheFoldIsOne();
    void areSeenWhenTheyComeAfterTheText();

private:
    void answer(const QString &text);
    [[nodiscard]] QQuickItem *code() const;
    [[nodiscard]] QTextDocument *document() const
    {
        return code()->property("textDocument").value<QQuickTextDocument *>()->textDocument();
    }
    [[nodiscard]] QList<QColor> colours() const;

    std::unique_ptr<TranscriptScene> m_scene;
};

namespace {

QString fence(const QString &code, const QString &language = u"cpp"_s)
{
    return u"```%1\n%2\n```\n"_s.arg(language, code);
}

QQuickItem *codeBelow(QQuickItem *root)
{
    if (root->inherits("QQuickTextEdit") && root->property("mono").toBool())
        return root;
    const auto children = root->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = codeBelow(child))
            return found;
    }
    return nullptr;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// As the Web Content Accessibility Guidelines define it.
double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

/// Where each colour is, line by line.
QStringList coloured(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QString line;
        for (const QTextLayout::FormatRange &range : block.layout()->formats())
            line += u"%1+%2 %3 "_s.arg(range.start)
                        .arg(range.length)
                        .arg(range.format.foreground().color().name());
        lines << line;
    }
    return lines;
}

} // namespace

void tst_codeColours::init()
{
    m_scene = std::make_unique<TranscriptScene>();
    QVERIFY2(m_scene->open(), qPrintable(m_scene->warnings.join(u'\n')));
}

void tst_codeColours::cleanup()
{
    QCOMPARE(m_scene->warnings, QStringList());
    m_scene.reset();
}

/// All of it at once, as a stored answer comes.
void tst_codeColours::answer(const QString &text)
{
    m_scene->send(u"Question"_s);
    m_scene->say(text);
    m_scene->finish();
    QTRY_VERIFY(code());
}

QQuickItem *tst_codeColours::code() const
{
    return codeBelow(m_scene->flickable());
}

QList<QColor> tst_codeColours::colours() const
{
    QList<QColor> found;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (!found.contains(range.format.foreground().color()))
                found << range.format.foreground().color();
        }
    }
    return found;
}

void tst_codeColours::canBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("highContrast");
    for (const bool dark : {false, true}) {
        for (const bool high : {false, true})
            QTest::addRow("%s%s", dark ? "dark" : "light", high ? ", more contrast" : "")
                << dark << high;
    }
}

/// Of the real theme, and of a real row: whatever colours a piece of code.
void tst_codeColours::canBeRead()
{
    QFETCH(bool, dark);
    QFETCH(bool, highContrast);
    m_scene->view.rootObject()->setProperty("dark", dark);
    QQmlComponent component(m_scene->view.engine());
    component.setData("import QtQml\nimport Ponder\n"
                      "QtObject { property QtObject theme: Theme }",
                      QUrl());
    const std::unique_ptr<QObject> holder(component.create());
    QVERIFY2(holder, qPrintable(component.errorString()));
    auto *theme = holder->property("theme").value<QObject *>();
    QCOMPARE(theme->property("dark").toBool(), dark);
    theme->setProperty("highContrast", highContrast);
    answer(fence(u"// comment\n#include <x>\nconst char *s = \"text\";\nint n = 1;"_s));

    QTRY_COMPARE(colours().size(), 3); // keywords, literals, comments
    const auto colour = [theme](const char *name) { return theme->property(name).value<QColor>(); };
    // Plain code, code in a thinking panel, line numbers.
    QList<QColor> all = colours();
    all << code()->property("color").value<QColor>() << colour("text2") << colour("text3");
    const auto readable = [](const QColor &text, const QColor &behind) {
        const double ratio = contrast(text, behind);
        if (ratio < 4.5)
            qWarning() << text.name() << "on" << behind.name() << "is" << ratio;
        return text.isValid() && behind.isValid() && ratio >= 4.5;
    };
    for (const QColor &text : std::as_const(all))
        QVERIFY(readable(text, colour("code")));
    // Selected code has one colour.
    const auto selected = code()->property("selectedTextColor").value<QColor>();
    QVERIFY(readable(selected, code()->property("selectionColor").value<QColor>()));
    QCOMPARE(code()->property("selectionColor").value<QColor>(), colour("selection"));
    theme->setProperty("highContrast", false);
}

void tst_codeColours::areThoseOfTheWholeAfterStreaming_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"cpp", "py", "json"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

/// The document is continued, line by line and in the middle of words.
void tst_codeColours::areThoseOfTheWholeAfterStreaming()
{
    QFETCH(QString, language);
    QFile file(QStringLiteral(PONDER_TEST_DATA "/code/%1.txt").arg(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll()).trimmed();
    // The rules are read in the background the first time; then all comes at once.
    answer(fence(all, language));
    QTRY_VERIFY(!colours().isEmpty());
    const QString head = fence(all, language).section(u'\n', 0, 0) + u'\n';
    m_scene->model.setSession(nullptr);
    QTRY_VERIFY(!code());
    m_scene->session =
        std::make_unique<ChatSession>(Conversation(), m_scene->backend, nullptr, m_scene->clock);
    m_scene->model.setSession(m_scene->session.get());
    m_scene->send(u"Question"_s);
    m_scene->say(head);
    constexpr qsizetype kPiece = 97;
    for (qsizetype at = 0; at < all.size(); at += kPiece) {
        m_scene->say(all.mid(at, kPiece));
        const QString shown = all.left(at + kPiece).trimmed();
        QTRY_VERIFY(code() && document()->toPlainText().trimmed() == shown);
    }
    m_scene->say(u"\n```\n"_s);
    m_scene->finish();
    QTRY_COMPARE(document()->toPlainText(), all);

    QHash<TokenClass, QString> names;
    CodeHighlighter whole(language);
    const HighlightUpdate expected = whole.update(all);
    const auto asExpected = [&] {
        // One colour for each class, and it where the parse of the whole has that class.
        names.clear();
        size_t spans = 0;
        for (const CodeSpan &span : expected.spans) {
            const QTextBlock block = document()->findBlock(int(span.start));
            const auto formats = block.layout()->formats();
            const qsizetype start = span.start - block.position();
            const auto range =
                std::find_if(formats.begin(), formats.end(),
                             [start](const auto &candidate) { return candidate.start == start; });
            if (range == formats.end() ||
                range->length != std::min(span.length, block.length() - 1 - start))
                return false;
            const QString name = range->format.foreground().color().name();
            if (names.value(span.tokenClass, name) != name)
                return false;
            names.insert(span.tokenClass, name);
            ++spans;
        }
        return spans == expected.spans.size();
    };
    QTRY_VERIFY2(asExpected(), qPrintable(coloured(*document()).join(u'\n')));
}

void tst_codeColours::aCommentThatEndsBehindTheFoldIsOne()
{
    answer(fence(u"int x;\n/* begins\n"_s + u"for (;;) return\n"_s.repeated(60) + u"*/\nint y;"_s));
    const auto last = [&] { return document()->lastBlock().layout()->formats(); };
    QTRY_COMPARE(last().size(), 1);
    QCOMPARE(last().first().length, document()->lastBlock().length() - 1);
}

/// The rules of a language are read in the background when its first code is shown.
void tst_codeColours::areSeenWhenTheyComeAfterTheText()
{
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    QSemaphore hold;
    pool.setMaxThreadCount(1);
    pool.start([&hold] { hold.acquire(); });
    const auto letItGo = qScopeGuard([&] {
        hold.release();
        pool.waitForDone();
        pool.setMaxThreadCount(threads);
    });
    answer(fence(u"fn main() {\n    let x = \"text\"; // comment\n}"_s, u"rust"_s));
    // Coloured pixels, and those that are drawn at all.
    const auto pixels = [this](bool anyColour) {
        const QRectF area = code()->mapRectToScene(QRectF({}, code()->size()));
        const QImage picture = m_scene->view.grabWindow().copy(area.toAlignedRect());
        int found = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                found += anyColour ? colour.lightness() < 128 : colour.saturation() > 128;
            }
        }
        return found;
    };
    QTRY_VERIFY(pixels(true) > 50);
    QVERIFY(colours().isEmpty());
    QCOMPARE(pixels(false), 0);
    hold.release();
    QTRY_COMPARE(colours().size(), 3);
    QTRY_VERIFY(pixels(false) > 20);
}

QTEST_MAIN(tst_codeColours)
#include "tst_codeColours.moc"
