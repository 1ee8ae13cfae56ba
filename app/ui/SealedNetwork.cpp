#include "ui/SealedNetwork.h"

#include "base/Logging.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

namespace ponder {

namespace {

class RefusingManager final : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *data) override
    {
        Q_UNUSED(operation)
        Q_UNUSED(data)
        qCWarning(lcUi) << "the window asked for something at" << request.url().host()
                        << "and was refused";
        // No handler knows this scheme: the reply is an error, and nothing is sent.
        return QNetworkAccessManager::createRequest(
            GetOperation, QNetworkRequest(QUrl(QStringLiteral("refused:"))), nullptr);
    }
};

} // namespace

QNetworkAccessManager *SealedNetwork::create(QObject *parent)
{
    return new RefusingManager(parent);
}

} // namespace ponder
