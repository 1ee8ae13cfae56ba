#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <cstddef>
#include <vector>

namespace ponder {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// What a ScriptedProvider does with one request, byte by byte: a list of steps, built by chaining.
/// Nothing is added that the script does not say: a reply without head() sends no status line.
class ScriptedReply
{
public:
    struct Step
    {
        enum class Kind { Send, Wait, Flood, Stall, Close, Reset };

        Kind kind = Kind::Send;
        QByteArray bytes;  ///< Send; Flood: the block that is repeated
        int pieceSize = 0; ///< Send: bytes a write; 0: all in one
        int ms = 0;        ///< Wait
        qint64 total = 0;  ///< Flood: bytes in all
    };

    // Whole replies.
    /// A JSON body with its right length; the connection stays open for the next request.
    static ScriptedReply json(int status, const QByteArray &body, const HeaderList &headers = {});
    /// Any body with its right length.
    static ScriptedReply body(int status, const QByteArray &contentType, const QByteArray &body,
                              const HeaderList &headers = {});
    /// A 200 event stream that ends by closing the connection; `pieceSize` bytes a write.
    static ScriptedReply events(const QByteArray &stream, int pieceSize = 0);
    /// The same with chunked transfer encoding, one chunk a piece, and an open connection after it.
    static ScriptedReply chunkedEvents(const QByteArray &stream, int pieceSize = 0);
    static ScriptedReply redirect(int status, const QByteArray &location);

    // Steps.
    ScriptedReply &head(int status, const HeaderList &headers = {});
    /// The head of a 200 event stream without length: it ends where the connection does.
    ScriptedReply &eventHead(const HeaderList &headers = {});
    ScriptedReply &send(const QByteArray &bytes, int pieceSize = 0);
    ScriptedReply &chunk(const QByteArray &bytes); ///< one chunk of chunked transfer encoding
    ScriptedReply &lastChunk();
    ScriptedReply &wait(int ms);
    /// Sends `block` again and again until `total` bytes have gone out, no faster than they are
    /// read.
    ScriptedReply &flood(const QByteArray &block, qint64 total);
    /// Nothing more until ScriptedProvider::proceed(), and the connection stays open.
    ScriptedReply &stall();
    ScriptedReply &close(); ///< orderly end (FIN)
    ScriptedReply &reset(); ///< the connection is cut (RST)

    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }

private:
    std::vector<Step> m_steps;
};

/// `bytes` packed as a gzip file, as Content-Encoding: gzip wants it.
QByteArray gzipped(const QByteArray &bytes);

} // namespace ponder
