#include "highlight/Languages.h"

#include <QHash>

// clang-format off
#define PONDER_GRAMMARS(X)                                                                         \
    X(bash)                                                                                        \
    X(c)                                                                                           \
    X(c_sharp)                                                                                     \
    X(cpp) X(css) X(go) X(haskell) X(html) X(java) X(javascript) X(json) X(julia) X(kotlin) X(lua) \
        X(php) X(python) X(r) X(ruby) X(rust) X(scala) X(sql) X(swift) X(toml) X(tsx)              \
            X(typescript) X(xml) X(yaml)
// clang-format on

#define PONDER_DECLARE(name) extern "C" const TSLanguage *tree_sitter_##name();
PONDER_GRAMMARS(PONDER_DECLARE)
#undef PONDER_DECLARE

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
}

Language language(const char *id, const char *name, const char *aliases,
                  const TSLanguage *(*grammar)(), const char *queries = nullptr)
{
    return {QString::fromLatin1(id),
            QString::fromLatin1(name),
            words(aliases),
            grammar,
            words(queries ? queries : id),
            false,
            {}};
}

Language flat(Language language)
{
    language.isFlat = true;
    return language;
}

Language page(Language language)
{
    language.embeds = words("javascript css");
    return language;
}

} // namespace

const std::vector<Language> &languages()
{
    static const std::vector<Language> all{
        language(
            "bash", "Shell",
            "sh shell zsh ksh fish console terminal shell-session shellscript dotenv dockerfile "
            "docker containerfile make makefile mk",
            tree_sitter_bash),
        flat(language("c", "C", "h objc objective-c objectivec obj-c", tree_sitter_c, "c c-types")),
        flat(language("cpp", "C++", "c++ cc cxx hpp hxx hh cuda arduino", tree_sitter_cpp,
                      "c c-types cpp")),
        language("csharp", "C#", "c# cs c-sharp dotnet", tree_sitter_c_sharp),
        language("css", "CSS", "scss less", tree_sitter_css),
        language("diff", "Diff", "patch udiff", nullptr, ""),
        flat(language("go", "Go", "golang", tree_sitter_go, "go go-types")),
        language("haskell", "Haskell", "hs", tree_sitter_haskell),
        page(language("html", "HTML", "htm xhtml vue svelte", tree_sitter_html)),
        flat(language("java", "Java", "jdk", tree_sitter_java)),
        flat(language("javascript", "JavaScript", "js jsx mjs cjs node", tree_sitter_javascript,
                      "javascript javascript-jsx")),
        flat(language("json", "JSON", "jsonc json5 jsonl ndjson", tree_sitter_json)),
        language("julia", "Julia", "jl", tree_sitter_julia),
        language("kotlin", "Kotlin", "kt kts", tree_sitter_kotlin),
        language("lua", "Lua", "luau", tree_sitter_lua),
        language("php", "PHP", "php3 php8", tree_sitter_php),
        flat(language("python", "Python", "py python3 py3 pyi pycon ipython gyp",
                      tree_sitter_python)),
        language("r", "R", "rscript splus rlang", tree_sitter_r),
        language("ruby", "Ruby", "rb irb rake", tree_sitter_ruby),
        flat(language("rust", "Rust", "rs", tree_sitter_rust)),
        language("scala", "Scala", "sbt", tree_sitter_scala),
        language("sql", "SQL", "mysql postgresql postgres psql sqlite plsql tsql", tree_sitter_sql),
        language("swift", "Swift", "", tree_sitter_swift),
        language("toml", "TOML", "ini cfg properties", tree_sitter_toml),
        flat(language("tsx", "TSX", "", tree_sitter_tsx, "javascript javascript-jsx typescript")),
        flat(language("typescript", "TypeScript", "ts mts cts", tree_sitter_typescript,
                      "javascript typescript")),
        language("xml", "XML", "svg xsd xslt plist rss", tree_sitter_xml),
        language("yaml", "YAML", "yml docker-compose", tree_sitter_yaml),
    };
    return all;
}

const Language *findLanguage(const QString &nameOrAlias)
{
    static const QHash<QString, const Language *> index = [] {
        QHash<QString, const Language *> made;
        for (const Language &entry : languages()) {
            made.insert(entry.id, &entry);
            for (const QString &alias : entry.aliases)
                made.insert(alias, &entry);
        }
        return made;
    }();
    return index.value(nameOrAlias.trimmed().toLower());
}

QString languageDisplayName(const QString &nameOrAlias)
{
    // Coloured with the grammar of a relative, but called what they are.
    static const QHash<QString, QString> relatives{
        {u"dockerfile"_s, u"Dockerfile"_s},
        {u"docker"_s, u"Dockerfile"_s},
        {u"containerfile"_s, u"Dockerfile"_s},
        {u"make"_s, u"Makefile"_s},
        {u"makefile"_s, u"Makefile"_s},
        {u"mk"_s, u"Makefile"_s},
        {u"objc"_s, u"Objective-C"_s},
        {u"obj-c"_s, u"Objective-C"_s},
        {u"objective-c"_s, u"Objective-C"_s},
        {u"objectivec"_s, u"Objective-C"_s},
        {u"scss"_s, u"SCSS"_s},
        {u"less"_s, u"Less"_s},
        {u"vue"_s, u"Vue"_s},
        {u"svelte"_s, u"Svelte"_s},
        {u"svg"_s, u"SVG"_s},
        {u"ini"_s, u"INI"_s},
        {u"properties"_s, u"Properties"_s},
    };
    const QString word = nameOrAlias.trimmed();
    if (const auto relative = relatives.constFind(word.toLower()); relative != relatives.cend())
        return *relative;
    const Language *found = findLanguage(word);
    return found ? found->displayName : word;
}

} // namespace ponder
