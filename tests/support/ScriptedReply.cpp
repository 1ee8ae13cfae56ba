#include "support/ScriptedReply.h"

#include <array>

namespace ponder {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 429:
        return "Too Many Requests";
    case 502:
        return "Bad Gateway";
    default:
        return "Status";
    }
}

HeaderList withType(const HeaderList &headers, const QByteArray &contentType)
{
    HeaderList all{{"Content-Type", contentType}};
    all.append(headers);
    return all;
}

} // namespace

ScriptedReply ScriptedReply::json(int status, const QByteArray &json, const HeaderList &headers)
{
    return body(status, "application/json", json, headers);
}

ScriptedReply ScriptedReply::body(int status, const QByteArray &contentType, const QByteArray &body,
                                  const HeaderList &headers)
{
    HeaderList all = withType(headers, contentType);
    all.emplaceBack("Content-Length", QByteArray::number(body.size()));
    ScriptedReply reply;
    reply.head(status, all).send(body);
    return reply;
}

ScriptedReply ScriptedReply::events(const QByteArray &stream, int pieceSize)
{
    ScriptedReply reply;
    reply.eventHead().send(stream, pieceSize).close();
    return reply;
}

ScriptedReply ScriptedReply::chunkedEvents(const QByteArray &stream, int pieceSize)
{
    ScriptedReply reply;
    reply.head(200, {{"Content-Type", "text/event-stream"}, {"Transfer-Encoding", "chunked"}});
    const qsizetype step = pieceSize > 0 ? pieceSize : qMax<qsizetype>(1, stream.size());
    for (qsizetype at = 0; at < stream.size(); at += step)
        reply.chunk(stream.mid(at, step));
    reply.lastChunk();
    return reply;
}

ScriptedReply ScriptedReply::redirect(int status, const QByteArray &location)
{
    ScriptedReply reply;
    reply.head(status, {{"Location", location}, {"Content-Length", "0"}});
    return reply;
}

ScriptedReply &ScriptedReply::head(int status, const HeaderList &headers)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    return send(head + "\r\n");
}

ScriptedReply &ScriptedReply::eventHead(const HeaderList &headers)
{
    HeaderList all = withType(headers, "text/event-stream");
    all.emplaceBack("Connection", "close");
    return head(200, all);
}

ScriptedReply &ScriptedReply::send(const QByteArray &bytes, int pieceSize)
{
    m_steps.push_back({Step::Kind::Send, bytes, pieceSize, 0, 0});
    return *this;
}

ScriptedReply &ScriptedReply::chunk(const QByteArray &bytes)
{
    return send(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

ScriptedReply &ScriptedReply::lastChunk()
{
    return send("0\r\n\r\n");
}

ScriptedReply &ScriptedReply::wait(int ms)
{
    m_steps.push_back({Step::Kind::Wait, {}, 0, ms, 0});
    return *this;
}

ScriptedReply &ScriptedReply::flood(const QByteArray &block, qint64 total)
{
    m_steps.push_back({Step::Kind::Flood, block, 0, 0, total});
    return *this;
}

ScriptedReply &ScriptedReply::stall()
{
    m_steps.push_back({Step::Kind::Stall, {}, 0, 0, 0});
    return *this;
}

ScriptedReply &ScriptedReply::close()
{
    m_steps.push_back({Step::Kind::Close, {}, 0, 0, 0});
    return *this;
}

ScriptedReply &ScriptedReply::reset()
{
    m_steps.push_back({Step::Kind::Reset, {}, 0, 0, 0});
    return *this;
}

QByteArray gzipped(const QByteArray &bytes)
{
    // qCompress gives: 4 bytes of length, 2 of zlib header, the deflate stream, 4 of Adler-32.
    const QByteArray packed = qCompress(bytes);
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0U ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    quint32 crc = 0xffffffffU;
    for (const char c : bytes)
        crc = table[(crc ^ static_cast<quint8>(c)) & 0xffU] ^ (crc >> 8);
    crc ^= 0xffffffffU;

    QByteArray file = QByteArray::fromHex("1f8b08000000000000ff");
    file += packed.mid(6, packed.size() - 10);
    const auto appendLittleEndian = [&file](quint32 value) {
        for (int shift = 0; shift < 32; shift += 8)
            file += static_cast<char>((value >> shift) & 0xffU);
    };
    appendLittleEndian(crc);
    appendLittleEndian(static_cast<quint32>(bytes.size()));
    return file;
}

} // namespace ponder
