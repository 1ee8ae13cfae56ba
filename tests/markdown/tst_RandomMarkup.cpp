#include "BlockDump.h"
#include "markdown/BlockParser.h"
#include "markdown/IncrementalBlocks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ponder;

/// Texts of markup thrown together read in pieces as they do at once. It finds what nobody would
/// write down as a case: PONDER_RANDOM_MARKUP_SEED and PONDER_RANDOM_MARKUP_TEXTS look further.
class tst_RandomMarkup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInPiecesAsAtOnce_data();
    void readsInPiecesAsAtOnce();
};

namespace {

using Parts = QStringList;

/// What a text is put together from. What stands at the beginning of a line comes with a line end
/// before it more often than not.
const Parts &lineParts()
{
    static const Parts parts{
        QStringLiteral("\n"),
        QStringLiteral("\n"),
        QStringLiteral("\n\n"),
        QStringLiteral("\n\n"),
        QStringLiteral("\n- "),
        QStringLiteral("\n- "),
        QStringLiteral("\n  - "),
        QStringLiteral("\n1. "),
        QStringLiteral("\n   2) "),
        QStringLiteral("\n* [x] "),
        QStringLiteral("\n> "),
        QStringLiteral("\n> > "),
        QStringLiteral("\n>\n> "),
        QStringLiteral("\n  "),
        QStringLiteral("\n    "),
        QStringLiteral("\n\t"),
        QStringLiteral("\n# "),
        QStringLiteral("\n### "),
        QStringLiteral("\n===\n"),
        QStringLiteral("\n---\n"),
        QStringLiteral("\n***\n"),
        QStringLiteral("\n```\n"),
        QStringLiteral("\n```cpp"),
        QStringLiteral("\n~~~\n"),
        QStringLiteral("\n> ```\n> "),
        QStringLiteral("\n|"),
        QStringLiteral("\n| a | b |"),
        QStringLiteral("\n|---|:-:|"),
        QStringLiteral("\n> |-|"),
        QStringLiteral("\n<div>\n"),
        QStringLiteral("\n</div>"),
        QStringLiteral("\n<!-- "),
        QStringLiteral(" -->\n"),
        QStringLiteral("\n[^1]: "),
        QStringLiteral("\r\n"),
        QStringLiteral("  \n"),
        QStringLiteral("\\\n"),
        QStringLiteral("\n> [!NOTE]\n> "),
        QStringLiteral("\n<details>\n"),
        QStringLiteral("\n</details>\n"),
        QStringLiteral("<summary>"),
        QStringLiteral("</summary>"),
        QStringLiteral("\n\n> "),
    };
    return parts;
}

const Parts &inlineParts()
{
    static const Parts parts{
        QStringLiteral("word"),      QStringLiteral(" "),       QStringLiteral("a b "),
        QStringLiteral("*"),         QStringLiteral("**"),      QStringLiteral("_"),
        QStringLiteral("~~"),        QStringLiteral("`"),       QStringLiteral("``"),
        QStringLiteral("$"),         QStringLiteral("$x$ "),    QStringLiteral("\\(y\\)"),
        QStringLiteral("\\("),       QStringLiteral("|"),       QStringLiteral(" | "),
        QStringLiteral("["),         QStringLiteral("]"),       QStringLiteral("(u)"),
        QStringLiteral("![p](q)"),   QStringLiteral("[a]"),     QStringLiteral("[a](b \"t\")"),
        QStringLiteral("\\"),        QStringLiteral("\\*"),     QStringLiteral("&amp;"),
        QStringLiteral("&"),         QStringLiteral("#35;"),    QStringLiteral("<"),
        QStringLiteral(">"),         QStringLiteral("<b>"),     QStringLiteral("</b>"),
        QStringLiteral("<br>"),      QStringLiteral("<sub>"),   QStringLiteral("</sub>"),
        QStringLiteral("[^1]"),      QStringLiteral("中文，"),  QStringLiteral("**粗（说）**是"),
        QStringLiteral("!"),         QStringLiteral(":"),       QStringLiteral("www.a.org "),
        QStringLiteral("https://"),  QStringLiteral("a@b.org"), QStringLiteral("[citation:3]"),
        QStringLiteral("😀"),         QStringLiteral("1️⃣"), QStringLiteral("-"),
        QStringLiteral("1."),        QStringLiteral("#"),       QStringLiteral("="),
        QStringLiteral(" + "),       QStringLiteral("a/b "),    QStringLiteral("没有空格的中文"),
        QStringLiteral(" ≈ – “x” "), QStringLiteral("www"),     QStringLiteral("中www."),
        QStringLiteral("\u200b"),    QStringLiteral("："),      QStringLiteral("org"),
    };
    return parts;
}

/// Formulas over several lines and link definitions reach further than anything else.
const Parts &farReachingParts()
{
    static const Parts parts{
        QStringLiteral("$$"),         QStringLiteral("\n$$\n"),
        QStringLiteral("\\["),        QStringLiteral("\\]"),
        QStringLiteral("\n\\[\n"),    QStringLiteral("\n> $$\n> "),
        QStringLiteral("\n[a]: t\n"), QStringLiteral("\n[a]: <u> 't'\n"),
        QStringLiteral("\n[a]:"),     QStringLiteral("\\begin{align}"),
        QStringLiteral("[a][]"),      QStringLiteral("\\end{align}"),
    };
    return parts;
}

Parts randomText(QRandomGenerator &random, bool farReaching)
{
    const auto one = [&](const Parts &parts) { return parts[random.bounded(int(parts.size()))]; };
    Parts text;
    const int count = random.bounded(3, 40);
    for (int i = 0; i < count; ++i) {
        const int kind = random.bounded(10);
        text << (kind < 4                   ? one(lineParts())
                 : farReaching && kind == 4 ? one(farReachingParts())
                                            : one(inlineParts()));
    }
    return text;
}

/// Says where a text reads otherwise in pieces than at once; empty when it does not.
QString difference(const QString &text, quint32 seed)
{
    QRandomGenerator random(seed);
    const int longest = 1 + int(seed % 23);
    IncrementalBlocks blocks(seed % 4 == 0 ? 100 : 1);
    const auto compare = [&](QStringView soFar, bool growing) -> QString {
        const Blocks whole = BlockParser::blocks(soFar, growing);
        bool same = whole.size() == blocks.blocks().size();
        for (size_t i = 0; same && i < whole.size(); ++i)
            same = *whole[i] == *blocks.blocks()[i];
        return same ? QString()
                    : QStringLiteral("of %1:\n%2in pieces:\n%3at once:\n%4")
                          .arg(soFar.size())
                          .arg(soFar.toString() + u'\n', dump(blocks.blocks()), dump(whole));
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length =
            std::min<qsizetype>(random.bounded(1, longest + 1), text.size() - at);
        blocks.append(QStringView(text).mid(at, length));
        at += length;
        const QString found = compare(QStringView(text).left(at), true);
        if (!found.isEmpty())
            return found;
    }
    blocks.finish();
    return compare(text, false);
}

/// Leaves parts out as long as there is a difference.
QString smallest(Parts parts, quint32 seed)
{
    QString found = difference(parts.join(QString()), seed);
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            Parts fewer = parts;
            fewer.removeAt(i);
            for (quint32 pieces = 0; pieces < 46; ++pieces) {
                const QString still = difference(fewer.join(QString()), pieces);
                if (still.isEmpty())
                    continue;
                found = still;
                parts = fewer;
                shorter = true;
                --i;
                break;
            }
        }
    }
    return found;
}

} // namespace

void tst_RandomMarkup::readsInPiecesAsAtOnce_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("farReaching");
    const auto first = quint32(qEnvironmentVariableIntValue("PONDER_RANDOM_MARKUP_SEED"));
    for (quint32 seed = first; seed < first + 4; ++seed) {
        QTest::addRow("seed %u", seed) << seed << false;
        QTest::addRow("seed %u, formulas and definitions", seed) << seed << true;
    }
}

void tst_RandomMarkup::readsInPiecesAsAtOnce()
{
    QFETCH(quint32, seed);
    QFETCH(bool, farReaching);
    bool given = false;
    int texts = qEnvironmentVariableIntValue("PONDER_RANDOM_MARKUP_TEXTS", &given);
    if (!given)
        texts = 300;
    QRandomGenerator random(seed);
    QStringList found;
    for (int i = 0; i < texts && found.size() < 5; ++i) {
        const Parts parts = randomText(random, farReaching);
        if (!difference(parts.join(QString()), quint32(i)).isEmpty())
            found << smallest(parts, quint32(i));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(tst_RandomMarkup)
#include "tst_RandomMarkup.moc"
