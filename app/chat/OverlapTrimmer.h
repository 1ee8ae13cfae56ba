#pragma once

#include <QString>

namespace ponder {

/// Takes away what a continued answer repeats. A model that is asked to go on often says the last
/// words again; the longest end of the old text that the new text begins with is dropped. Holds
/// pieces back only while they may still turn out to be such a repetition.
class OverlapTrimmer
{
public:
    OverlapTrimmer() = default;
    explicit OverlapTrimmer(const QString &earlierText);

    /// The part of the new pieces that is not repetition; may be empty while undecided.
    QString feed(const QString &piece);
    /// What was still held back at the end of the stream.
    QString finish();

private:
    QString decide();

    QString m_earlierEnd;
    QString m_held;
    bool m_done = true;
};

} // namespace ponder
