#pragma once

#include <QByteArray>
#include <QFlags>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace ponder {

/// A stretch of text with one look. Plain values: nothing in here is markup any more.
struct InlineRun
{
    enum Flag : quint16 {
        Bold = 1 << 0,
        Italic = 1 << 1,
        Strike = 1 << 2,
        Code = 1 << 3,
        Link = 1 << 4,
        Image = 1 << 5,     ///< a picture inside a line: `text` is its alternative text
        SoftBreak = 1 << 6, ///< a line end in the source that means a space; `text` is "\n"
        HardBreak = 1 << 7, ///< a line end that is meant; `text` is "\n"
        Math = 1 << 8,      ///< a formula: `text` is its source with the delimiters
        /// A reference to a source, "[citation:3]". Drawn as one sign and copied as its text, as a
        /// formula is: Math is set as well.
        Citation = 1 << 9,
        /// Behind all the markup that a paragraph may hold: text as it was written.
        AsWritten = 1 << 10,
        Lowered = 1 << 11, ///< of these, only HTML has marks: <sub>, <sup>, <u>, <kbd>
        Raised = 1 << 12,
        Underline = 1 << 13,
        Typed = 1 << 14,  ///< what is typed or shown by a computer; its markup means something
        Keycap = 1 << 15, ///< a digit in a box, "1️⃣"; one sign as Citation is
    };
    Q_DECLARE_FLAGS(Flags, Flag)

    QString text;
    Flags flags;
    QString url; ///< of a link or picture; already checked against LinkPolicy
    QString title;

    /// A picture whose bytes are in the text itself.
    [[nodiscard]] bool isEnclosedPicture() const
    {
        return flags & Image && url.startsWith(QLatin1String("data:"), Qt::CaseInsensitive);
    }
    /// Whether it leads somewhere: a link, or the picture of a server. A picture that came along
    /// has no place of its own.
    [[nodiscard]] bool isLink() const
    {
        return flags & (Link | Image) && !url.isEmpty() && !isEnclosedPicture();
    }
    /// Whether it is drawn as one sign, which stands as one character in the visible text.
    [[nodiscard]] bool isSign() const { return flags & Math || isEnclosedPicture(); }
    /// Whether text that has no look of its own can be added to this run, as `more` is.
    [[nodiscard]] bool takes(const InlineRun &more) const
    {
        return flags == more.flags && !(flags & ~Flags(AsWritten));
    }

    bool operator==(const InlineRun &) const = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(InlineRun::Flags)

using InlineRuns = std::vector<InlineRun>;

/// The visible characters of runs, with line ends where the source has them.
QString plainText(const InlineRuns &runs);

/// Rows of a table. They are shared a few dozen at a time, so that a long table can grow without
/// being copied.
class TableRows
{
public:
    using Row = std::vector<InlineRuns>;

    class const_iterator
    {
    public:
        const_iterator(const TableRows *rows, size_t at) : m_rows(rows), m_at(at) {}
        const Row &operator*() const { return (*m_rows)[m_at]; }
        const_iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        bool operator==(const const_iterator &) const = default;

    private:
        const TableRows *m_rows;
        size_t m_at;
    };

    TableRows() = default;
    TableRows(std::initializer_list<Row> rows)
    {
        for (const Row &row : rows)
            push_back(row);
    }

    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, m_size}; }
    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    const Row &operator[](size_t i) const { return *(*m_pages[i / kPage])[i % kPage]; }
    void push_back(Row row) { push(std::make_shared<const Row>(std::move(row))); }
    /// Only the first `count`, which must be there.
    void truncate(size_t count);
    /// Appends the rows of `other` from its row `first` on.
    void append(const TableRows &other, size_t first);
    bool operator==(const TableRows &other) const;

private:
    using Page = std::vector<std::shared_ptr<const Row>>;
    static constexpr size_t kPage = 64;

    void push(std::shared_ptr<const Row> row);

    std::vector<std::shared_ptr<Page>> m_pages; ///< all but the last one are full
    size_t m_size = 0;
};

/// Rows of cells of inline runs; the first row is the header.
struct Table
{
    enum class Alignment { None, Left, Center, Right };

    std::vector<Alignment> alignments; ///< one a column
    TableRows rows;

    bool operator==(const Table &) const = default;
};

/// What stands before the first block of a list item.
struct ListMarker
{
    enum class Kind { None, Bullet, Ordered, Task };

    Kind kind = Kind::None;
    int number = 0;       ///< Ordered
    bool checked = false; ///< Task

    bool operator==(const ListMarker &) const = default;
};

/// One leaf of the document: what becomes one row of the message list. Containers (quotes, lists)
/// are not blocks; each leaf says in `nesting` what it stands in.
struct Block
{
    enum class Kind {
        Paragraph,
        Heading,
        Code,
        Table,
        Rule,
        Image, ///< a picture that stands alone
        Math,  ///< a formula that stands alone
        Html,  ///< a block of raw HTML: shown as text, never interpreted
    };

    /// What a quote calls itself.
    enum class Alert : quint8 { None, Note, Tip, Important, Warning, Caution };

    Kind kind = Kind::Paragraph;
    InlineRuns runs;    ///< Paragraph, Heading
    int level = 0;      ///< Heading: 1 to 6
    QString text;       ///< Code, Html: without the last line end; Math: with its delimiters
    QString language;   ///< Code: first word of the info string
    bool closed = true; ///< Code: the closing fence is there
    Table table;
    QString url; ///< Image: http, https or a data: picture
    QString alt; ///< Image

    /// Containers from the outside in: 'q' quote, 'b' bullet list item, 'o' ordered list item.
    QByteArray nesting;
    /// Where in `nesting` the outermost quote stands that this block is the first of; −1 for none.
    int quoteBegins = -1;
    ListMarker marker;  ///< set on the first block of a list item
    bool tight = false; ///< in a list whose items stand close together
    /// Paragraph: goes on with the one before it, which was too long for one piece; a line of text
    /// may have been cut.
    bool continued = false;
    Alert alert = Alert::None; ///< Paragraph: its first line is the title of its quote; see Alert

    bool operator==(const Block &) const = default;
};

/// Whether a paragraph or heading holds text behind all the markup it may have.
bool isPartlyAsWritten(const Block &block);

/// Blocks are shared and never changed: a block that stays the same keeps its address.
using BlockPtr = std::shared_ptr<const Block>;
using Blocks = std::vector<BlockPtr>;

/// Whether `marker` is nothing but the marker of the item that begins with `next`, which stands in
/// a quote or a list of that item.
bool standsBeside(const Block &marker, const Block &next);

/// With the parts of long paragraphs put together again (see Block::continued).
Blocks joined(const Blocks &blocks);

} // namespace ponder
