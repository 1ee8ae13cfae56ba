#include "math/MathEngine.h"
#include "math/MathTypesetter.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_MathTypesetter : public QObject
{
    Q_OBJECT

private:
    MathEngine m_engine;

    /// How much of the picture is ink, from 0 to 1.
    static double ink(const QImage &image)
    {
        qint64 dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                dark += qAlpha(image.pixel(x, y));
        }
        return double(dark) / 255.0 / std::max(1, image.width() * image.height());
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"qt.qml.compiler.warning=false"_s); }

    void formulas_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("display");
        QTest::newRow("square") << "x^2" << false;
        QTest::newRow("fraction") << "\\frac{a}{b}" << false;
        QTest::newRow("integral") << "\\int_0^1 e^{-x^2}\\,dx" << true;
        QTest::newRow("sum") << "\\sum_{i=1}^n i^2 = \\frac{n(n+1)(2n+1)}{6}" << true;
        QTest::newRow("matrix") << "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}" << true;
        QTest::newRow("align") << "\\begin{align}a&=b\\\\c&=d\\end{align}" << true;
        QTest::newRow("cases") << "f(x)=\\begin{cases}1&x>0\\\\0&\\text{else}\\end{cases}" << true;
        QTest::newRow("Chinese") << QStringLiteral("P(\\text{相同}) = 1") << false;
        QTest::newRow("chemistry") << "\\ce{H2O -> H+ + OH-}" << false;
        QTest::newRow("colour") << "\\color{red}{x}" << false;
        QTest::newRow("struck out") << "\\cancel{x} + \\enclose{circle}{y}" << false;
        QTest::newRow("operators")
            << "\\operatorname{argmax}_\\theta \\mathbb{E}[\\mathcal{L}]" << false;
    }
    void formulas()
    {
        QFETCH(QString, source);
        QFETCH(bool, display);
        const MathPicture picture = m_engine.typeset({source, display});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        QVERIFY(picture.width > 0.3 && picture.width < 40);
        QVERIFY(picture.height > 0.3 && picture.height < 10);
        QVERIFY(picture.depth >= -0.2 && picture.depth < picture.height);
        const QImage image = renderMath(picture, 15, 2, qRgb(0, 0, 0));
        QVERIFY(ink(image) > 0.005);
        QCOMPARE(image.devicePixelRatio(), 2.0);
    }

    /// What stretches is as long as it is meant to be, and lines around cells are lines.
    void stretchesAsFarAsItShould_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<double>("mostInk");
        const auto row = [](const char *name, const char *source, double mostInk = 0.35) {
            QTest::newRow(name) << QString::fromLatin1(source) << mostInk;
        };
        row("brace below", "\\underbrace{a + b + c + d}_{\\text{noise}}");
        row("brace above", "\\overbrace{a + b + c + d + e + f}^{n}");
        row("bar", "\\overline{abc} + \\underline{abc}");
        row("arrow above", "\\overrightarrow{ABCD}");
        row("arrow", "a \\xrightarrow{\\text{quickly}} b \\xleftarrow[abc]{} c");
        row("tall root", "\\sqrt{\\dfrac{\\dfrac{a}{b}}{\\dfrac{c}{d}}}");
        row("four cases", "\\begin{cases}1\\\\2\\\\3\\\\4\\end{cases}");
        row("five rows", "\\begin{pmatrix}1\\\\2\\\\3\\\\4\\\\5\\end{pmatrix}");
        row("brackets", "\\begin{bmatrix}1\\\\2\\\\3\\\\4\\\\5\\end{bmatrix}");
        row("bars", "\\begin{vmatrix}1&2\\\\3&4\\\\5&6\\\\7&8\\end{vmatrix}");
        row("half open", "\\left.\\begin{matrix}1\\\\2\\\\3\\\\4\\end{matrix}\\right|");
        row("frame", "\\begin{array}{|c:c|}\\hline 1&2\\\\\\hdashline 3&4\\\\\\hline\\end{array}");
        row("reaction", "\\ce{A ->[heated up][for long] B <=>[{n}] C}");
        row("lines at both sides", "\\begin{multline}a + b\\\\ + c\\\\ + d\\end{multline}");
        row("number of the equation", "x^2 = 1 \\tag{1}");
        row("its name", "x^2 = 1 \\tag*{law}");
        row("numbers of lines", "\\begin{align}a&=b\\tag{2}\\\\c&=d\\notag\\end{align}");
    }
    void stretchesAsFarAsItShould()
    {
        QFETCH(QString, source);
        QFETCH(double, mostInk);
        const MathPicture picture = m_engine.typeset({source, true});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        constexpr double kSlack = 100; // thousandths of an em, as shapes are
        QVERIFY(picture.width < 30);
        const QRectF box = QRectF(0, 0, picture.width, picture.height);
        const QRectF all(box.topLeft() * 1000, box.size() * 1000);
        for (const MathShape &shape : picture.shapes) {
            const QRectF taken = shape.outline.path().boundingRect();
            if (taken.isEmpty())
                continue;
            QVERIFY2(all.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(taken),
                     qPrintable(QDebug::toString(taken) + QDebug::toString(all)));
        }
        QVERIFY(ink(renderMath(picture, 15, 2, qRgb(0, 0, 0))) < mostInk);
        // And that is the room it is given: nothing of it reaches out.
        const MathPicture room = m_engine.typeset({u"\\phantom{"_s + source + u'}', true});
        if (room.ok()) {
            QVERIFY2(std::abs(picture.width - room.width) < 0.02,
                     qPrintable(QString::number(picture.width - room.width)));
            QVERIFY2(std::abs(picture.height - room.height) < 0.02,
                     qPrintable(QString::number(picture.height - room.height)));
        }
    }

    /// From other packages than those of MathJax that are here. Where it is known, how many shapes
    /// they are: a letter, a sign or a line each.
    void commandsThatModelsWrite_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("shapes");
        const auto row = [](const QString &source, int shapes = 0) {
            QTest::newRow(qPrintable(source)) << source << shapes;
        };
        row(u"\\bm{x}"_s, 1);
        row(u"\\mathds{1}"_s, 1);
        row(u"x \\in \\R, \\N, \\Z"_s, 7);
        row(u"\\argmax_x f"_s);
        row(u"\\abs{\\frac{a}{b}}"_s);
        row(u"\\norm{x}_2"_s);
        row(u"\\llbracket x \\rrbracket"_s);
        row(u"\\nicefrac{1}{2}"_s);
        row(u"30\\degree"_s, 3);
        row(u"20\\celsius"_s, 4);
        row(u"a \\xlongequal{b} c"_s);
        row(u"\\oiint_S"_s);
        row(u"\\require{cancel}\\cancel{x}"_s, 2);
        row(u"\\verb|a_b|"_s, 3);
        row(u"\\widecheck{x}"_s, 2);
        row(u"\\slashed{D}"_s, 2);
        row(u"\\overrightharpoon{AB}"_s, 3);
        row(u"\\textcircled{1} + \\circled{20}"_s);
        row(u"\\unicode{x41}"_s, 1);
        row(u"\\bbox[5px]{x}"_s, 1);
        row(u"\\intertext{so} a"_s);
        row(u"\\begin{CD} A @>f>> B \\\\ @VgVV @VVhV \\\\ C @>>k> D \\end{CD}"_s);
        row(u"\\begin{array}{cc} \\multicolumn{2}{c}{x} \\\\ a & b \\end{array}"_s, 3);
        row(u"\\begin{IEEEeqnarray}{rCl} a &=& b \\end{IEEEeqnarray}"_s, 3);
        row(u"\\begin{displaymath} x \\end{displaymath}"_s, 1);
        row(u"\\begin{numcases}{f} a & b \\end{numcases}"_s);
        row(u"\\centernot\\implies \\upalpha \\xtwoheadrightarrow{f}"_s);
        row(u"\\Alpha \\lang x \\rang \\infin"_s, 5);
        // physics
        row(u"\\dv{x}"_s, 4);
        row(u"\\dv{f}{x}"_s, 5);
        row(u"\\dv[2]{f}{x}"_s, 7);
        row(u"\\pdv{f}{x}"_s, 5);
        row(u"\\pdv{f}{x}{y}"_s, 8);
        row(u"\\int f \\dd{x} \\dd[3]{r}"_s, 7);
        row(u"\\qty(\\frac{a}{(b)})"_s, 7);
        row(u"\\qty[a]"_s, 3);
        row(u"\\qty|a|"_s, 3);
        row(u"\\qty{a}"_s, 3);
        row(u"\\vb{A} \\cdot \\vb*{B} \\times \\vu{n}"_s, 6);
        row(u"\\comm{A}{B} = \\expval{C}"_s, 9);
        row(u"\\mel{a}{H}{b}"_s, 7);
        row(u"\\grad f, \\curl g, 6 \\div 3"_s, 10);
        // siunitx
        row(u"\\SI{3}{m/s}"_s, 4);
        row(u"\\SI{3e8}{\\meter\\per\\second}"_s, 8);
        row(u"\\qty{5}{\\kilo\\gram\\meter\\squared}"_s, 5);
        row(u"\\unit{\\micro\\meter}"_s, 2);
        row(u"\\si{\\meter\\second}"_s, 2);
        row(u"\\num{1.5e-3}"_s, 8);
        row(u"\\ang{30;15}"_s, 6);
    }
    void commandsThatModelsWrite()
    {
        QFETCH(QString, source);
        QFETCH(int, shapes);
        const MathPicture picture = m_engine.typeset({source, false});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        QVERIFY(!picture.shapes.empty());
        if (shapes > 0)
            QCOMPARE(int(picture.shapes.size()), shapes);
    }

    void definitionsOfAFormulaComeFirst()
    {
        // And only there.
        const auto shapes = [this](const QString &source) {
            return m_engine.typeset({source, false}).shapes.size();
        };
        QCOMPARE(shapes(u"\\newcommand{\\R}{xyz}\\R"_s), size_t(3));
        QCOMPARE(shapes(u"\\R"_s), size_t(1));
    }

    /// What takes no room of its own is part of the picture all the same.
    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("beside an arrow")
            << u"\\begin{CD} A @>f>> B \\\\ @Vlong name VV @VVV \\\\ C @>>> D \\end{CD}"_s;
        QTest::newRow("overlap at the left") << u"\\llap{abc}x"_s;
        QTest::newRow("overlap at the right") << u"x\\rlap{abc}"_s;
        QTest::newRow("wide below") << u"\\sum_{\\mathclap{1 \\le i \\le j \\le n}} x"_s;
        QTest::newRow("smashed") << u"\\smash{\\frac{a}{\\frac{b}{c}}}"_s;
        QTest::newRow("nothing special") << u"\\frac{a}{b}"_s;
    }
    void nothingIsCutOff()
    {
        QFETCH(QString, source);
        const MathPicture picture = m_engine.typeset({source, true});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        QRectF taken;
        for (const MathShape &shape : picture.shapes)
            taken |= shape.outline.path().boundingRect();
        constexpr double kSlack = 70;
        QVERIFY2(QRectF(0, 0, picture.width * 1000, picture.height * 1000)
                     .adjusted(-kSlack, -kSlack, kSlack, kSlack)
                     .contains(taken),
                 qPrintable(QDebug::toString(taken)));
        QVERIFY(picture.depth < picture.height);
    }

    void barsOfANormAreAsHighAsItsLetters()
    {
        const MathPicture norm = m_engine.typeset({u"\\left\\|x\\right\\|"_s, false});
        const MathPicture amount = m_engine.typeset({u"\\left|x\\right|"_s, false});
        QVERIFY(norm.ok() && amount.ok());
        QVERIFY(std::abs(norm.height - amount.height) < 0.1);
    }

    /// Each letter is a shape, and so is each space in text.
    void signsStandForThemselves_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("shapes");
        QTest::newRow("per cent") << "50%" << 3;
        QTest::newRow("per cent in the midst") << "5% + x" << 4;
        QTest::newRow("a comment in lines") << "a % not b\nc" << 2;
        QTest::newRow("underscore in text") << "\\text{a_b}" << 3;
        QTest::newRow("per cent in text") << "\\text{5% x}" << 4;
        QTest::newRow("and") << "\\text{A & B}" << 5;
        QTest::newRow("a formula in text") << "\\text{a $b_c$}" << 4;
    }
    void signsStandForThemselves()
    {
        QFETCH(QString, source);
        const MathPicture picture = m_engine.typeset({source, false});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        QTEST(int(picture.shapes.size()), "shapes");
    }

    /// Whichever construct comes first meets an engine that has not done it yet.
    void firstFormulaOfAnEngine_data() { formulas_data(); }
    void firstFormulaOfAnEngine()
    {
        QFETCH(QString, source);
        QFETCH(bool, display);
        MathEngine fresh;
        const MathPicture picture = fresh.typeset({source, display});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        const MathPicture later = m_engine.typeset({source, display});
        QCOMPARE(picture.width, later.width);
        QCOMPARE(picture.shapes.size(), later.shapes.size());
    }

    void depthIsBelowTheBaseline()
    {
        const MathPicture x = m_engine.typeset({u"x"_s, false});
        const MathPicture y = m_engine.typeset({u"y"_s, false});
        const MathPicture fraction = m_engine.typeset({u"\\frac{1}{2}"_s, false});
        QVERIFY(x.depth < 0.05);
        QVERIFY(y.depth > 0.15);
        QVERIFY(fraction.depth > 0.3);
    }

    void broken_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("open brace") << "\\frac{a}{";
        QTest::newRow("unknown command") << "\\nosuchthing x";
        QTest::newRow("unknown unit") << "\\si{\\meter\\constructor}";
        QTest::newRow("missing end") << "\\begin{matrix} 1";
        QTest::newRow("endless macro") << "\\def\\a{\\a\\a}\\a";
        QTest::newRow("too long") << QString(20000, u'x');
        QTest::newRow("outside") << "\\require{html}\\href{http://example.org}{x}";
        QTest::newRow("link") << "\\href{http://example.org}{x}";
    }
    void broken()
    {
        QFETCH(QString, source);
        const MathPicture picture = m_engine.typeset({source, false});
        QVERIFY(!picture.ok());
        QVERIFY(picture.shapes.empty());
        QVERIFY(m_engine.typeset({u"x"_s, false}).ok()); // the engine survives
    }

    void definitionsDoNotLeak()
    {
        QVERIFY(m_engine.typeset({u"\\newcommand{\\mine}{x}\\mine"_s, false}).ok());
        QVERIFY(!m_engine.typeset({u"\\mine"_s, false}).ok());
    }

    void colourIsTheTextColour()
    {
        const MathPicture picture = m_engine.typeset({u"x"_s, false});
        const QImage image = renderMath(picture, 40, 1, qRgb(255, 0, 0));
        bool red = false;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                red = red || image.pixelColor(x, y) == QColor(255, 0, 0);
        }
        QVERIFY(red);
    }

    /// As white letters would, on yellow.
    void lettersOnAColouredGround_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("inherits");
        QTest::addColumn<QColor>("ink");
        QTest::newRow("light") << u"\\colorbox{yellow}{x}"_s << false << QColor(Qt::black);
        QTest::newRow("dark") << u"\\colorbox{black}{x}"_s << false << QColor(Qt::white);
        QTest::newRow("beside one") << u"\\colorbox{yellow}{a} x"_s << true << QColor();
        QTest::newRow("in a coloured letter's place")
            << u"\\rlap{\\color{red} W} x"_s << true << QColor();
        QTest::newRow("coloured letters") << u"{\\color{red} y} x"_s << true << QColor();
    }
    void lettersOnAColouredGround()
    {
        QFETCH(QString, source);
        QFETCH(bool, inherits);
        const MathPicture picture = m_engine.typeset({source, false});
        QVERIFY2(picture.ok(), qPrintable(picture.error));
        QCOMPARE(picture.shapes.back().inherits, inherits);
        if (!inherits)
            QTEST(QColor(picture.shapes.back().color), "ink");
    }

    void theWindowNeverWaits()
    {
        MathTypesetter typesetter;
        QSignalSpy ready(&typesetter, &MathTypesetter::ready);
        const MathKey key{u"x^2"_s, false};
        QVERIFY(!typesetter.picture(key));
        QVERIFY(!typesetter.picture(key)); // asked once, not twice
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20000);
        QVERIFY(typesetter.picture(key));
        QVERIFY(typesetter.picture(key)->ok());
    }

    void idleEnginesAreUnloaded()
    {
        MathTypesetter typesetter;
        typesetter.setIdleMs(1);
        QSignalSpy unloaded(&typesetter, &MathTypesetter::unloaded);
        static_cast<void>(typesetter.picture({u"a"_s, false}));
        QTRY_VERIFY_WITH_TIMEOUT(!unloaded.isEmpty(), 20000);
        QSignalSpy ready(&typesetter, &MathTypesetter::ready);
        static_cast<void>(typesetter.picture({u"b"_s, false}));
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20000);
        QVERIFY(typesetter.picture({u"a"_s, false})); // pictures outlive the engine
    }

    void unusedIsCheap()
    {
        MathTypesetter typesetter; // no thread, no engine: just made and destroyed
    }
};

QTEST_MAIN(tst_MathTypesetter)
#include "tst_MathTypesetter.moc"
