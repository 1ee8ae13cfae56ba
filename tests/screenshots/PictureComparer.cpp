#include "screenshots/PictureComparer.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace ponder::screenshots {

namespace {

enum class Kind : uchar { Same, Soft, Hard };

using Channels = std::array<int, 3>;

Channels channels(QRgb color)
{
    return {qRed(color), qGreen(color), qBlue(color)};
}

QRgb pixel(const QImage &image, int x, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y))[x];
}

/// Whether the colour lies among those around a place of the other picture.
bool isBetweenNeighbours(const QImage &image, int x, int y, QRgb color, int tolerance)
{
    Channels low{255, 255, 255};
    Channels high{0, 0, 0};
    for (int ny = std::max(0, y - 1); ny <= std::min(image.height() - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(image.width() - 1, x + 1); ++nx) {
            const Channels near = channels(pixel(image, nx, ny));
            for (size_t i = 0; i < near.size(); ++i) {
                low[i] = std::min(low[i], near[i]);
                high[i] = std::max(high[i], near[i]);
            }
        }
    }
    const Channels wanted = channels(color);
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] < low[i] - tolerance || wanted[i] > high[i] + tolerance)
            return false;
    }
    return true;
}

/// What is counted in a part of the picture.
struct Count
{
    int pixels = 0;
    int hard = 0;
    int soft = 0;
    Channels shift{}; ///< the sum of actual less baseline

    void add(const Count &other)
    {
        pixels += other.pixels;
        hard += other.hard;
        soft += other.soft;
        for (size_t i = 0; i < shift.size(); ++i)
            shift[i] += other.shift[i];
    }
};

/// The differences of two pictures of one size, pixel by pixel and in cells half as wide as a
/// square.
class DifferenceMap
{
public:
    DifferenceMap(const QImage &baseline, const QImage &actual, const PictureTolerance &tolerance);

    /// What is wrong with the square that begins at a cell; empty: nothing.
    [[nodiscard]] QString problem(int column, int row) const;
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] QRect square(int column, int row) const
    {
        return {column * m_cell, row * m_cell, 2 * m_cell, 2 * m_cell};
    }
    [[nodiscard]] const Count &total() const { return m_total; }
    [[nodiscard]] bool isIdentical() const { return m_identical; }
    [[nodiscard]] QImage marked(const std::vector<QRect> &squares) const;

private:
    [[nodiscard]] Kind kindOf(int x, int y, const Channels &shift) const;

    const QImage &m_baseline;
    const QImage &m_actual;
    const PictureTolerance &m_tolerance;
    int m_cell;
    int m_columns;
    int m_rows;
    bool m_identical = true;
    std::vector<Kind> m_kinds;
    std::vector<Count> m_cells;
    Count m_total;
};

DifferenceMap::DifferenceMap(const QImage &baseline, const QImage &actual,
                             const PictureTolerance &tolerance)
    : m_baseline(baseline), m_actual(actual), m_tolerance(tolerance), m_cell(tolerance.square / 2),
      m_columns((baseline.width() + m_cell - 1) / m_cell),
      m_rows((baseline.height() + m_cell - 1) / m_cell),
      m_kinds(size_t(baseline.width()) * size_t(baseline.height())),
      m_cells(size_t(m_columns) * size_t(m_rows))
{
    for (int y = 0; y < baseline.height(); ++y) {
        for (int x = 0; x < baseline.width(); ++x) {
            const Channels before = channels(pixel(baseline, x, y));
            const Channels after = channels(pixel(actual, x, y));
            Count count{1, 0, 0, {}};
            for (size_t i = 0; i < before.size(); ++i)
                count.shift[i] = after[i] - before[i];
            const Kind kind = kindOf(x, y, count.shift);
            count.hard = kind == Kind::Hard ? 1 : 0;
            count.soft = kind == Kind::Soft ? 1 : 0;
            m_identical = m_identical && before == after;
            m_kinds[size_t(y) * size_t(baseline.width()) + size_t(x)] = kind;
            m_cells[size_t(y / m_cell) * size_t(m_columns) + size_t(x / m_cell)].add(count);
            m_total.add(count);
        }
    }
}

Kind DifferenceMap::kindOf(int x, int y, const Channels &shift) const
{
    const int tolerance = m_tolerance.channel;
    if (std::all_of(shift.begin(), shift.end(), [&](int by) { return std::abs(by) <= tolerance; }))
        return Kind::Same;
    const bool smoothed = isBetweenNeighbours(m_actual, x, y, pixel(m_baseline, x, y), tolerance) &&
                          isBetweenNeighbours(m_baseline, x, y, pixel(m_actual, x, y), tolerance);
    return smoothed ? Kind::Soft : Kind::Hard;
}

QString DifferenceMap::problem(int column, int row) const
{
    Count count;
    for (int y = row; y < std::min(m_rows, row + 2); ++y) {
        for (int x = column; x < std::min(m_columns, column + 2); ++x)
            count.add(m_cells[size_t(y) * size_t(m_columns) + size_t(x)]);
    }
    if (count.hard > m_tolerance.hardInSquare)
        return QStringLiteral("%1 pixels show something else").arg(count.hard);
    if (count.soft > m_tolerance.softShare * count.pixels)
        return QStringLiteral("%1 pixels at edges moved").arg(count.soft);
    for (const int by : count.shift) {
        if (std::abs(by) > m_tolerance.tint * count.pixels)
            return QStringLiteral("the colour is off by %1")
                .arg(double(by) / count.pixels, 0, 'f', 1);
    }
    return {};
}

QImage DifferenceMap::marked(const std::vector<QRect> &squares) const
{
    QImage image(m_baseline.size(), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int faded = 191 + qGray(pixel(m_baseline, x, y)) / 4;
            const Kind kind = m_kinds[size_t(y) * size_t(image.width()) + size_t(x)];
            line[x] = kind == Kind::Hard   ? qRgb(214, 0, 28)
                      : kind == Kind::Soft ? qRgb(240, 150, 0)
                                           : qRgb(faded, faded, faded);
        }
    }
    QPainter painter(&image);
    painter.setPen(QColor(0, 90, 220));
    for (const QRect &square : squares)
        painter.drawRect(square);
    return image;
}

} // namespace

PictureDifference PictureComparer::compare(const QImage &baseline, const QImage &actual) const
{
    PictureDifference result;
    if (baseline.size() != actual.size()) {
        result.reason = QStringLiteral("The picture is %1×%2 pixels large, the baseline %3×%4")
                            .arg(actual.width())
                            .arg(actual.height())
                            .arg(baseline.width())
                            .arg(baseline.height());
        return result;
    }
    const QImage before = baseline.convertToFormat(QImage::Format_RGB32);
    const QImage after = actual.convertToFormat(QImage::Format_RGB32);
    const DifferenceMap map(before, after, m_tolerance);
    std::vector<QRect> squares;
    for (int row = 0; row < map.rows(); ++row) {
        for (int column = 0; column < map.columns(); ++column) {
            const QString problem = map.problem(column, row);
            if (problem.isEmpty())
                continue;
            const QRect square = map.square(column, row);
            if (squares.empty())
                result.reason =
                    QStringLiteral("At %1,%2 %3").arg(square.x()).arg(square.y()).arg(problem);
            squares.push_back(square);
        }
    }
    result.hard = map.total().hard;
    result.soft = map.total().soft;
    if (!map.isIdentical())
        result.marked = map.marked(squares);
    return result;
}

} // namespace ponder::screenshots
