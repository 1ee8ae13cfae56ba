#include "ui/TableGrid.h"

#include "markdown/TableText.h"
#include "ui/CitationChip.h"
#include "ui/KeycapSign.h"
#include "ui/TextSpans.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

constexpr size_t kMostCells = 1200;
/// What one cell may hold, in letters. A line that is meant to end takes as long as a dozen.
constexpr qsizetype kMostInCell = 10'000;
constexpr qsizetype kLettersOfLine = 12;
/// A column is not squeezed below this, however short its words are.
constexpr qreal kLeastColumn = 88;
/// Rows that are measured; later ones rarely change the picture.
constexpr size_t kMeasuredRows = 200;
/// Of a table that is shown as text.
constexpr qsizetype kMostText = 60'000;
constexpr int kMostLines = 600;

bool isTooLong(const InlineRuns &cell)
{
    qsizetype letters = 0;
    for (const InlineRun &run : cell)
        letters += run.text.size() + (run.flags & InlineRun::HardBreak ? kLettersOfLine : 0);
    return letters > kMostInCell;
}

} // namespace

TableGrid::TableGrid(QObject *parent) : QObject(parent)
{
    connect(this, &TableGrid::styleChanged, this, &TableGrid::measureAll);
    connect(this, &TableGrid::roomChanged, this, &TableGrid::layOut);
}

/// Before the cells are made: they ask for the widths of formulas.
void TableGrid::classBegin()
{
    m_formulas = Formulas::of(this);
}

void TableGrid::componentComplete()
{
    m_complete = true;
    if (m_formulas)
        connect(m_formulas, &Formulas::changed, this, &TableGrid::onPictures);
    measureAll();
}

void TableGrid::setContent(const QVariant &content)
{
    const auto fresh = content.value<BlockRow>();
    if (!fresh.block || fresh == m_row)
        return;
    // A growing table is measured from the first row on that differs.
    const auto &now = fresh.block->table.rows;
    size_t same = 0;
    if (m_row.block && m_row.block->table.alignments == fresh.block->table.alignments) {
        const auto &before = m_row.block->table.rows;
        const size_t most = std::min(before.size(), now.size());
        while (same < most && before[same] == now[same])
            ++same;
    }
    m_measured.resize(std::min(same, m_measured.size()));
    m_row = fresh;
    measure();
    layOut();
    Q_EMIT contentChanged();
    m_lines.update(int(same), tooLarge() ? 0 : rows());
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
    if (table.rows.size() * table.alignments.size() > kMostCells)
        return true;
    for (const TableRows::Row &row : table.rows) {
        if (std::any_of(row.begin(), row.end(), isTooLong))
            return true;
    }
    return false;
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
        return 0;
    switch (m_row.block->table.alignments[size_t(column)]) {
    case Table::Alignment::Right:
        return Qt::AlignRight;
    case Table::Alignment::Center:
        return Qt::AlignHCenter;
    case Table::Alignment::Left:
        return Qt::AlignLeft;
    case Table::Alignment::None:
        break;
    }
    return 0;
}

QString TableGrid::asText() const
{
    if (!m_row.block)
        return {};
    QString text = asText(m_row.block->table, kMostText);
    text.truncate(shownLength(text, kMostLines));
    return text;
}

bool TableGrid::isCut() const
{
    if (!tooLarge())
        return false;
    const QString text = asText(m_row.block->table, kMostText);
    return text.size() >= kMostText || shownLength(text, kMostLines) < text.size();
}

QString TableGrid::asText(const Table &table, qsizetype most)
{
    QString text;
    for (const std::vector<InlineRuns> &row : table.rows) {
        for (size_t column = 0; column < row.size(); ++column) {
            text += column > 0 ? u" | "_s : QString();
            text += plainText(row[column]);
        }
        if (most >= 0 && text.size() >= most)
            return text;
        text += u'\n';
    }
    text.chop(1);
    return text;
}

