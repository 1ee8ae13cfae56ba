// What the two costly kinds of block cost: formulas on their worker, and code that is coloured
// while it streams. Processor time; one JSON object a line, see tests/run --bench.

#include "highlight/CodeHighlighter.h"
#include "math/MathEngine.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace ponder;

namespace {

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void print(const char *name, double value, const char *unit, double goal)
{
    std::printf(R"({"name": "%s", "value": %.3f, "unit": "%s", "goal": %.2f, "ok": %s})"
                "\n",
                name, value, unit, goal, value <= goal ? "true" : "false");
    std::fflush(stdout);
}

QString lecture(int round)
{
    QFile file(QStringLiteral(PONDER_TEST_DATA "/stream/lecture.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).replace(QChar(0xA7), QString::number(round));
}

bool formulas()
{
    static const QRegularExpression formula(QStringLiteral(R"(\$\$(.+?)\$\$|\$([^$\n]+)\$)"),
                                            QRegularExpression::DotMatchesEverythingOption);
    MathEngine engine;
    const double start = processorMs();
    engine.typeset({QStringLiteral("x"), false}); // loads
    print("the typesetter starts and sets its first formula", processorMs() - start, "ms", 350);
    std::vector<double> times;
    const double begin = processorMs();
    double all = 0; // with what is done between two formulas
    for (int round = 2; round < 12; ++round) {
        const QString text = lecture(round);
        for (auto found = formula.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            const bool display = match.hasCaptured(1);
            const double before = processorMs();
            if (!engine.typeset({match.captured(display ? 1 : 2).trimmed(), display}).ok())
                return false;
            times.push_back(processorMs() - before);
            engine.tidy(); // as the worker does when a formula has gone out
            all = processorMs() - begin;
        }
    }
    if (times.empty())
        return false;
    std::sort(times.begin(), times.end());
    print("a formula on the worker, mean", all / double(times.size()), "ms", 15);
    print("a formula on the worker, p99", times[(times.size() - 1) * 99 / 100], "ms", 15);
    return true;
}

/// The C++ of the lecture over and over, each function with a name of its own.
QString code(int lines)
{
    const QString text = lecture(2);
    const qsizetype begin = text.indexOf(QStringLiteral("```cpp\n")) + 7;
    const QString block = text.mid(begin, text.indexOf(QStringLiteral("```"), begin) - begin);
    QString all;
    for (int round = 0; all.count(u'\n') < lines && !block.isEmpty(); ++round)
        all +=
            QString(block).replace(QStringLiteral("sweep"), QStringLiteral("sweep%1").arg(round));
    return all.section(u'\n', 0, lines - 1);
}

void colouring()
{
    constexpr int kLines = 2'000;
    constexpr qsizetype kBatch = 60; // what comes between two updates of a quick model
    const QString text = code(kLines);
    CodeHighlighter highlighter(QStringLiteral("cpp"));
    const double before = processorMs();
    for (qsizetype at = 0; at < text.size(); at += kBatch)
        highlighter.append(QStringView(text).mid(at, kBatch));
    highlighter.settle();
    print("2,000 lines of C++ coloured as they stream", (processorMs() - before) / 1e3, "s", 0.3);
}

} // namespace

int main(int argc, char **argv)
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler=false"));
    QCoreApplication application(argc, argv);
    colouring();
    return formulas() ? 0 : 1;
}
