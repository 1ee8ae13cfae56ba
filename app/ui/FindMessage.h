#pragma once

#include "chat/Message.h"
#include "markdown/IncrementalBlocks.h"
#include "ui/TranscriptRows.h"

#include <QDeadlineTimer>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ponder {

/// Where in a message some text stands, whether its rows are built or not.
struct FindPlace
{
    enum class Kind { Prompt, Thinking, Text, Tool };

    Kind kind = Kind::Text;
    int panel = -1;  ///< Thinking: index of the segment
    int ordinal = 0; ///< the how manieth block of the panel, or of the answer, or tool call
    int cell = 0;    ///< see RowText

    bool operator==(const FindPlace &) const = default;

    /// Index among the rows of the message, −1 while it is not one of them.
    [[nodiscard]] int rowIn(const RowContents &rows) const;
};

/// The text of one message in the form that is searched. Read in steps, because a message may be
/// long; what is appended to it later is all that is read again.
class FindMessage
{
public:
    struct Hit
    {
        FindPlace place;
        qsizetype begin = 0; ///< in the searchable text of the cell
        qsizetype length = 0;

        bool operator==(const Hit &) const = default;
    };

    /// Goes on reading until the deadline. True when all of the message has been read.
    bool read(const Message &message, QDeadlineTimer deadline);

    [[nodiscard]] int count(const QString &needle) const;
    /// The hit of that number, from 0.
    [[nodiscard]] std::optional<Hit> hit(const QString &needle, int index) const;
    /// The number of the first hit that is not in a row above `row`; count() when there is none.
    [[nodiscard]] int firstFrom(const QString &needle, const RowContents &rows, int row) const;
    /// The number of the hit at a place, or of the next one after it.
    [[nodiscard]] int indexFrom(const QString &needle, const Hit &hit) const;

private:
    struct Cell
    {
        qsizetype begin = 0; ///< in m_text
        FindPlace place;
    };
    /// What has been read of a segment.
    struct Part
    {
        Segment::Kind kind = Segment::Kind::Text;
        qsizetype length = 0;
        std::unique_ptr<IncrementalBlocks> blocks; ///< while it may go on
        std::vector<size_t> cells;                 ///< of each block, index of its first cell
        size_t changed = 0; ///< the first block whose cells are not up to date
        int textBlocksBefore = 0;
    };

    [[nodiscard]] bool continues(const Message &message) const;
    bool readPart(Part &part, int index, const Segment &segment, const QDeadlineTimer &deadline);
    void addBlocks(Part &part, int index);
    void addTool(const Message &message, const Segment &segment);
    void addCells(const RowContent &row, FindPlace place);
    void addCell(const QString &text, const FindPlace &place);
    void truncate(size_t cells);
    void clear();
    [[nodiscard]] size_t cellAt(qsizetype place) const;

    QString m_text; ///< folded; behind each cell one character that no needle has
    std::vector<Cell> m_cells;
    std::vector<Part> m_parts;
    int m_textBlocks = 0;
    bool m_promptRead = false;
};

} // namespace ponder
