#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QSizeF>
#include <QString>
#include <QThreadPool>

namespace ponder {

/// Pictures that a text brings along as data: addresses and that stand in a line of it: in a cell
/// of a table, or in a heading. They are decoded on a worker, so that no window waits for one, and
/// only within the bounds of PictureDecoder.
class EnclosedPictures : public QObject
{
    Q_OBJECT

public:
    /// A picture in a line is at most so wide and high, in pixels of the layout.
    static constexpr int kWidest = 240;

    explicit EnclosedPictures(QObject *parent = nullptr);

    /// Null while it is being decoded (ready() follows); a null image for what is no picture.
    const QImage *picture(const QString &url);
    [[nodiscard]] bool isWorking() const { return !m_working.isEmpty(); }

    /// How large a picture is drawn, in whole pixels of the layout.
    [[nodiscard]] static QSizeF shownSize(const QImage &picture);

Q_SIGNALS:
    void ready();

private:
    QCache<QString, QImage> m_pictures; ///< a cost is in bytes
    QSet<QString> m_working;
    QThreadPool m_worker; ///< waited for before all else goes
};

} // namespace ponder
