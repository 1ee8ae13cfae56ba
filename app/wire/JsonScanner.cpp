#include "wire/JsonScanner.h"

#include <array>

namespace ponder {

namespace {

enum : unsigned char { kPlain = 0, kQuote = 1, kBackslash = 2, kControl = 3 };

constexpr std::array<unsigned char, 256> stringTable()
{
    std::array<unsigned char, 256> table{};
    for (size_t c = 0; c < 0x20; ++c)
        table[c] = kControl;
    table['"'] = kQuote;
    table['\\'] = kBackslash;
    return table;
}
constexpr auto kInString = stringTable();

/// Longer numbers, and exponents of more than two digits, may not fit the document parser's double.
constexpr qsizetype kMaxDigits = 40;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Appends a run without escapes. QString::fromUtf8 would drop a byte order mark, which is text
/// here.
bool appendRun(QString &out, QByteArrayView run)
{
    if (run.startsWith("\xEF\xBB\xBF"))
        return false;
    out += QString::fromUtf8(run);
    return true;
}

std::optional<char16_t> simpleEscape(char c)
{
    switch (c) {
    case '"':
        return u'"';
    case '\\':
        return u'\\';
    case '/':
        return u'/';
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return std::nullopt;
    }
}

std::optional<QString> unescaped(QByteArrayView raw)
{
    QString out;
    out.reserve(raw.size());
    qsizetype at = 0;
    while (at < raw.size()) {
        qsizetype slash = raw.indexOf('\\', at);
        if (slash < 0)
            slash = raw.size();
        if (slash > at && !appendRun(out, raw.sliced(at, slash - at)))
            return std::nullopt;
        at = slash;
        if (at == raw.size())
            break;
        if (at + 1 >= raw.size())
            return std::nullopt;
        const char kind = raw[at + 1];
        if (kind == 'u') {
            if (at + 6 > raw.size())
                return std::nullopt;
            int unit = 0;
            for (qsizetype i = at + 2; i < at + 6; ++i) {
                const int digit = hexValue(raw[i]);
                if (digit < 0)
                    return std::nullopt;
                unit = unit * 16 + digit;
            }
            out += QChar(static_cast<char16_t>(unit));
            at += 6;
        } else {
            const std::optional<char16_t> unit = simpleEscape(kind);
            if (!unit)
                return std::nullopt;
            out += QChar(*unit);
            at += 2;
        }
    }
    return out;
}

} // namespace

bool JsonScanner::takeNull()
{
    return peek() == 'n' && skipWord("null");
}

bool JsonScanner::takeText(Text &text)
{
    if (!take('"'))
        return false;
    const char *const begin = m_at;
    unsigned char bits = 0;
    text.escaped = false;
    while (m_at != m_end) {
        const auto c = static_cast<unsigned char>(*m_at);
        const unsigned char kind = kInString[c];
        if (kind == kPlain) {
            bits |= c;
            ++m_at;
        } else if (kind == kQuote) {
            text.raw = QByteArrayView(begin, m_at - begin);
            text.ascii = bits < 0x80;
            ++m_at;
            return true;
        } else if (kind == kBackslash) {
            text.escaped = true;
            if (m_end - m_at < 2 || static_cast<unsigned char>(m_at[1]) < 0x20)
                return false;
            bits |= static_cast<unsigned char>(m_at[1]);
            m_at += 2;
        } else {
            return false;
        }
    }
    return false;
}

bool JsonScanner::takeKey(QByteArrayView &key)
{
    Text text;
    if (!takeText(text) || text.escaped || !take(':'))
        return false;
    key = text.raw;
    return true;
}

bool JsonScanner::skipNumber()
{
    if (m_at != m_end && *m_at == '-')
        ++m_at;
    const char *const first = m_at;
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
    if (m_at == first || m_at - first > kMaxDigits || (*first == '0' && m_at - first > 1))
        return false;
    if (m_at != m_end && *m_at == '.') {
        const char *const fraction = ++m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        if (m_at == fraction)
            return false;
    }
    if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        const char *const exponent = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        if (m_at == exponent || m_at - exponent > 2)
            return false;
    }
    return true;
}

bool JsonScanner::skipWord(QByteArrayView word)
{
    if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

bool JsonScanner::skipScalar()
{
    switch (peek()) {
    case '"': {
        Text ignored; // an escape may be one that the document parser does not accept
        return takeText(ignored) && !ignored.escaped;
    }
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

bool JsonScanner::skipValue(QByteArrayView &raw)
{
    const char first = peek();
    const char *const begin = m_at;
    if (first != '{' && first != '[') {
        Text ignored;
        const bool ok = first == '"' ? takeText(ignored) : skipScalar();
        raw = QByteArrayView(begin, m_at - begin);
        return ok;
    }
    // Brackets are only counted: the caller has had the text checked by a full parser.
    int depth = 0;
    while (m_at != m_end) {
        const char c = *m_at;
        if (c == '"') {
            Text ignored;
            if (!takeText(ignored))
                return false;
            continue;
        }
        ++m_at;
        if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            raw = QByteArrayView(begin, m_at - begin);
            return true;
        }
    }
    return false;
}

std::optional<QString> JsonScanner::decoded(const Text &text)
{
    if (text.ascii && !text.escaped)
        return QString::fromLatin1(text.raw);
    if (!text.ascii && !text.raw.isValidUtf8())
        return std::nullopt;
    if (text.escaped)
        return unescaped(text.raw);
    QString out;
    if (!appendRun(out, text.raw))
        return std::nullopt;
    return out;
}

QByteArrayView JsonScanner::find(QByteArrayView json, std::initializer_list<QByteArrayView> path)
{
    for (const QByteArrayView wanted : path) {
        JsonScanner scanner(json);
        bool found = false;
        if (!scanner.take('{'))
            return {};
        QByteArrayView key;
        while (!found && scanner.takeKey(key)) {
            QByteArrayView value;
            if (!scanner.skipValue(value))
                return {};
            if (key == wanted) {
                json = value;
                found = true;
            }
            if (!scanner.take(','))
                break;
        }
        if (!found)
            return {};
    }
    return json;
}

} // namespace ponder
