#include "providers/RoutingBackend.h"

#include <QTest>

using namespace ponder;

namespace {

class CountingBackend final : public ChatBackend
{
public:
    int starts = 0;
    std::unique_ptr<ChatTurn> start(const ProviderProfile &, const ChatRequest &) override
    {
        ++starts;
        return nullptr;
    }
};

} // namespace

class TestRoutingBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesByKind()
    {
        CountingBackend http;
        CountingBackend demo;
        RoutingBackend routing(http, demo);
        ProviderProfile profile;
        (void)routing.start(profile, {});
        QCOMPARE(http.starts, 1);
        QCOMPARE(demo.starts, 0);
        profile.kind = ProviderProfile::Kind::Demo;
        (void)routing.start(profile, {});
        QCOMPARE(http.starts, 1);
        QCOMPARE(demo.starts, 1);
    }
};

QTEST_GUILESS_MAIN(TestRoutingBackend)
#include "tst_RoutingBackend.moc"
