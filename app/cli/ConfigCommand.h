#pragma once

#include "cli/Command.h"

#include <optional>

namespace ponder::cli {

/// The name of a request parameter as `ponder config` writes it: `sampling.NAME` for all models,
/// `sampling.PROVIDER/MODEL.NAME` for one.
struct SamplingName
{
    QString scope; ///< "provider/model", empty for all models
    QString parameter;
};

/// Nothing when the name is not of that form. Models have dots in their names, parameters have not.
std::optional<SamplingName> samplingName(const QString &name);

/// `ponder config`: the settings of the window by name.
class ConfigCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void list();
    void get(const QString &name);
    void set(const QString &name, const QString &text);
    [[nodiscard]] Result<void> setSetting(const QString &name, const QString &text);
    [[nodiscard]] Result<void> setSampling(const SamplingName &name, const QString &text);
};

} // namespace ponder::cli
