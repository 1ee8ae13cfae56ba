#pragma once

#include <QJsonObject>
#include <QString>

namespace ponder {

/// Why a JSON schema cannot work, as one translated sentence that names the place; "" when nothing
/// is wrong with its shape. Catches slips of the pen (a type that does not exist, a required
/// property that is not described) before a provider answers with an error; it is no full
/// validator.
QString schemaProblem(const QJsonObject &schema);

} // namespace ponder
