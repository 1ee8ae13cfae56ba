#pragma once

#include "chat/ChatSession.h"
#include "chat/Message.h"
#include "ui/SegmentText.h"
#include "ui/TextDirection.h"
#include "ui/ThinkingPanels.h"
#include "ui/TranscriptRows.h"

#include <QSet>

#include <vector>

namespace ponder {

/// What the rows of a message depend on besides the message.
struct RowsContext
{
    const ThinkingPanels &panels;
    const TurnStatus &status; ///< of the session; counts for the message that is being received
    qint64 nowMs = 0;         ///< monotonic
    int branch = 1;
    int branches = 1;
    bool lastAnswer = false;
    bool editing = false;
    QString billingUrl = {};
    QSet<QString> openCalls = {}; ///< tool calls of the message whose details are shown
};

/// The rows of one message, kept up to date with as little reading as possible.
class MessageRows
{
public:
    /// `rows` replace those from `first` on; the rows before are as they were.
    struct Update
    {
        size_t first = 0;
        RowContents rows;
    };

    [[nodiscard]] Update update(const Message &message, const RowsContext &context);
    /// The same from the first row on, for when more than the text has changed.
    [[nodiscard]] Update rebuild(const Message &message, const RowsContext &context);

    /// Index of the segment that is being thought just now, −1 for none.
    [[nodiscard]] int runningPanel() const { return m_runningPanel; }
    [[nodiscard]] static int runningPanel(const Message &message);
    /// Whether part of the text has not been read yet: another update shows more.
    [[nodiscard]] bool isBehind() const
    {
        return !m_parts.empty() && m_parts.back().text.isBehind() &&
               (m_parts.back().open || m_parts.back().kind == Segment::Kind::Text);
    }

private:
    /// Where the rows of a segment begin, and what was built of it.
    struct Part
    {
        Segment::Kind kind = Segment::Kind::Text;
        SegmentText text;
        BlockDirections directions;
        size_t firstRow = 0;
        size_t blocksBuilt = 0; ///< block rows that stand in the model
        bool open = false;
        ThinkingRow header;
    };

    void syncParts(const Message &message);
    void addPart(size_t index, const Message &message, const RowsContext &context,
                 RowContents &rows);
    void addBlocks(Part &part, size_t firstBlock, bool thinking, bool growing, RowContents &rows);
    void addTail(const Message &message, const RowsContext &context, RowContents &rows) const;
    bool updateInPlace(const Message &message, const RowsContext &context, Update &update);
    [[nodiscard]] ThinkingRow header(size_t index, const Message &message,
                                     const RowsContext &context);
    [[nodiscard]] QString tokens(size_t index, const Message &message) const;

    std::vector<Part> m_parts;
    int m_runningPanel = -1;
    bool m_built = false;
    bool m_wasStreaming = false;
};

} // namespace ponder
