#pragma once

#include "markdown/Block.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <variant>
#include <vector>

namespace ponder {

/// Runs on their way to a BlockDocument; points into the block, nothing is copied.
struct InlineText
{
    std::shared_ptr<const InlineRuns> runs;

    bool operator==(const InlineText &other) const
    {
        return runs == other.runs || (runs && other.runs && *runs == *other.runs);
    }
};

/// What the user said.
struct UserRow
{
    Q_GADGET
    Q_PROPERTY(QString text MEMBER text CONSTANT)
    /// What is laid out of it: the beginning of a text that is too long for one piece.
    Q_PROPERTY(QVariant runs READ shownRuns CONSTANT)
    Q_PROPERTY(bool cut READ isCut CONSTANT)
    Q_PROPERTY(bool editing MEMBER editing CONSTANT)
    Q_PROPERTY(int branch MEMBER branch CONSTANT)
    Q_PROPERTY(int branches MEMBER branches CONSTANT)

public:
    QString text;
    bool editing = false; ///< shown as a field
    int branch = 1;       ///< which of the alternatives, from 1
    int branches = 1;
    InlineText runs = {};  ///< `text` with its formulas found; see read()
    InlineText shown = {}; ///< the part of them that is laid out

    bool operator==(const UserRow &) const = default;

    /// Finds the formulas in `text`.
    void read();
    [[nodiscard]] QVariant shownRuns() const { return QVariant::fromValue(shown); }
    [[nodiscard]] bool isCut() const { return shown.runs != runs.runs; }
};

/// The header of a thinking panel.
struct ThinkingRow
{
    Q_GADGET
    Q_PROPERTY(int panel MEMBER panel CONSTANT)
    Q_PROPERTY(bool running MEMBER running CONSTANT)
    Q_PROPERTY(bool open MEMBER open CONSTANT)
    Q_PROPERTY(QString title MEMBER title CONSTANT)
    Q_PROPERTY(QString elapsed MEMBER elapsed CONSTANT)
    Q_PROPERTY(QString tokens MEMBER tokens CONSTANT)

public:
    int panel = 0; ///< index of the segment
    bool running = false;
    bool open = false;
    QString title;   ///< "Thinking", "Thought for 1 min 12 s"
    QString elapsed; ///< "38 s" while it runs, else empty
    QString tokens;  ///< "2,106 tokens", "≈ 2,106 tokens", or empty

    bool operator==(const ThinkingRow &) const = default;
};

/// One block of an answer or of its thinking.
struct BlockRow
{
    Q_GADGET
    Q_PROPERTY(QVariant runs READ runsValue CONSTANT)
    Q_PROPERTY(int level READ level CONSTANT)
    Q_PROPERTY(QString text READ text CONSTANT)
    /// The beginning of text that is too long to lay out, else all of it.
    Q_PROPERTY(QString shownText READ shownText CONSTANT)
    Q_PROPERTY(bool cut READ isCut CONSTANT)
    Q_PROPERTY(QString language READ language CONSTANT)
    Q_PROPERTY(bool closed READ closed CONSTANT)
    Q_PROPERTY(QString url READ url CONSTANT)
    Q_PROPERTY(QString alt READ alt CONSTANT)
    Q_PROPERTY(QString host READ host CONSTANT)
    Q_PROPERTY(QString nesting READ nesting CONSTANT)
    Q_PROPERTY(QString marker READ marker CONSTANT)
    Q_PROPERTY(QString label READ label CONSTANT)
    Q_PROPERTY(bool thinking MEMBER thinking CONSTANT)
    Q_PROPERTY(bool growing MEMBER growing CONSTANT)
    Q_PROPERTY(bool rightToLeft MEMBER rightToLeft CONSTANT)
    Q_PROPERTY(bool asWritten MEMBER asWritten CONSTANT)
    Q_PROPERTY(bool beside MEMBER beside CONSTANT)
    Q_PROPERTY(bool besideCjk MEMBER besideCjk CONSTANT)

public:
    BlockPtr block;
    bool thinking = false;
    bool growing = false;     ///< the last block of an answer that is being received
    bool rightToLeft = false; ///< begins at the right, and so do its quotes and lists
    bool asWritten = false;   ///< the first part of a text whose rest has too much markup
    bool beside = false;    ///< a marker alone, beside the quote or list that its item begins with
    bool besideCjk = false; ///< which is of Chinese text, and so of higher lines

    bool operator==(const BlockRow &other) const
    {
        return thinking == other.thinking && growing == other.growing &&
               rightToLeft == other.rightToLeft && asWritten == other.asWritten &&
               beside == other.beside && besideCjk == other.besideCjk &&
               (block == other.block || (block && other.block && *block == *other.block));
    }

    [[nodiscard]] QVariant runsValue() const;
    [[nodiscard]] int level() const { return block->level; }
    [[nodiscard]] QString text() const { return block->text; }
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] QString language() const { return block->language; }
    [[nodiscard]] bool closed() const { return block->closed; }
    [[nodiscard]] QString url() const { return block->url; }
    [[nodiscard]] QString alt() const { return block->alt; }
    [[nodiscard]] QString host() const;
    [[nodiscard]] QString nesting() const { return QString::fromLatin1(block->nesting); }
    /// "", "bullet", "ordered", "todo" or "done"
    [[nodiscard]] QString marker() const;
    /// What an ordered item is called: "7."
    [[nodiscard]] QString label() const;
};

