#include "qml/WindowFixture.h"

#include <QAccessible>
#include <QDir>
#include <QQmlProperty>

namespace ponder::fakes {

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
