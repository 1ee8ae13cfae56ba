#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

namespace ponder {

/// An exact decimal number that is not negative. For money: binary fractions would turn "0.0000005"
/// into something else on the way, and adding up a day of it would show.
class Decimal
{
public:
    Decimal() = default; ///< 0
    explicit Decimal(quint64 number);

    /// Plain or with an exponent ("5e-7"), at most 40 digits on each side of the point, because the
    /// text comes from a server. Nothing if it is not a number or is negative.
    static std::optional<Decimal> parse(QStringView text);

    [[nodiscard]] Decimal operator+(const Decimal &other) const;
    [[nodiscard]] Decimal operator*(const Decimal &other) const;
    /// × 10^places
    [[nodiscard]] Decimal shifted(int places) const;
    [[nodiscard]] bool isZero() const { return m_digits.isEmpty(); }
    /// Position of the first digit that is not 0: 0 for 1 to 9.99, −1 for 0.1, −4 for 0.00012. 0
    /// for zero.
    [[nodiscard]] int magnitude() const;
    /// All of it, without needless zeros: "0.5".
    [[nodiscard]] QString text() const;
    /// With exactly so many digits behind the point, half of the last one rounded up: "0.50".
    [[nodiscard]] QString rounded(int decimals) const;

    bool operator==(const Decimal &) const = default;

private:
    Decimal(QByteArray digits, int scale);

    QByteArray m_digits; ///< '0' to '9', none at the front is '0'; empty: zero
    int m_scale = 0;     ///< how many of them stand behind the point; the last of those is not '0'
};

} // namespace ponder
