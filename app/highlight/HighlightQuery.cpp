#include "highlight/HighlightQuery.h"

#include "base/Logging.h"

#include <QFile>
#include <QHash>
#include <QMutex>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ponder {

namespace {

struct Rule
{
    const char *prefix;
    std::optional<TokenClass> tokenClass; ///< unset: the capture says nothing about colour
};

/// From a capture's name to its colour; the first prefix that fits counts.
constexpr std::array kRules{
    Rule{"spell", std::nullopt},
    Rule{"error", std::nullopt},
    Rule{"_", std::nullopt},
    Rule{"comment", TokenClass::Comment},
    Rule{"keyword.operator", TokenClass::Keyword},
    Rule{"keyword", TokenClass::Keyword},
    Rule{"conditional", TokenClass::Keyword},
    Rule{"repeat", TokenClass::Keyword},
    Rule{"include", TokenClass::Keyword},
    Rule{"import", TokenClass::Keyword},
    Rule{"exception", TokenClass::Keyword},
    Rule{"storageclass", TokenClass::Keyword},
    Rule{"preproc", TokenClass::Keyword},
    Rule{"charset", TokenClass::Keyword},
    Rule{"media", TokenClass::Keyword},
    Rule{"keyframes", TokenClass::Keyword},
    Rule{"supports", TokenClass::Keyword},
    Rule{"type.qualifier", TokenClass::Keyword},
    Rule{"type.builtin", TokenClass::Keyword},
    Rule{"variable.builtin", TokenClass::Keyword},
    Rule{"function.builtin", TokenClass::Keyword},
    Rule{"function.method.builtin", TokenClass::Keyword},
    Rule{"tag", TokenClass::Keyword},
    Rule{"string.special.key", TokenClass::Keyword},
    Rule{"string", TokenClass::Literal},
    Rule{"character", TokenClass::Literal},
    Rule{"escape", TokenClass::Literal},
    Rule{"number", TokenClass::Literal},
    Rule{"float", TokenClass::Literal},
    Rule{"boolean", TokenClass::Literal},
    Rule{"constant.builtin", TokenClass::Literal},
    Rule{"", TokenClass::Plain},
};

bool matches(const QRegularExpression &pattern, QStringView subject)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return pattern.matchView(subject).hasMatch();
#else
    return pattern.match(subject).hasMatch();
#endif
}

QByteArray querySource(const Language &language)
{
    QByteArray source;
    for (const QString &name : language.queries) {
        QFile file(QStringLiteral(":/highlight/%1.scm").arg(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qCWarning(lcUi) << "no highlight query" << name;
            continue;
        }
        source += file.readAll() + '\n';
    }
    return source;
}

QStringView captured(const TSQueryMatch &match, uint32_t capture, QStringView text)
{
    for (uint16_t i = 0; i < match.capture_count; ++i) {
        if (match.captures[i].index != capture)
            continue;
        // The text was handed over as UTF-16: two bytes a unit.
        const qsizetype start = ts_node_start_byte(match.captures[i].node) / 2;
        const qsizetype end = ts_node_end_byte(match.captures[i].node) / 2;
        return text.mid(start, end - start);
    }
    return {};
}

/// Whether a pattern may begin at the node that is a whole text: "program", "translation_unit" …
bool mayBeginAtRoot(const QByteArray &source, const TSLanguage *grammar)
{
    const std::unique_ptr<TSParser, void (*)(TSParser *)> parser(ts_parser_new(), ts_parser_delete);
    ts_parser_set_language(parser.get(), grammar);
    const std::unique_ptr<TSTree, void (*)(TSTree *)> empty(
        ts_parser_parse_string(parser.get(), nullptr, "", 0), ts_tree_delete);
    const TSNode root = empty ? ts_tree_root_node(empty.get()) : TSNode{};
    return ts_node_is_null(root) || ts_node_has_error(root) ||
           source.contains(QByteArray("(") + ts_node_type(root)) || source.startsWith("(_") ||
           source.contains("\n(_");
}

QMutex cacheMutex;

QHash<QString, std::shared_ptr<HighlightQuery>> &cache()
{
    static QHash<QString, std::shared_ptr<HighlightQuery>> queries;
    return queries;
}

} // namespace

const HighlightQuery *HighlightQuery::forLanguage(const Language &language)
{
    {
        const QMutexLocker locker(&cacheMutex);
        const auto known = cache().constFind(language.id);
        if (known != cache().constEnd())
            return known->get();
    }
    // Two threads may compile the same query; the first one to end is kept.
    std::shared_ptr<HighlightQuery> made = compiled(language);
    const QMutexLocker locker(&cacheMutex);
    const auto known = cache().constFind(language.id);
    return (known != cache().constEnd() ? known : cache().insert(language.id, made))->get();
}

bool HighlightQuery::isCompiled(const Language &language)
{
    const QMutexLocker locker(&cacheMutex);
    return cache().contains(language.id);
}

std::shared_ptr<HighlightQuery> HighlightQuery::compiled(const Language &language)
{
    if (!language.grammar)
        return {};
    const QByteArray source = querySource(language);
    uint32_t errorOffset = 0;
    TSQueryError errorType = TSQueryErrorNone;
    TSQuery *query = ts_query_new(language.grammar(), source.constData(),
                                  static_cast<uint32_t>(source.size()), &errorOffset, &errorType);
    if (query) {
        const bool local = !mayBeginAtRoot(source, language.grammar());
        const std::shared_ptr<HighlightQuery> made(new HighlightQuery(query, local));
        if (language.isFlat)
            made->leaveOutPlain();
        return made;
    }
    qCWarning(lcUi) << "the highlight query of" << language.id << "fails at" << errorOffset
                    << source.mid(errorOffset, 40);
    return {};
}

