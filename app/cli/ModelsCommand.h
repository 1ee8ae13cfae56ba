#pragma once

#include "cli/Command.h"
#include "cli/EndpointResolver.h"

namespace ponder::cli {

/// `ponder models`: the list of a provider's `/models`.
class ModelsCommand final : public Command
{
    Q_OBJECT

public:
    ModelsCommand(const Invocation &invocation, Services &services, Console &console);

    void start() override;

private:
    void print(const std::vector<ModelInfo> &models);

    EndpointResolver m_resolver;
};

} // namespace ponder::cli
