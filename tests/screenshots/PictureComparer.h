#pragma once

#include <QImage>
#include <QString>

namespace ponder::screenshots {

/// How much two pictures of one scene may differ. A pixel differs when a channel is further off
/// than `channel`. It is soft where a neighbour has the colour that it should have, in both
/// directions: the edge of a letter that was smoothed otherwise. Any other is hard: something is
/// missing, new, moved or has another colour. Both are counted in overlapping squares, because what
/// a person sees stands together, however large the picture around it is.
struct PictureTolerance
{
    int channel = 16;       ///< of 255
    int square = 24;        ///< side in pixels, an even number
    int hardInSquare = 2;   ///< more of them make the pictures different
    double softShare = 0.1; ///< of a square; text that moved by one pixel has twice that
    double tint = 1.5; ///< of 255, the mean of a channel in a square: a surface that is a shade off
};

/// What came out of a comparison.
struct PictureDifference
{
    QString reason; ///< for people; empty: the same within the tolerance
    int hard = 0;   ///< pixels
    int soft = 0;
    QImage marked; ///< the baseline faded, what differs coloured; null while both have all the same
                   ///< pixels

    [[nodiscard]] bool ok() const { return reason.isEmpty(); }
};

/// Compares two screenshots as a person would: noise in the smoothing of letters passes, a missing
/// word does not. A strict comparison would fail on noise, a bound on all pixels of the picture
/// would let words go.
class PictureComparer
{
public:
    explicit PictureComparer(const PictureTolerance &tolerance = {}) : m_tolerance(tolerance) {}

    [[nodiscard]] PictureDifference compare(const QImage &baseline, const QImage &actual) const;

private:
    PictureTolerance m_tolerance;
};

} // namespace ponder::screenshots
