#include "providers/NetworkAccessPool.h"

#include "providers/ProxySetting.h"

namespace ponder {

namespace {

constexpr std::size_t kMaxIdle = 2; ///< each has a thread of its own

/// A QNetworkAccessManager takes its factory over; this one shares it.
class SharedProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit SharedProxyFactory(std::shared_ptr<QNetworkProxyFactory> factory)
        : m_factory(std::move(factory))
    {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return m_factory->queryProxy(query);
    }

private:
    std::shared_ptr<QNetworkProxyFactory> m_factory;
};

} // namespace

NetworkAccessPool::NetworkAccessPool() : m_idle(std::make_shared<Idle>())
{}

NetworkAccessPool::~NetworkAccessPool() = default;

Result<NetworkAccessPool::Lease> NetworkAccessPool::acquire(const QString &proxy)
{
    QNetworkAccessManager *manager = nullptr;
    auto &idle = m_idle->managers[proxy];
    if (!idle.empty()) {
        manager = idle.back().release();
        idle.pop_back();
    } else {
        const auto factory = ProxySetting::factory(proxy);
        if (!factory)
            return factory.error();
        manager = new QNetworkAccessManager;
        manager->setProxyFactory(new SharedProxyFactory(*factory));
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    return Lease(manager, [pool = std::weak_ptr(m_idle), proxy](QNetworkAccessManager *returned) {
        giveBack(pool, proxy, returned);
    });
}

void NetworkAccessPool::giveBack(const std::weak_ptr<Idle> &pool, const QString &proxy,
                                 QNetworkAccessManager *manager)
{
    if (const std::shared_ptr<Idle> idle = pool.lock()) {
        auto &managers = idle->managers[proxy];
        if (managers.size() < kMaxIdle) {
            managers.emplace_back(manager);
            return;
        }
    }
    // Later: a lease is often dropped while one of the manager's replies emits a signal.
    manager->deleteLater();
}

} // namespace ponder
