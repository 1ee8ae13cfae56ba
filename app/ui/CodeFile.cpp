#include "ui/CodeFile.h"

#include <QHash>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ponder {

QString CodeFile::name(const QString &language)
{
    const QString word = language.toLower();
    if (word == "dockerfile"_L1 || word == "docker"_L1)
        return u"Dockerfile"_s;
    if (word == "makefile"_L1 || word == "make"_L1)
        return u"Makefile"_s;
    if (word == "cmake"_L1)
        return u"CMakeLists.txt"_s;
    static const QHash<QString, QString> kEndings{
        {u"bash"_s, u"sh"_s},     {u"shell"_s, u"sh"_s},       {u"zsh"_s, u"sh"_s},
        {u"sh"_s, u"sh"_s},       {u"console"_s, u"sh"_s},     {u"c"_s, u"c"_s},
        {u"c++"_s, u"cpp"_s},     {u"cpp"_s, u"cpp"_s},        {u"cc"_s, u"cpp"_s},
        {u"h"_s, u"h"_s},         {u"hpp"_s, u"hpp"_s},        {u"c#"_s, u"cs"_s},
        {u"cs"_s, u"cs"_s},       {u"csharp"_s, u"cs"_s},      {u"css"_s, u"css"_s},
        {u"diff"_s, u"diff"_s},   {u"patch"_s, u"patch"_s},    {u"go"_s, u"go"_s},
        {u"golang"_s, u"go"_s},   {u"haskell"_s, u"hs"_s},     {u"hs"_s, u"hs"_s},
        {u"html"_s, u"html"_s},   {u"java"_s, u"java"_s},      {u"javascript"_s, u"js"_s},
        {u"js"_s, u"js"_s},       {u"jsx"_s, u"jsx"_s},        {u"json"_s, u"json"_s},
        {u"julia"_s, u"jl"_s},    {u"kotlin"_s, u"kt"_s},      {u"kt"_s, u"kt"_s},
        {u"latex"_s, u"tex"_s},   {u"tex"_s, u"tex"_s},        {u"lua"_s, u"lua"_s},
        {u"markdown"_s, u"md"_s}, {u"md"_s, u"md"_s},          {u"mermaid"_s, u"mmd"_s},
        {u"php"_s, u"php"_s},     {u"powershell"_s, u"ps1"_s}, {u"python"_s, u"py"_s},
        {u"py"_s, u"py"_s},       {u"qml"_s, u"qml"_s},        {u"r"_s, u"r"_s},
        {u"ruby"_s, u"rb"_s},     {u"rb"_s, u"rb"_s},          {u"rust"_s, u"rs"_s},
        {u"rs"_s, u"rs"_s},       {u"scala"_s, u"scala"_s},    {u"sql"_s, u"sql"_s},
        {u"swift"_s, u"swift"_s}, {u"toml"_s, u"toml"_s},      {u"typescript"_s, u"ts"_s},
        {u"ts"_s, u"ts"_s},       {u"tsx"_s, u"tsx"_s},        {u"xml"_s, u"xml"_s},
        {u"svg"_s, u"svg"_s},     {u"yaml"_s, u"yaml"_s},      {u"yml"_s, u"yaml"_s},
        {u"csv"_s, u"csv"_s},     {u"jsonc"_s, u"jsonc"_s},    {u"jsonl"_s, u"jsonl"_s},
        {u"scss"_s, u"scss"_s},   {u"less"_s, u"less"_s},      {u"vue"_s, u"vue"_s},
        {u"objc"_s, u"m"_s},      {u"ini"_s, u"ini"_s},        {u"jl"_s, u"jl"_s},
        {u"htm"_s, u"html"_s},    {u"python3"_s, u"py"_s},     {u"mjs"_s, u"mjs"_s},
    };
    return u"code."_s + kEndings.value(word, u"txt"_s);
}

QString CodeFile::write(const QString &path, const QString &code)
{
    QSaveFile file(path);
    const QByteArray bytes = (code.endsWith(u'\n') ? code : code + u'\n').toUtf8();
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : file.errorString();
}

} // namespace ponder
