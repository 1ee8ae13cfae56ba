#include "base/PictureData.h"

#include <algorithm>

namespace ponder {

namespace {

constexpr QStringView kBegin = u"data:image/";
constexpr QStringView kEncoding = u";base64,";
constexpr QChar kEllipsis = u'…';
/// The name of a format.
constexpr qsizetype kLongestName = 20;
/// Longer ones are large: hundreds of tokens that mean nothing to a model of texts.
constexpr qsizetype kLarge = 2'000;

bool isData(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') ||
           u == u'+' || u == u'/' || u == u'=';
}

} // namespace

qsizetype PictureData::end(QStringView text, qsizetype bracket)
{
    if (bracket == 0 || text[bracket] != u'(' || text[bracket - 1] != u']')
        return -1;
    const qsizetype begin = bracket + 1;
    if (!text.mid(begin).startsWith(kBegin, Qt::CaseInsensitive))
        return -1;
    const qsizetype name = begin + kBegin.size();
    qsizetype at = name;
    while (at < text.size() && at - name < kLongestName && isData(text[at]))
        ++at;
    if (!text.mid(at).startsWith(kEncoding, Qt::CaseInsensitive))
        return -1;
    const QStringView data = text.mid(at + kEncoding.size());
    const auto behind = std::find_if_not(data.begin(), data.end(), isData);
    return at + kEncoding.size() + (behind - data.begin());
}

bool PictureData::takes(QStringView more)
{
    return std::all_of(more.begin(), more.end(), isData);
}

QString PictureData::shortened(const QString &address)
{
    const qsizetype comma = address.indexOf(u',');
    return comma + 1 < address.size() ? address.left(comma + 1) + kEllipsis : address;
}

QString PictureData::withoutLarge(const QString &text)
{
    const QString before = QStringLiteral("](") + kBegin.toString();
    QString out;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(before, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(before, at + 1, Qt::CaseInsensitive)) {
        const qsizetype begin = at + 2;
        const qsizetype behind = end(text, at + 1);
        if (behind - begin <= kLarge)
            continue;
        out += QStringView(text).mid(done, begin - done);
        out += shortened(text.mid(begin, behind - begin));
        done = behind;
    }
    return done == 0 ? text : out + text.mid(done);
}

bool PictureData::isAtEnd(QStringView shown)
{
    return shown.endsWith(kEllipsis) && shown.chopped(1).endsWith(kEncoding, Qt::CaseInsensitive);
}

} // namespace ponder
