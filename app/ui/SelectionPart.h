#pragma once

#include "ui/BlockDocument.h"
#include "ui/SelectionController.h"
#include "ui/SelectionMarks.h"

#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Shows in a delegate what is selected of one cell, the item that it is a child of. A cell of text
/// is a TextEdit with its BlockDocument; the mouse goes through it to the SelectionArea below.
/// Anything else (a rule, a picture, a formula on its own line) is an item that asks `selected`.
class SelectionPart : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(ponder::SelectionController *controller MEMBER m_controller NOTIFY bound)
    Q_PROPERTY(int row MEMBER m_row NOTIFY bound) ///< below 0: nothing of the conversation
    Q_PROPERTY(int cell MEMBER m_cell NOTIFY bound)
    /// All of an item without text is selected.
    Q_PROPERTY(bool selected READ isSelected NOTIFY selectedChanged)

public:
    explicit SelectionPart(QObject *parent = nullptr);
    ~SelectionPart() override;

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int cell() const { return m_cell; }
    [[nodiscard]] QQuickItem *item() const { return m_item; }
    /// Null for an item without text.
    [[nodiscard]] BlockDocument *document() const { return m_document; }
    [[nodiscard]] bool isSelected() const { return m_applied.to > m_applied.from; }

    /// Puts right what is shown.
    void apply();

    void classBegin() override {}
    void componentComplete() override;

Q_SIGNALS:
    void bound();
    void selectedChanged();

private Q_SLOTS:
    void showCursor(const QString &link);

private:
    void show(bool again);
    void showInText();

    QPointer<SelectionController> m_controller;
    int m_row = -1;
    int m_cell = 0;
    QPointer<QQuickItem> m_item;
    QPointer<BlockDocument> m_document;
    QPointer<SelectionMarks> m_marks; ///< only where TextEdit does not show what is selected
    SelectionController::CellRange m_applied;
    bool m_complete = false;
};

} // namespace ponder
