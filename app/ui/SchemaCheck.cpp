#include "ui/SchemaCheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

namespace ponder {

namespace {

constexpr int kDeepest = 64;

QString said(const char *sentence)
{
    return QCoreApplication::translate("SchemaCheck", sentence);
}

bool isTypeName(const QJsonValue &value)
{
    static const QStringList types{QStringLiteral("object"),  QStringLiteral("array"),
                                   QStringLiteral("string"),  QStringLiteral("number"),
                                   QStringLiteral("integer"), QStringLiteral("boolean"),
                                   QStringLiteral("null")};
    return value.isString() && types.contains(value.toString());
}

QString typeProblem(const QJsonValue &type, const QString &place)
{
    if (type.isUndefined() || isTypeName(type))
        return {};
    bool good = type.isArray() && !type.toArray().isEmpty();
    for (const QJsonValue &item : type.toArray())
        good = good && isTypeName(item);
    return good ? QString()
                : said(QT_TRANSLATE_NOOP("SchemaCheck", "%1: the type does not exist.")).arg(place);
}

QString requiredProblem(const QJsonObject &schema, const QString &place)
{
    const QJsonValue required = schema.value(u"required");
    if (required.isUndefined())
        return {};
    if (!required.isArray())
        return said(QT_TRANSLATE_NOOP("SchemaCheck", "%1: “required” must be a list of names."))
            .arg(place);
    const QJsonObject properties = schema.value(u"properties").toObject();
    for (const QJsonValue &name : required.toArray())
        if (!properties.contains(name.toString()))
            return said(QT_TRANSLATE_NOOP("SchemaCheck", "%1: “%2” is required but not described."))
                .arg(place, name.toString());
    return {};
}

QString problemAt(const QJsonObject &schema, const QString &place, int depth);

QString childProblem(const QJsonValue &child, const QString &place, int depth)
{
    if (child.isBool())
        return {};
    if (!child.isObject())
        return said(QT_TRANSLATE_NOOP("SchemaCheck", "%1 must be a schema in braces.")).arg(place);
    return problemAt(child.toObject(), place, depth + 1);
}

QString problemAt(const QJsonObject &schema, const QString &place, int depth)
{
    if (depth > kDeepest)
        return said(QT_TRANSLATE_NOOP("SchemaCheck", "The schema is nested too deeply."));
    QString problem = typeProblem(schema.value(u"type"), place);
    if (problem.isEmpty())
        problem = requiredProblem(schema, place);
    const QJsonValue properties = schema.value(u"properties");
    if (problem.isEmpty() && !properties.isUndefined() && !properties.isObject())
        problem = said(QT_TRANSLATE_NOOP("SchemaCheck", "%1: “properties” must be in braces."))
                      .arg(place);
    const QJsonObject described = properties.toObject();
    for (auto it = described.begin(); problem.isEmpty() && it != described.end(); ++it)
        problem = childProblem(it.value(), place + QLatin1Char('.') + it.key(), depth);
    const QJsonValue items = schema.value(u"items");
    if (problem.isEmpty() && !items.isUndefined())
        problem = childProblem(items, place + QLatin1String("[]"), depth);
    return problem;
}

} // namespace

QString schemaProblem(const QJsonObject &schema)
{
    return problemAt(schema, QStringLiteral("$"), 0);
}

} // namespace ponder
