#include "markdown/LinkDefinitions.h"

#include "markdown/CmarkDocument.h"
#include <QStringList>

#include <algorithm>

namespace ponder {

namespace {

constexpr qsizetype kMaxLabel = 999;

bool isEscaped(QStringView text, qsizetype i)
{
    bool escaped = false;
    while (i > 0 && text[i - 1] == u'\\') {
        escaped = !escaped;
        --i;
    }
    return escaped;
}

/// Where the label that ends at the bracket `close` begins (behind its bracket), -1 for none.
qsizetype labelBegin(QStringView text, qsizetype close)
{
    const qsizetype limit = std::max<qsizetype>(0, close - kMaxLabel - 1);
    for (qsizetype i = close - 1; i >= limit; --i) {
        if ((text[i] == u'[' || text[i] == u']') && !isEscaped(text, i))
            return text[i] == u'[' ? i + 1 : -1;
    }
    return -1;
}

/// Whether only container marks stand before `i` on its line: a definition begins its paragraph.
bool beginsLine(QStringView text, qsizetype i)
{
    for (--i; i >= 0 && text[i] != u'\n'; --i) {
        const QChar c = text[i];
        if (c.isLetter() && c != u'x' && c != u'X')
            return false;
    }
    return true;
}

/// As a definition of one line has it; a formula that was taken for a target may have had several.
QString escaped(const QString &text, QStringView special)
{
    QString out;
    for (const QChar c : text) {
        if (special.contains(c))
            out += u'\\';
        if (c == u'\n')
            out += QStringLiteral("&#10;");
        else
            out += c;
    }
    return out;
}

QByteArray guardedLine(const QString &line)
{
    const GuardedText text = SourceGuard::guard(line);
    if (text.verbatim.isEmpty())
        return text.utf8;
    // On several lines, what seems to be a formula on one is none.
    QString plain = line;
    SourceGuard::replaceForbidden(plain);
    return plain.toUtf8();
}

} // namespace

/// Where the next "]:" stands, −1 for nowhere. Asked for with each piece that arrives: to look for
/// one letter is several times as fast as for two.
qsizetype LinkDefinitions::labelEnd(QStringView text, qsizetype from)
{
    for (qsizetype at = text.indexOf(u']', from); at >= 0; at = text.indexOf(u']', at + 1)) {
        if (text.mid(at + 1).startsWith(u':'))
            return at;
    }
    return -1;
}

QString LinkDefinitions::normalized(QStringView label)
{
    QString plain = label.toString();
    SourceGuard::replaceForbidden(plain); // as guarding does
    return plain.simplified().toCaseFolded();
}

QSet<QString> LinkDefinitions::mentionedLabels(QStringView text)
{
    QSet<QString> labels;
    qsizetype open = -1;
    // Most texts have no brackets.
    for (qsizetype i = text.indexOf(u'['); i >= 0 && i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\') {
            ++i;
        } else if (c == u'[') {
            if (!isEscaped(text, i))
                open = i;
        } else if (c == u']' && open >= 0) {
            if (i - open - 1 <= kMaxLabel)
                labels.insert(normalized(text.mid(open + 1, i - open - 1)));
            open = -1;
            i = text.indexOf(u'[', i) - 1;
            if (i < 0)
                break;
        }
    }
    return labels;
}

QStringList LinkDefinitions::candidates(QStringView text)
{
    QStringList labels;
    for (qsizetype at = labelEnd(text, 0); at >= 0; at = labelEnd(text, at + 2)) {
        if (isEscaped(text, at))
            continue;
        const qsizetype begin = labelBegin(text, at);
        if (begin < 0 || !beginsLine(text, begin - 1))
            continue;
        const QString label = text.mid(begin, at - begin).toString().simplified();
        if (!label.isEmpty())
            labels.append(label);
    }
    labels.removeDuplicates();
    return labels;
}

std::vector<LinkDefinition> LinkDefinitions::find(QStringView text, bool growing,
                                                  const QByteArray &before, const GuardState &guard)
{
    std::vector<LinkDefinition> found;
    const QStringList labels = candidates(text);
    if (labels.isEmpty())
        return found;
    // Only cmark knows for sure: let it resolve each label, put before the text as a paragraph.
    QByteArray source;
    std::vector<QString> asked;
    for (const QString &label : labels) {
        source += guardedLine(u'[' + label + u']') + "\n\n";
        asked.push_back(normalized(label));
    }
    const GuardedText guarded = SourceGuard::guard(text, growing, guard);
    source += before + guarded.utf8;
    const CmarkDocument document = parseWithCmark(source);
    cmark_node *paragraph = cmark_node_first_child(document.get());
    QSet<QString> known;
    for (const QString &label : asked) {
        if (!paragraph)
            break;
        cmark_node *child = cmark_node_first_child(paragraph);
        if (child && cmark_node_get_type(child) == CMARK_NODE_LINK && !known.contains(label)) {
            known.insert(label);
            const auto target = [&](const char *utf8) {
                return guarded.restoreTarget(QString::fromUtf8(utf8));
            };
            found.push_back(
                {label, target(cmark_node_get_url(child)), target(cmark_node_get_title(child))});
        }
        paragraph = cmark_node_next(paragraph);
    }
    return found;
}

QByteArray LinkDefinitions::toMarkdown(const std::vector<LinkDefinition> &definitions)
{
    QByteArray markdown;
    for (const LinkDefinition &definition : definitions) {
        QString line = u'[' + definition.label + QStringLiteral("]: <") +
                       escaped(definition.url, u"<>\\&") + u'>';
        if (!definition.title.isEmpty())
            line += QStringLiteral(" \"") + escaped(definition.title, u"\"\\&") + u'"';
        markdown += line.toUtf8() + "\n\n";
    }
    return markdown;
}

} // namespace ponder
