#pragma once

#include "markdown/GuardState.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <functional>
#include <vector>

namespace ponder {

/// Source text in the form that is handed to cmark, and the way back.
struct GuardedText
{
    struct Line
    {
        qsizetype offset = 0;  ///< in the source
        bool restarts = false; ///< guarding can begin anew here, with `state`
        GuardState state;
    };
    /// A place in a long paragraph where it may be cut in two.
    struct Part
    {
        qsizetype offset = 0;
        GuardState state;
    };
    /// A place within a paragraph where guarding can begin anew: before a word, or a line.
    struct Stop
    {
        qsizetype offset = 0;
        bool inWord = false; ///< between two letters, for want of a better place
        bool open = false;   ///< backticks before it wait for others
        GuardState state;
    };

    QByteArray utf8;
    std::vector<Line> lines; ///< of `utf8`
    GuardState fence;        ///< of the block of code that may be open at the end
    std::vector<Part> parts;
    std::vector<Stop> stops;  ///< only when asked for
    QStringList verbatim;     ///< what the tokens in `utf8` stand for
    QSet<qsizetype> pending;  ///< those of them that are formulas still to be closed
    QSet<qsizetype> tooMuch;  ///< those that are text behind all that a paragraph may hold
    QSet<qsizetype> pictures; ///< those that are addresses as PictureData has them
    bool inPicture = false;   ///< the text ends in one of them
    /// Of those of several lines: the lines as they are in the source, with the marks of quotes and
    /// the indentation that `verbatim` is without.
    QHash<qsizetype, QString> asWritten;

    /// Puts back what guarding replaced. Used on every text that comes out of cmark.
    [[nodiscard]] QString restore(const QString &text) const;
    /// The same for the target or title of a link: what seemed to be a formula in there was only
    /// characters behind backslashes.
    [[nodiscard]] QString restoreTarget(const QString &text) const;
    /// The same for code, where nothing of a line is markup. `contentOf`: what is left of a line of
    /// the source without what stands for the containers that the code is in.
    [[nodiscard]] QString
    restoreCode(const QString &text,
                const std::function<QStringView(QStringView line)> &contentOf) const;

    /// A piece of a text from cmark; formulas are pieces of their own.
    struct Piece
    {
        QString text;
        bool formula = false;
        bool tooMuch = false; ///< shown as it was written
        qsizetype part = -1;  ///< index into `parts`: the text may be cut here; `text` is empty
    };
    /// The same as restore(), cut where formulas and what is too much begin and end, and where
    /// parts begin; the address of a picture is shortened.
    [[nodiscard]] std::vector<Piece> pieces(const QString &text) const;

private:
    template <typename Verbatim>
    [[nodiscard]] std::vector<Piece> piecesWith(const QString &text, Verbatim verbatimOf) const;
};

/// Prepares markdown for cmark where CommonMark's letter does harm to real answers, without
/// changing a character of what a reader gets to see:
/// - formulas (`\(…\)`, `\[…\]`, `$…$`, `$$…$$`, `\begin{align}…`) pass through as they are,
///   backslashes included;
/// - emphasis works next to CJK punctuation (`**粗体（说明）**是`);
/// - text made to exhaust a parser (thousands of nested containers, brackets or delimiters in one
///   place) becomes plain text from there on;
/// - NUL and lone surrogates become U+FFFD;
/// - places are marked where a long paragraph can be cut.
/// What it does at a place depends on what stands before it and never on what comes behind it, but
/// for the end of a formula; so that it can begin at any line that `restarts`.
class SourceGuard
{
public:
    /// `source` has "\n" line ends only (see appendNormalized). `growing`: more is to come, and a
    /// formula that has no end yet is shown as one. `stops`: note where guarding can begin anew.
    [[nodiscard]] static GuardedText guard(QStringView source, bool growing = false,
                                           const GuardState &state = {}, bool stops = false);

    /// A line of nothing but spaces and tabs.
    [[nodiscard]] static bool isBlankLine(QStringView line);

    /// Replaces what must not reach cmark or the screen: NUL, lone surrogates, noncharacters.
    static void replaceForbidden(QString &text, qsizetype from = 0);

    /// Appends `piece` to `text` with CR and CRLF turned into LF. `afterCr` carries over from piece
    /// to piece whether the last character was a CR.
    static void appendNormalized(QString &text, QStringView piece, bool &afterCr);
};

} // namespace ponder
