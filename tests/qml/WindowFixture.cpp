#include "qml/WindowFixture.h"

#include <QAccessible>
#include <QDir>
#include <QDirIterator>
#include <QQmlProperty>

namespace ponder::fakes {

QUrl QmlSourceTree::intercept(const QUrl &url, DataType type)
{
    if (type != QmlFile || !url.path().startsWith(QStringLiteral("/qt/qml/Ponder/")))
        return url;
    QDirIterator files(QStringLiteral(PONDER_SOURCE_DIR "/qml"), {url.fileName()}, QDir::Files,
                       QDirIterator::Subdirectories);
    return files.hasNext() ? QUrl::fromLocalFile(files.next()) : url;
}

QString WindowFixture::nameOf(QQuickItem *item)
{
    // Not through the accessibility tree: it leaves out what is scrolled away.
    if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item))
        return interface->text(QAccessible::Name);
    return {};
}

QImage WindowFixture::shot(const QString &name) const
{
    const QImage picture = m_window->grabWindow();
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/screenshots"));
    folder.mkpath(QStringLiteral("."));
    picture.save(folder.filePath(name + QStringLiteral(".png")));
    return picture;
}

} // namespace ponder::fakes
