#include "math/MathSvg.h"

#include <QColor>
#include <QList>

namespace ponder {

namespace {

/// As the style sheet of MathJax's page has them, in thousandths of an em.
constexpr char kTableLine[] = R"( fill="none" stroke-width="70")";
constexpr char kDashes[] = R"( stroke-dasharray="140")";
constexpr char kDots[] = R"( stroke-linecap="round" stroke-dasharray="0,140")";

/// The value of an attribute, empty where the tag has none.
QByteArray attribute(const QByteArray &tag, const char *name)
{
    const QByteArray begin = QByteArray(" ") + name + "=\"";
    const qsizetype found = tag.indexOf(begin);
    if (found < 0)
        return {};
    const qsizetype from = found + begin.size();
    return tag.mid(from, tag.indexOf('"', from) - from);
}

double number(const QByteArray &tag, const char *name)
{
    return attribute(tag, name).toDouble();
}

QByteArray coloured(QRgb color, const QByteArray &outline)
{
    return R"(<path stroke="none" fill=")" + QColor(color).name().toLatin1() + R"(" d=")" +
           outline + R"("/>)";
}

/// Measures within an inner viewport are those outside of it: it is only moved, and cut off.
QByteArray viewportBegins(const QByteArray &tag)
{
    const double x = number(tag, "x");
    const double y = number(tag, "y");
    const double width = number(tag, "width");
    const QList<QByteArray> box = attribute(tag, "viewBox").split(' ');
    const auto text = [](double value) { return QByteArray::number(value, 'f', 2); };
    QByteArray begins =
        coloured(kMathClipBegins, 'M' + text(x) + ' ' + text(y) + 'h' + text(width) + 'v' +
                                      text(number(tag, "height")) + 'h' + text(-width) + 'z');
    begins += "<g transform=\"translate(" + text(x - box.value(0).toDouble()) + ',' +
              text(y - box.value(1).toDouble()) + ")\">";
    return begins;
}

QByteArray tableLine(QByteArray tag)
{
    const QByteArray kind = attribute(tag, "class");
    QByteArray look = kTableLine;
    if (kind.contains("mjx-dashed"))
        look += kDashes;
    else if (kind.contains("mjx-dotted"))
        look += kDots;
    return tag.insert(tag.indexOf(' '), look);
}

} // namespace

QByteArray plainMathSvg(const QByteArray &svg)
{
    if (svg.indexOf("<svg", 1) < 0 && !svg.contains(" data-line=") && !svg.contains(" data-frame="))
        return svg;
    QByteArray plain;
    plain.reserve(svg.size() + 400);
    int depth = 0; // of viewports
    for (qsizetype at = 0; at < svg.size();) {
        const qsizetype begin = svg.indexOf('<', at);
        const qsizetype end = begin < 0 ? -1 : svg.indexOf('>', begin);
        if (end < 0)
            return plain + svg.mid(at);
        plain += svg.mid(at, begin - at);
        at = end + 1;
        const QByteArray tag = svg.mid(begin, at - begin);
        if (tag.startsWith("<svg"))
            plain += depth++ == 0 ? tag : viewportBegins(tag);
        else if (tag.startsWith("</svg"))
            plain += --depth == 0 ? tag : "</g>" + coloured(kMathClipEnds, "M0 0h1v1z");
        else if (tag.contains(" data-line=") || tag.contains(" data-frame="))
            plain += tableLine(tag);
        else
            plain += tag;
    }
    return plain;
}

} // namespace ponder
