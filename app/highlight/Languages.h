#pragma once

#include <QString>
#include <QStringList>

#include <vector>

struct TSLanguage;

namespace ponder {

/// One programming language that code blocks can be coloured in.
struct Language
{
    QString id;          ///< e.g. "python"; also the name of its query below :/highlight
    QString displayName; ///< e.g. "Python"
    QStringList aliases; ///< other words people and models write after the fence
    const TSLanguage *(*grammar)() = nullptr; ///< null: coloured line by line (diff)
    QStringList queries;                      ///< highlight queries, the general ones first
    /// Nothing that has a colour holds code of another, save for what the query calls "embedded":
    /// its texts have no other places to fill in.
    bool isFlat = false;
    QStringList embeds; ///< ids of languages whose code stands within this one's (see EmbeddedCode)
};

/// All languages, in the order of their ids.
const std::vector<Language> &languages();

/// By id or alias, any case; null when the language is not known.
const Language *findLanguage(const QString &nameOrAlias);

/// What the head of a code block shows for the word after the fence: "Python" for "py", the word
/// itself when it is not known.
QString languageDisplayName(const QString &nameOrAlias);

} // namespace ponder
