#include "markdown/Formula.h"

namespace ponder {

std::optional<Formula> Formula::read(QStringView source)
{
    struct Delimiters
    {
        QStringView open;
        QStringView close;
        bool display;
    };
    static constexpr Delimiters kDelimiters[] = {
        {u"$$", u"$$", true}, {u"\\[", u"\\]", true}, {u"$", u"$", false}, {u"\\(", u"\\)", false}};
    if (source.startsWith(u"\\begin{") && source.endsWith(u'}'))
        return Formula{source.toString(), true};
    for (const Delimiters &delimiters : kDelimiters) {
        const qsizetype width = delimiters.open.size();
        if (source.size() > 2 * width && source.startsWith(delimiters.open) &&
            source.endsWith(delimiters.close)) {
            const QStringView inner = source.mid(width, source.size() - 2 * width).trimmed();
            if (inner.isEmpty())
                return std::nullopt;
            return Formula{inner.toString(), delimiters.display};
        }
    }
    return std::nullopt;
}

bool Formula::isDisplay(QStringView source)
{
    return source.startsWith(u"$$") || source.startsWith(u"\\[") || source.startsWith(u"\\begin{");
}

} // namespace ponder
