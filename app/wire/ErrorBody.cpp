#include "wire/ErrorBody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxNesting = 4;
/// A body beyond this is no error report.
constexpr qsizetype kMaxParsed = 4 * 1024 * 1024;

class MessageFinder
{
public:
    static QString find(const QJsonObject &body, int depth = 0)
    {
        if (depth > kMaxNesting)
            return {};
        const QJsonValue error = body.value("error"_L1);
        const QJsonObject object = error.toObject();
        for (const QString &candidate :
             {inner(object.value("details"_L1), depth, false),
              inner(object.value("metadata"_L1).toObject().value("raw"_L1), depth, true),
              text(object.value("message"_L1), depth),
              inner(error.isString() ? error : QJsonValue(), depth, true),
              text(body.value("message"_L1), depth), detail(body.value("detail"_L1), depth),
              listed(body.value("errors"_L1), depth), body.value("error_message"_L1).toString(),
              body.value("error_msg"_L1).toString(), body.value("msg"_L1).toString(),
              object.value("error"_L1).toString(), word(object.value("code"_L1)),
              word(object.value("type"_L1))}) {
            if (!candidate.trimmed().isEmpty())
                return candidate;
        }
        return {};
    }

private:
    /// A string that may hold JSON with the message inside; as it is if `orText`, else nothing.
    static QString inner(const QJsonValue &value, int depth, bool orText)
    {
        if (value.isObject())
            return find(value.toObject(), depth + 1);
        const QString string = value.toString();
        if (string.trimmed().startsWith(u'{') || string.trimmed().startsWith(u'[')) {
            const QString message = find(ErrorBody::objectIn(string.toUtf8()), depth + 1);
            if (!message.isEmpty())
                return message;
        }
        return orText ? string : QString();
    }

    static QString text(const QJsonValue &value, int depth)
    {
        return value.isString() ? inner(value, depth, true)
                                : value.toObject().value("message"_L1).toString();
    }

    static QString detail(const QJsonValue &value, int depth)
    {
        if (!value.isArray())
            return inner(value, depth, true);
        QStringList lines;
        for (const QJsonValue entry : value.toArray()) {
            const QJsonObject object = entry.toObject();
            QStringList place;
            for (const QJsonValue step : object.value("loc"_L1).toArray())
                place += step.isString() ? step.toString() : QString::number(step.toInt());
            const QString message = object.value("msg"_L1).toString();
            lines += place.isEmpty() ? message : place.join(u'.') + u": "_s + message;
        }
        return lines.join("; "_L1);
    }

    static QString listed(const QJsonValue &value, int depth)
    {
        const QJsonValue first = value.toArray().first();
        return first.isString() ? first.toString()
                                : text(first.toObject().value("message"_L1), depth);
    }

    /// A code that is a word says more than nothing.
    static QString word(const QJsonValue &value) { return value.toString(); }
};

/// Collects codes and types for the classifier, also out of the error that a gateway wrapped.
void collectCodes(const QJsonObject &object, QStringList &codes, int depth = 0)
{
    if (depth > kMaxNesting)
        return;
    for (const QLatin1String field :
         {"code"_L1, "type"_L1, "error_type"_L1, "status"_L1, "error_code"_L1}) {
        const QJsonValue value = object.value(field);
        if (value.isString())
            codes += value.toString().left(200).toLower();
        else if (value.isDouble())
            codes += QString::number(value.toDouble());
    }
    for (const QLatin1String field :
         {"error"_L1, "metadata"_L1, "availability"_L1, "details"_L1, "raw"_L1, "detail"_L1}) {
        const QJsonValue value = object.value(field);
        if (value.isObject())
            collectCodes(value.toObject(), codes, depth + 1);
        else if (value.isString() && value.toString().trimmed().startsWith(u'{'))
            collectCodes(ErrorBody::objectIn(value.toString().toUtf8()), codes, depth + 1);
    }
}

} // namespace

QJsonObject ErrorBody::objectIn(const QByteArray &json)
{
    if (json.size() > kMaxParsed)
        return {};
    QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull())
        document = QJsonDocument::fromJson(QString::fromUtf8(json).remove(QChar(u'\0')).toUtf8());
    return document.isArray() ? document.array().first().toObject() : document.object();
}

QString ErrorBody::message(const QJsonObject &body)
{
    return MessageFinder::find(body);
}

QString ErrorBody::codes(const QJsonObject &body)
{
    QStringList codes;
    collectCodes(body, codes);
    return codes.join(u' ');
}

int ErrorBody::status(const QJsonObject &body)
{
    const QJsonObject error = body.value("error"_L1).toObject();
    for (const QJsonValue &value :
         {error.value("code"_L1), error.value("http_status"_L1), error.value("status"_L1),
          body.value("code"_L1), body.value("status_code"_L1)}) {
        const int status = value.isString() ? value.toString().toInt() : value.toInt();
        if (status >= 400 && status < 600)
            return status;
    }
    return 0;
}

} // namespace ponder
