#pragma once

#include "ui/Formulas.h"
#include "ui/TableRowsModel.h"
#include "ui/TranscriptRows.h"

#include <QFont>
#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The columns of a table block: how wide each one is, as a browser would set them. Columns share
/// the width that is there by what their text needs; a table that cannot be squeezed is wider than
/// that and scrolls in its box. A formula needs the width of its picture, and is never broken.
class TableGrid : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QVariant content READ content WRITE setContent NOTIFY contentChanged)
    Q_PROPERTY(qreal availableWidth MEMBER m_availableWidth NOTIFY roomChanged)
    Q_PROPERTY(QString fontFamily MEMBER m_fontFamily NOTIFY styleChanged)
    Q_PROPERTY(QString monoFamily MEMBER m_monoFamily NOTIFY styleChanged)
    Q_PROPERTY(int pixelSize MEMBER m_pixelSize NOTIFY styleChanged)
    /// Between two columns.
    Q_PROPERTY(qreal columnGap MEMBER m_columnGap NOTIFY roomChanged)

    Q_PROPERTY(int rows READ rows NOTIFY contentChanged)
    /// One row a line; empty while the table is too large.
    Q_PROPERTY(ponder::TableRowsModel *lines READ lines CONSTANT)
    Q_PROPERTY(int columns READ columns NOTIFY contentChanged)
    /// Without the gaps.
    Q_PROPERTY(QVariantList columnWidths READ columnWidths NOTIFY layoutChanged)
    /// Where each begins, from the side where the first one is.
    Q_PROPERTY(QVariantList columnStarts READ columnStarts NOTIFY layoutChanged)
    Q_PROPERTY(qreal totalWidth READ totalWidth NOTIFY layoutChanged)
    /// More cells than are worth an item each: shown as text.
    Q_PROPERTY(bool tooLarge READ tooLarge NOTIFY contentChanged)
    /// Too large even as text: asText() is the beginning.
    Q_PROPERTY(bool cut READ isCut NOTIFY contentChanged)

public:
    explicit TableGrid(QObject *parent = nullptr);

    [[nodiscard]] QVariant content() const { return QVariant::fromValue(m_row); }
    void setContent(const QVariant &content);

    [[nodiscard]] int rows() const;
    [[nodiscard]] TableRowsModel *lines() { return &m_lines; }
    [[nodiscard]] int columns() const;
    [[nodiscard]] QVariantList columnWidths() const { return m_columnWidths; }
    [[nodiscard]] QVariantList columnStarts() const { return m_columnStarts; }
    [[nodiscard]] qreal totalWidth() const { return m_totalWidth; }
    [[nodiscard]] bool tooLarge() const;
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] static bool isTooLarge(const Table &table);

    /// InlineText of a cell; row 0 is the header.
    Q_INVOKABLE QVariant cell(int row, int column) const;
    /// Qt::AlignLeft, AlignHCenter or AlignRight; 0: the side where a line begins
    Q_INVOKABLE int alignment(int column) const;
    /// The table as lines of text, as many of them as can be laid out.
    Q_INVOKABLE QString asText() const;
    [[nodiscard]] static QString asText(const Table &table, qsizetype most = -1);
    /// Puts the table on the clipboard as "tsv", "markdown" or "html".
    Q_INVOKABLE void copyAs(const QString &format) const;

    void classBegin() override;
    void componentComplete() override;

Q_SIGNALS:
    void contentChanged();
    void styleChanged();
    void roomChanged();
    void layoutChanged();

private:
    struct Need
    {
        qreal least = 0; ///< the longest word or formula
        qreal whole = 0; ///< all on one line
    };
    /// What a row of cells needs; stays while the table grows below it.
    struct MeasuredRow
    {
        std::vector<Need> needs;
        bool waits = false; ///< for the picture of a formula
    };

    void measure();
    void measureAll();
    void onPictures();
    void layOut();
    [[nodiscard]] MeasuredRow measured(const std::vector<InlineRuns> &cells, bool header) const;
    [[nodiscard]] Need needOf(const InlineRuns &runs, bool header, bool &waits) const;
    [[nodiscard]] Need needOfLine(const InlineRuns &runs, bool header, bool &waits) const;
    [[nodiscard]] qreal signWidth(const InlineRun &run, bool header, bool &waits) const;
    [[nodiscard]] QFont fontFor(InlineRun::Flags flags, bool header) const;
    [[nodiscard]] int sizeOf(bool header) const { return header ? m_pixelSize - 1 : m_pixelSize; }

    BlockRow m_row;
    TableRowsModel m_lines;
    qreal m_availableWidth = 0;
    QString m_fontFamily;
    QString m_monoFamily;
    int m_pixelSize = 14;
    qreal m_columnGap = 24;
    bool m_complete = false;
    QPointer<Formulas> m_formulas;
    std::vector<MeasuredRow> m_measured; ///< the first rows
    QVariantList m_columnWidths;
    QVariantList m_columnStarts;
    qreal m_totalWidth = 0;
};

} // namespace ponder
