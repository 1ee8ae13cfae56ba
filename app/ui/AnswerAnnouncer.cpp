#include "ui/AnswerAnnouncer.h"

namespace ponder {

namespace {

/// The text of a row of an answer; thinking is not read out.
QString answerText(const QAbstractItemModel &model, int row)
{
    const QVariant content = model.index(row, 0).data(TranscriptModel::ContentRole);
    if (content.metaType() != QMetaType::fromType<BlockRow>())
        return {};
    const auto block = content.value<BlockRow>();
    return block.thinking ? QString() : plainText(block.block->runs) + block.block->text;
}

/// Behind the last prompt.
int answerBegin(const QAbstractItemModel &model)
{
    int row = model.rowCount();
    const auto type = QMetaType::fromType<UserRow>();
    while (row > 0 && model.index(row - 1, 0).data(TranscriptModel::ContentRole).metaType() != type)
        --row;
    return row;
}

} // namespace

AnswerAnnouncer::AnswerAnnouncer(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &AnswerAnnouncer::announce);
}

void AnswerAnnouncer::setTranscript(TranscriptModel *transcript)
{
    if (m_transcript == transcript)
        return;
    m_transcript = transcript;
    begin();
    Q_EMIT transcriptChanged();
}

void AnswerAnnouncer::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (busy) {
        begin();
        m_timer.start();
    } else {
        m_timer.stop();
        // The rows follow the session within a frame or two.
        QTimer::singleShot(100, this, &AnswerAnnouncer::announce);
    }
    Q_EMIT busyChanged();
}

/// Only what comes from now on is new.
void AnswerAnnouncer::begin()
{
    m_row = QPersistentModelIndex();
    m_read = 0;
    if (m_transcript && m_transcript->rowCount() > 0) {
        const int last = m_transcript->rowCount() - 1;
        m_row = m_transcript->index(last);
        m_read = answerText(*m_transcript, last).size();
    }
}

void AnswerAnnouncer::announce()
{
    if (!m_transcript)
        return;
    QString fresh;
    for (int row = m_row.isValid() ? m_row.row() : answerBegin(*m_transcript);
         row < m_transcript->rowCount(); ++row) {
        QString text = answerText(*m_transcript, row);
        const qsizetype length = text.size();
        if (m_row.row() == row)
            text.remove(0, m_read);
        if (!text.isEmpty())
            fresh += fresh.isEmpty() ? text : u'\n' + text;
        m_row = m_transcript->index(row);
        m_read = length;
    }
    if (fresh.isEmpty() || fresh == m_text)
        return;
    m_text = fresh;
    Q_EMIT announced();
}

} // namespace ponder
