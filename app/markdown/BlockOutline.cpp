#include "markdown/BlockOutline.h"

#include <algorithm>

namespace ponder {

BlockOutline::Step BlockOutline::enter(const Block &block)
{
    const QByteArray &nesting = block.nesting;
    const bool item = block.marker.kind != ListMarker::Kind::None && !nesting.isEmpty();
    // The innermost container of a block with a marker is new with it.
    const size_t most = size_t(nesting.size()) - (item ? 1 : 0);
    const size_t goOn = block.quoteBegins < 0 ? most : std::min(most, size_t(block.quoteBegins));
    Step step;
    while (step.shared < std::min(goOn, m_containers.size()) &&
           m_containers[step.shared].kind == nesting[qsizetype(step.shared)])
        ++step.shared;
    Container former;
    const bool list = item && step.shared == most && step.shared < m_containers.size() &&
                      m_containers[step.shared].kind == nesting.back();
    if (list)
        former = m_containers[step.shared];
    m_containers.resize(step.shared);
    for (size_t i = step.shared; i < size_t(nesting.size()); ++i) {
        Container fresh;
        fresh.kind = nesting[qsizetype(i)];
        fresh.open = fresh.kind == 'q' || (item && i == most);
        fresh.tight = block.tight;
        m_containers.push_back(fresh);
    }
    if (!item)
        return step;
    Container &now = m_containers.back();
    const bool counts = block.marker.kind == ListMarker::Kind::Ordered;
    now.number = counts ? block.marker.number : list ? former.number + 1 : 1;
    if (list) {
        const bool same = former.open && former.tight == now.tight &&
                          (!counts || now.number == former.number + 1);
        step.nextItem = same;
        now.other = same ? former.other : former.open && !former.other;
    }
    return step;
}

} // namespace ponder
