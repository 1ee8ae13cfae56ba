#include "ui/HeldPlace.h"

#include "ui/TranscriptModel.h"

#include <algorithm>

namespace ponder {

void HeldPlace::set(const TranscriptModel &model, const TextPlace &place)
{
    clear();
    m_index = model.index(place.row);
    m_cell = place.cell;
    m_offset = place.offset;
}

std::optional<TextPlace> HeldPlace::now(const TranscriptModel &model) const
{
    if (m_index.isValid())
        return TextPlace{m_index.row(), m_cell, m_offset};
    const int at = m_messageId.isEmpty() ? -1 : model.entries().of(m_messageId);
    if (at < 0)
        return std::nullopt;
    const TranscriptEntry &entry = model.entries().all[size_t(at)];
    const int last = int(entry.rows.size()) - 1;
    return TextPlace{entry.firstRow + std::clamp(m_rowInMessage, 0, std::max(0, last)), m_cell,
                     m_offset};
}

void HeldPlace::noteRemoval(const TranscriptModel &model, int first, int last)
{
    if (!m_index.isValid() || m_index.row() < first || m_index.row() > last)
        return;
    const TranscriptEntries &entries = model.entries();
    const TranscriptEntry &entry = entries.all[size_t(entries.at(m_index.row()))];
    m_messageId = entry.id;
    m_rowInMessage = m_index.row() - entry.firstRow;
}

} // namespace ponder
