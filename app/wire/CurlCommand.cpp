#include "wire/CurlCommand.h"

#include "base/Redactor.h"
#include "wire/RequestBuilder.h"

#include <QRegularExpression>
#include <QStringList>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

/// A word that no POSIX shell changes.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// One line without a key in it.
QString clean(const QString &text)
{
    QString line = text;
    line.remove(u'\r').remove(u'\n').remove(QChar(u'\0'));
    return Redactor::instance().redact(line);
}

bool carriesKey(const QString &header)
{
    const QString name = header.toLower();
    return name == "authorization"_L1 || name == "proxy-authorization"_L1 || name == "cookie"_L1 ||
           name == "x-api-key"_L1 || name == "api-key"_L1;
}

} // namespace

QString curlCommand(const QString &url, const QMap<QString, QString> &headers,
                    const QString &keyVariable, const ChatRequest &request)
{
    static const QRegularExpression variableName(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    QStringList parts;
    parts += (request.stream ? u"curl -N "_s : u"curl "_s) + quoted(clean(url));
    parts += u"-H 'Content-Type: application/json'"_s;
    if (!keyVariable.isEmpty()) {
        const QString name =
            variableName.match(keyVariable).hasMatch() ? keyVariable : u"PONDER_API_KEY"_s;
        parts += u"-H \"Authorization: Bearer $%1\""_s.arg(name);
    }
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (!carriesKey(it.key()))
            parts += u"-H "_s + quoted(clean(it.key() + u": "_s + it.value()));
    }
    const QString body = QString::fromUtf8(RequestBuilder::body(request));
    parts += u"--data-raw "_s + quoted(clean(body));
    return parts.join(u" \\\n  "_s) + u'\n';
}

} // namespace ponder
