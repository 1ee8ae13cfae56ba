#include "markdown/HtmlOutline.h"

#include <QRegularExpression>

#include <algorithm>

namespace ponder::test {

QStringList HtmlOutline::read()
{
    static const QRegularExpression tagPattern(QStringLiteral("</?[a-z][a-z0-9]*(\\s[^<>]*)?/?>"));
    qsizetype at = 0;
    for (auto match = tagPattern.match(m_html); match.hasMatch();
         match = tagPattern.match(m_html, at)) {
        text(m_html.mid(at, match.capturedStart() - at));
        tag(match.captured());
        at = match.capturedEnd();
    }
    text(m_html.mid(at));
    endLeaf();
    return m_leaves;
}

QString HtmlOutline::unescaped(QString text)
{
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString HtmlOutline::attribute(const QString &tag, const QString &name)
{
    const qsizetype begin = tag.indexOf(u' ' + name + QStringLiteral("=\""));
    if (begin < 0)
        return {};
    const qsizetype from = begin + name.size() + 3;
    return unescaped(tag.mid(from, tag.indexOf(u'"', from) - from));
}

void HtmlOutline::text(const QString &raw)
{
    if (raw.isEmpty())
        return;
    if (m_kind.isEmpty()) {
        if (raw.trimmed().isEmpty())
            return;
        beginLeaf(QStringLiteral("P"));
    }
    QString shown = unescaped(raw);
    if (m_pre) {
        m_leaf += shown;
        return;
    }
    QString flags;
    if (m_bold > 0)
        flags += u'b';
    if (m_italic > 0)
        flags += u'i';
    if (m_strike > 0)
        flags += u's';
    if (m_code)
        flags += u'c';
    for (const QChar c : std::as_const(shown)) {
        if (c == u'\n' && m_leaf.endsWith(QStringLiteral("¶¶")))
            continue; // behind <br>
        m_leaf += c == u'\n'        ? QStringLiteral("¶")
                  : flags.isEmpty() ? QString(c)
                                    : u'{' + flags + c + u'}';
    }
}

void HtmlOutline::beginLeaf(const QString &kind)
{
    endLeaf();
    m_kind = kind;
}

void HtmlOutline::endLeaf()
{
    if (m_kind.isEmpty())
        return;
    QString content = m_leaf;
    while (!m_pre && content.endsWith(u'¶'))
        content.chop(1);
    while (!m_pre && content.startsWith(u'¶'))
        content.remove(0, 1);
    if (m_kind.startsWith(u'C') && content.endsWith(u'\n'))
        content.chop(1);
    m_leaves += m_nesting + m_marker + u' ' + m_kind + u' ' + content;
    m_marker.clear();
    m_kind.clear();
    m_leaf.clear();
    m_pre = false;
}

void HtmlOutline::emptyItem()
{
    endLeaf();
    if (m_marker.isEmpty())
        return;
    beginLeaf(QStringLiteral("P"));
    endLeaf();
}

void HtmlOutline::tag(const QString &whole)
{
    static const QRegularExpression nonName(QStringLiteral("[^a-z0-9]"));
    const bool closing = whole.startsWith(QLatin1String("</"));
    QString name = whole.mid(closing ? 2 : 1);
    name.truncate(name.indexOf(nonName));
    if (!(closing ? closeTag(name) : openTag(name, whole)))
        text(whole);
}

bool HtmlOutline::openTag(const QString &name, const QString &whole)
{
    static const QRegularExpression heading(QStringLiteral("^h[1-6]$"));
    if (name == u"p" || heading.match(name).hasMatch()) {
        beginLeaf(name == u"p" ? QStringLiteral("P") : u'H' + name.mid(1));
    } else if (name == u"ul" || name == u"ol") {
        emptyItem();
        const QString start = attribute(whole, QStringLiteral("start"));
        m_lists.append({name == u"ol", start.isEmpty() ? 1 : start.toInt()});
    } else if (name == u"li") {
        if (m_lists.isEmpty())
            return false;
        List &list = m_lists.last();
        m_nesting += list.ordered ? u'o' : u'b';
        m_marker = list.ordered ? QString::number(list.number++) + u'.' : QStringLiteral("*");
    } else if (name == u"input") {
        m_marker = whole.contains(QLatin1String("checked")) ? QStringLiteral("[x]")
                                                            : QStringLiteral("[ ]");
    } else if (name == u"blockquote") {
        emptyItem();
        m_nesting += u'q';
    } else if (name == u"pre") {
        beginLeaf(QStringLiteral("C()"));
        m_pre = true;
    } else if (name == u"code") {
        if (m_pre)
            m_kind = QStringLiteral("C(%1)").arg(attribute(whole, QStringLiteral("class")).mid(9));
        else
            m_code = true;
    } else if (name == u"hr") {
        beginLeaf(QStringLiteral("---"));
        endLeaf();
    } else if (name == u"br") {
        m_leaf += QStringLiteral("¶¶");
    } else if (name == u"img") {
        text(attribute(whole, QStringLiteral("alt")));
    } else if (name == u"table") {
        beginLeaf(QStringLiteral("T"));
    } else if (name == u"tr") {
        m_leaf += QStringLiteral(" /");
    } else if (name == u"th" || name == u"td") {
        const QString align = attribute(whole, QStringLiteral("align"));
        m_leaf += u' ' + align.left(1) + u':';
    } else if (name == u"em") {
        ++m_italic;
    } else if (name == u"strong") {
        ++m_bold;
    } else if (name == u"del") {
        ++m_strike;
    } else {
        return name == u"a" || name == u"thead" || name == u"tbody";
    }
    return true;
}

bool HtmlOutline::closeTag(const QString &name)
{
    static const QRegularExpression heading(QStringLiteral("^h[1-6]$"));
    if (name == u"p" || name == u"pre" || name == u"table" || heading.match(name).hasMatch()) {
        endLeaf();
    } else if (name == u"li" || name == u"blockquote") {
        if (name == u"li")
            emptyItem();
        else
            endLeaf();
        m_nesting.chop(1);
    } else if (name == u"ul" || name == u"ol") {
        endLeaf();
        if (!m_lists.isEmpty())
            m_lists.removeLast();
    } else if (name == u"code") {
        m_code = false;
    } else if (name == u"em") {
        --m_italic;
    } else if (name == u"strong") {
        --m_bold;
    } else if (name == u"del") {
        --m_strike;
    } else {
        return name == u"a" || name == u"thead" || name == u"tbody" || name == u"tr" ||
               name == u"th" || name == u"td";
    }
    return true;
}

} // namespace ponder::test
