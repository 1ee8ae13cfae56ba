#pragma once

#include <QObject>
#include <QString>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Looks at a link before it is opened: whether its text makes a reader expect another place.
class LinkGuard : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// Why to ask before opening, in the language of the interface; "" when there is no reason.
    /// `runs` is the InlineText that the link stands in.
    Q_INVOKABLE QString doubt(const QString &link, const QVariant &runs) const;
    /// Where the link really leads: the host, or the mail address.
    Q_INVOKABLE QString place(const QString &link) const;
};

} // namespace ponder
