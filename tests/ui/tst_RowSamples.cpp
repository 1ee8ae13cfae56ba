#include "ui/RowSamples.h"

#include "ui/TranscriptRows.h"

#include <QSet>
#include <QTest>

using namespace ponder;

class tst_RowSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEachCommonTypeOnce()
    {
        const RowSamples samples;
        QSet<QString> types;
        InlineRun::Flags looks;
        for (int row = 0; row < samples.count(); ++row) {
            types << samples.type(row);
            const auto content = samples.content(row).value<BlockRow>();
            QVERIFY(content.block);
            QVERIFY(!content.growing);
            for (const InlineRun &run : content.block->runs)
                looks |= run.flags;
        }
        QCOMPARE(types, QSet<QString>({QStringLiteral("paragraph"), QStringLiteral("heading"),
                                       QStringLiteral("code"), QStringLiteral("table")}));
        QVERIFY(looks.testFlags(InlineRun::Bold | InlineRun::Italic | InlineRun::Code));
    }
};

QTEST_GUILESS_MAIN(tst_RowSamples)
#include "tst_RowSamples.moc"
