#include "highlight/CodeHighlighter.h"

#include "base/Logging.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace ponder {

namespace {

/// Beyond this nobody reads colours; and the tree would cost ten times the text.
constexpr qsizetype kLargestCode = 1'000'000;
/// A frame is 16 ms; a grammar that needs longer on one update is switched off for this block.
constexpr uint64_t kParseBudgetUs = 250'000;
constexpr uint32_t kMatchLimit = 2'000;

qsizetype lineStart(const QString &text, qsizetype at)
{
    return at <= 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

std::vector<CodeSpan> runsOf(const std::vector<TokenClass> &classes, qsizetype from)
{
    std::vector<CodeSpan> spans;
    for (std::size_t at = 0; at < classes.size();) {
        std::size_t end = at + 1;
        while (end < classes.size() && classes[end] == classes[at])
            ++end;
        if (classes[at] != TokenClass::Plain)
            spans.push_back(
                {from + static_cast<qsizetype>(at), static_cast<qsizetype>(end - at), classes[at]});
        at = end;
    }
    return spans;
}

} // namespace

CodeHighlighter::CodeHighlighter(const QString &language) : m_language(findLanguage(language))
{
    if (!m_language || !m_language->grammar)
        return;
    m_query = HighlightQuery::forLanguage(*m_language);
    m_parser.reset(ts_parser_new());
    if (!m_query || !ts_parser_set_language(m_parser.get(), m_language->grammar())) {
        m_language = nullptr;
        return;
    }
    ts_parser_set_timeout_micros(m_parser.get(), kParseBudgetUs);
}

bool CodeHighlighter::isPrepared(const QString &language)
{
    const Language *known = findLanguage(language);
    return !known || !known->grammar || HighlightQuery::isCompiled(*known);
}

void CodeHighlighter::prepare(const QString &language)
{
    if (const Language *known = findLanguage(language))
        HighlightQuery::forLanguage(*known);
}

HighlightUpdate CodeHighlighter::update(const QString &text)
{
    const bool grown = !m_text.isEmpty() && text.startsWith(m_text);
    if (!m_language || m_gaveUp || text.size() > kLargestCode) {
        m_text = text;
        return {text.size(), {}};
    }
    if (!m_language->grammar)
        return updateDiff(text, grown);
    const qsizetype from = reparse(text, grown);
    if (m_gaveUp)
        return {0, {}};
    return {from, spansFrom(from)};
}

qsizetype CodeHighlighter::reparse(const QString &text, bool grown)
{
    const auto bytes = [](qsizetype units) { return static_cast<uint32_t>(units * 2); };
    qsizetype from = 0;
    if (grown && m_tree) {
        TSInputEdit edit{};
        edit.start_byte = bytes(m_text.size());
        edit.old_end_byte = edit.start_byte;
        edit.new_end_byte = bytes(text.size());
        // Rows and columns are not used by anything here; bytes decide what is parsed again.
        ts_tree_edit(m_tree.get(), &edit);
    } else {
        m_tree.reset();
    }
    Tree parsed(ts_parser_parse_string_encoding(m_parser.get(), m_tree.get(),
                                                reinterpret_cast<const char *>(text.utf16()),
                                                bytes(text.size()), TSInputEncodingUTF16));
    if (!parsed) {
        qCInfo(lcUi) << m_language->id << "code of" << text.size() << "characters stays plain";
        m_gaveUp = true;
        m_tree.reset();
        return 0;
    }
    if (m_tree) {
        from = m_text.size();
        uint32_t count = 0;
        TSRange *changed = ts_tree_get_changed_ranges(m_tree.get(), parsed.get(), &count);
        for (uint32_t i = 0; i < count; ++i)
            from = std::min<qsizetype>(from, changed[i].start_byte / 2);
        std::free(changed); // made by the C library of the parser
    }
    m_tree = std::move(parsed);
    m_text = text;
    return lineStart(m_text, from);
}

std::vector<CodeSpan> CodeHighlighter::spansFrom(qsizetype from) const
{
    std::vector<TokenClass> classes(static_cast<std::size_t>(m_text.size() - from),
                                    TokenClass::Plain);
    const std::unique_ptr<TSQueryCursor, decltype(&ts_query_cursor_delete)> cursor(
        ts_query_cursor_new(), &ts_query_cursor_delete);
    ts_query_cursor_set_match_limit(cursor.get(), kMatchLimit);
    ts_query_cursor_set_byte_range(cursor.get(), static_cast<uint32_t>(from * 2),
                                   static_cast<uint32_t>(m_text.size() * 2));
    ts_query_cursor_exec(cursor.get(), m_query->query(), ts_tree_root_node(m_tree.get()));

    TSQueryMatch match;
    uint32_t index = 0;
    qsizetype lastStart = -1;
    qsizetype lastEnd = -1;
    TokenClass lastClass = TokenClass::Plain;
    while (ts_query_cursor_next_capture(cursor.get(), &match, &index)) {
        const TSQueryCapture &capture = match.captures[index];
        TokenClass tokenClass = TokenClass::Plain;
        if (!m_query->colours(capture.index, tokenClass) || !m_query->accepts(match, m_text))
            continue;
        const qsizetype start = std::max<qsizetype>(from, ts_node_start_byte(capture.node) / 2);
        const qsizetype end =
            std::min<qsizetype>(m_text.size(), ts_node_end_byte(capture.node) / 2);
        if (start >= end)
            continue;
        // Queries name the same node several times; the first that has a colour counts.
        const bool sameNode = start == lastStart && end == lastEnd;
        if (sameNode && (tokenClass == TokenClass::Plain || lastClass != TokenClass::Plain))
            continue;
        std::fill(classes.begin() + (start - from), classes.begin() + (end - from), tokenClass);
        lastStart = start;
        lastEnd = end;
        lastClass = tokenClass;
    }
    return runsOf(classes, from);
}

HighlightUpdate CodeHighlighter::updateDiff(const QString &text, bool grown)
{
    const qsizetype from = grown ? lineStart(text, m_text.size()) : 0;
    m_text = text;
    HighlightUpdate update{from, {}};
    for (qsizetype at = from; at < text.size();) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end;
        const QStringView line = QStringView(text).mid(at, end - at);
        TokenClass tokenClass = TokenClass::Plain;
        if (line.startsWith(u"@@") || line.startsWith(u"+++") || line.startsWith(u"---") ||
            line.startsWith(u"diff ") || line.startsWith(u"index "))
            tokenClass = TokenClass::Comment;
        else if (line.startsWith(u'+'))
            tokenClass = TokenClass::Keyword;
        else if (line.startsWith(u'-'))
            tokenClass = TokenClass::Literal;
        if (tokenClass != TokenClass::Plain)
            update.spans.push_back({at, end - at, tokenClass});
        at = end + 1;
    }
    return update;
}

} // namespace ponder
