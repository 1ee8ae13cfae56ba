#include "highlight/CodeHighlighter.h"

#include "base/Logging.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <time.h>

namespace ponder {

namespace {

/// Beyond this nobody reads colours; and the tree would cost ten times the text.
constexpr qsizetype kLargestCode = 1'000'000;
/// A frame is 16 ms; a grammar that needs much longer on one update is switched off for this block.
/// Processor time: on a busy machine the clock on the wall says nothing about the grammar.
constexpr double kParseBudgetMs = 250;
constexpr uint64_t kParseSliceUs = 50'000;
constexpr uint32_t kMatchLimit = 2'000;
/// Each new character pays for this many that are coloured once more, so that all of the work
/// grows with the text and not with its square.
constexpr qsizetype kCreditPerUnit = 4;
constexpr qsizetype kFirstCredit = 2'000;

qsizetype lineStart(const QString &text, qsizetype at)
{
    return at <= 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

qsizetype previousLineStart(const QString &text, qsizetype at)
{
    return lineStart(text, lineStart(text, at) - 1);
}

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The parser counts in bytes; the text is handed over as UTF-16.
uint32_t bytes(qsizetype units)
{
    return static_cast<uint32_t>(units * 2);
}

/// Where two trees of the same text begin to differ; `none` when they do not.
qsizetype firstDifference(const TSTree *before, const TSTree *after, qsizetype none)
{
    uint32_t count = 0;
    TSRange *changed = ts_tree_get_changed_ranges(before, after, &count);
    for (uint32_t i = 0; i < count; ++i)
        none = std::min<qsizetype>(none, changed[i].start_byte / 2);
    std::free(changed); // made by the C library of the parser
    return none;
}

std::vector<CodeSpan> runsOf(const std::vector<TokenClass> &classes, qsizetype from)
{
    std::vector<CodeSpan> spans;
    for (auto at = static_cast<std::size_t>(from); at < classes.size();) {
        std::size_t end = at + 1;
        while (end < classes.size() && classes[end] == classes[at])
            ++end;
        if (classes[at] != TokenClass::Plain)
            spans.push_back(
                {static_cast<qsizetype>(at), static_cast<qsizetype>(end - at), classes[at]});
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
    ts_parser_set_timeout_micros(m_parser.get(), kParseSliceUs);
    m_cursor.reset(ts_query_cursor_new());
    ts_query_cursor_set_match_limit(m_cursor.get(), kMatchLimit);
}

bool CodeHighlighter::isPrepared(const QString &language)
{
    const Language *known = findLanguage(language);
    return !known || !known->grammar ||
           (HighlightQuery::isCompiled(*known) &&
            std::all_of(known->embeds.begin(), known->embeds.end(), &isPrepared));
}

void CodeHighlighter::prepare(const QString &language)
{
    const Language *known = findLanguage(language);
    if (!known)
        return;
    HighlightQuery::forLanguage(*known);
    std::for_each(known->embeds.begin(), known->embeds.end(), &prepare);
}

bool CodeHighlighter::isPlain() const
{
    return !m_language || m_gaveUp || m_text.size() > kLargestCode;
}

HighlightUpdate CodeHighlighter::update(const QString &text)
{
    if (!m_text.isEmpty() && text.startsWith(m_text))
        return append(QStringView(text).mid(m_text.size()));
    m_text = text;
    return readAnew();
}

HighlightUpdate CodeHighlighter::append(QStringView more)
{
    const qsizetype before = m_text.size();
    m_text += more;
    if (isPlain() || more.isEmpty())
        return {m_text.size(), {}};
    if (!m_language->grammar)
        return diffFrom(lineStart(m_text, before));
    if (!m_tree)
        return readAnew();
    TSInputEdit edit{};
    edit.start_byte = bytes(before);
    edit.old_end_byte = edit.start_byte;
    edit.new_end_byte = bytes(m_text.size());
    // Rows and columns are not used by anything here; bytes decide what is parsed again.
    ts_tree_edit(m_tree.get(), &edit);
    Tree parsed = parse(m_tree.get());
    if (!parsed)
        return giveUp();
    const qsizetype changed = firstDifference(m_tree.get(), parsed.get(), before);
    m_tree = std::move(parsed);
    m_continued = true;
    m_credit += more.size() * kCreditPerUnit;
    const qsizetype embedded = followEmbedded(std::min(before, changed));
    const qsizetype from = std::min(firstToColour(before, changed), lineStart(m_text, embedded));
    Classes fresh = classesFrom(from);
    if (ts_node_has_error(ts_tree_root_node(m_tree.get())))
        keepFinished(fresh, from, lineStart(m_text, before));
    return show(from, fresh);
}

/// As far back as the tree has changed, if that is paid for; else only the last lines, whose
/// colours really change.
qsizetype CodeHighlighter::firstToColour(qsizetype before, qsizetype changed)
{
    const qsizetype from = lineStart(m_text, std::min(before, changed));
    const qsizetype all = lineStart(m_text, std::min(from, m_passedOver.value_or(from)));
    for (const qsizetype start : {all, from}) {
        const qsizetype again = std::max<qsizetype>(0, before - start);
        if (again > m_credit)
            continue;
        m_credit -= again;
        if (start == all)
            m_passedOver.reset();
        return start;
    }
    m_passedOver = all;
    return std::max(from, previousLineStart(m_text, before));
}

CodeHighlighter::Tree CodeHighlighter::parse(const TSTree *before) const
{
    const double begin = processorMs();
    TSTree *tree = nullptr;
    do {
        // Goes on where the slice of time before ended.
        tree = ts_parser_parse_string_encoding(m_parser.get(), before,
                                               reinterpret_cast<const char *>(m_text.utf16()),
                                               bytes(m_text.size()), TSInputEncodingUTF16);
    } while (!tree && processorMs() - begin < kParseBudgetMs);
    return Tree(tree);
}

HighlightUpdate CodeHighlighter::readAnew()
{
    m_tree.reset();
    m_passedOver.reset();
    m_continued = false;
    m_credit = kFirstCredit;
    m_shown.clear();
    m_embedded.clear();
    if (isPlain())
        return {m_text.size(), {}};
    if (!m_language->grammar)
        return diffFrom(0);
    m_tree = parse(nullptr);
    if (!m_tree)
        return giveUp();
    followEmbedded(0);
    return show(0, classesFrom(0));
}

HighlightUpdate CodeHighlighter::giveUp()
{
    qCInfo(lcUi) << m_language->id << "code of" << m_text.size() << "characters stays plain";
    m_gaveUp = true;
    m_tree.reset();
    m_passedOver.reset();
    m_shown.clear();
    m_embedded.clear();
    ts_parser_reset(m_parser.get());
    return {0, {}};
}

/// A tree of code with mistakes in it depends on how it came about.
bool CodeHighlighter::isSettled() const
{
    return isPlain() || !m_tree ||
           (!m_passedOver && m_embedded.isSettled() &&
            !(m_continued && ts_node_has_error(ts_tree_root_node(m_tree.get()))));
}

HighlightUpdate CodeHighlighter::settle()
{
    if (isSettled())
        return {m_text.size(), {}};
    qsizetype from = m_passedOver.value_or(m_text.size());
    if (m_continued && ts_node_has_error(ts_tree_root_node(m_tree.get()))) {
        Tree whole = parse(nullptr);
        if (!whole)
            return giveUp();
        from = std::min(from, firstDifference(m_tree.get(), whole.get(), m_text.size()));
        m_tree = std::move(whole);
        m_continued = false;
        from = std::min(from, followEmbedded(from));
    }
    m_passedOver.reset();
    from = lineStart(m_text, std::min(from, m_embedded.settle(m_text.size())));
    return show(from, classesFrom(from));
}

/// As EmbeddedCode::follow().
qsizetype CodeHighlighter::followEmbedded(qsizetype from)
{
    return m_language->embeds.isEmpty()
               ? m_text.size()
               : m_embedded.follow(ts_tree_root_node(m_tree.get()), m_text, from);
}

CodeHighlighter::Classes CodeHighlighter::classesFrom(qsizetype from) const
{
    Classes classes(static_cast<std::size_t>(m_text.size() - from), TokenClass::Plain);
    const TSNode root = ts_tree_root_node(m_tree.get());
    // From the line before, for rules that look at what stands before a token.
    const uint32_t begin = bytes(previousLineStart(m_text, from));
    ts_query_cursor_set_byte_range(m_cursor.get(), begin, bytes(m_text.size()));
    if (!m_query->isLocal()) {
        colourIn(root, from, classes);
        m_embedded.colour(from, classes);
        return classes;
    }
    // To pass over what stands before is much quicker than to let the query do that.
    uint32_t piece = ts_node_child_count(root);
    while (piece > 0 && ts_node_end_byte(ts_node_child(root, piece - 1)) > begin)
        --piece;
    for (const uint32_t pieces = ts_node_child_count(root); piece < pieces; ++piece)
        colourIn(ts_node_child(root, piece), from, classes);
    m_embedded.colour(from, classes);
    return classes;
}

/// Sets the colours of what the query finds in `node`, from `from` on.
void CodeHighlighter::colourIn(TSNode node, qsizetype from, Classes &classes) const
{
    ts_query_cursor_exec(m_cursor.get(), m_query->query(), node);
    TSQueryMatch match;
    uint32_t index = 0;
    qsizetype lastStart = -1;
    qsizetype lastEnd = -1;
    TokenClass lastClass = TokenClass::Plain;
    while (ts_query_cursor_next_capture(m_cursor.get(), &match, &index)) {
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
}

/// Before `finished`, takes only what is new there: colour where there was none, and texts and
/// comments that turn out to go over several lines.
void CodeHighlighter::keepFinished(Classes &fresh, qsizetype from, qsizetype finished)
{
    const auto classAt = [&](qsizetype at) { return fresh[std::size_t(at - from)]; };
    for (qsizetype at = from; at < finished;) {
        const TokenClass now = classAt(at);
        qsizetype end = at + 1;
        while (end < m_text.size() && classAt(end) == now)
            ++end;
        const bool token = now == TokenClass::Literal || now == TokenClass::Comment;
        const bool overLines =
            token && (at == from || QStringView(m_text).mid(at, end - at).contains(u'\n'));
        for (qsizetype i = at; !overLines && i < std::min(end, finished); ++i) {
            const TokenClass shown = m_shown[std::size_t(i)];
            if (shown == TokenClass::Plain || shown == now)
                continue;
            fresh[std::size_t(i - from)] = shown;
            m_passedOver = std::min(m_passedOver.value_or(i), i);
        }
        at = end;
    }
}

HighlightUpdate CodeHighlighter::show(qsizetype from, const Classes &fresh)
{
    const auto known = m_shown.begin() + std::min<qsizetype>(from, qsizetype(m_shown.size()));
    const auto [shown, differs] = std::mismatch(known, m_shown.end(), fresh.begin(), fresh.end());
    const qsizetype same = differs - fresh.begin();
    m_shown.erase(shown, m_shown.end());
    m_shown.insert(m_shown.end(), differs, fresh.end());
    return shownFrom(from + same);
}

HighlightUpdate CodeHighlighter::shownFrom(qsizetype from) const
{
    from = lineStart(m_text, from);
    return {from, runsOf(m_shown, from)};
}

HighlightUpdate CodeHighlighter::diffFrom(qsizetype from)
{
    Classes fresh(static_cast<std::size_t>(m_text.size() - from), TokenClass::Plain);
    for (qsizetype at = from; at < m_text.size();) {
        qsizetype end = m_text.indexOf(u'\n', at);
        end = end < 0 ? m_text.size() : end;
        const QStringView line = QStringView(m_text).mid(at, end - at);
        TokenClass tokenClass = TokenClass::Plain;
        if (line.startsWith(u"@@") || line.startsWith(u"+++") || line.startsWith(u"---") ||
            line.startsWith(u"diff ") || line.startsWith(u"index "))
            tokenClass = TokenClass::Comment;
        else if (line.startsWith(u'+'))
            tokenClass = TokenClass::Keyword;
        else if (line.startsWith(u'-'))
            tokenClass = TokenClass::Literal;
        std::fill(fresh.begin() + (at - from), fresh.begin() + (end - from), tokenClass);
        at = end + 1;
    }
    return show(from, fresh);
}

} // namespace ponder
