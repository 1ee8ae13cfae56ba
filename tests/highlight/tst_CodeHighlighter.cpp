#include "highlight/CodeHighlighter.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_CodeHighlighter : public QObject
{
    Q_OBJECT

private:
    /// Marks coloured runs: k… keyword, l… literal, c… comment.
    static QString marked(const QString &text, const std::vector<CodeSpan> &spans)
    {
        QString out;
        qsizetype at = 0;
        for (const CodeSpan &span : spans) {
            out += text.mid(at, span.start - at);
            const char *mark = span.tokenClass == TokenClass::Keyword   ? "k"
                               : span.tokenClass == TokenClass::Literal ? "l"
                                                                        : "c";
            out += QLatin1String(mark) + u'<' + text.mid(span.start, span.length) + u'>';
            at = span.start + span.length;
        }
        return out + text.mid(at);
    }

    /// What is shown, one class a character: updates are applied as a view does.
    using Classes = std::vector<TokenClass>;
    static void apply(Classes &shown, const CodeHighlighter &highlighter,
                      const HighlightUpdate &update)
    {
        QVERIFY(update.from <= qsizetype(shown.size()));
        shown.resize(size_t(highlighter.text().size()));
        std::fill(shown.begin() + update.from, shown.end(), TokenClass::Plain);
        for (const CodeSpan &span : update.spans) {
            QVERIFY(span.start >= update.from);
            std::fill_n(shown.begin() + span.start, span.length, span.tokenClass);
        }
    }
    static Classes ofWhole(const QString &language, const QString &code)
    {
        CodeHighlighter highlighter(language);
        Classes classes;
        apply(classes, highlighter, highlighter.update(code));
        return classes;
    }
    static QString sample(const QString &name)
    {
        QFile file(QStringLiteral(PONDER_TEST_DATA "/code/") + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static QString sampleCpp(int functions)
    {
        QString code = u"#include <vector>\n// sums\n"_s;
        for (int i = 0; i < functions; ++i)
            code += QStringLiteral("static int sum%1(const std::vector<int> &values)\n{\n    int "
                                   "total = 0; /* none "
                                   "yet */\n    for (int value : values)\n        total += value * "
                                   "%1;\n    return "
                                   "total; // \"done\"\n}\n\n")
                        .arg(i);
        return code;
    }

private Q_SLOTS:
    void everyLanguageCompilesItsQuery_data()
    {
        QTest::addColumn<QString>("id");
        for (const Language &language : languages()) {
            if (language.grammar)
                QTest::newRow(qPrintable(language.id)) << language.id;
        }
    }
    void everyLanguageCompilesItsQuery()
    {
        QFETCH(QString, id);
        QVERIFY(HighlightQuery::forLanguage(*findLanguage(id)) != nullptr);
        QVERIFY(CodeHighlighter(id).isActive());
    }

    void colours_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        QTest::newRow("python") << "py"
                                << "import numpy as np\nprint(1, 'a') # hi"
                                << "k<import> numpy k<as> np\nk<print>(l<1>, l<'a'>) c<# hi>";
        QTest::newRow("c++") << "C++"
                             << "return 1.5; // x"
                             << "k<return> l<1.5>; c<// x>";
        QTest::newRow("json") << "json"
                              << "{\"a\": 1, \"b\": \"c\"}"
                              << "{k<\"a\">: l<1>, k<\"b\">: l<\"c\">}";
        QTest::newRow("rust") << "rs"
                              << "let x = \"s\";"
                              << "k<let> x = l<\"s\">;";
        QTest::newRow("typescript") << "ts"
                                    << "const a: number = 1;"
                                    << "k<const> a: k<number> = l<1>;";
        QTest::newRow("shell") << "sh"
                               << "echo \"$HOME\" # x"
                               << "";
        QTest::newRow("diff") << "diff"
                              << "@@ -1 +1 @@\n-a\n+b\n c"
                              << "c<@@ -1 +1 @@>\nl<-a>\nk<+b>\n c";
        QTest::newRow("Chinese in a string") << "python" << QStringLiteral("x = '你好' # 注释")
                                             << QStringLiteral("x = l<'你好'> c<# 注释>");
        QTest::newRow("an emoji before")
            << "python" << QString::fromUtf8("'😀' + 1") << QString::fromUtf8("l<'😀'> + l<1>");
        // What is filled into a text is code again, and what it names has no colour.
        QTest::newRow("python, filled in")
            << "python"
            << "print(f'{total + 1:.2f} of {f\"{n}\"}', MAX.size)"
            << "k<print>(l<f'>{total + l<1>:.2f}l< of >{l<f\">{n}l<\">}l<'>, MAX.size)";
        QTest::newRow("javascript, filled in")
            << "js"
            << "say(`a ${b.c(`d ${E}`)} ${1} f`)"
            << "say(l<`a >${b.c(l<`d >${E}l<`>)}l< >${l<1>}l< f`>)";
        QTest::newRow("typescript, filled in") << "tsx"
                                               << "<b id={`x${y}`}>{z}</b>"
                                               << "<k<b> id={l<`x>${y}l<`>}>{z}</k<b>>";
        QTest::newRow("java") << "java"
                              << "final String s = Map.of(\"a\\n\", this.b) + FULL;"
                              << "k<final> String s = Map.of(l<\"a\\n\">, k<this>.b) + FULL;";
        QTest::newRow("go") << "go"
                            << "x := len(Names) // T"
                            << "x := k<len>(Names) c<// T>";
        QTest::newRow("go, types") << "go"
                                   << "func f(a int, b Int) string {}"
                                   << "k<func> f(a k<int>, b Int) k<string> {}";
        QTest::newRow("c++, types") << "cpp"
                                    << "unsigned long f(size_t n, T t);"
                                    << "k<unsigned long> f(k<size_t> n, T t);";
        QTest::newRow("c")
            << "c"
            << "#define MAX 3\nint main(void) { return puts(\"a\\n\"); }"
            << "k<#define> MAX 3\nk<int> main(k<void>) { k<return> puts(l<\"a\\n\">); }";
        QTest::newRow("rust, of many kinds")
            << "rust"
            << "let a: Vec<u8> = vec![1, x.len()]; // B"
            << "k<let> a: Vec<k<u8>> = vec![l<1>, x.len()]; c<// B>";
        QTest::newRow("a page") << "html"
                                << "<style>a { color: red }</style><b>x</b>"
                                   "<script>let x = 'y'; // z\n</script>"
                                << "<k<style>>k<a> { color: red }</k<style>><k<b>>x</k<b>>"
                                   "<k<script>>k<let> x = l<'y'>; c<// z>\n</k<script>>";
        QTest::newRow("a page that is not closed") << "vue"
                                                   << "<div><script setup>\nreturn 1"
                                                   << "<k<div>><k<script> setup>\nk<return> l<1>";
        QTest::newRow("a script of another kind")
            << "html"
            << "<script type=\"text/x-shader\">return</script>"
            << "<k<script> type=\"l<text/x-shader>\">return</k<script>>";
        QTest::newRow("unknown") << "brainpool"
                                 << "for (;;)"
                                 << "for (;;)";
        QTest::newRow("none") << ""
                              << "for (;;)"
                              << "for (;;)";
    }
    void colours()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QString, expected);
        CodeHighlighter highlighter(language);
        const HighlightUpdate update = highlighter.update(code);
        const QString result = marked(code, update.spans);
        if (expected.isEmpty())
            QVERIFY2(result.contains(QLatin1String("c<# x>")), qPrintable(result));
        else
            QCOMPARE(result, expected);
    }

    void embeddedLanguages_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *tag, const char *language) {
            QTest::newRow(tag) << QString::fromLatin1(tag) << QString::fromLatin1(language);
        };
        row("<style>", "css");
        row("<STYLE media=print>", "css");
        row("<script>", "javascript");
        row("<script src='a.js' defer>", "javascript");
        row("<script type=\"module\">", "javascript");
        row("<script type='text/babel'>", "javascript");
        row("<script type=application/ld+json>", "json");
        row("<script type=\"importmap\">", "json");
        row("<script lang=\"ts\" setup>", "typescript");
        row("<script type=\"text/template\">", "");
        row("<textarea>", "");
    }
    void embeddedLanguages()
    {
        QFETCH(QString, tag);
        QTEST(EmbeddedCode::languageOf(tag), "language");
    }

    void pagesOfScriptsStayCheap()
    {
        CodeHighlighter highlighter(u"html"_s);
        const QString page = u"<script>let x = 1;</script>\n"_s.repeated(3'000);
        for (qsizetype at = 0; at < page.size(); at += 1'000)
            static_cast<void>(highlighter.append(QStringView(page).mid(at, 1'000)));
        const HighlightUpdate update = highlighter.settle();
        Q_UNUSED(update)
        QVERIFY(highlighter.isSettled());
        const auto &classes = highlighter.classes();
        QCOMPARE(classes[8], TokenClass::Keyword);
        QCOMPARE(classes[size_t(page.size()) - 20], TokenClass::Plain);
    }

    void everyLanguageColoursSomething_data()
    {
        QTest::addColumn<QString>("code");
        const std::initializer_list<std::pair<const char *, const char *>> samples{
            {"bash", "if true; then echo 'x'; fi"},
            {"c", "int main(void) { return 0; }"},
            {"csharp", "public class A { string s = \"x\"; }"},
            {"css", "a { color: \"red\"; width: 1px; }"},
            {"go", "package main\nfunc main() { x := \"s\" }"},
            {"haskell", "module Main where\nmain = putStrLn \"x\""},
            {"html", "<a href=\"x\">t</a>"},
            {"java", "class A { int x = 1; }"},
            {"javascript", "const a = 'x';"},
            {"julia", "function f(x)\n  return 1\nend"},
            {"kotlin", "fun main() { val s = \"x\" }"},
            {"lua", "local x = 'a'"},
            {"php", "<?php echo 'x'; ?>"},
            {"r", "f <- function(x) { \"a\" }"},
            {"ruby", "def f; 'x'; end"},
            {"scala", "object A { val x = \"s\" }"},
            {"sql", "SELECT 'x' FROM t WHERE a = 1"},
            {"swift", "let x = \"s\""},
            {"toml", "a = \"x\""},
            {"tsx", "const a = <b c=\"d\"/>;"},
            {"xml", "<a b=\"c\"/>"},
            {"yaml", "a: \"x\""}};
        for (const auto &[id, code] : samples)
            QTest::newRow(id) << QString::fromUtf8(code);
    }
    void everyLanguageColoursSomething()
    {
        QFETCH(QString, code);
        CodeHighlighter highlighter(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!highlighter.update(code).spans.empty());
    }

    void growing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("piece");
        const QStringList files =
            QDir(QStringLiteral(PONDER_TEST_DATA "/code")).entryList(QDir::Files);
        for (const QString &file : files) {
            const QString language = file.section(u'.', 0, 0);
            const bool closely =
                QStringList({u"cpp"_s, u"py"_s, u"json"_s, u"htm"_s}).contains(language);
            for (const int piece : closely ? QList{1, 7, 64} : QList{5, 64})
                QTest::addRow("%s by %d", qPrintable(language), piece)
                    << language << sample(file) << piece;
        }
        for (const int piece : {7, 60})
            QTest::addRow("many functions by %d", piece) << "cpp" << sampleCpp(30) << piece;
        QTest::newRow("diff") << "diff"
                              << "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n"
                              << 1;
    }
    void growingEqualsWhole_data() { growing_data(); }
    void growingEqualsWhole()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(int, piece);
        QVERIFY(CodeHighlighter(language).isActive());
        CodeHighlighter highlighter(language);
        Classes shown;
        for (qsizetype at = 0; at < code.size(); at += piece) {
            apply(shown, highlighter, highlighter.append(QStringView(code).mid(at, piece)));
            // A pause: what has come so far is coloured as if it were all there is.
            if (at / piece % 16 == 5) {
                apply(shown, highlighter, highlighter.settle());
                QVERIFY(highlighter.isSettled());
                QVERIFY(shown == ofWhole(language, code.left(at + piece)));
            }
        }
        apply(shown, highlighter, highlighter.settle());
        QCOMPARE(highlighter.text(), code);
        QVERIFY(shown == ofWhole(language, code));
    }

    /// While code streams, a finished line that has its colours does not lose them for a while.
    void finishedLinesDoNotFlicker_data() { growing_data(); }
    void finishedLinesDoNotFlicker()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(int, piece);
        const Classes whole = ofWhole(language, code);
        CodeHighlighter highlighter(language);
        Classes shown;
        qsizetype lost = 0;
        for (qsizetype at = 0; at < code.size(); at += piece) {
            const Classes before = shown;
            apply(shown, highlighter, highlighter.append(QStringView(code).mid(at, piece)));
            const qsizetype finished = at > 0 ? code.lastIndexOf(u'\n', at - 1) + 1 : 0;
            for (auto i = size_t(0); i < size_t(finished); ++i)
                lost += before[i] == whole[i] && shown[i] != whole[i];
        }
        QVERIFY2(lost == 0, qPrintable(QStringLiteral("%1 characters").arg(lost)));
    }

    /// The parser calls all of the text another one with each bracket that is open; colours are
    /// taken anew near the end all the same.
    void workGrowsWithTheText()
    {
        const QString code = sampleCpp(80);
        constexpr qsizetype kPiece = 60;
        CodeHighlighter highlighter(u"cpp"_s);
        qsizetype coloured = 0;
        for (qsizetype at = 0; at < code.size(); at += kPiece) {
            const HighlightUpdate update = highlighter.append(QStringView(code).mid(at, kPiece));
            coloured += highlighter.text().size() - update.from;
        }
        QVERIFY2(coloured < 6 * code.size(), qPrintable(QString::number(coloured)));
    }

    void replacedTextIsReadAnew()
    {
        CodeHighlighter highlighter(u"python"_s);
        static_cast<void>(highlighter.update(u"import a"_s));
        const HighlightUpdate update = highlighter.update(u"x = 1"_s);
        QCOMPARE(update.from, 0);
        QCOMPARE(marked(u"x = 1"_s, update.spans), u"x = l<1>"_s);
    }

    void hugeCodeStaysPlain()
    {
        CodeHighlighter highlighter(u"cpp"_s);
        QVERIFY(highlighter.update(QString(1'200'000, u'(')).spans.empty());
    }

    /// What people and models write after a fence.
    void aliases_data()
    {
        QTest::addColumn<QString>("id");
        const std::initializer_list<std::pair<const char *, const char *>> all{
            {"bash", "bash sh shell zsh console Shell-Session dockerfile docker makefile make"},
            {"c", "c h objc objective-c"},
            {"cpp", "cpp c++ cc cxx hpp C++"},
            {"csharp", "csharp c# cs C#"},
            {"css", "css scss less"},
            {"diff", "diff patch udiff"},
            {"go", "go golang"},
            {"haskell", "haskell hs"},
            {"html", "html htm vue"},
            {"java", "java"},
            {"javascript", "javascript js jsx mjs cjs node"},
            {"json", "json jsonc json5 jsonl ndjson"},
            {"julia", "julia jl"},
            {"kotlin", "kotlin kt kts"},
            {"lua", "lua"},
            {"php", "php"},
            {"python", "python py python3 py3 pycon ipython"},
            {"r", "r R rscript"},
            {"ruby", "ruby rb"},
            {"rust", "rust rs"},
            {"scala", "scala sbt"},
            {"sql", "sql mysql postgres postgresql psql sqlite plsql tsql"},
            {"swift", "swift"},
            {"toml", "toml ini"},
            {"tsx", "tsx"},
            {"typescript", "typescript ts mts cts"},
            {"xml", "xml svg xsd plist"},
            {"yaml", "yaml yml"}};
        for (const auto &[id, words] : all) {
            for (const QString &word : QString::fromLatin1(words).split(u' '))
                QTest::newRow(qPrintable(word)) << QString::fromLatin1(id);
        }
    }
    void aliases()
    {
        QFETCH(QString, id);
        const Language *found = findLanguage(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(found);
        QCOMPARE(found->id, id);
    }

    void noAliasIsTakenTwice()
    {
        QStringList all;
        for (const Language &language : languages())
            all << language.id << language.aliases;
        const qsizetype count = all.size();
        all.removeDuplicates();
        QCOMPARE(all.size(), count);
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("py") << "Python";
        QTest::newRow("C++") << "C++";
        QTest::newRow("JSX") << "JavaScript";
        QTest::newRow("dockerfile") << "Dockerfile";
        QTest::newRow("Makefile") << "Makefile";
        QTest::newRow("objc") << "Objective-C";
        QTest::newRow("SCSS") << "SCSS";
        QTest::newRow("whatever") << "whatever";
    }
    void names()
    {
        QFETCH(QString, name);
        QCOMPARE(languageDisplayName(QString::fromLatin1(QTest::currentDataTag())), name);
    }
};

QTEST_GUILESS_MAIN(tst_CodeHighlighter)
#include "tst_CodeHighlighter.moc"
