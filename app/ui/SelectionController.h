#pragma once

#include "ui/CopiedText.h"
#include "ui/HeldPlace.h"
#include "ui/TextPlace.h"
#include "ui/TranscriptModel.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace ponder {

class SelectionPart;

/// What is selected in the message list: from one character of the conversation to another, held
/// against the content and not against delegates, so that it survives streaming, rows that come and
/// go, and delegates that are destroyed. Delegates show their part of it through SelectionPart;
/// only those whose part changed are touched.
class SelectionController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptSet)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    /// What the menu was opened on: a message, and in it a block that can be copied.
    Q_PROPERTY(bool onMessage READ isOnMessage NOTIFY pointed)
    Q_PROPERTY(bool onBlock READ isOnBlock NOTIFY pointed)

public:
    explicit SelectionController(QObject *parent = nullptr);
    ~SelectionController() override;

    [[nodiscard]] TranscriptModel *transcript() const { return m_model; }
    void setTranscript(TranscriptModel *transcript);

    [[nodiscard]] bool isEmpty() const { return range().isEmpty(); }
    /// From the earlier to the later end. Empty: where the next selection by keyboard begins.
    [[nodiscard]] PlaceRange range() const;
    /// Whether there is an end to extend.
    [[nodiscard]] bool isSet() const { return m_all || m_anchor.isSet(); }
    /// The end that stays and the end that moves.
    [[nodiscard]] TextPlace anchor() const;
    [[nodiscard]] TextPlace head() const;
    void select(const TextPlace &anchor, const TextPlace &head);
    void extendTo(const TextPlace &head);

    /// Which characters of a cell are selected; an end behind the text means all of the rest.
    struct CellRange
    {
        int from = 0;
        int to = 0;

        bool operator==(const CellRange &) const = default;
    };
    [[nodiscard]] CellRange rangeOf(int row, int cell) const;

    /// Everything, also what is still to come.
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clear();

    /// HTML, markdown and text together; markdown; formatted text without markdown.
    Q_INVOKABLE void copy() const;
    Q_INVOKABLE void copyMarkdown() const;
    Q_INVOKABLE void copyRichText() const;
    /// The same of the row, and of the message of the row, that the menu was opened on.
    Q_INVOKABLE void copyBlockMarkdown() const;
    Q_INVOKABLE void copyBlockRichText() const;
    Q_INVOKABLE void copyMessageMarkdown() const;
    Q_INVOKABLE void copyMessageRichText() const;
    Q_INVOKABLE void copyText(const QString &text) const;
    /// What is selected goes where the middle button pastes from, on desktops that have that.
    void offerToMiddleButton() const;

    /// The menu is opened on this row, −1 for none.
    void pointAt(int row);
    [[nodiscard]] bool isOnMessage() const { return m_pointed.isValid(); }
    [[nodiscard]] bool isOnBlock() const;

    void add(SelectionPart *part);
    void remove(SelectionPart *part);
    [[nodiscard]] const std::vector<SelectionPart *> &parts() const { return m_parts; }

Q_SIGNALS:
    void changed();
    void pointed();
    void transcriptSet();
    /// A delegate shows text from now on.
    void partAdded();

private:
    void publish();
    void scheduleRefresh();
    [[nodiscard]] CopiedText selected() const;

    QPointer<TranscriptModel> m_model;
    HeldPlace m_anchor;
    HeldPlace m_head;
    QPersistentModelIndex m_pointed;
    bool m_all = false;
    bool m_refreshQueued = false;
    std::vector<SelectionPart *> m_parts;
};

} // namespace ponder