HighlightQuery::HighlightQuery(TSQuery *query, bool local) : m_query(query), m_local(local)
{
    readCaptures();
    const uint32_t patterns = ts_query_pattern_count(query);
    m_predicates.resize(patterns);
    for (uint32_t pattern = 0; pattern < patterns; ++pattern) {
        readPredicates(pattern);
        m_local = m_local && ts_query_is_pattern_rooted(query, pattern);
    }
}

/// What is not found has no colour either, and most of a query finds names that have none.
void HighlightQuery::leaveOutPlain()
{
    const uint32_t patterns = ts_query_pattern_count(m_query.get());
    for (uint32_t pattern = 0; pattern < patterns; ++pattern) {
        if (isPlain(pattern))
            ts_query_disable_pattern(m_query.get(), pattern);
    }
}

bool HighlightQuery::isPlain(uint32_t pattern) const
{
    for (uint32_t id = 0; id < m_captures.size(); ++id) {
        const Capture &capture = m_captures[id];
        if ((capture.embedded || capture.tokenClass != TokenClass::Plain) &&
            ts_query_capture_quantifier_for_id(m_query.get(), pattern, id) != TSQuantifierZero)
            return false;
    }
    return true;
}

void HighlightQuery::readCaptures()
{
    const uint32_t count = ts_query_capture_count(m_query.get());
    m_captures.resize(count);
    for (uint32_t id = 0; id < count; ++id) {
        uint32_t length = 0;
        const char *chars = ts_query_capture_name_for_id(m_query.get(), id, &length);
        const QLatin1String name(chars, static_cast<qsizetype>(length));
        const auto rule =
            std::find_if(kRules.begin(), kRules.end(), [&name](const Rule &candidate) {
                return name.startsWith(QLatin1String(candidate.prefix));
            });
        m_captures[id] = {rule->tokenClass.has_value(),
                          rule->tokenClass.value_or(TokenClass::Plain),
                          name == QLatin1String("embedded")};
    }
}

QString HighlightQuery::stringValue(uint32_t id) const
{
    uint32_t length = 0;
    const char *chars = ts_query_string_value_for_id(m_query.get(), id, &length);
    return QString::fromUtf8(chars, static_cast<qsizetype>(length));
}

void HighlightQuery::readPredicates(uint32_t pattern)
{
    uint32_t count = 0;
    const TSQueryPredicateStep *steps =
        ts_query_predicates_for_pattern(m_query.get(), pattern, &count);
    for (uint32_t at = 0; at < count;) {
        std::vector<TSQueryPredicateStep> parts;
        for (; at < count && steps[at].type != TSQueryPredicateStepTypeDone; ++at)
            parts.push_back(steps[at]);
        ++at; // the Done step
        if (parts.size() < 3 || parts[0].type != TSQueryPredicateStepTypeString ||
            parts[1].type != TSQueryPredicateStepTypeCapture)
            continue;
        QString name = stringValue(parts[0].value_id);
        if (name == u"set!" || name == u"is-not?")
            continue; // hints for editors
        Predicate predicate;
        predicate.capture = parts[1].value_id;
        predicate.negated = name.startsWith(u"not-");
        if (predicate.negated)
            name.remove(0, 4);
        const bool againstCapture = parts[2].type == TSQueryPredicateStepTypeCapture;
        if (name == u"eq?" && againstCapture) {
            predicate.kind = Predicate::Kind::EqualCapture;
            predicate.otherCapture = parts[2].value_id;
        } else if (name == u"eq?" || name == u"any-of?") {
            predicate.kind = name == u"eq?" ? Predicate::Kind::Equal : Predicate::Kind::OneOf;
            for (std::size_t i = 2; i < parts.size(); ++i)
                predicate.words.append(stringValue(parts[i].value_id));
        } else if (name == u"match?") {
            predicate.kind = Predicate::Kind::Matches;
            predicate.pattern.setPattern(stringValue(parts[2].value_id));
        }
        m_predicates[pattern].push_back(std::move(predicate));
    }
}

bool HighlightQuery::accepts(const TSQueryMatch &match, QStringView text) const
{
    const auto holds = [&](const Predicate &predicate) {
        const QStringView subject = captured(match, predicate.capture, text);
        switch (predicate.kind) {
        case Predicate::Kind::Equal:
        case Predicate::Kind::OneOf:
            return std::any_of(predicate.words.begin(), predicate.words.end(),
                               [subject](const QString &word) { return subject == word; });
        case Predicate::Kind::EqualCapture:
            return subject == captured(match, predicate.otherCapture, text);
        case Predicate::Kind::Matches:
            return matches(predicate.pattern, subject);
        case Predicate::Kind::Never:
            return false;
        }
        return false;
    };
    const std::vector<Predicate> &predicates = m_predicates[match.pattern_index];
    return std::all_of(predicates.begin(), predicates.end(), [&](const Predicate &predicate) {
        return holds(predicate) != predicate.negated;
    });
}

bool HighlightQuery::colours(uint32_t captureId, TokenClass &tokenClass) const
{
    tokenClass = m_captures[captureId].tokenClass;
    return m_captures[captureId].coloured;
}

} // namespace ponder
