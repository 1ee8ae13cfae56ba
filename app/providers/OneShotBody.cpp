#include "providers/OneShotBody.h"

#include <QNetworkRequest>

#include <algorithm>
#include <cstring>

namespace ponder {

OneShotBody::OneShotBody(QByteArray body) : m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void OneShotBody::prepare(QNetworkRequest &request) const
{
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_at;
}

bool OneShotBody::seek(qint64 position)
{
    return position == m_at;
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, bytesAvailable());
    if (count == 0)
        return m_at == m_body.size() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_at, static_cast<std::size_t>(count));
    m_at += count;
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace ponder
