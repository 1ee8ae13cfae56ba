#include "wire/SseParser.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace ponder {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);
constexpr qsizetype kMaxStrayBytes = 1024 * 1024;
constexpr qsizetype kKeptCapacity = 64 * 1024;

const char *find(const char *begin, const char *end, char wanted)
{
    const void *hit = std::memchr(begin, wanted, static_cast<size_t>(end - begin));
    return hit ? static_cast<const char *>(hit) : end;
}

/// Empties a buffer: keeps a small allocation for the next event, gives a large one back.
void empty(QByteArray &buffer)
{
    if (buffer.capacity() > kKeptCapacity)
        buffer = QByteArray();
    else
        buffer.resize(0);
}

} // namespace

SseParser::SseParser(qsizetype maxEventBytes) : m_maxEventBytes(maxEventBytes)
{}

qsizetype SseParser::bufferedBytes() const
{
    return m_line.size() + m_data.size() + m_dataView.size() + m_type.size() + m_lastEventId.size();
}

Result<void> SseParser::feed(QByteArrayView bytes, const Sink &sink)
{
    if (m_error)
        return *m_error;
    bytes = withoutByteOrderMark(bytes);
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    const char *nextLf =
        at; // remembered, so that CR-only streams are not searched to the end each line
    bool lfKnown = false;
    while (at != end) {
        if (m_afterCr) {
            m_afterCr = false;
            if (*at == '\n') {
                ++at;
                continue;
            }
        }
        if (!lfKnown || nextLf < at) {
            nextLf = find(at, end, '\n');
            lfKnown = true;
        }
        const char *lineEnd = find(at, nextLf, '\r');
        const QByteArrayView piece(at, lineEnd - at);
        if (!fits(piece.size()))
            return fail();
        if (lineEnd == end) {
            m_line.append(piece.data(), piece.size());
            break;
        }
        m_afterCr = *lineEnd == '\r';
        at = lineEnd + 1;
        if (m_line.isEmpty()) {
            readLine(piece, false, sink);
        } else {
            m_line.append(piece.data(), piece.size());
            readLine(m_line, true, sink);
            empty(m_line);
        }
    }
    keepData();
    return {};
}

Result<void> SseParser::finish(const Sink &sink)
{
    if (m_error)
        return *m_error;
    if (m_bomBytes > 0 && m_bomBytes < kByteOrderMark.size())
        m_line.prepend(kByteOrderMark.first(m_bomBytes).toByteArray());
    m_bomBytes = -1;
    if (!m_line.isEmpty()) {
        const QByteArray line = std::exchange(m_line, {});
        readLine(line, true, sink);
    }
    dispatch(true, sink);
    return {};
}

QByteArrayView SseParser::withoutByteOrderMark(QByteArrayView bytes)
{
    while (m_bomBytes >= 0 && !bytes.isEmpty()) {
        if (bytes.front() == kByteOrderMark[m_bomBytes]) {
            bytes = bytes.sliced(1);
            m_bomBytes = m_bomBytes + 1 == kByteOrderMark.size() ? -1 : m_bomBytes + 1;
        } else {
            m_line.append(kByteOrderMark.data(), m_bomBytes);
            m_bomBytes = -1;
        }
    }
    return bytes;
}

void SseParser::readLine(QByteArrayView line, bool ownsBytes, const Sink &sink)
{
    if (line.isEmpty()) {
        dispatch(false, sink);
        return;
    }
    const char *const begin = line.data();
    const char *const end = begin + line.size();
    const char *colon = find(begin, end, ':');
    if (colon == begin) {
        m_sawField = true;
        sink({SseEvent::Kind::Comment, {}, line.sliced(1), false});
        return;
    }
    const QByteArrayView name(begin, colon - begin);
    QByteArrayView value;
    if (colon != end) {
        value = QByteArrayView(colon + 1, end - colon - 1);
        if (value.startsWith(' '))
            value = value.sliced(1);
    }
    readField(name, value, ownsBytes, sink);
    if (!m_sawField)
        addStray(line);
}

void SseParser::readField(QByteArrayView name, QByteArrayView value, bool ownsBytes,
                          const Sink &sink)
{
    if (name == "data") {
        appendData(value, !ownsBytes);
    } else if (name == "event") {
        empty(m_type);
        m_type.append(value.data(), value.size());
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_lastEventId = value.toByteArray();
    } else if (name == "retry") {
        const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
            return c >= '0' && c <= '9';
        });
        bool ok = false;
        const int ms = digits ? value.toByteArray().toInt(&ok) : 0;
        if (ok)
            m_retryMs = ms;
    } else if (name == "error" && value.startsWith('{')) {
        sink({SseEvent::Kind::LegacyError, {}, value, false});
    } else {
        return;
    }
    m_sawField = true;
    m_stray.clear();
}

void SseParser::appendData(QByteArrayView value, bool viewStaysValid)
{
    if (!m_hasData) {
        m_hasData = true;
        if (viewStaysValid)
            m_dataView = value;
        else
            m_data.append(value.data(), value.size());
        return;
    }
    keepData();
    m_data.append('\n');
    m_data.append(value.data(), value.size());
}

void SseParser::keepData()
{
    if (m_dataView.isEmpty())
        return;
    m_data.append(m_dataView.data(), m_dataView.size());
    m_dataView = {};
}

void SseParser::dispatch(bool atEnd, const Sink &sink)
{
    if (m_hasData) {
        const QByteArrayView data = m_dataView.isEmpty() ? QByteArrayView(m_data) : m_dataView;
        sink({SseEvent::Kind::Message, m_type, data, atEnd});
        m_hasData = false;
        m_dataView = {};
        empty(m_data);
    }
    if (!m_type.isEmpty())
        empty(m_type);
}

void SseParser::addStray(QByteArrayView line)
{
    const qsizetype room = kMaxStrayBytes - m_stray.size() - 1;
    if (room <= 0)
        return;
    m_stray.append(line.data(), std::min(line.size(), room));
    m_stray.append('\n');
}

Error SseParser::fail()
{
    m_line = {};
    m_data = {};
    m_dataView = {};
    m_type = {};
    m_stray = {};
    m_lastEventId = {};
    m_hasData = false;
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = QStringLiteral("The reply contains a single event of more than %1 MiB")
                        .arg(std::max<qsizetype>(1, m_maxEventBytes / (1024 * 1024)));
    m_error = error;
    return error;
}

} // namespace ponder
