#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Gives every line of an editable text one height, which QML's TextEdit cannot do. Without it
/// lines are set tighter than the design and grow where Han characters stand.
class DocumentLineHeight : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed)
    /// In pixels; 0 leaves the text alone.
    Q_PROPERTY(double height READ height WRITE setHeight NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] double height() const { return m_height; }
    void setHeight(double height);

Q_SIGNALS:
    void changed();

private:
    void onContentsChange(int position, int removed, int added);
    void apply(int from, int to);

    QPointer<QQuickTextDocument> m_document;
    double m_height = 0;
    bool m_applying = false;
};

} // namespace ponder
