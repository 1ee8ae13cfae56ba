#pragma once

#include <QElapsedTimer>
#include <QHash>
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

    /// Of all pictures that are kept. Where those in use take that much, further ones are not
    /// shown: to let some go would only make them be decoded again and again.
    static constexpr qint64 kMostBytes = 64 * 1024 * 1024;

    explicit EnclosedPictures(QObject *parent = nullptr);
    ~EnclosedPictures() override;

    /// Null while it is being decoded (ready() follows); a null image for what is no picture.
    const QImage *picture(const QString &url);
    [[nodiscard]] bool isWorking() const { return !m_working.isEmpty(); }

    /// How large a picture is drawn, in whole pixels of the layout.
    [[nodiscard]] static QSizeF shownSize(const QImage &picture);

Q_SIGNALS:
    void ready();

private:
    struct Entry
    {
        QImage image;
        qint64 used = 0; ///< when it was asked for last, by m_clock
    };

    void keep(const QString &url, const QImage &image);

    QHash<QString, Entry> m_pictures;
    qint64 m_bytes = 0;
    QElapsedTimer m_clock;
    QSet<QString> m_working;
    QThreadPool m_worker; ///< waited for before all else goes
};

} // namespace ponder