void TableGrid::copyAs(const QString &format) const
{
    if (!m_row.block)
        return;
    const Table &table = m_row.block->table;
    auto data = std::make_unique<QMimeData>();
    if (format == "html"_L1) {
        // Rich where it is understood; where only text is, the markup that was asked for.
        data->setHtml(TableText::html(table));
        data->setText(TableText::html(table));
    } else if (format == "markdown"_L1) {
        data->setText(TableText::markdown(table));
        data->setData(u"text/markdown"_s, TableText::markdown(table).toUtf8());
    } else {
        data->setText(TableText::tsv(table));
        data->setData(u"text/tab-separated-values"_s, TableText::tsv(table).toUtf8());
    }
    QGuiApplication::clipboard()->setMimeData(data.release());
}

QFont TableGrid::fontFor(InlineRun::Flags flags, bool header) const
{
    const bool code = flags & (InlineRun::Code | InlineRun::Typed);
    QFont font(code ? m_monoFamily : m_fontFamily);
    font.setPixelSize(code ? sizeOf(header) - 2 : sizeOf(header));
    font.setWeight(flags & InlineRun::Bold ? QFont::DemiBold
                   : header                ? QFont::Medium
                                           : QFont::Normal);
    return font;
}

/// Until a formula is typeset, its width is guessed from what of its source can be seen.
qreal TableGrid::signWidth(const InlineRun &run, bool header, bool &waits) const
{
    if (run.flags & InlineRun::Citation)
        return CitationChip{m_fontFamily, sizeOf(header), {}}
            .size(CitationChip::number(run.text))
            .width();
    if (run.flags & InlineRun::Keycap)
        return KeycapSign{sizeOf(header)}.size().width();
    if (run.isEnclosedPicture()) {
        const QImage *picture = m_formulas ? m_formulas->enclosedPicture(run.url) : nullptr;
        waits = waits || (m_formulas && !picture);
        return picture && !picture->isNull()
                   ? EnclosedPictures::shownSize(*picture).width()
                   : QFontMetricsF(fontFor({}, header)).horizontalAdvance(run.text);
    }
    const MathPicture *picture = m_formulas ? m_formulas->picture(run.text) : nullptr;
    if (picture && picture->ok())
        return std::ceil(picture->width * sizeOf(header) * kFormulaScale);
    if (picture)
        return QFontMetricsF(fontFor({}, header)).horizontalAdvance(run.text);
    waits = waits || m_formulas;
    qreal letters = 0;
    bool command = false;
    for (const QChar c : run.text) {
        command = c == u'\\' || (command && c.isLetter());
        letters += c == u'\\' || (!command && c.isLetterOrNumber()) ? 1 : command ? 0 : 0.3;
    }
    return letters * sizeOf(header) * 0.6;
}

/// Of the widest line: some are meant to end.
TableGrid::Need TableGrid::needOf(const InlineRuns &runs, bool header, bool &waits) const
{
    Need need;
    for (auto begin = runs.begin();; ++begin) {
        const auto end = std::find_if(begin, runs.end(), [](const InlineRun &run) {
            return bool(run.flags & InlineRun::HardBreak);
        });
        const Need line = needOfLine(InlineRuns(begin, end), header, waits);
        need = {std::max(need.least, line.least), std::max(need.whole, line.whole)};
        if (end == runs.end())
            return need;
        begin = end;
    }
}

