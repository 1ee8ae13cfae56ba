#pragma once

#include "base/Result.h"
#include "chat/ParameterTable.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

/// The way between a parameter's value and the text in its field.
namespace ponder::parameter_text {

/// Digits after the point that a number of this parameter is shown with.
int decimals(const ParameterSpec &spec);
/// 32768 → "32,768", 0.6 → "0.60" with two decimals; more digits where the value has them.
QString number(const QJsonValue &value, int decimals);
/// −100 → "−100", 3.5 → "+3.5".
QString signedNumber(const QJsonValue &value);
/// Reads a number as people type it: group separators, blanks and a real minus sign are fine.
/// Undefined when it is none.
QJsonValue parsedNumber(const QString &text);

/// Indented JSON; a string stands there without quotes.
QString json(const QJsonValue &value);
/// The object in the text, or an Error that names the line that is wrong.
Result<QJsonObject> parsedObject(const QString &text);
/// The same for any JSON value; text that does not look like JSON is a string.
Result<QJsonValue> parsedValue(const QString &text);

/// Line breaks and tabs as \n and \t, so that they can be seen in a one-line field.
QString escaped(QString text);
QString unescaped(const QString &text);

} // namespace ponder::parameter_text
