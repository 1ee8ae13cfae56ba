#pragma once

#include <QByteArrayView>
#include <QString>

#include <initializer_list>
#include <optional>

namespace ponder {

/// Walks over JSON text without building a document. Stricter than QJsonDocument: whatever it
/// accepts, the document parser reads the same way; on anything unusual it gives up, and the caller
/// takes the long way.
class JsonScanner
{
public:
    /// A string as it stands in the text, without its quotes.
    struct Text
    {
        QByteArrayView raw;
        bool escaped = false; ///< contains a backslash
        bool ascii = true;

        [[nodiscard]] bool isEmpty() const { return raw.isEmpty(); }
    };

    explicit JsonScanner(QByteArrayView json) : m_at(json.data()), m_end(json.data() + json.size())
    {}

    /// The next character after white space, without taking it; 0 at the end.
    [[nodiscard]] char peek()
    {
        while (m_at != m_end && isSpace(*m_at))
            ++m_at;
        return m_at == m_end ? '\0' : *m_at;
    }
    /// Takes `c` if it comes next, after white space.
    bool take(char c)
    {
        if (peek() != c || m_at == m_end)
            return false;
        ++m_at;
        return true;
    }
    bool takeNull();
    bool takeText(Text &text);
    /// An object's key (never one with an escape) and the colon after it.
    bool takeKey(QByteArrayView &key);
    /// Skips a string, number, boolean or null.
    bool skipScalar();
    /// Skips any value; `raw` is its text.
    bool skipValue(QByteArrayView &raw);
    [[nodiscard]] bool atEnd() { return peek() == 0 && m_at == m_end; }

    /// What `text` says; nothing if it has an escape that is not in RFC 8259 or is not UTF-8.
    static std::optional<QString> decoded(const Text &text);
    /// The text of the value at `path` (object keys) within `json`; empty if it is not there.
    static QByteArrayView find(QByteArrayView json, std::initializer_list<QByteArrayView> path);

private:
    static constexpr bool isSpace(char c)
    {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
    bool skipNumber();
    bool skipWord(QByteArrayView word);

    const char *m_at;
    const char *m_end;
};

} // namespace ponder
