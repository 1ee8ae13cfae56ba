#pragma once

#include "ui/MessageRows.h"
#include "ui/TranscriptRows.h"

#include <QString>

#include <optional>
#include <vector>

namespace ponder {

/// One message in the message list.
struct TranscriptEntry
{
    QString id;
    int firstRow = 0;
    RowContents rows;
    MessageRows builder;
    std::optional<bool> thinkingOpen; ///< as last seen, to notice a choice made elsewhere
    bool pending = false;             ///< stands as a placeholder
};

/// The messages that are shown, addressed by the rows of the list.
class TranscriptEntries
{
public:
    std::vector<TranscriptEntry> all;

    [[nodiscard]] int rowCount() const { return m_rowCount; }
    /// Index of the message that a row belongs to; messages without rows are passed over.
    [[nodiscard]] int at(int row) const;
    /// Index of a message, −1 when it is not shown.
    [[nodiscard]] int of(const QString &messageId) const;
    [[nodiscard]] const RowContent &row(int row) const;
    [[nodiscard]] const QString &idAt(int row) const { return all[size_t(at(row))].id; }
    /// To be called when rows of entry `from` or entries behind it have come or gone.
    void renumber(size_t from);

private:
    int m_rowCount = 0;
};

} // namespace ponder
