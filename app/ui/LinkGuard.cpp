#include "ui/LinkGuard.h"

#include "markdown/LinkMismatch.h"
#include "ui/TranscriptRows.h"

namespace ponder {

QString LinkGuard::doubt(const QString &link, const QVariant &runs) const
{
    const auto inlines = runs.value<InlineText>();
    // The same address may stand in a block with several texts: the worst of them counts.
    QStringList texts{QString()};
    for (size_t i = 0; inlines.runs && i < inlines.runs->size(); ++i) {
        const InlineRun &run = (*inlines.runs)[i];
        if (run.flags & InlineRun::Link && run.url == link)
            texts.last() += run.text;
        else if (!texts.last().isEmpty())
            texts << QString();
    }
    for (const QString &text : std::as_const(texts)) {
        switch (LinkMismatch::check(text, link)) {
        case LinkMismatch::Reason::None:
            break;
        case LinkMismatch::Reason::OtherPlace:
            return tr("The text of this link, “%1”, names another place than the one it leads to.")
                .arg(text.left(120));
        case LinkMismatch::Reason::LookAlike:
            return tr("The address of this link has letters that can pass for others.");
        case LinkMismatch::Reason::HiddenHost:
            return tr("The address of this link begins with a user name that can pass for a host.");
        }
    }
    return {};
}

QString LinkGuard::place(const QString &link) const
{
    return LinkMismatch::realPlace(link);
}

} // namespace ponder
