#pragma once

#include "ui/TextPlace.h"

#include <QPersistentModelIndex>
#include <QString>

#include <optional>

namespace ponder {

class TranscriptModel;

/// A place that stays at its text while rows come and go above it, while its own row grows, and
/// while its row is replaced by others (an answer that is read late, a paragraph that turns out to
/// be a table).
class HeldPlace
{
public:
    void set(const TranscriptModel &model, const TextPlace &place);
    void clear() { *this = HeldPlace(); }
    [[nodiscard]] bool isSet() const { return m_index.isValid() || !m_messageId.isEmpty(); }
    /// Nothing when its message is not shown any more.
    [[nodiscard]] std::optional<TextPlace> now(const TranscriptModel &model) const;
    /// To be called before rows go.
    void noteRemoval(const TranscriptModel &model, int first, int last);

private:
    QPersistentModelIndex m_index;
    int m_cell = 0;
    int m_offset = 0;
    // When the row is gone: the place it had in its message.
    QString m_messageId;
    int m_rowInMessage = 0;
};

} // namespace ponder
