#pragma once

#include <QStringView>

namespace ponder {

/// About how many tokens a text has for the DeepSeek family: 0.6 a Han character and 0.3 any other
/// character, as DeepSeek's own documentation counts. Shown with '≈' until the provider reports
/// usage.
qint64 estimateTokens(QStringView text);

} // namespace ponder
