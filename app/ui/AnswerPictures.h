#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QObject>
#include <QQuickAsyncImageProvider>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <functional>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

namespace ponder {

/// The pictures of answers, for Image in QML. Nothing but what was asked for through sourceOf() is
/// ever loaded, by this program's own rules and not by the toolkit's, which follows redirects and
/// opens files: data: addresses are read in place, those on the web come through `fetch`.
class AnswerPictures : public QQuickAsyncImageProvider
{
public:
    using Done = std::function<void(const QByteArray &bytes)>; ///< empty: there is no picture
    /// Calls `done` once, on any thread; is called on any thread itself.
    using Fetch = std::function<void(const QUrl &url, Done done)>;

    /// That of an engine, which must have been set up by registerUiTypes().
    static AnswerPictures *of(const QQmlEngine &engine);
    static QString id() { return QStringLiteral("answer"); }

    /// Without one no picture on the web is loaded.
    void setFetch(Fetch fetch);
    /// The address of a picture for QML; "" for one that LinkPolicy does not allow.
    [[nodiscard]] QString sourceOf(const QString &url);

    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &size) override;

private:
    QMutex m_mutex; ///< of all below: QML asks for pictures on a thread of its own
    Fetch m_fetch;
    QStringList m_urls; ///< a picture's address in QML is its number
    QHash<QString, int> m_numbers;
};

/// What QML asks for the address of a picture.
class PictureSource : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    Q_INVOKABLE QString of(const QString &url) const;
};

} // namespace ponder