TableGrid::Need TableGrid::needOfLine(const InlineRuns &runs, bool header, bool &waits) const
{
    Need need;
    qreal sign = 0;
    qreal lastWord = 0;
    for (const InlineRun &run : runs) {
        if (run.isSign()) {
            const qreal width = signWidth(run, header, waits);
            sign = std::max(sign, width + 2);
            need.whole += width;
            // A reference stays with the word it stands behind.
            const qreal before = std::exchange(lastWord, 0);
            if (run.flags & InlineRun::Citation)
                need.least = std::max(need.least, before + width);
            continue;
        }
        const QFontMetricsF metrics(fontFor(run.flags, header));
        need.whole += metrics.horizontalAdvance(run.text);
        const QStringList words = run.text.left(400).split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            need.least = std::max(need.least, metrics.horizontalAdvance(word));
        lastWord = words.isEmpty() || run.text.endsWith(u' ')
                       ? 0
                       : metrics.horizontalAdvance(words.back());
    }
    // What is not in the runs: thin spaces, and signs that are as wide as Han.
    for (const TextSpan &span : TextSpanBuilder::build(runs, true)) {
        const auto letters = qreal(span.text.size());
        if (span.flags & TextSpan::Spaced)
            need.whole += letters * sizeOf(header) * TextSpan::kThinSpace;
        if (span.flags & TextSpan::Wide)
            need.whole +=
                std::max(0.0, letters * sizeOf(header) -
                                  QFontMetricsF(fontFor({}, header)).horizontalAdvance(span.text));
    }
    need.whole = std::ceil(need.whole) + 2;
    need.least = std::min(need.whole, std::max(std::ceil(need.least) + 2, kLeastColumn));
    // One long word must not take the whole table: it is broken.
    need.least = std::max(std::min(need.least, 240.0), std::ceil(sign));
    return need;
}

TableGrid::MeasuredRow TableGrid::measured(const std::vector<InlineRuns> &cells, bool header) const
{
    MeasuredRow row;
    for (const InlineRuns &runs : cells)
        row.needs.push_back(needOf(runs, header, row.waits));
    return row;
}

/// Measures the rows that have not been yet.
void TableGrid::measure()
{
    if (!m_complete || tooLarge() || m_fontFamily.isEmpty() || !m_row.block)
        return;
    const auto &all = m_row.block->table.rows;
    for (size_t row = m_measured.size(); row < std::min(all.size(), kMeasuredRows); ++row)
        m_measured.push_back(measured(all[row], row == 0));
}

void TableGrid::measureAll()
{
    m_measured.clear();
    measure();
    layOut();
}

/// Formulas somewhere in the window are typeset now; some of them may be in here.
void TableGrid::onPictures()
{
    bool changed = false;
    for (size_t row = 0; row < m_measured.size(); ++row) {
        if (!m_measured[row].waits)
            continue;
        m_measured[row] = measured(m_row.block->table.rows[row], row == 0);
        changed = true;
    }
    if (changed)
        layOut();
}

void TableGrid::layOut()
{
    if (!m_complete)
        return;
    std::vector<Need> needs(tooLarge() ? 0 : size_t(columns()));
    for (const MeasuredRow &row : m_measured) {
        for (size_t column = 0; column < std::min(needs.size(), row.needs.size()); ++column) {
            needs[column].least = std::max(needs[column].least, row.needs[column].least);
            needs[column].whole = std::max(needs[column].whole, row.needs[column].whole);
        }
    }
    const auto count = qreal(needs.size());
    const qreal width = m_availableWidth - m_columnGap * std::max(0.0, count - 1);
    qreal least = 0;
    qreal whole = 0;
    for (const Need &need : needs) {
        least += need.least;
        whole += need.whole;
    }
    QVariantList widths;
    QVariantList starts;
    qreal start = 0;
    qreal total = m_columnGap * std::max(0.0, count - 1);
    for (const Need &need : needs) {
        qreal column = need.least;
        if (whole > 0 && whole <= width)
            column = need.whole + (width - whole) * need.whole / whole;
        else if (whole > least && least < width)
            column = need.least + (width - least) * (need.whole - need.least) / (whole - least);
        column = std::floor(column);
        starts.append(start);
        widths.append(column);
        start += column + m_columnGap;
        total += column;
    }
    if (widths == m_columnWidths && total == m_totalWidth)
        return;
    m_columnWidths = std::move(widths);
    m_columnStarts = std::move(starts);
    m_totalWidth = total;
    Q_EMIT layoutChanged();
}

} // namespace ponder
