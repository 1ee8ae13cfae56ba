#include "providers/DemoRecording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace ponder {

namespace {

constexpr auto kDefaultId = QLatin1StringView("default");

QString joinedLines(const QJsonValue &value)
{
    QStringList lines;
    for (const QJsonValue &line : value.toArray())
        lines.append(line.toString());
    return lines.join(u'\n');
}

bool isHan(char32_t c)
{
    return QChar::script(c) == QChar::Script_Han;
}

bool isLatinWordCharacter(QChar c)
{
    return c.isLetterOrNumber() && !isHan(c.unicode());
}

bool containsWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + word.size();
        const bool startsFree = at == 0 || !isLatinWordCharacter(text.at(at - 1));
        const bool endsFree = end == text.size() || !isLatinWordCharacter(text.at(end));
        if (startsFree && endsFree)
            return true;
    }
    return false;
}

enum class PieceKind { Space, NewLine, Word, Han, Mark };

PieceKind kindOf(QStringView grapheme)
{
    const char32_t c = grapheme.toUcs4().constFirst();
    if (c == U'\n')
        return PieceKind::NewLine;
    if (QChar::isSpace(c))
        return PieceKind::Space;
    if (isHan(c))
        return PieceKind::Han;
    if (QChar::isLetterOrNumber(c))
        return PieceKind::Word;
    return PieceKind::Mark;
}

/// Longest run of one kind that still counts as one piece; Han runs vary as tokens do.
int longestPiece(PieceKind kind, qsizetype piecesSoFar)
{
    switch (kind) {
    case PieceKind::Han:
        return 1 + static_cast<int>(piecesSoFar % 3);
    case PieceKind::Word:
        return 6;
    default:
        return 4;
    }
}

} // namespace

Result<DemoRecording> DemoRecording::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    DemoRecording recording;
    recording.id = object.value(QLatin1String("id")).toString();
    recording.language = object.value(QLatin1String("language")).toString();
    recording.rank = object.value(QLatin1String("rank")).toInt();
    recording.prompt = object.value(QLatin1String("prompt")).toString();
    for (const QJsonValue &keyword : object.value(QLatin1String("keywords")).toArray())
        recording.keywords.append(keyword.toString());
    recording.reasoning = joinedLines(object.value(QLatin1String("reasoning")));
    recording.text = joinedLines(object.value(QLatin1String("text")));

    const auto missing = [&recording](const char *what) {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = QStringLiteral("The recording \"%1\" has no %2")
                            .arg(recording.id, QString::fromLatin1(what));
        return error;
    };
    if (recording.id.isEmpty())
        return missing("id");
    if (recording.language.isEmpty())
        return missing("language");
    if (recording.text.isEmpty())
        return missing("text");
    return recording;
}

int DemoRecording::matches(const QString &asked) const
{
    return static_cast<int>(
        std::count_if(keywords.begin(), keywords.end(), [&asked](const QString &keyword) {
            const bool han = !keyword.isEmpty() && isHan(keyword.front().unicode());
            return han ? asked.contains(keyword) : containsWord(asked, keyword);
        }));
}

QString demoLanguage(const QString &prompt)
{
    const QList<uint> characters = prompt.toUcs4();
    const bool han = std::any_of(characters.begin(), characters.end(), isHan);
    return han ? QStringLiteral("zh") : QStringLiteral("en");
}

const DemoRecording *chooseRecording(const std::vector<DemoRecording> &recordings,
                                     const QString &prompt)
{
    const QString language = demoLanguage(prompt);
    const DemoRecording *best = nullptr;
    const DemoRecording *fallback = nullptr;
    int bestMatches = 0;
    for (const DemoRecording &recording : recordings) {
        if (recording.language != language)
            continue;
        if (recording.id == kDefaultId)
            fallback = &recording;
        const int matches = recording.matches(prompt);
        const bool better = matches > bestMatches ||
                            (matches > 0 && matches == bestMatches && recording.rank < best->rank);
        if (better) {
            best = &recording;
            bestMatches = matches;
        }
    }
    return best ? best : fallback;
}

QStringList demoPieces(const QString &text)
{
    QStringList pieces;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    QString piece;
    PieceKind pieceKind = PieceKind::Space;
    int length = 0;
    const auto close = [&] {
        if (!piece.isEmpty())
            pieces.append(piece);
        piece.clear();
        length = 0;
    };
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > start; end = finder.toNextBoundary()) {
        const QStringView grapheme = QStringView(text).mid(start, end - start);
        const PieceKind kind = kindOf(grapheme);
        // As with most tokenizers, a single space belongs to the word it stands before.
        const bool joinsSpace = pieceKind == PieceKind::Space && length == 1 &&
                                kind != PieceKind::NewLine && kind != PieceKind::Space;
        const bool sameRun = kind == pieceKind && length < longestPiece(kind, pieces.size());
        const bool sameMark = kind != PieceKind::Mark || piece.endsWith(grapheme) || joinsSpace;
        if (length > 0 && !joinsSpace && !(sameRun && sameMark))
            close();
        piece += grapheme;
        pieceKind = kind;
        length = joinsSpace ? 1 : length + 1;
        start = end;
    }
    close();
    return pieces;
}

} // namespace ponder
