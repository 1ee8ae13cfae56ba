#pragma once

#include <QByteArray>
#include <QIODevice>

class QNetworkRequest;

namespace ponder {

/// A request body that can be sent once. Qt sends a request again by itself, up to two times, when
/// the connection is closed before an answer; with a body that cannot be rewound it reports the
/// failure instead. Each question costs money: how often it is sent is the RetryPolicy's decision.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray body);

    /// Sets what a request with this body must say: JSON, its length, no buffering.
    void prepare(QNetworkRequest &request) const;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qint64 m_at = 0;
};

} // namespace ponder
