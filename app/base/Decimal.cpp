#include "base/Decimal.h"

#include <QRegularExpression>

#include <algorithm>

namespace ponder {

namespace {

/// `digits` with so many zeros at the end.
QByteArray lengthened(const QByteArray &digits, int zeros)
{
    return digits + QByteArray(zeros, '0');
}

QByteArray sum(const QByteArray &one, const QByteArray &other)
{
    const qsizetype size = std::max(one.size(), other.size()) + 1;
    const QByteArray a = one.rightJustified(size, '0');
    const QByteArray b = other.rightJustified(size, '0');
    QByteArray result(size, '0');
    int carry = 0;
    for (qsizetype i = size - 1; i >= 0; --i) {
        const int digit = (a[i] - '0') + (b[i] - '0') + carry;
        result[i] = char('0' + digit % 10);
        carry = digit / 10;
    }
    return result;
}

QByteArray product(const QByteArray &one, const QByteArray &other)
{
    QByteArray result(one.size() + other.size(), '0');
    for (qsizetype i = one.size() - 1; i >= 0; --i) {
        int carry = 0;
        qsizetype at = i + other.size();
        for (qsizetype j = other.size() - 1; j >= 0; --j, --at) {
            const int digit = (one[i] - '0') * (other[j] - '0') + (result[at] - '0') + carry;
            result[at] = char('0' + digit % 10);
            carry = digit / 10;
        }
        result[at] = char(result[at] + carry);
    }
    return result;
}

} // namespace

Decimal::Decimal(quint64 number) : Decimal(QByteArray::number(number), 0)
{}

Decimal::Decimal(QByteArray digits, int scale) : m_digits(std::move(digits)), m_scale(scale)
{
    if (m_scale < 0) {
        m_digits = lengthened(m_digits, -m_scale);
        m_scale = 0;
    }
    qsizetype zeros = 0;
    while (zeros < m_digits.size() && m_digits[zeros] == '0')
        ++zeros;
    m_digits.remove(0, zeros);
    while (m_scale > 0 && m_digits.endsWith('0')) {
        m_digits.chop(1);
        --m_scale;
    }
    if (m_digits.isEmpty())
        m_scale = 0;
}

std::optional<Decimal> Decimal::parse(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\+?([0-9]{0,40})(?:\.([0-9]{0,40}))?(?:[eE]([+-]?[0-9]{1,2}))?$)"));
    const QRegularExpressionMatch match = form.match(text.trimmed().toString());
    const QByteArray whole = match.captured(1).toLatin1();
    const QByteArray fraction = match.captured(2).toLatin1();
    if (!match.hasMatch() || whole.size() + fraction.size() == 0)
        return std::nullopt;
    return Decimal(whole + fraction, int(fraction.size()) - match.captured(3).toInt());
}

Decimal Decimal::operator+(const Decimal &other) const
{
    const int scale = std::max(m_scale, other.m_scale);
    return {sum(lengthened(m_digits, scale - m_scale),
                lengthened(other.m_digits, scale - other.m_scale)),
            scale};
}

Decimal Decimal::operator*(const Decimal &other) const
{
    return {product(m_digits, other.m_digits), m_scale + other.m_scale};
}

Decimal Decimal::shifted(int places) const
{
    return {m_digits, m_scale - places};
}

int Decimal::magnitude() const
{
    return isZero() ? 0 : int(m_digits.size()) - m_scale - 1;
}

QString Decimal::text() const
{
    return rounded(m_scale);
}

QString Decimal::rounded(int decimals) const
{
    QByteArray digits = m_digits;
    if (m_scale > decimals) {
        const int dropped = m_scale - decimals;
        digits = digits.rightJustified(dropped + 1, '0');
        const bool up = digits[digits.size() - dropped] >= '5';
        digits.chop(dropped);
        if (up)
            digits = sum(digits, "1");
    } else {
        digits = lengthened(digits, decimals - m_scale);
    }
    const Decimal whole(digits, 0); // without zeros at the front
    const QByteArray plain = whole.m_digits.rightJustified(decimals + 1, '0');
    const QByteArray left = plain.left(plain.size() - decimals);
    return QString::fromLatin1(decimals > 0 ? left + '.' + plain.right(decimals) : left);
}

} // namespace ponder
