#include "ui/RequestPreview.h"

#include "wire/RequestBuilder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ponder {

namespace {

constexpr int kIndent = 2;
constexpr int kLongestLine = 40; ///< of a list of plain values that is kept on one line

/// A value that is not nested, exactly as it is written in the body.
QString scalarText(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

QString jsonText(const QJsonValue &value, int depth);

QString bracketed(QChar open, const QStringList &lines, QChar close, int depth)
{
    if (lines.isEmpty())
        return QString(open) + close;
    const QString pad((depth + 1) * kIndent, QLatin1Char(' '));
    return open + QLatin1Char('\n') + pad + lines.join(QStringLiteral(",\n") + pad) +
           QLatin1Char('\n') + QString(depth * kIndent, QLatin1Char(' ')) + close;
}

QString listText(const QJsonArray &list, int depth)
{
    QStringList lines;
    bool plain = true;
    for (const QJsonValue &item : list) {
        plain = plain && !item.isObject() && !item.isArray();
        lines << jsonText(item, depth + 1);
    }
    const QString line = lines.join(QStringLiteral(", "));
    if (plain && line.size() <= kLongestLine && !lines.isEmpty())
        lines = QStringList{line};
    return bracketed(QLatin1Char('['), lines, QLatin1Char(']'), depth);
}

QString jsonText(const QJsonValue &value, int depth)
{
    if (value.isArray())
        return listText(value.toArray(), depth);
    if (!value.isObject())
        return scalarText(value);
    QStringList lines;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        lines << scalarText(it.key()) + QLatin1String(": ") + jsonText(it.value(), depth + 1);
    return bracketed(QLatin1Char('{'), lines, QLatin1Char('}'), depth);
}

/// As one word for a POSIX shell.
QString quoted(const QString &text)
{
    QString inner = text;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

QString endpoint(const ProviderProfile &provider)
{
    QString url = provider.baseUrl;
    while (url.endsWith(QLatin1Char('/')))
        url.chop(1);
    return url + QLatin1String("/chat/completions");
}

} // namespace

RequestPreview::RequestPreview(QObject *parent) : QObject(parent)
{}

QString RequestPreview::keyVariableFor(const QString &providerId)
{
    QString name;
    for (const QChar c : providerId.toUpper())
        name += c.unicode() < 0x80 && c.isLetterOrNumber() ? c : QLatin1Char('_');
    if (name.isEmpty() || name.at(0).isDigit())
        name.prepend(QLatin1Char('_'));
    return name + QLatin1String("_API_KEY");
}

void RequestPreview::show(const ProviderProfile &provider, const ChatRequest &request,
                          const QStringList &names)
{
    m_provider = provider;
    const QJsonObject object = RequestBuilder::object(request);
    m_body = RequestBuilder::body(request);
    m_json = RequestBuilder::preview(request);
    m_text = foldedText(object, names);
    m_keyVariable = provider.needsKey ? keyVariableFor(provider.id) : QString();
    m_notSent.clear();
    for (const QString &name : names)
        if (!object.contains(name))
            m_notSent << name;
    Q_EMIT changed();
}

void RequestPreview::clear()
{
    m_provider = {};
    m_body.clear();
    m_json.clear();
    m_text.clear();
    m_keyVariable.clear();
    m_notSent.clear();
    Q_EMIT changed();
}

QString RequestPreview::foldedText(const QJsonObject &object, const QStringList &parameters) const
{
    const QString messages = QStringLiteral("messages");
    // What every request has comes first, then the parameters in the order of the page; to a server
    // the order means nothing.
    QStringList names{QStringLiteral("model"), messages, QStringLiteral("stream")};
    for (const QString &name : parameters + object.keys())
        if (!names.contains(name))
            names << name;
    QStringList lines;
    for (const QString &name : std::as_const(names)) {
        if (!object.contains(name))
            continue;
        const QString value = name == messages ? tr("[ %n message(s) ]", nullptr,
                                                    int(object.value(name).toArray().size()))
                                               : jsonText(object.value(name), 1);
        lines << scalarText(name) + QLatin1String(": ") + value;
    }
    return bracketed(QLatin1Char('{'), lines, QLatin1Char('}'), 0);
}

QString RequestPreview::curl() const
{
    QStringList words{QStringLiteral("curl ") + quoted(endpoint(m_provider)),
                      QStringLiteral("-H 'Content-Type: application/json'")};
    if (!m_keyVariable.isEmpty())
        words << QStringLiteral("-H \"Authorization: Bearer $%1\"").arg(m_keyVariable);
    for (auto it = m_provider.headers.cbegin(); it != m_provider.headers.cend(); ++it)
        words << QLatin1String("-H ") + quoted(it.key() + QLatin1String(": ") + it.value());
    if (m_provider.proxy == QLatin1String("none"))
        words << QStringLiteral("--noproxy '*'");
    else if (!m_provider.proxy.isEmpty())
        words << QLatin1String("--proxy ") + quoted(m_provider.proxy);
    if (!m_provider.caFile.isEmpty())
        words << QLatin1String("--cacert ") + quoted(m_provider.caFile);
    words << QStringLiteral("--no-buffer");
    words << QLatin1String("--data-binary ") + quoted(QString::fromUtf8(m_body));
    return words.join(QStringLiteral(" \\\n  "));
}

void RequestPreview::copyJson() const
{
    QGuiApplication::clipboard()->setText(m_json);
}

void RequestPreview::copyCurl() const
{
    QGuiApplication::clipboard()->setText(curl());
}

} // namespace ponder
