#pragma once

#include <QColor>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// What all texts of answers have in common: fonts, sizes and colours, from the theme. One object
/// instead of a dozen properties of each text: an answer has hundreds, and each property that
/// follows the theme by itself costs more than the letters it is for.
class TextLook : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString fontFamily MEMBER m_fontFamily NOTIFY changed)
    Q_PROPERTY(QString monoFamily MEMBER m_monoFamily NOTIFY changed)
    /// Of text that has no size of its own, in pixels.
    Q_PROPERTY(int readingSize MEMBER m_readingSize NOTIFY changed)
    Q_PROPERTY(QColor textColor MEMBER m_textColor NOTIFY changed) ///< of what is selected
    Q_PROPERTY(QColor linkColor MEMBER m_linkColor NOTIFY changed)
    Q_PROPERTY(QColor mutedColor MEMBER m_mutedColor NOTIFY changed) ///< formulas not yet set
    Q_PROPERTY(QColor codeBackground MEMBER m_codeBackground NOTIFY changed)
    Q_PROPERTY(QColor selectionColor MEMBER m_selectionColor NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QString fontFamily() const { return m_fontFamily; }
    [[nodiscard]] QString monoFamily() const { return m_monoFamily; }
    [[nodiscard]] int readingSize() const { return m_readingSize; }
    [[nodiscard]] QColor textColor() const { return m_textColor; }
    [[nodiscard]] QColor linkColor() const { return m_linkColor; }
    [[nodiscard]] QColor mutedColor() const { return m_mutedColor; }
    [[nodiscard]] QColor codeBackground() const { return m_codeBackground; }
    [[nodiscard]] QColor selectionColor() const { return m_selectionColor; }

    /// Letter spacing by text size, in pixels: large titles are set tighter.
    Q_INVOKABLE static qreal tracking(int pixelSize)
    {
        return pixelSize >= 24 ? -0.5 : pixelSize >= 18 ? -0.3 : 0;
    }

Q_SIGNALS:
    void changed();

private:
    QString m_fontFamily;
    QString m_monoFamily;
    int m_readingSize = 15;
    QColor m_textColor;
    QColor m_linkColor;
    QColor m_mutedColor;
    QColor m_codeBackground;
    QColor m_selectionColor;
};

} // namespace ponder
