#pragma once

#include <QString>
#include <QStringList>

namespace ponder::test {

/// Reads the HTML that a specification expects for a piece of markdown and puts down what a reader
/// gets to see of it: one line a leaf (paragraph, heading, code, rule, table), with the containers
/// it stands in, the list marker before it and the emphasis of its words. Tags that markdown does
/// not make are text.
class HtmlOutline
{
public:
    explicit HtmlOutline(const QString &html) : m_html(html) {}

    [[nodiscard]] QStringList read();

    /// Without the entities that a writer of HTML makes.
    [[nodiscard]] static QString unescaped(QString text);

private:
    void tag(const QString &whole);
    bool openTag(const QString &name, const QString &whole);
    bool closeTag(const QString &name);
    void text(const QString &text);
    void beginLeaf(const QString &kind);
    void endLeaf();
    void emptyItem();
    [[nodiscard]] static QString attribute(const QString &tag, const QString &name);

    struct List
    {
        bool ordered = false;
        int number = 1;
    };

    QString m_html;
    QStringList m_leaves;
    QString m_nesting;
    QString m_marker;
    QList<List> m_lists;
    QString m_leaf;
    QString m_kind; ///< of the open leaf, empty for none
    int m_bold = 0;
    int m_italic = 0;
    int m_strike = 0;
    bool m_code = false;
    bool m_pre = false;
};

} // namespace ponder::test
