#include "ui/Formulas.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;

/// When what has been typeset is made known.
class tst_Formulas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFormulasArePictures();
    void severalAreAnnouncedTogether();
    void comesWithTheTextWhileThatArrives();
    void waitsForNoTextThatDoesNotCome();
};

namespace {

constexpr int kTypeset = 30'000;

} // namespace

void tst_Formulas::onlyFormulasArePictures()
{
    Formulas formulas;
    QVERIFY(!formulas.picture(u"plain"_s));
    QVERIFY(!formulas.isWaiting());
}

void tst_Formulas::severalAreAnnouncedTogether()
{
    Formulas formulas;
    QSignalSpy changed(&formulas, &Formulas::changed);
    for (const QString &source : {u"$x$"_s, u"$y$"_s, u"$$z$$"_s})
        QVERIFY(!formulas.picture(source));
    QTRY_VERIFY_WITH_TIMEOUT(!formulas.isWaiting(), kTypeset);
    QVERIFY(changed.count() >= 1 && changed.count() <= 3);
    for (const QString &source : {u"$x$"_s, u"$y$"_s, u"$$z$$"_s})
        QVERIFY(formulas.picture(source) && formulas.picture(source)->ok());
}

void tst_Formulas::comesWithTheTextWhileThatArrives()
{
    Formulas formulas;
    formulas.setTextArrives(true);
    QSignalSpy changed(&formulas, &Formulas::changed);
    formulas.announce();
    QCOMPARE(changed.count(), 0); // nothing to say
    QTRY_VERIFY_WITH_TIMEOUT(formulas.picture(u"$x$"_s), kTypeset);
    formulas.announce();
    QCOMPARE(changed.count(), 1);
    QVERIFY(!formulas.isWaiting());
    formulas.announce();
    QCOMPARE(changed.count(), 1);
}

void tst_Formulas::waitsForNoTextThatDoesNotCome()
{
    Formulas formulas;
    formulas.setTextArrives(true);
    QSignalSpy changed(&formulas, &Formulas::changed);
    formulas.picture(u"$x$"_s);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, kTypeset);
    formulas.picture(u"$y$"_s);
    formulas.setTextArrives(false);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, kTypeset);
}

QTEST_MAIN(tst_Formulas)
#include "tst_Formulas.moc"
