#include "markdown/GuardWriter.h"

#include "markdown/GuardMarks.h"
#include "markdown/SourceLines.h"

namespace ponder {

using namespace guard;

void GuardWriter::copy(qsizetype i)
{
    const QChar c = m_source[i];
    if (c == u'\n') {
        m_text += c;
        m_result.lines.push_back({i + 1, false, {}});
    } else if (isForbiddenAt(m_source, i)) {
        m_text += QChar(QChar::ReplacementCharacter);
    } else {
        m_text += c;
    }
}

qsizetype GuardWriter::copyPlain(qsizetype from, qsizetype end)
{
    qsizetype i = from;
    // Letters below the surrogates are neither half of one nor a mark.
    while (i < end && m_source[i].unicode() >= u' ' && m_source[i].unicode() < 0xd800)
        ++i;
    m_text += m_source.mid(from, i - from);
    return i;
}

void GuardWriter::replace(qsizetype from, qsizetype to, int quotes, Token token)
{
    QString original = m_source.mid(from, to - from).toString();
    if (original.contains(u'\n'))
        m_result.asWritten.insert(m_result.verbatim.size(), original);
    if (quotes > 0 && original.contains(u'\n')) {
        QStringList lines = original.split(u'\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype content = SourceLines::behindQuotes(lines[i], quotes);
            lines[i] = lines[i].mid(content < 0 ? lines[i].size() : content);
        }
        original = lines.join(u'\n');
    }
    SourceGuard::replaceForbidden(original);
    const qsizetype index = m_result.verbatim.size();
    if (const auto lines = m_result.asWritten.find(index); lines != m_result.asWritten.end())
        SourceGuard::replaceForbidden(*lines);
    if (token == Token::OpenFormula)
        m_result.pending.insert(index);
    else if (token == Token::TooMuch)
        m_result.tooMuch.insert(index);
    else if (token == Token::Picture)
        m_result.pictures.insert(index);
    m_result.verbatim.append(original);
    mark(kTokenBegin, index);
}

void GuardWriter::mark(char16_t begin, qsizetype index)
{
    m_text += QChar(begin);
    for (; index > 0; index /= 8)
        m_text += QChar(char16_t(kTokenDigit + index % 8));
    m_text += QChar(kTokenEnd);
}

void GuardWriter::filler()
{
    m_text += QChar(kFiller);
}

void GuardWriter::wordEnd()
{
    m_text += u' ';
    m_text += QChar(kUnspace);
}

void GuardWriter::blankLine(qsizetype offset)
{
    m_text += u'\n';
    m_result.lines.push_back({offset, false, {}});
}

} // namespace ponder
