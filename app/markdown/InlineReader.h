#pragma once

#include "markdown/Block.h"
#include "markdown/HtmlTags.h"
#include "markdown/SourceGuard.h"

struct cmark_node;

namespace ponder {

/// Turns the inline nodes below one cmark node into runs: markup becomes flags, entities and
/// escapes become characters. So do the tags of HTML that only say how words look (HtmlTag); any
/// other raw HTML stays text.
class InlineReader
{
public:
    explicit InlineReader(const GuardedText &guarded) : m_guarded(guarded) {}

    [[nodiscard]] InlineRuns read(cmark_node *parent);

    /// A place between two runs where a part of a long paragraph begins, outside all markup.
    struct Part
    {
        size_t run = 0;      ///< the first one of the part
        qsizetype index = 0; ///< into GuardedText::parts
    };
    [[nodiscard]] const std::vector<Part> &parts() const { return m_parts; }
    /// Whether there were tags, also such as show nothing.
    [[nodiscard]] bool hasTags() const { return m_tags.hasTags(); }

private:
    void enter(cmark_node *node);
    void leave(cmark_node *node);
    void enterTarget(cmark_node *node, InlineRun::Flag kind);
    void leaveTarget(InlineRun::Flag kind);
    void add(const QString &text, InlineRun::Flags extra = {},
             const std::optional<HtmlTag> &tag = {});
    void addText(const char *utf8);
    void addHtml(const QString &source);
    void addPicture(const InlineRun &picture);
    void settleTags();
    [[nodiscard]] bool isBehindBreak() const;
    void cutAutolink();
    void cutSigns();
    void putFootnotesApart();
    [[nodiscard]] QString restored(const char *utf8) const
    {
        return m_guarded.restore(QString::fromUtf8(utf8));
    }

    const GuardedText &m_guarded;
    InlineRuns m_runs;
    std::vector<Part> m_parts;
    HtmlTags m_tags;
    int m_bold = 0;
    int m_italic = 0;
    int m_strike = 0;
    int m_links = 0; ///< open links, those that are not allowed included
    int m_images = 0;
    InlineRun m_target; ///< flags, url and title of the open link or picture
    InlineRun m_outer;  ///< the link around an open picture
    size_t m_targetBegin = 0;
    size_t m_linkBegin = 0; ///< of the open link, a picture in it or not
};

} // namespace ponder
