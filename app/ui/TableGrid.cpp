#include "ui/TableGrid.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

constexpr size_t kMostCells = 1200;
/// A column is not squeezed below this, however short its words are.
constexpr qreal kLeastColumn = 88;
/// Rows that are measured; later ones rarely change the picture.
constexpr size_t kMeasuredRows = 200;

} // namespace

TableGrid::TableGrid(QObject *parent) : QObject(parent)
{
    connect(this, &TableGrid::styleChanged, this, [this] {
        measure();
        layOut();
    });
}

void TableGrid::setContent(const QVariant &content)
{
    const auto fresh = content.value<BlockRow>();
    if (!fresh.block || fresh == m_row)
        return;
    m_row = fresh;
    measure();
    layOut();
    Q_EMIT contentChanged();
}

int TableGrid::rows() const
{
    return m_row.block ? int(m_row.block->table.rows.size()) : 0;
}

int TableGrid::columns() const
{
    return m_row.block ? int(m_row.block->table.alignments.size()) : 0;
}

bool TableGrid::tooLarge() const
{
    return m_row.block && isTooLarge(m_row.block->table);
}

bool TableGrid::isTooLarge(const Table &table)
{
    return table.rows.size() * table.alignments.size() > kMostCells;
}

QVariant TableGrid::cell(int row, int column) const
{
    if (row < 0 || row >= rows() || column < 0 || column >= columns())
        return QVariant::fromValue(InlineText{});
    const InlineRuns &runs = m_row.block->table.rows[size_t(row)][size_t(column)];
    return QVariant::fromValue(InlineText{std::shared_ptr<const InlineRuns>(m_row.block, &runs)});
}

int TableGrid::alignment(int column) const
{
    if (column < 0 || column >= columns())
        return Qt::AlignLeft;
    switch (m_row.block->table.alignments[size_t(column)]) {
    case Table::Alignment::Right:
        return Qt::AlignRight;
    case Table::Alignment::Center:
        return Qt::AlignHCenter;
    case Table::Alignment::None:
    case Table::Alignment::Left:
        break;
    }
    return Qt::AlignLeft;
}

QString TableGrid::asText() const
{
    return m_row.block ? asText(m_row.block->table) : QString();
}

QString TableGrid::asText(const Table &table)
{
    QString text;
    for (const std::vector<InlineRuns> &row : table.rows) {
        for (size_t column = 0; column < row.size(); ++column) {
            text += column > 0 ? u" | "_s : QString();
            text += plainText(row[column]);
        }
        text += u'\n';
    }
    text.chop(1);
    return text;
}

QFont TableGrid::fontFor(InlineRun::Flags flags, bool header) const
{
    const bool code = flags & InlineRun::Code;
    QFont font(code ? m_monoFamily : m_fontFamily);
    font.setPixelSize(code ? m_pixelSize - 2 : header ? m_pixelSize - 1 : m_pixelSize);
    font.setWeight(flags & InlineRun::Bold ? QFont::DemiBold
                   : header                ? QFont::Medium
                                           : QFont::Normal);
    return font;
}

TableGrid::Need TableGrid::needOf(const InlineRuns &runs, bool header) const
{
    Need need;
    for (const InlineRun &run : runs) {
        const QFontMetricsF metrics(fontFor(run.flags, header));
        need.whole += metrics.horizontalAdvance(run.text);
        const QStringList words = run.text.left(400).split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            need.least = std::max(need.least, metrics.horizontalAdvance(word));
    }
    need.whole = std::ceil(need.whole) + 2;
    need.least = std::min(need.whole, std::max(std::ceil(need.least) + 2, kLeastColumn));
    // One long word must not take the whole table: it is broken.
    need.least = std::min(need.least, 240.0);
    return need;
}

void TableGrid::measure()
{
    m_needs.assign(size_t(columns()), {});
    if (tooLarge() || m_fontFamily.isEmpty())
        return;
    const auto &all = m_row.block->table.rows;
    for (size_t row = 0; row < std::min(all.size(), kMeasuredRows); ++row) {
        for (size_t column = 0; column < m_needs.size(); ++column) {
            const Need need = needOf(all[row][column], row == 0);
            m_needs[column].least = std::max(m_needs[column].least, need.least);
            m_needs[column].whole = std::max(m_needs[column].whole, need.whole);
        }
    }
}

void TableGrid::layOut()
{
    const auto count = qreal(m_needs.size());
    const qreal width = m_availableWidth - m_columnGap * std::max(0.0, count - 1);
    qreal least = 0;
    qreal whole = 0;
    for (const Need &need : m_needs) {
        least += need.least;
        whole += need.whole;
    }
    m_columnWidths.clear();
    m_totalWidth = m_columnGap * std::max(0.0, count - 1);
    for (const Need &need : m_needs) {
        qreal column = need.least;
        if (whole > 0 && whole <= width)
            column = need.whole + (width - whole) * need.whole / whole;
        else if (whole > least && least < width)
            column = need.least + (width - least) * (need.whole - need.least) / (whole - least);
        column = std::floor(column);
        m_columnWidths.append(column);
        m_totalWidth += column;
    }
    Q_EMIT layoutChanged();
}

} // namespace ponder
