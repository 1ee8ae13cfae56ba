#include "markdown/Formula.h"

#include <QTest>

using namespace ponder;

class tst_Formula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("latex");
        QTest::addColumn<bool>("display");
        QTest::newRow("dollar") << "$x$"
                                << "x" << false;
        QTest::newRow("dollars") << "$$ x $$"
                                 << "x" << true;
        QTest::newRow("parentheses") << "\\(x\\)"
                                     << "x" << false;
        QTest::newRow("brackets") << "\\[\nx\n\\]"
                                  << "x" << true;
        QTest::newRow("environment") << "\\begin{align}x\\end{align}"
                                     << "\\begin{align}x\\end{align}" << true;
        QTest::newRow("text") << "x"
                              << "" << false;
        QTest::newRow("nothing between") << "$$"
                                         << "" << false;
        QTest::newRow("only spaces") << "$ $"
                                     << "" << false;
        QTest::newRow("not closed") << "\\(x"
                                    << "" << false;
    }
    void read()
    {
        QFETCH(QString, source);
        QFETCH(QString, latex);
        QFETCH(bool, display);
        const std::optional<Formula> formula = Formula::read(source);
        QCOMPARE(formula.has_value(), !latex.isEmpty());
        if (formula)
            QCOMPARE(*formula, (Formula{latex, display}));
    }
};

QTEST_GUILESS_MAIN(tst_Formula)
#include "tst_Formula.moc"
