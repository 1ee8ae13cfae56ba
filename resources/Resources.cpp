#include "Resources.h"

#include <QDir>
#include <QFile>

// Q_INIT_RESOURCE declares a function of the global namespace, so it cannot stand inside one.
static void initEmbeddedFiles()
{
#ifdef PONDER_HAS_TABLES
    Q_INIT_RESOURCE(ponder_tables);
#endif
#ifdef PONDER_HAS_DEMO
    Q_INIT_RESOURCE(ponder_demo);
#endif
    Q_INIT_RESOURCE(ponder_icons);
    Q_INIT_RESOURCE(ponder_translations);
}

namespace ponder::resources {
namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

} // namespace

void init()
{
    initEmbeddedFiles();
}

QByteArray providersJson()
{
    return contents(QStringLiteral(":/ponder/providers.json"));
}

QByteArray parametersJson()
{
    return contents(QStringLiteral(":/ponder/parameters.json"));
}

QList<QByteArray> demoAnswers()
{
    QList<QByteArray> answers;
    const QDir folder(QStringLiteral(":/ponder/demo"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        answers.append(contents(folder.filePath(name)));
    return answers;
}

} // namespace ponder::resources
