#pragma once

#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace ponder {

/// Rows of each common type, with the looks that text can have in Latin and Chinese letters: what
/// is made of them is thrown away. Whatever is used for the first time takes a multiple of what it
/// takes later, above all the fonts (a Chinese one is 20 MB), so it is used before it is missed.
class RowSamples : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count CONSTANT)

public:
    explicit RowSamples(QObject *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    /// "paragraph", "heading" …, as the list calls it.
    Q_INVOKABLE QString type(int row) const { return m_rows.at(size_t(row)).type; }
    /// What a delegate of that type shows.
    Q_INVOKABLE QVariant content(int row) const { return m_rows.at(size_t(row)).content; }

private:
    struct Sample
    {
        QString type;
        QVariant content;
    };

    std::vector<Sample> m_rows;
};

} // namespace ponder
