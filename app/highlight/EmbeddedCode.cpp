#include "highlight/EmbeddedCode.h"

#include "highlight/CodeHighlighter.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// A page has a handful. Each of them takes a parser; what more there are stay plain.
constexpr std::size_t kMostParts = 40;

bool isType(TSNode node, const char *type)
{
    return std::strcmp(ts_node_type(node), type) == 0;
}

QStringView textOf(TSNode node, const QString &text)
{
    const qsizetype begin = ts_node_start_byte(node) / 2;
    return QStringView(text).mid(begin, ts_node_end_byte(node) / 2 - begin);
}

/// What stands between tags and is no HTML, as far as it reaches behind `from`.
std::vector<TSNode> rawTexts(TSNode root, qsizetype from)
{
    std::vector<TSNode> found;
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    const auto goOn = [&cursor] {
        while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
            if (!ts_tree_cursor_goto_parent(&cursor))
                return false;
        }
        return true;
    };
    for (bool more = true; more;) {
        const TSNode node = ts_tree_cursor_current_node(&cursor);
        if (isType(node, "raw_text"))
            found.push_back(node);
        else if (ts_tree_cursor_goto_first_child_for_byte(&cursor, uint32_t(from * 2)) >= 0)
            continue;
        more = goOn();
    }
    ts_tree_cursor_delete(&cursor);
    return found;
}

/// The value of an attribute in a tag, in lower case.
QString attribute(QStringView tag, const QString &name)
{
    const QRegularExpression value(u"\\s%1\\s*=\\s*[\"']?([^\"'\\s>]*)"_s.arg(name),
                                   QRegularExpression::CaseInsensitiveOption);
    return value.match(tag.toString()).captured(1).toLower();
}

/// For what stands behind a tag; null when that is plain.
std::unique_ptr<CodeHighlighter> highlighterBehind(TSNode tag, const QString &text)
{
    QString language =
        ts_node_is_null(tag) ? QString() : EmbeddedCode::languageOf(textOf(tag, text));
    if (language.isEmpty())
        return nullptr;
    // The rules of these two have been read with those of HTML.
    if (language != u"css" && !CodeHighlighter::isPrepared(language))
        language = u"javascript"_s;
    return std::make_unique<CodeHighlighter>(language);
}

} // namespace

EmbeddedCode::EmbeddedCode() = default;
EmbeddedCode::~EmbeddedCode() = default;

QString EmbeddedCode::languageOf(QStringView startTag)
{
    if (startTag.startsWith(u"<style", Qt::CaseInsensitive))
        return u"css"_s;
    if (!startTag.startsWith(u"<script", Qt::CaseInsensitive))
        return {};
    const QString type = attribute(startTag, u"type"_s);
    const QString written = attribute(startTag, u"lang"_s);
    if (written.startsWith(u"ts") || type.contains(u"typescript"))
        return u"typescript"_s;
    if (type.contains(u"json") || type == u"importmap")
        return u"json"_s;
    const bool script = type.isEmpty() || type == u"module" || type.contains(u"javascript") ||
                        type.contains(u"ecmascript") || type.contains(u"babel") ||
                        type.contains(u"jsx");
    return script ? u"javascript"_s : QString();
}

qsizetype EmbeddedCode::follow(TSNode root, const QString &text, qsizetype from)
{
    const std::vector<TSNode> nodes = rawTexts(root, from);
    const qsizetype first =
        nodes.empty() ? from : std::min<qsizetype>(from, ts_node_start_byte(nodes.front()) / 2);
    // Those before that are as they were.
    const auto open = std::find_if(m_parts.begin(), m_parts.end(),
                                   [first](const Part &part) { return part.begin >= first; });
    std::vector<Part> before(std::make_move_iterator(open), std::make_move_iterator(m_parts.end()));
    m_parts.erase(open, m_parts.end());
    qsizetype changed = text.size();
    for (const TSNode node : nodes) {
        const qsizetype begin = ts_node_start_byte(node) / 2;
        const auto known = std::find_if(before.begin(), before.end(), [begin](const Part &part) {
            return part.begin == begin && part.code;
        });
        Part part{begin, nullptr};
        if (known != before.end()) {
            part.code = std::move(known->code);
        } else if (m_parts.size() < kMostParts) {
            part.code = highlighterBehind(ts_node_prev_sibling(node), text);
            changed = part.code ? std::min(changed, begin) : changed;
        }
        if (!part.code)
            continue;
        const QStringView code = textOf(node, text);
        const qsizetype had = part.code->text().size();
        const bool grows = had > 0 && had <= code.size(); // the text does so, only
        const HighlightUpdate update =
            grows ? part.code->append(code.mid(had)) : part.code->update(code.toString());
        if (update.from < part.code->text().size())
            changed = std::min(changed, begin + update.from);
        m_parts.push_back(std::move(part));
    }
    for (const Part &part : before) {
        if (part.code)
            changed = std::min(changed, part.begin); // it is no more
    }
    return changed;
}

bool EmbeddedCode::isSettled() const
{
    return std::all_of(m_parts.begin(), m_parts.end(),
                       [](const Part &part) { return part.code->isSettled(); });
}

qsizetype EmbeddedCode::settle(qsizetype textSize)
{
    qsizetype changed = textSize;
    for (const Part &part : m_parts) {
        const HighlightUpdate update = part.code->settle();
        if (update.from < part.code->text().size())
            changed = std::min(changed, part.begin + update.from);
    }
    return changed;
}

void EmbeddedCode::colour(qsizetype from, std::vector<TokenClass> &classes) const
{
    for (const Part &part : m_parts) {
        const std::vector<TokenClass> &own = part.code->classes();
        const qsizetype skipped = std::max<qsizetype>(0, from - part.begin);
        const auto to = part.begin + skipped - from;
        const auto size =
            std::min<qsizetype>(qsizetype(own.size()) - skipped, qsizetype(classes.size()) - to);
        if (size > 0)
            std::copy_n(own.begin() + skipped, size, classes.begin() + to);
    }
}

} // namespace ponder
