// What reading markdown costs while an answer arrives, compared with one parse of its whole text.
// One JSON object a line; see tests/run --bench.

#include "markdown/BlockParser.h"
#include "markdown/IncrementalBlocks.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

/// What a fast model sends at once, and what has come by the time of the next update of the window:
/// at 900 characters a second, 2,677 updates of the window had 64 on average (see UpdatePace).
constexpr qsizetype kPiece = 6;
constexpr qsizetype kBatch = 60;
/// Beyond this a case is not waited for: the figure is worked out from the part that was done.
constexpr qint64 kPatienceMs = 4'000;

struct Case
{
    const char *name;
    QString text;
    double goal; ///< whole stream in batches, in parses of the final text; 0: none
    /// The updates at the beginning and at the end that are compared read so much: the same, where
    /// the text repeats itself.
    qsizetype compared = 5'000;
};

struct Stream
{
    double ms = 0;
    double msPerUpdateAtStart = 0; ///< of the updates about 5 KB of text
    double msPerUpdateAtEnd = 0;
};

QString sample(const char *name)
{
    QFile file(QStringLiteral(PONDER_TEST_DATA "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) + u'\n' : QString();
}

/// What bench_stream.py streams: no formula is there twice.
QString lectures(qsizetype characters)
{
    const QString lecture = sample("stream/lecture.md").chopped(1);
    QString text;
    for (int round = 2; text.size() < characters; ++round)
        text += QString(lecture).replace(u'§', QString::number(round));
    return text.left(characters);
}

const QString &answer()
{
    static const QString text =
        sample("transcript/answer-en.md") + sample("transcript/thinking-zh.md") +
        sample("transcript/answer-zh.md") + sample("transcript/thinking-en.md");
    return text;
}

QString mixed(qsizetype characters)
{
    return answer().repeated(characters / answer().size() + 1).left(characters);
}

/// `pattern` with %1 for a running number, until there are so many characters.
QString repeated(const QString &pattern, qsizetype characters)
{
    QString text;
    for (int i = 1; text.size() < characters; ++i)
        text += pattern.contains(u"%1"_s) ? pattern.arg(i) : pattern;
    return text;
}

std::vector<Case> cases()
{
    constexpr qsizetype k100 = 100'000;
    const QString words = u"Some **bold** words and `code` in a line of number %1, 中文也有。 "_s;
    QString nested;
    for (int i = 0; nested.size() < k100; ++i)
        nested +=
            QString(2 * (i % 5), u' ') + u"- Point %1 with *stress* and more words\n"_s.arg(i);
    return {
        {"lectures of 43,000 characters with 100 formulas", lectures(43'000), 3,
         sample("stream/lecture.md").size()},
        {"mixed answer of 43,000 characters", mixed(43'000), 3, answer().size()},
        {"mixed answer of 500,000 characters", mixed(500'000), 3, answer().size()},
        {"tight list of 100,000 characters", repeated(u"- "_s + words + u'\n', k100), 3},
        {"loose list of 100,000 characters", repeated(u"%1. "_s + words + u"\n\n"_s, k100), 3},
        {"nested list of 100,000 characters", nested, 3},
        {"one list item of 100,000 characters",
         u"- Begin\n\n"_s + repeated(u"  "_s + words + u"\n\n"_s, k100), 3},
        {"table of 2,000 rows",
         u"| a | b | c |\n|---|:-:|--:|\n"_s + repeated(u"| row %1 | **b** | `3` |\n"_s, 46'000),
         3},
        {"quote of 100,000 characters", repeated(u"> "_s + words + u"\n>\n"_s, k100), 3},
        {"fence of 100,000 characters", u"```cpp\n"_s + repeated(u"int a%1 = 0;\n"_s, k100), 3},
        {"fence in a list item, 100,000 characters",
         u"1. Code:\n\n   ```cpp\n"_s + repeated(u"   int a%1 = 0;\n"_s, k100), 3},
        {"indented code of 100,000 characters", repeated(u"    int a%1 = 0;\n"_s, k100), 3},
        {"HTML of 100,000 characters", u"<div>\n"_s + repeated(u"<p>Line %1</p>\n"_s, k100), 3},
        {"one line of 100,000 characters", repeated(words, k100), 3},
        {"one paragraph of 100,000 characters", repeated(words + u'\n', k100), 3},
        {"one word of 100,000 characters", QString(k100, u'a'), 3},
        {"open emphasis before 100,000 characters",
         u"It **starts "_s + repeated(u"and goes on %1 "_s, k100), 3},
        {"open emphasis before 100,000 characters with more",
         u"It **starts "_s + repeated(words, k100), 3},
    };
}

/// Processor time, so that what else the machine does is not counted.
class CpuTimer
{
public:
    [[nodiscard]] double ms() const { return now() - m_begin; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    double m_begin = now();
};

double oneParse(const QString &text)
{
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const CpuTimer timer;
        const Blocks blocks = BlockParser::blocks(text);
        if (!blocks.empty())
            best = std::min(best, timer.ms());
    }
    return best;
}

/// The mean of the updates from one place of the text to another. To ask for the time of each one
/// would take as long as a quick update does.
class Section
{
public:
    Section(qsizetype begin, qsizetype end) : m_begin(begin), m_end(end) {}

    void reach(qsizetype at, const CpuTimer &timer)
    {
        if (at >= m_begin && at < m_end && m_updates++ == 0)
            m_from = timer.ms();
        if (at >= m_end && m_updates > 0 && m_to < 0)
            m_to = timer.ms();
    }
    [[nodiscard]] double mean() const { return m_to < 0 ? 0 : (m_to - m_from) / m_updates; }

private:
    qsizetype m_begin;
    qsizetype m_end;
    int m_updates = 0;
    double m_from = 0;
    double m_to = -1;
};

Stream streamOnce(const QString &text, qsizetype piece, qsizetype compared)
{
    IncrementalBlocks blocks;
    Stream result;
    Section early(5'000 - compared / 2, 5'000 + compared / 2);
    Section late(text.size() - compared, text.size());
    QElapsedTimer patience;
    patience.start();
    const CpuTimer timer;
    qsizetype at = 0;
    for (; at < text.size() && patience.elapsed() < kPatienceMs; at += piece) {
        early.reach(at, timer);
        late.reach(at, timer);
        blocks.append(QStringView(text).mid(at, piece));
    }
    late.reach(at, timer);
    result.ms = timer.ms();
    if (at < text.size())
        result.ms *= double(text.size()) / double(at) * double(text.size()) / double(at);
    result.msPerUpdateAtStart = early.mean();
    result.msPerUpdateAtEnd = late.mean();
    return result;
}

/// The best of some, as one parse is: what else the machine does is not counted.
Stream stream(const Case &c, qsizetype piece)
{
    Stream best = streamOnce(c.text, piece, c.compared);
    for (int i = 0; i < 4; ++i) {
        const Stream next = streamOnce(c.text, piece, c.compared);
        best.ms = std::min(best.ms, next.ms);
        best.msPerUpdateAtStart = std::min(best.msPerUpdateAtStart, next.msPerUpdateAtStart);
        best.msPerUpdateAtEnd = std::min(best.msPerUpdateAtEnd, next.msPerUpdateAtEnd);
    }
    return best;
}

void print(const QString &name, double value, const char *unit, double goal)
{
    std::printf(R"({"name": "%s", "value": %.3f, "unit": "%s")", qPrintable(name), value, unit);
    if (goal > 0)
        std::printf(R"(, "goal": %.2f, "ok": %s)", goal, value <= goal ? "true" : "false");
    std::printf("}\n");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray only = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    for (const Case &c : cases()) {
        if (!QByteArray(c.name).contains(only))
            continue;
        const QString name = QLatin1String("markdown, ") + QLatin1String(c.name);
        const double once = oneParse(c.text);
        print(name + u", one parse"_s, once, "ms", 0);
        const Stream pieces = stream(c, kPiece);
        const Stream batches = stream(c, kBatch);
        print(name + u", stream in single pieces"_s, pieces.ms / once, "parses", 0);
        print(name + u", stream in batches"_s, batches.ms / once, "parses", c.goal);
        print(name + u", update at the end"_s, batches.msPerUpdateAtEnd, "ms", 0);
        if (batches.msPerUpdateAtStart > 0)
            print(name + u", update at the end against one at 5,000"_s,
                  batches.msPerUpdateAtEnd / batches.msPerUpdateAtStart, "times",
                  c.goal > 0 ? 1.2 : 0);
    }
    return 0;
}
