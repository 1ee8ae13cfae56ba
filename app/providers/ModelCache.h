#pragma once

#include "chat/ProviderProfile.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ponder {

/// The model lists that were fetched last, in a file of the cache folder, so that a list is there
/// at once while a new one is on its way. A list belongs to the address it came from.
class ModelCache
{
public:
    explicit ModelCache(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] std::vector<ModelInfo> models(const ProviderProfile &profile) const;
    void store(const ProviderProfile &profile, const std::vector<ModelInfo> &models);
    void remove(const QString &providerId);

private:
    void load() const;
    void write() const;

    QString m_path;
    mutable QJsonObject m_root;
    mutable bool m_loaded =
        false; ///< read when it is first asked for: not at the start of the program
};

} // namespace ponder
