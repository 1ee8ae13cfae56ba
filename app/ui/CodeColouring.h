#pragma once

#include "highlight/CodeHighlighter.h"

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QTextCharFormat>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace ponder {

/// Colours the code in a TextEdit as it grows. The colours lie on the layout, not in the text, so
/// copying and selecting know nothing of them.
class CodeColouring : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY documentChanged)
    /// The word after the fence; unknown languages stay plain.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    /// All of the code where the document has only its beginning: a comment that ends behind it is
    /// a comment all the same.
    Q_PROPERTY(QString code MEMBER m_code NOTIFY codeChanged)
    Q_PROPERTY(QString languageName READ languageName NOTIFY languageChanged)
    Q_PROPERTY(QColor keywordColor MEMBER m_keywordColor NOTIFY coloursChanged)
    Q_PROPERTY(QColor literalColor MEMBER m_literalColor NOTIFY coloursChanged)
    Q_PROPERTY(QColor commentColor MEMBER m_commentColor NOTIFY coloursChanged)

public:
    explicit CodeColouring(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString &language);
    [[nodiscard]] QString languageName() const { return languageDisplayName(m_language); }

Q_SIGNALS:
    void documentChanged();
    void languageChanged();
    void codeChanged();
    void coloursChanged();

private:
    void startOver();
    void prepare();
    void readFormats();
    void follow(int position, int removed, int added);
    void colour(int position);
    void settle();
    void show(const HighlightUpdate &update);
    [[nodiscard]] QTextDocument *target() const;

    QPointer<QQuickTextDocument> m_document;
    QString m_language;
    QString m_code;
    QString m_preparing; ///< the language whose rules are being read
    QColor m_keywordColor;
    QColor m_literalColor;
    QColor m_commentColor;
    std::array<QTextCharFormat, 4> m_formats; ///< by TokenClass
    std::optional<CodeHighlighter> m_highlighter;
    QTimer m_settling; ///< the code has not grown for a while
};

} // namespace ponder
