#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace ponder {

/// Source text in the form that is handed to cmark, and the way back.
struct GuardedText
{
    QByteArray utf8;
    std::vector<qsizetype> lineOffsets; ///< where each line of `utf8` begins in the source
    QStringList verbatim;               ///< what the tokens in `utf8` stand for

    /// Puts back what guarding replaced. Used on every text that comes out of cmark.
    [[nodiscard]] QString restore(QString text) const;

    /// A part of a text from cmark; formulas are parts of their own.
    struct Piece
    {
        QString text;
        bool formula = false;
    };
    /// The same as restore(), cut where formulas begin and end.
    [[nodiscard]] std::vector<Piece> pieces(const QString &text) const;
};

/// Prepares markdown for cmark where CommonMark's letter does harm to real answers, without
/// changing a character of what a reader gets to see:
/// - formulas (`\(…\)`, `\[…\]`, `$…$`, `$$…$$`) pass through as they are, backslashes included;
/// - emphasis works next to CJK punctuation (`**粗体（说明）**是`);
/// - text made to exhaust a parser (thousands of nested containers, brackets or delimiters in one
///   place) becomes plain text;
/// - NUL and lone surrogates become U+FFFD.
/// Works on one stretch between blank lines at a time and never looks beyond it, so that guarding a
/// text from any blank line on gives the same as guarding all of it.
class SourceGuard
{
public:
    /// `source` has "\n" line ends only (see appendNormalized).
    [[nodiscard]] static GuardedText guard(QStringView source);

    /// A line of nothing but spaces and tabs ends a stretch.
    [[nodiscard]] static bool isBlankLine(QStringView line);

    /// Replaces what must not reach cmark or the screen: NUL, lone surrogates, noncharacters.
    static void replaceForbidden(QString &text);

    /// Appends `piece` to `text` with CR and CRLF turned into LF. `afterCr` carries over from piece
    /// to piece whether the last character was a CR.
    static void appendNormalized(QString &text, QStringView piece, bool &afterCr);
};

} // namespace ponder
