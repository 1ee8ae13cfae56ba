#include "BlockDump.h"
#include "markdown/BlockParser.h"
#include "markdown/IncrementalBlocks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

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
        u"\n"_s,
        u"\n"_s,
        u"\n\n"_s,
        u"\n\n"_s,
        u"\n- "_s,
        u"\n- "_s,
        u"\n  - "_s,
        u"\n1. "_s,
        u"\n   2) "_s,
        u"\n* [x] "_s,
        u"\n> "_s,
        u"\n> > "_s,
        u"\n>\n> "_s,
        u"\n  "_s,
        u"\n    "_s,
        u"\n\t"_s,
        u"\n# "_s,
        u"\n### "_s,
        u"\n===\n"_s,
        u"\n---\n"_s,
        u"\n***\n"_s,
        u"\n```\n"_s,
        u"\n```cpp"_s,
        u"\n~~~\n"_s,
        u"\n> ```\n> "_s,
        u"\n|"_s,
        u"\n| a | b |"_s,
        u"\n|---|:-:|"_s,
        u"\n> |-|"_s,
        u"\n<div>\n"_s,
        u"\n</div>"_s,
        u"\n<!-- "_s,
        u" -->\n"_s,
        u"\n[^1]: "_s,
        u"\r\n"_s,
        u"  \n"_s,
        u"\\\n"_s,
        u"\n> [!NOTE]\n> "_s,
        u"\n<details>\n"_s,
        u"\n</details>\n"_s,
        u"<summary>"_s,
        u"</summary>"_s,
        u"\n\n> "_s,
        u"\n\nSome words.\n\n"_s,
        u"\n\n一句话。\n\n又一句"_s,
        u"\n\nwww"_s,
        u" \n \n"_s,
        u"![p](http://q)"_s,
        u"\n![p](http://q)"_s,
        u"![](data:image/png;base64,x)"_s,
    };
    return parts;
}

const Parts &inlineParts()
{
    static const Parts parts{
        u"word"_s,
        u" "_s,
        u"a b "_s,
        u"*"_s,
        u"**"_s,
        u"_"_s,
        u"~~"_s,
        u"`"_s,
        u"``"_s,
        u"$"_s,
        u"$x$ "_s,
        u"\\(y\\)"_s,
        u"\\("_s,
        u"|"_s,
        u" | "_s,
        u"["_s,
        u"]"_s,
        u"(u)"_s,
        u"![p](q)"_s,
        u"[a]"_s,
        u"[a](b \"t\")"_s,
        u"\\"_s,
        u"\\*"_s,
        u"&amp;"_s,
        u"&"_s,
        u"#35;"_s,
        u"<"_s,
        u">"_s,
        u"<a id='x'></a>"_s,
        u"<a href=\"https://x.y\">"_s,
        u"</a>"_s,
        u"<img src='https://x.y/a.png'>"_s,
        u"<i></i>\n"_s,
        u"<b>"_s,
        u"</b>"_s,
        u"<br>"_s,
        u"<sub>"_s,
        u"</sub>"_s,
        u"[^1]"_s,
        u"中文，"_s,
        u"**粗（说）**是"_s,
        u"!"_s,
        u":"_s,
        u"www.a.org "_s,
        u"https://"_s,
        u"a@b.org"_s,
        u"[citation:3]"_s,
        u"😀"_s,
        u"1️⃣"_s,
        u"-"_s,
        u"1."_s,
        u"#"_s,
        u"="_s,
        u" + "_s,
        u"a/b "_s,
        u"没有空格的中文"_s,
        u" ≈ – “x” "_s,
        u"www"_s,
        u"中www."_s,
        u"\u200b"_s,
        u"："_s,
        u"org"_s,
        u"![a](data:image/png;base64,AAA"_s,
        u"](data:image/png;base64,"_s,
        u"AA=="_s,
        u"0.5"_s,
        u"1.0 "_s,
        u"end."_s,
        u"{"_s,
        u"}"_s,
        u"$x \\text{if $y$} z$"_s,
    };
    return parts;
}

/// Formulas over several lines and link definitions reach further than anything else.
const Parts &farReachingParts()
{
    static const Parts parts{
        u"$$"_s,
        u"\n$$\n"_s,
        u"\\["_s,
        u"\\]"_s,
        u"\n\\[\n"_s,
        u"\n> $$\n> "_s,
        u"\n[a]: t\n"_s,
        u"\n[a]: <u> 't'\n"_s,
        u"\n[a]:"_s,
        u"\\begin{align}"_s,
        u"[a][]"_s,
        u"\\end{align}"_s,
        u"![a]"_s,
        u"\n\n![b]\n\n"_s,
        u"[b]"_s,
        u"\n\n[b]: https://x.y/b\n\n"_s,
        u"\n\nAnother. "_s,
        u"\n\n[B]: <data:image/png;base64,AA==>\n\n"_s,
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
    const int longest = seed % 3 == 0 ? 120 : 1 + int(seed % 23);
    IncrementalBlocks blocks(seed % 4 == 0 ? 100 : 1);
    const auto compare = [&](QStringView soFar, bool growing) -> QString {
        const Blocks whole = BlockParser::blocks(soFar, growing);
        bool same = whole.size() == blocks.blocks().size();
        for (size_t i = 0; same && i < whole.size(); ++i)
            same = *whole[i] == *blocks.blocks()[i];
        return same ? QString()
                    : u"of %1:\n%2in pieces:\n%3at once:\n%4"_s.arg(soFar.size())
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
