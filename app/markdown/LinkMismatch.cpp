#include "markdown/LinkMismatch.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// A name with dots is taken for a host only with one of these at its end: "main.cpp" is none.
bool isTopLevel(const QString &label)
{
    static const QSet<QString> kKnown{
        u"com"_s, u"org"_s, u"net"_s,  u"edu"_s,  u"gov"_s,  u"mil"_s,    u"int"_s,  u"info"_s,
        u"biz"_s, u"io"_s,  u"dev"_s,  u"app"_s,  u"ai"_s,   u"co"_s,     u"me"_s,   u"tv"_s,
        u"xyz"_s, u"top"_s, u"site"_s, u"shop"_s, u"club"_s, u"online"_s, u"live"_s, u"bank"_s,
        u"cn"_s,  u"de"_s,  u"uk"_s,   u"jp"_s,   u"fr"_s,   u"ru"_s,     u"nl"_s,   u"br"_s,
        u"in"_s,  u"it"_s,  u"au"_s,   u"es"_s,   u"ca"_s,   u"kr"_s,     u"ch"_s,   u"se"_s,
        u"us"_s,  u"eu"_s,  u"tw"_s,   u"hk"_s,   u"sg"_s,   u"at"_s,     u"be"_s,   u"dk"_s,
        u"fi"_s,  u"no"_s,  u"pt"_s,   u"cz"_s,   u"gr"_s,   u"ie"_s,     u"nz"_s,   u"mx"_s,
        u"za"_s,  u"ar"_s,  u"tr"_s,   u"ua"_s,   u"cloud"_s};
    return kKnown.contains(label);
}

bool isEastAsian(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

/// Letters beyond ASCII in which East Asian names are not written can pass for others; so can they
/// beside ASCII letters.
bool canDeceive(const QString &label)
{
    bool ascii = false;
    bool wide = false;
    const QList<uint> letters = label.toUcs4();
    for (const uint c : letters) {
        if (c < 0x80)
            ascii = ascii || QChar::isLetter(c);
        else if (isEastAsian(c))
            wide = true;
        else
            return true;
    }
    return ascii && wide;
}

QString bareHost(QString host)
{
    host = host.toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

/// Within one site: equal, or one a part of the other.
bool sameSite(const QString &a, const QString &b)
{
    return a == b || a.endsWith(u'.' + b) || b.endsWith(u'.' + a);
}

/// Chinese needs no space before a name: "请登录example.com".
QString withoutWords(const QString &host)
{
    qsizetype begin = 0;
    while (begin < host.size() && isEastAsian(host[begin].unicode()))
        ++begin;
    return begin < host.size() && host[begin].isLetterOrNumber() ? host.mid(begin) : host;
}

/// The hosts that a text names.
QStringList hostsIn(const QString &text)
{
    static const QRegularExpression kAddress(
        u"(?<scheme>[a-z][a-z0-9+.-]*://)?(?:[^\\s/"
        u"@]+@)?(?<host>[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)"
        "(?<path>[/:?#]\\S*)?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QStringList hosts;
    auto match = kAddress.globalMatch(text.left(2000));
    while (match.hasNext()) {
        const QRegularExpressionMatch found = match.next();
        const QString host = withoutWords(found.captured(u"host"_s).toLower());
        const bool surely = !found.captured(u"scheme"_s).isEmpty() || host.startsWith("www."_L1);
        if (surely || isTopLevel(host.section(u'.', -1)))
            hosts << bareHost(QString::fromLatin1(QUrl::toAce(host)).isEmpty()
                                  ? host
                                  : QString::fromLatin1(QUrl::toAce(host)));
    }
    return hosts;
}

} // namespace

QString LinkMismatch::realPlace(const QString &url)
{
    const QUrl parsed(url);
    return parsed.scheme() == "mailto"_L1 ? parsed.path(QUrl::FullyDecoded)
                                          : parsed.host(QUrl::FullyEncoded);
}

LinkMismatch::Reason LinkMismatch::check(const QString &text, const QString &url)
{
    const QUrl parsed(url);
    const bool mail = parsed.scheme() == "mailto"_L1;
    if (!mail && !parsed.userInfo().isEmpty())
        return Reason::HiddenHost;
    const QString real = mail ? realPlace(url).section(u'@', -1) : realPlace(url);
    const QStringList labels = QUrl(u"http://"_s + real).host(QUrl::FullyDecoded).split(u'.');
    if (real.contains("xn--"_L1, Qt::CaseInsensitive) &&
        (std::any_of(labels.begin(), labels.end(), canDeceive) ||
         std::any_of(labels.begin(), labels.end(),
                     [](const QString &label) { return label.startsWith("xn--"_L1); })))
        return Reason::LookAlike;
    const QStringList named = hostsIn(text);
    const QString there = bareHost(real);
    const bool other = std::any_of(named.begin(), named.end(),
                                   [&](const QString &host) { return !sameSite(host, there); });
    if (other)
        return Reason::OtherPlace;
    // The same host, but the mail goes to somebody else.
    const QString shown = text.trimmed();
    if (mail && shown.contains(u'@') && !shown.contains(u' ') &&
        shown.compare(realPlace(url), Qt::CaseInsensitive) != 0 &&
        shown.compare(url, Qt::CaseInsensitive) != 0)
        return Reason::OtherPlace;
    return Reason::None;
}

} // namespace ponder
