#include "highlight/CodeHighlighter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace ponder;

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

    static std::vector<CodeSpan> merged(std::vector<CodeSpan> spans, const HighlightUpdate &update)
    {
        std::vector<CodeSpan> kept;
        for (CodeSpan span : spans) {
            if (span.start >= update.from)
                continue;
            span.length = std::min(span.length, update.from - span.start);
            kept.push_back(span);
        }
        for (const CodeSpan &span : update.spans) {
            // A run may cross the seam.
            if (!kept.empty() && kept.back().start + kept.back().length == span.start &&
                kept.back().tokenClass == span.tokenClass)
                kept.back().length += span.length;
            else
                kept.push_back(span);
        }
        return kept;
    }

    static QString sampleCpp(int functions)
    {
        QString code = u"#include <vector>\n// sums\n"_qs;
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

    void growingEqualsWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::newRow("c++") << "cpp" << sampleCpp(3);
        QTest::newRow("python") << "python"
                                << "def f(x):\n    \"\"\"doc\n    more\"\"\"\n    return {'a': 1, "
                                   "\"b\": f\"{x!r}\"}\n# end\n";
        QTest::newRow("javascript")
            << "js"
            << "const s = `a ${b + 1} c`; /* x\n y */ function f() { return /re/; }\n";
        QTest::newRow("diff") << "diff"
                              << "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n";
    }
    void growingEqualsWhole()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        const std::vector<CodeSpan> whole = CodeHighlighter(language).update(code).spans;
        for (const qsizetype piece : {1, 3, 7, 64}) {
            CodeHighlighter growing(language);
            std::vector<CodeSpan> spans;
            for (qsizetype end = piece; end < code.size() + piece; end += piece)
                spans = merged(spans, growing.update(code.left(end)));
            QCOMPARE(marked(code, spans), marked(code, whole));
        }
    }

    void replacedTextIsReadAnew()
    {
        CodeHighlighter highlighter(u"python"_qs);
        static_cast<void>(highlighter.update(u"import a"_qs));
        const HighlightUpdate update = highlighter.update(u"x = 1"_qs);
        QCOMPARE(update.from, 0);
        QCOMPARE(marked(u"x = 1"_qs, update.spans), u"x = l<1>"_qs);
    }

    void hugeCodeStaysPlain()
    {
        CodeHighlighter highlighter(u"cpp"_qs);
        QVERIFY(highlighter.update(QString(1'200'000, u'(')).spans.empty());
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("py") << "Python";
        QTest::newRow("C++") << "C++";
        QTest::newRow("JSX") << "JavaScript";
        QTest::newRow("dockerfile") << "Dockerfile";
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