/// A tool call with its result.
struct ToolCallRow
{
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id CONSTANT)
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString arguments MEMBER arguments CONSTANT)
    Q_PROPERTY(QString result MEMBER result CONSTANT)
    Q_PROPERTY(bool done MEMBER done CONSTANT)
    Q_PROPERTY(bool failed MEMBER failed CONSTANT)
    Q_PROPERTY(bool open MEMBER open CONSTANT)

public:
    QString id; ///< of the call, by which its result is found
    QString name;
    QString arguments;
    QString result;
    bool done = false;
    bool failed = false;
    bool open = false; ///< what it was given and gave back is shown

    bool operator==(const ToolCallRow &) const = default;
};

/// Below an answer: what one can do with it, and how it was made.
struct FooterRow
{
    Q_GADGET
    Q_PROPERTY(int branch MEMBER branch CONSTANT)
    Q_PROPERTY(int branches MEMBER branches CONSTANT)
    Q_PROPERTY(QString model MEMBER model CONSTANT)
    Q_PROPERTY(QString speed MEMBER speed CONSTANT)
    Q_PROPERTY(QString cost MEMBER cost CONSTANT)
    Q_PROPERTY(bool last MEMBER last CONSTANT)

public:
    int branch = 1;
    int branches = 1;
    QString model;     ///< "deepseek-r1-0528"
    QString speed;     ///< "60 tok/s", or empty
    QString cost;      ///< "¥0.12", or empty
    bool last = false; ///< of the last answer: always visible

    bool operator==(const FooterRow &) const = default;
};

/// What went wrong where the answer would be, or that an answer was cut short, and what to do.
struct BannerRow
{
    Q_GADGET
    Q_PROPERTY(QString tone MEMBER tone CONSTANT)
    Q_PROPERTY(QString icon MEMBER icon CONSTANT)
    Q_PROPERTY(QString title MEMBER title CONSTANT)
    Q_PROPERTY(QString body MEMBER body CONSTANT)
    Q_PROPERTY(QString note MEMBER note CONSTANT)
    Q_PROPERTY(QString details MEMBER details CONSTANT)
    Q_PROPERTY(QStringList actions MEMBER actions CONSTANT)
    Q_PROPERTY(QString providerId MEMBER providerId CONSTANT)
    Q_PROPERTY(QString billingUrl MEMBER billingUrl CONSTANT)
    Q_PROPERTY(double progress MEMBER progress CONSTANT)

public:
    QString tone; ///< "danger", "warning", "neutral"; "plain": one line without a box
    QString icon;
    QString title;
    QString body;
    QString note;    ///< at the right: "401", "612 tokens"
    QString details; ///< the raw reply, key removed; empty: none
    /// Verbs in order, the first is the primary one: "updateKey", "addKey", "switchProvider",
    /// "billing", "retry" (ask again), "continue", "startOver", "retryNow", "cancel", "sessionKey".
    QStringList actions;
    QString providerId;
    QString billingUrl;
    double progress = -1; ///< 0 to 1 of the wait before the next try; below 0: no bar

    bool operator==(const BannerRow &) const = default;
};

/// Nothing has arrived yet: "Waiting for OpenRouter · 6 s".
struct StatusRow
{
    Q_GADGET
    Q_PROPERTY(QString text MEMBER text CONSTANT)

public:
    QString text;

    bool operator==(const StatusRow &) const = default;
};

/// Stands for an old answer that has not been read yet; replaced when the view comes near.
struct PendingRow
{
    Q_GADGET
    Q_PROPERTY(int characters MEMBER characters CONSTANT)

public:
    int characters = 0; ///< how long the answer is, for a guess at its height

    bool operator==(const PendingRow &) const = default;
};

using RowContent = std::variant<UserRow, ThinkingRow, BlockRow, ToolCallRow, FooterRow, BannerRow,
                                StatusRow, PendingRow>;
using RowContents = std::vector<RowContent>;

/// How much of a text can be laid out as one piece without holding the window up: whole lines, at
/// most `lines` of them and 60,000 characters.
qsizetype shownLength(QStringView text, int lines = 1'500);

/// The delegate a row is drawn with: "user", "thinking", "paragraph", "heading", "code", "table",
/// "rule", "image", "html", "toolCall", "footer", "banner", "status", "pending".
QString rowTypeName(const RowContent &row);

/// Whether one delegate can show both, one after the other.
bool sameDelegate(const RowContent &a, const RowContent &b);

/// The row as QML reads it.
QVariant rowValue(const RowContent &row);

/// The empty space above a row in pixels at a reading size of 15; `above` null: the first row.
int gapAbove(const RowContent *above, const RowContent &row);

/// How many containers (see Block::nesting) a block shares with the row above, so that the bars of
/// quotes go on over the gap; −1 when that is not a block of the same panel or answer.
int joinedContainers(const RowContent &above, const RowContent &row);

} // namespace ponder

Q_DECLARE_METATYPE(ponder::InlineText)
