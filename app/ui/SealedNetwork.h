#pragma once

#include <QQmlNetworkAccessManagerFactory>

namespace ponder {

/// Takes the network away from QML: whatever reaches an Image, a FontLoader or an XMLHttpRequest by
/// mistake, the window sends nothing by itself. Pictures of answers come through AnswerPictures,
/// when a person asks for one.
class SealedNetwork : public QQmlNetworkAccessManagerFactory
{
public:
    /// Managers whose every request fails.
    QNetworkAccessManager *create(QObject *parent) override;
};

} // namespace ponder
