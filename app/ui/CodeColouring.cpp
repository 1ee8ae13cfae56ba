#include "ui/CodeColouring.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

/// Longer than a model pauses between two words; and longer for long code, which costs more.
constexpr int kSettleMs = 250;
constexpr qsizetype kUnitsPerMs = 64;
/// How much of the code behind the document is read.
constexpr qsizetype kLookAhead = 4'000;

} // namespace

CodeColouring::CodeColouring(QObject *parent) : QObject(parent)
{
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &CodeColouring::settle);
    connect(this, &CodeColouring::coloursChanged, this, &CodeColouring::startOver);
    connect(this, &CodeColouring::codeChanged, this, [this] { colour(0); });
}

QTextDocument *CodeColouring::target() const
{
    return m_document ? m_document->textDocument() : nullptr;
}

void CodeColouring::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    if (QTextDocument *before = target())
        before->disconnect(this);
    m_document = document;
    if (QTextDocument *now = target()) {
        // While the change is being reported, marking text dirty only widens what is laid out
        // again.
        connect(now, &QTextDocument::contentsChange, this, &CodeColouring::follow);
    }
    startOver();
    Q_EMIT documentChanged();
}

void CodeColouring::setLanguage(const QString &language)
{
    if (m_language == language)
        return;
    m_language = language;
    startOver();
    Q_EMIT languageChanged();
}

void CodeColouring::startOver()
{
    m_highlighter.reset();
    m_settling.stop();
    readFormats();
    if (!CodeHighlighter::isPrepared(m_language)) {
        prepare();
        return;
    }
    m_highlighter.emplace(m_language);
    colour(0);
}

/// The first block of a language is plain for as long as its rules are read.
void CodeColouring::prepare()
{
    if (std::exchange(m_preparing, m_language) == m_language)
        return;
    QThreadPool::globalInstance()->start([language = m_language, self = QPointer(this)] {
        CodeHighlighter::prepare(language);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self] {
                if (self && !std::exchange(self->m_preparing, {}).isEmpty())
                    self->startOver();
            },
            Qt::QueuedConnection);
    });
}

void CodeColouring::readFormats()
{
    const auto format = [this](TokenClass tokenClass) -> QTextCharFormat & {
        return m_formats[static_cast<std::size_t>(tokenClass)];
    };
    format(TokenClass::Keyword).setForeground(m_keywordColor);
    format(TokenClass::Literal).setForeground(m_literalColor);
    format(TokenClass::Comment).setForeground(m_commentColor);
}

/// Code that streams only gets longer: its beginning is not even looked at.
void CodeColouring::follow(int position, int removed, int added)
{
    QTextDocument *document = target();
    if (!document || !m_highlighter || !m_highlighter->isActive())
        return;
    // The end of the last line counts as a character, and may be among those that are named.
    const qsizetype known = m_highlighter->text().size();
    const int end = document->characterCount() - 1;
    const bool appended = position == known && removed <= 1 && position + added >= end;
    if (!appended || known == 0) {
        colour(position);
        return;
    }
    QString more;
    QTextBlock block = document->findBlock(position);
    more += QStringView(block.text()).mid(position - block.position());
    for (block = block.next(); block.isValid(); block = block.next())
        more += u'\n' + block.text();
    show(m_highlighter->append(more));
}

/// The document differs from this position on.
void CodeColouring::colour(int position)
{
    const QTextDocument *document = target();
    if (!document || !m_highlighter || !m_highlighter->isActive() || document->isEmpty())
        return;
    QString text = document->toPlainText();
    if (m_code.size() > text.size() && m_code.startsWith(text))
        text = m_code.left(text.size() + kLookAhead);
    const HighlightUpdate update = m_highlighter->update(text);
    show(position < update.from ? m_highlighter->shownFrom(position) : update);
}

void CodeColouring::settle()
{
    if (target() && m_highlighter)
        show(m_highlighter->settle());
}

void CodeColouring::show(const HighlightUpdate &update)
{
    QTextDocument *document = target();
    auto span = update.spans.begin();
    const QTextBlock first = document->findBlock(static_cast<int>(update.from));
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const qsizetype start = block.position();
        const qsizetype end = start + block.length() - 1;
        QList<QTextLayout::FormatRange> formats;
        for (; span != update.spans.end() && span->start < end; ++span) {
            const qsizetype from = std::max(start, span->start);
            const qsizetype to = std::min(end, span->start + span->length);
            if (from < to)
                formats.append({static_cast<int>(from - start), static_cast<int>(to - from),
                                m_formats[static_cast<std::size_t>(span->tokenClass)]});
            if (span->start + span->length > end)
                break; // goes on in the next line
        }
        if (block.layout()->formats() != formats) {
            block.layout()->setFormats(formats);
            document->markContentsDirty(block.position(), block.length());
            // TextEdit paints only lines whose text changes: neither colours that come when all
            // of it stands nor those of earlier lines are a reason for it.
            Q_EMIT document->documentLayout()->updateBlock(block);
        }
    }
    if (m_highlighter->isSettled())
        m_settling.stop();
    else
        m_settling.start(kSettleMs + int(m_highlighter->text().size() / kUnitsPerMs));
}

} // namespace ponder
