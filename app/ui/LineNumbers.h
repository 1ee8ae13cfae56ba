#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The numbers of the lines of a document, to stand beside it: a line that is wrapped has its
/// number at its first row. They are no part of the document, so that nobody copies them.
class LineNumbers : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit LineNumbers(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] int count() const { return m_count; }

    /// The numbers of lines `first` (from 0) and following, one a row. `layout` is not used: what a
    /// binding names there makes it ask again.
    Q_INVOKABLE QString column(int first, int lines, qreal layout = 0) const;

Q_SIGNALS:
    void documentChanged();
    void countChanged();

private:
    void recount();
    [[nodiscard]] QTextDocument *target() const;

    QPointer<QQuickTextDocument> m_document;
    int m_count = 0;
};

} // namespace ponder
