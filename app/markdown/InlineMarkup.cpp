#include "markdown/InlineMarkup.h"

#include <algorithm>

namespace ponder {

namespace {

constexpr InlineRun::Flag kKinds[] = {InlineRun::Bold,      InlineRun::Italic,  InlineRun::Strike,
                                      InlineRun::Link,      InlineRun::Lowered, InlineRun::Raised,
                                      InlineRun::Underline, InlineRun::Typed};
/// Runs that are looked at to see what lasts longest; more make no difference to a reader.
constexpr size_t kLookAhead = 64;

} // namespace

QString InlineMarkup::write(const InlineRuns &runs)
{
    m_runs = &runs;
    m_open.clear();
    m_out.clear();
    for (size_t i = 0; i < runs.size(); ++i) {
        const auto ended = std::find_if(m_open.begin(), m_open.end(),
                                        [&](const Open &o) { return !lasts(o, runs[i]); });
        close(size_t(ended - m_open.begin()));
        open(i);
        m_out += content(runs, i, m_out);
    }
    close(0);
    return std::move(m_out);
}

QLatin1String InlineMarkup::element(InlineRun::Flag kind)
{
    switch (kind) {
    case InlineRun::Lowered:
        return QLatin1String("sub");
    case InlineRun::Raised:
        return QLatin1String("sup");
    case InlineRun::Underline:
        return QLatin1String("u");
    case InlineRun::Typed:
        return QLatin1String("kbd");
    default:
        return {};
    }
}

bool InlineMarkup::lasts(const Open &open, const InlineRun &run) const
{
    if (!(run.flags & open.kind))
        return false;
    const InlineRun &first = (*m_runs)[open.run];
    return open.kind != InlineRun::Link || (run.url == first.url && run.title == first.title);
}

void InlineMarkup::close(size_t depth)
{
    while (m_open.size() > depth) {
        m_out += closing(m_open.back().kind, *m_runs, m_open.back().run);
        m_open.pop_back();
    }
}

void InlineMarkup::open(size_t run)
{
    struct Wanted
    {
        InlineRun::Flag kind;
        size_t end;
    };
    std::vector<Wanted> wanted;
    for (const InlineRun::Flag kind : kKinds) {
        const bool isOpen = std::any_of(m_open.begin(), m_open.end(),
                                        [kind](const Open &o) { return o.kind == kind; });
        if (isOpen || !((*m_runs)[run].flags & kind))
            continue;
        size_t end = run + 1;
        while (end < std::min(m_runs->size(), run + kLookAhead) &&
               lasts({kind, run}, (*m_runs)[end]))
            ++end;
        wanted.push_back({kind, end});
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const Wanted &a, const Wanted &b) { return a.end > b.end; });
    for (const Wanted &what : wanted) {
        m_out += opening(what.kind, *m_runs, run);
        m_open.push_back({what.kind, run});
    }
}

} // namespace ponder
