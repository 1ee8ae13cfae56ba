#pragma once

#include "markdown/Block.h"

#include <vector>

namespace ponder {

/// Turns flat runs into properly nested markup: what opens first lasts longest. The kinds of markup
/// are those of InlineRun::Flag that enclose text: bold, italic, strike, links and what HTML marks.
class InlineMarkup
{
public:
    virtual ~InlineMarkup() = default;

    [[nodiscard]] QString write(const InlineRuns &runs);

    /// The HTML element for a kind that has no other markup; "" for any other kind.
    [[nodiscard]] static QLatin1String element(InlineRun::Flag kind);

protected:
    /// What stands before and after text of one kind; `run`: the first that has it.
    [[nodiscard]] virtual QString opening(InlineRun::Flag kind, const InlineRuns &runs,
                                          size_t run) const = 0;
    [[nodiscard]] virtual QString closing(InlineRun::Flag kind, const InlineRuns &runs,
                                          size_t run) const = 0;
    /// The run itself; `out` is what stands before it.
    [[nodiscard]] virtual QString content(const InlineRuns &runs, size_t run,
                                          const QString &out) const = 0;

private:
    struct Open
    {
        InlineRun::Flag kind = InlineRun::Bold;
        size_t run = 0;
    };

    [[nodiscard]] bool lasts(const Open &open, const InlineRun &run) const;
    void close(size_t depth);
    void open(size_t run);

    const InlineRuns *m_runs = nullptr;
    std::vector<Open> m_open;
    QString m_out;
};

} // namespace ponder
