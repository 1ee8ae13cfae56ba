#pragma once

#include <QColor>
#include <QPointer>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Colours the JSON in a text area: names, values, and the folded messages. Colours come from the
/// theme.
class JsonColoring : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed)
    /// Pixels from one line to the next; 0: as the font says.
    Q_PROPERTY(int lineHeight READ lineHeight WRITE setLineHeight NOTIFY changed)
    Q_PROPERTY(QColor nameColor READ nameColor WRITE setNameColor NOTIFY changed)
    Q_PROPERTY(QColor valueColor READ valueColor WRITE setValueColor NOTIFY changed)
    Q_PROPERTY(QColor foldColor READ foldColor WRITE setFoldColor NOTIFY changed)
    Q_PROPERTY(QColor foldBackground READ foldBackground WRITE setFoldBackground NOTIFY changed)

public:
    explicit JsonColoring(QObject *parent = nullptr);
    ~JsonColoring() override;

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    void setLineHeight(int pixels);
    [[nodiscard]] QColor nameColor() const { return m_name; }
    void setNameColor(const QColor &color);
    [[nodiscard]] QColor valueColor() const { return m_value; }
    void setValueColor(const QColor &color);
    [[nodiscard]] QColor foldColor() const { return m_fold; }
    void setFoldColor(const QColor &color);
    [[nodiscard]] QColor foldBackground() const { return m_foldBackground; }
    void setFoldBackground(const QColor &color);

Q_SIGNALS:
    void changed();

private:
    void spaceLines();
    void setColor(QColor &member, const QColor &color);

    QPointer<QQuickTextDocument> m_document;
    QPointer<QSyntaxHighlighter> m_highlighter; ///< goes with its document
    int m_lineHeight = 0;
    bool m_spacing = false;
    QColor m_name, m_value, m_fold, m_foldBackground;
};

} // namespace ponder
