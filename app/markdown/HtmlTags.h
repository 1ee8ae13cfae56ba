#pragma once

#include "markdown/Block.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace ponder {

/// A tag of HTML among words, of the few that only say how words look.
struct HtmlTag
{
    QString name; ///< in small letters
    bool closing = false;
    InlineRun::Flags look; ///< what the words between the two get; may be nothing
    QString url;           ///< where they lead, within LinkPolicy

    /// Whether it is `<br>`, a line end that is meant. Tables have no other.
    [[nodiscard]] bool isLineBreak() const;

    /// Nothing for any other tag: that stays the text it was written as. What else a tag says than
    /// where it leads (style, onclick) is not read at all.
    [[nodiscard]] static std::optional<HtmlTag> read(QStringView source);
    /// `<img>` as a picture within LinkPolicy, with its text; what else it says is not read.
    [[nodiscard]] static std::optional<InlineRun> picture(const QString &source);
};

/// The tags that stand in the runs of one paragraph, each as a run of its own for now.
class HtmlTags
{
public:
    /// A tag is about to become the run number `run`.
    void add(const HtmlTag &tag, size_t run) { m_tags.push_back({run, tag, false}); }
    /// Without what markup there is, the run number `run` would be part of the one before.
    void noteJoint(size_t run) { m_joints.push_back(run); }
    /// Whether the last of `runs` runs is a tag.
    [[nodiscard]] bool isLast(size_t runs) const
    {
        return !m_tags.empty() && m_tags.back().run + 1 == runs;
    }
    [[nodiscard]] bool hasTags() const { return !m_tags.empty(); }
    [[nodiscard]] bool isEmpty() const { return m_tags.empty() && m_joints.empty(); }

    /// Takes the tags that belong together out of the runs and gives what stands between them its
    /// look; others become part of the text again, and so does what was noted. Returns where each
    /// run has come to.
    std::vector<size_t> settle(InlineRuns &runs);

private:
    struct Placed
    {
        size_t run = 0;
        HtmlTag tag;
        bool paired = false;
    };

    void pair(InlineRuns &runs);
    static void link(InlineRuns &runs, const Placed &begin, size_t end);

    std::vector<Placed> m_tags;
    std::vector<size_t> m_joints;
};

} // namespace ponder
