#include "ui/CodeFolds.h"

namespace ponder {

namespace {

constexpr int kLines = 40;

} // namespace

bool CodeFolds::isFoldable(const QString &code)
{
    qsizetype next = 0;
    for (int line = 0; line < kLines; ++line) {
        next = code.indexOf(u'\n', next) + 1;
        if (next == 0)
            return false;
    }
    return next < code.size();
}

/// Final as soon as the code is longer than that.
QString CodeFolds::beginning(const QString &code)
{
    return code.left(shownLength(code, kLines));
}

int CodeFolds::lines(const QString &code)
{
    return int(code.count(u'\n')) + (code.endsWith(u'\n') ? 0 : 1);
}

void CodeFolds::setTranscript(TranscriptModel *transcript)
{
    if (m_transcript == transcript)
        return;
    if (m_transcript)
        m_transcript->disconnect(this);
    m_transcript = transcript;
    if (transcript)
        connect(transcript, &QAbstractItemModel::modelAboutToBeReset, this, &CodeFolds::clear);
    clear();
    Q_EMIT transcriptChanged();
}

bool CodeFolds::isOpen(const QString &messageId, const QString &code) const
{
    return !m_open.isEmpty() && m_open.value({messageId, beginning(code)});
}

void CodeFolds::setOpen(const QString &messageId, const QString &code, bool open)
{
    bool &known = m_open[{messageId, beginning(code)}];
    if (known == open)
        return;
    known = open;
    ++m_revision;
    Q_EMIT changed();
}

void CodeFolds::clear()
{
    if (m_open.isEmpty())
        return;
    m_open.clear();
    ++m_revision;
    Q_EMIT changed();
}

} // namespace ponder
