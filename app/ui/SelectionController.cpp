#include "ui/SelectionController.h"

#include "ui/SelectionPart.h"
#include "ui/TextSteps.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace ponder {

namespace {

constexpr int kEnd = std::numeric_limits<int>::max();

void toClipboard(CopiedText text, CopiedMimeData::Form form)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setMimeData(new CopiedMimeData(std::move(text), form));
}

} // namespace

SelectionController::SelectionController(QObject *parent) : QObject(parent)
{}

SelectionController::~SelectionController() = default;

void SelectionController::setTranscript(TranscriptModel *transcript)
{
    if (m_model == transcript)
        return;
    if (m_model)
        m_model->disconnect(this);
    clear();
    m_model = transcript;
    if (transcript) {
        connect(transcript, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    m_anchor.noteRemoval(*m_model, first, last);
                    m_head.noteRemoval(*m_model, first, last);
                });
        connect(transcript, &QAbstractItemModel::rowsRemoved, this,
                &SelectionController::scheduleRefresh);
        connect(transcript, &QAbstractItemModel::rowsInserted, this,
                &SelectionController::scheduleRefresh);
        connect(transcript, &QAbstractItemModel::modelAboutToBeReset, this,
                &SelectionController::clear);
    }
    Q_EMIT transcriptSet();
}

/// Rows have come or gone: what is shown of the selection is put right once they are laid out.
void SelectionController::scheduleRefresh()
{
    if (m_refreshQueued || !isSet())
        return;
    m_refreshQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_refreshQueued = false;
            if (!isSet() || !m_model)
                return;
            // A row that was replaced has its place in the new ones from now on.
            const std::optional<TextPlace> from = m_anchor.now(*m_model);
            const std::optional<TextPlace> to = m_head.now(*m_model);
            if (!m_all && (!from || !to)) {
                clear();
                return;
            }
            if (!m_all) {
                m_anchor.set(*m_model, TextSteps(m_model->entries()).clamped(*from));
                m_head.set(*m_model, TextSteps(m_model->entries()).clamped(*to));
            }
            publish();
        },
        Qt::QueuedConnection);
}

TextPlace SelectionController::anchor() const
{
    if (!m_model)
        return {};
    if (m_all)
        return TextSteps(m_model->entries()).first();
    return m_anchor.now(*m_model).value_or(TextPlace());
}

TextPlace SelectionController::head() const
{
    if (!m_model)
        return {};
    if (m_all)
        return TextSteps(m_model->entries()).last();
    return m_head.now(*m_model).value_or(TextPlace());
}

PlaceRange SelectionController::range() const
{
    const TextPlace one = anchor();
    const TextPlace other = head();
    return {std::min(one, other), std::max(one, other)};
}

SelectionController::CellRange SelectionController::rangeOf(int row, int cell) const
{
    if (m_all)
        return {0, kEnd};
    const PlaceRange selected = range();
    const TextPlace begin{row, cell, 0};
    const TextPlace end{row, cell, kEnd};
    if (selected.isEmpty() || selected.end <= begin || selected.begin > end)
        return {};
    return {selected.begin.inSameCell(begin) ? selected.begin.offset : 0,
            selected.end.inSameCell(begin) ? selected.end.offset : kEnd};
}

void SelectionController::select(const TextPlace &anchor, const TextPlace &head)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    m_all = false;
    m_anchor.set(*m_model, anchor);
    m_head.set(*m_model, head);
    publish();
}

void SelectionController::extendTo(const TextPlace &head)
{
    select(isSet() ? anchor() : head, head);
}

void SelectionController::selectAll()
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    m_anchor.clear();
    m_head.clear();
    m_all = true;
    publish();
}

void SelectionController::clear()
{
    if (!isSet())
        return;
    m_all = false;
    m_anchor.clear();
    m_head.clear();
    publish();
}

void SelectionController::publish()
{
    for (SelectionPart *part : m_parts)
        part->apply();
    Q_EMIT changed();
}

void SelectionController::add(SelectionPart *part)
{
    m_parts.push_back(part);
    Q_EMIT partAdded();
}

void SelectionController::remove(SelectionPart *part)
{
    std::erase(m_parts, part);
}

// ---- copying

CopiedText SelectionController::selected() const
{
    return m_model ? CopiedText::ofRange(*m_model, range()) : CopiedText();
}

void SelectionController::copy() const
{
    toClipboard(selected(), CopiedMimeData::Form::All);
}

void SelectionController::copyMarkdown() const
{
    toClipboard(selected(), CopiedMimeData::Form::Markdown);
}

void SelectionController::copyRichText() const
{
    toClipboard(selected(), CopiedMimeData::Form::Rich);
}

void SelectionController::pointAt(int row)
{
    m_pointed = m_model ? m_model->index(row) : QModelIndex();
    Q_EMIT pointed();
}

bool SelectionController::isOnBlock() const
{
    return m_model && m_pointed.isValid() &&
           !CopiedText::ofRow(*m_model, m_pointed.row()).isEmpty();
}

void SelectionController::copyBlockMarkdown() const
{
    if (m_model && m_pointed.isValid())
        toClipboard(CopiedText::ofRow(*m_model, m_pointed.row()), CopiedMimeData::Form::Markdown);
}

void SelectionController::copyBlockRichText() const
{
    if (m_model && m_pointed.isValid())
        toClipboard(CopiedText::ofRow(*m_model, m_pointed.row()), CopiedMimeData::Form::Rich);
}

void SelectionController::copyMessageMarkdown() const
{
    if (m_model && m_pointed.isValid())
        toClipboard(CopiedText::ofMessage(*m_model, m_model->entries().idAt(m_pointed.row())),
                    CopiedMimeData::Form::Markdown);
}

void SelectionController::copyMessageRichText() const
{
    if (m_model && m_pointed.isValid())
        toClipboard(CopiedText::ofMessage(*m_model, m_model->entries().idAt(m_pointed.row())),
                    CopiedMimeData::Form::Rich);
}

void SelectionController::copyText(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

void SelectionController::offerToMiddleButton() const
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    CopiedText text = selected();
    if (clipboard->supportsSelection() && !text.isEmpty())
        clipboard->setMimeData(new CopiedMimeData(std::move(text), CopiedMimeData::Form::All),
                               QClipboard::Selection);
}

} // namespace ponder
