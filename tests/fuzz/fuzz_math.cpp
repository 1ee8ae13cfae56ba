// Guarding never changes a character: what cmark is given turns back into the source, formulas are
// found whole, and guarding from any line that says so gives the same as guarding all.

#include "fuzz/FuzzTarget.h"
#include "markdown/Formula.h"
#include "markdown/SourceGuard.h"

#include <QByteArray>

#include <cstdlib>

using namespace ponder;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkRestart(const QString &source, const GuardedText &whole, const GuardedText::Line &line)
{
    const GuardedText rest =
        SourceGuard::guard(QStringView(source).mid(line.offset), true, line.state);
    // Tokens are numbered anew, so what they stand for is compared.
    require(whole.restore(QString::fromUtf8(whole.utf8))
                .endsWith(rest.restore(QString::fromUtf8(rest.utf8))));
    require(rest.verbatim.size() <= whole.verbatim.size());
    require(rest.verbatim == whole.verbatim.mid(whole.verbatim.size() - rest.verbatim.size()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString source = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    source.remove(u'\r');
    for (const bool growing : {false, true}) {
        const GuardedText guarded = SourceGuard::guard(source, growing);
        QString expected = source;
        SourceGuard::replaceForbidden(expected);
        // A formula in a quote loses the quote marks of its further lines.
        if (!source.contains(u'>') && !source.contains(u'|'))
            require(guarded.restore(QString::fromUtf8(guarded.utf8)) == expected);
        for (const QString &formula : guarded.verbatim)
            require(!Formula::read(formula) || !Formula::read(formula)->latex.isEmpty());
        if (!growing)
            continue;
        for (const GuardedText::Line &line : guarded.lines) {
            if (line.restarts)
                checkRestart(source, guarded, line);
        }
    }
    return 0;
}
