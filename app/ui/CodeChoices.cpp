#include "ui/CodeChoices.h"

namespace ponder {

namespace {

constexpr int kLines = 40;

} // namespace

bool CodeChoices::isFoldable(const QString &code)
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
QString CodeChoices::beginning(const QString &code)
{
    return code.left(shownLength(code, kLines));
}

int CodeChoices::lines(const QString &code)
{
    return int(code.count(u'\n')) + (code.endsWith(u'\n') ? 0 : 1);
}

void CodeChoices::setTranscript(TranscriptModel *transcript)
{
    if (m_transcript == transcript)
        return;
    if (m_transcript)
        m_transcript->disconnect(this);
    m_transcript = transcript;
    if (transcript)
        connect(transcript, &QAbstractItemModel::modelAboutToBeReset, this, &CodeChoices::clear);
    clear();
    Q_EMIT transcriptChanged();
}

bool CodeChoices::isOpen(const QString &messageId, const QString &code) const
{
    return !m_open.isEmpty() && m_open.contains({messageId, beginning(code)});
}

void CodeChoices::setOpen(const QString &messageId, const QString &code, bool open)
{
    set(m_open, messageId, code, open);
}

bool CodeChoices::isWrapped(const QString &messageId, const QString &code) const
{
    return !m_wrapped.isEmpty() && m_wrapped.contains({messageId, beginning(code)});
}

void CodeChoices::setWrapped(const QString &messageId, const QString &code, bool wrapped)
{
    set(m_wrapped, messageId, code, wrapped);
}

void CodeChoices::set(QSet<Key> &those, const QString &messageId, const QString &code, bool chosen)
{
    const Key key(messageId, beginning(code));
    if (those.contains(key) == chosen)
        return;
    if (chosen)
        those.insert(key);
    else
        those.remove(key);
    ++m_revision;
    Q_EMIT changed();
}

void CodeChoices::clear()
{
    if (m_open.isEmpty() && m_wrapped.isEmpty())
        return;
    m_open.clear();
    m_wrapped.clear();
    ++m_revision;
    Q_EMIT changed();
}

} // namespace ponder
