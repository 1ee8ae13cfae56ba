#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ponder {

/// One request parameter of the table resources/parameters.json. The settings page, validation and
/// the request are all generated from it; adding an entry there is all it takes to add a parameter.
struct ParameterSpec
{
    enum class Type { Number, Integer, Boolean, Choice, StringList, Object, Array, Any };

    QString name; ///< as in the request
    Type type = Type::Number;
    std::optional<double> minimum; ///< of the number; of each value of an object
    std::optional<double> maximum;
    bool exclusiveMinimum = false;
    double step = 0;                     ///< of the slider; 0: no slider
    std::optional<double> sliderMaximum; ///< where the range is open or too wide to drag through
    int maximumItems = 0;                ///< of a list; 0: no limit
    QJsonValue defaultValue; ///< what providers use when it is not sent; undefined: they differ
    QStringList choices;     ///< of Choice; of Any: the strings it may be, besides an object
    QString requires_;       ///< another parameter that must be set (top_logprobs needs logprobs)
    QString labelEn, labelZh;
    QString helpEn, helpZh;
    QString group; ///< "sampling", "output", "tools"

    [[nodiscard]] QString label(bool chinese) const { return chinese ? labelZh : labelEn; }
    [[nodiscard]] QString help(bool chinese) const { return chinese ? helpZh : helpEn; }
    /// The value in the form it is sent, or one translated sentence that says why it cannot be.
    [[nodiscard]] Result<QJsonValue> validate(const QJsonValue &value) const;
};

/// All request parameters, in the order they are shown.
class ParameterTable
{
public:
    /// Reads the table; an entry that makes no sense is an error that names it.
    static Result<ParameterTable> fromJson(const QByteArray &json);

    [[nodiscard]] const std::vector<ParameterSpec> &all() const { return m_specs; }
    [[nodiscard]] const ParameterSpec *find(const QString &name) const;
    /// Validates every entry; unknown names and values out of range are errors that name the
    /// parameter.
    [[nodiscard]] Result<QJsonObject> validate(const QJsonObject &parameters) const;
    /// Text as typed on the command line or in a field: JSON if it parses as JSON, else a string.
    static QJsonValue parseText(const QString &text);

private:
    std::vector<ParameterSpec> m_specs;
};

} // namespace ponder
