#include "ui/EffortController.h"
#include "ui/SamplingController.h"
#include "ui/SettingsFakes.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace ponder;
using namespace ponder::fakes;
using namespace Qt::StringLiterals;

/// The chip beside the model: what it says, offers and keeps.
class tst_EffortController : public QObject
{
    Q_OBJECT

private:
    Directory directory;
    ParameterTable table = shippedTable();

    static ProviderProfile router()
    {
        ProviderProfile profile = remote(u"openrouter"_s, u"OpenRouter"_s, u"a/b"_s);
        EffortRule rule;
        for (const char *level : {"none", "low", "high"})
            rule.levels.insert(
                QString::fromLatin1(level),
                {{u"reasoning"_s, QJsonObject{{u"effort"_s, QString::fromLatin1(level)}}}});
        profile.effort = {rule};
        return profile;
    }
    static QStringList labels(const EffortController &effort)
    {
        QStringList all;
        const QVariantList choices = effort.choices();
        for (const QVariant &choice : choices)
            all << choice.toMap().value(u"label"_s).toString();
        return all;
    }

private Q_SLOTS:
    void init() { directory.list = {router()}; }

    void saysWhatTheModelKnows_data()
    {
        QTest::addColumn<ProviderProfile>("profile");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<QString>("note");
        const ProviderProfile unknown = remote(u"own"_s, u"Own"_s, u"m"_s);
        QTest::newRow("known") << router() << u"a/b"_s << u"Thinking: Default"_s
                               << QStringList{u"Default"_s, u"Off"_s, u"Low"_s, u"High"_s}
                               << QString();
        QTest::newRow("always thinks")
            << router() << u"deepseek/deepseek-r1-0528"_s << u"Thinking: Always"_s
            << QStringList{u"Always"_s, u"Low"_s, u"High"_s}
            << u"deepseek-r1-0528 always thinks, as long as it needs."_s;
        QTest::newRow("nothing is known")
            << unknown << u"m"_s << u"Thinking: Default"_s
            << QStringList{u"Default"_s, u"Low"_s, u"Medium"_s, u"High"_s}
            << u"Own may ignore this."_s;
    }
    void saysWhatTheModelKnows()
    {
        QFETCH(ProviderProfile, profile);
        QFETCH(QString, model);
        TemporarySettings kept;
        EffortController effort(kept.settings, directory);
        effort.setTarget(profile, model);
        QVERIFY(effort.available());
        QTEST(effort.label(), "label");
        QTEST(labels(effort), "choices");
        QTEST(effort.note(), "note");
        QCOMPARE(effort.currentIndex(), 0);
    }

    void notThereWithoutAModelOrWhereItIsRefused()
    {
        TemporarySettings kept;
        EffortController effort(kept.settings, directory);
        QVERIFY(!effort.available());
        effort.setTarget(router(), {});
        QVERIFY(!effort.available());
        ProviderProfile refusing = router();
        refusing.unsupportedParameters = {effortParameter()};
        effort.setTarget(refusing, u"a/b"_s);
        QVERIFY(!effort.available());
    }

    void choosingIsASettingOfTheModel()
    {
        TemporarySettings kept;
        QVERIFY(kept.settings.setSampling({}, {{u"seed"_s, 7}}).ok());
        EffortController effort(kept.settings, directory);
        effort.setTarget(router(), u"a/b"_s);
        QSignalSpy changed(&effort, &EffortController::changed);
        effort.choose(u"high"_s);
        QCOMPARE(effort.label(), u"Thinking: High"_s);
        QCOMPARE(effort.currentIndex(), 3);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(kept.settings.effectiveSampling(u"openrouter/a/b"_s),
                 (QJsonObject{{u"seed"_s, 7}, {effortParameter(), u"high"_s}}));
        QCOMPARE(kept.settings.sampling({}), (QJsonObject{{u"seed"_s, 7}}));
        effort.choose({});
        QCOMPARE(effort.label(), u"Thinking: Default"_s);
        QVERIFY2(!kept.settings.hasOwnSampling(u"openrouter/a/b"_s),
                 "the model follows the set of all models again");
    }

    void followsTheSamplingPage()
    {
        TemporarySettings kept;
        EffortController effort(kept.settings, directory);
        effort.setTarget(router(), u"a/b"_s);
        // Set for all models; this one knows only a lower level, and that is what is sent.
        QVERIFY(kept.settings.setSampling({}, {{effortParameter(), u"max"_s}}).ok());
        QCOMPARE(effort.label(), u"Thinking: High"_s);
        QCOMPARE(effort.value(), u"high"_s);
    }

    void previewShowsWhatIsSent()
    {
        TemporarySettings kept;
        EffortController effort(kept.settings, directory);
        effort.setTarget(router(), u"a/b"_s);
        effort.choose(u"low"_s);
        SamplingController sampling(table, kept.settings, directory);
        sampling.setScope(u"openrouter/a/b"_s);
        const QJsonObject body = QJsonDocument::fromJson(sampling.preview()->body()).object();
        QCOMPARE(body.value(u"reasoning").toObject(), (QJsonObject{{u"effort"_s, u"low"_s}}));
        QVERIFY(!body.contains(effortParameter()));
        QVERIFY2(!sampling.preview()->notSent().contains(effortParameter()),
                 "it is sent, under another name");
        const int row = sampling.rows()->rowOf(effortParameter());
        QCOMPARE(at(*sampling.rows(), row, "choices").toStringList(),
                 (QStringList{u"none"_s, u"low"_s, u"high"_s}));
        QCOMPARE(at(*sampling.rows(), row, "badge").toString(), QString());
    }

    void pageMarksWhatHasNoEffect_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("badge");
        QTest::newRow("known") << u"a/b"_s << true << QString();
        QTest::newRow("always thinks") << u"deepseek-r1"_s << true << u"ignored"_s;
        QTest::newRow("nothing is known") << u"a/b"_s << false << u"uncertain"_s;
    }
    void pageMarksWhatHasNoEffect()
    {
        QFETCH(QString, model);
        QFETCH(bool, known);
        if (!known)
            directory.list.front().effort.clear();
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        sampling.setScope(u"openrouter/"_s + model);
        QTEST(at(*sampling.rows(), sampling.rows()->rowOf(effortParameter()), "badge").toString(),
              "badge");
    }
};

QTEST_MAIN(tst_EffortController)
#include "tst_EffortController.moc"
