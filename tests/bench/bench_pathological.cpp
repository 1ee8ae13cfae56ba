// How long the thread that draws is held up by answers made to hold it up. One JSON object a line;
// see tests/run --bench.

#include "bench/Measure.h"
#include "qml/TranscriptScene.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

using namespace ponder;
using namespace ponder::test;

namespace {

/// Remembers the longest time that one event kept the thread busy, in processor time.
class WatchedApplication final : public QGuiApplication
{
public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_busy)
            return QGuiApplication::notify(receiver, event);
        m_busy = true;
        const double before = threadMs();
        const bool handled = QGuiApplication::notify(receiver, event);
        longestMs = std::max(longestMs, threadMs() - before);
        m_busy = false;
        return handled;
    }

    double longestMs = 0;

private:
    bool m_busy = false;
};

QString definitions(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("[label%1]: https://example.org/%1\n").arg(i);
    return text + QStringLiteral("\nSee [label7].\n");
}

QString lateLinks(int count)
{
    return QStringLiteral("See [a] and [b].\n\n").repeated(count) +
           QStringLiteral("[a]: https://x.y/a\n[b]: https://x.y/b\n");
}

QString zalgo()
{
    QString text;
    for (int i = 0; i < 2'000; ++i) {
        text += QChar(u'a' + i % 26);
        for (int mark = 0; mark < 30; ++mark)
            text += QChar(0x0300 + (i + mark) % 0x60);
    }
    return text;
}

QString table(int columns, int rows)
{
    const QString head = QStringLiteral("|") + QStringLiteral("a|").repeated(columns);
    const QString rule = QStringLiteral("|") + QStringLiteral("-|").repeated(columns);
    return head + u'\n' + rule + u'\n' + (head + u'\n').repeated(rows);
}

std::vector<std::pair<const char *, QString>> answers()
{
    const auto many = [](const char *piece, int count) {
        return QString::fromUtf8(piece).repeated(count);
    };
    QString lone = many("text with halves of letters ", 50);
    for (qsizetype i = 0; i < lone.size(); i += 7)
        lone[i] = QChar(0xD800);
    return {
        {"10,000 nested quotes", many(">", 10'000) + u'x'},
        {"10,000 nested brackets", many("[", 10'000) + many("](x)", 10'000)},
        {"10,000 nested list items", many("- ", 10'000) + u'x'},
        {"1 MB without a space", many("x", 1'000'000)},
        {"1 MB of Chinese in one line", many("没有空格的一行", 50'000)},
        {"1 MB of code in one line", many("```\n", 1) + many("x", 1'000'000)},
        {"100,000 lines of code", many("```cpp\n", 1) + many("int x;\n", 100'000)},
        {"a table of 10,000 columns", table(10'000, 1)},
        {"a table of 20,000 rows", table(3, 20'000)},
        {"100,000 link definitions", definitions(100'000)},
        {"2,000 links that are defined late", lateLinks(2'000)},
        {"20,000 links that are defined late", lateLinks(20'000)},
        {"20,000 nested links", many("<a href='https://x.y'>a ", 20'000) + many("</a>", 20'000)},
        {"a picture of 3 MB that came along",
         many("![a](data:image/png;base64,", 1) + many("A", 3'000'000) + many(") words\n", 1)},
        {"letters with 30 marks each", zalgo()},
        {"NUL and halves of letters", lone + QString(2'000, QChar(0))},
        {"100,000 stars", many("*", 100'000)},
        {"50,000 open emphases", many("*a ", 50'000)},
        {"50,000 open tags", many("<b>a <i>b</u> ", 25'000)},
        {"20,000 nested tags", many("<sub>a ", 20'000) + many("</sub>", 20'000)},
        {"20,000 lines that end with a tag", many("a<br>", 20'000)},
        {"20,000 such lines in a cell",
         many("| a |\n|---|\n| ", 1) + many("a<br>", 20'000) + many(" |", 1)},
        {"100,000 letters in a cell",
         many("| a |\n|---|\n| ", 1) + many("word ", 20'000) + many(" |", 1)},
        {"20,000 footnotes", many("[^1]: a note\n", 20'000)},
        {"100,000 backticks", many("`a ", 50'000)},
        {"20,000 formulas", many("$x$ ", 20'000)},
        {"20,000 paragraphs", many("One more paragraph.\n\n", 20'000)},
        {"right to left, mixed", many("مرحبا hello שלום 你好 ", 2'000)},
    };
}

bool show(const char *name, const QString &answer)
{
    auto *application = static_cast<WatchedApplication *>(QCoreApplication::instance());
    TranscriptScene scene;
    if (!scene.open({900, 1000}))
        return false;
    scene.send(QStringLiteral("Write"));
    scene.say(QStringLiteral("Here it comes:\n\n"));
    spin(500);
    const double before = pssMegabytes();
    application->longestMs = 0;
    // As a quick server sends it.
    constexpr qsizetype kPiece = 16'384;
    for (qsizetype at = 0; at < answer.size(); at += kPiece) {
        scene.say(answer.mid(at, kPiece));
        spin(20);
    }
    spin(300);
    scene.finish();
    spin(500);
    for (const Qt::Key key : {Qt::Key_PageUp, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_End}) {
        QTest::keyClick(&scene.view, key);
        spin(200);
    }
    std::printf(R"({"name": "%s: longest pause", "value": %.1f, "unit": "ms", "goal": 100, )"
                R"("ok": %s, "memory_mb": %.1f})"
                "\n",
                name, application->longestMs, application->longestMs <= 100 ? "true" : "false",
                pssMegabytes() - before);
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler=false"));
    WatchedApplication application(argc, argv);
    bool fine = true;
    const QByteArray only = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    for (const auto &[name, answer] : answers()) {
        if (only.isEmpty() || QByteArray(name).contains(only))
            fine = show(name, answer) && fine;
    }
    return fine ? 0 : 1;
}
