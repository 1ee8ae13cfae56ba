#include "wire/DecodedAnswer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace ponder::test {

namespace {

using namespace Qt::StringLiterals;

template <typename... Case>
struct Cases : Case...
{
    using Case::operator()...;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString json(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString words(const std::optional<Error> &error)
{
    if (!error)
        return u"-"_s;
    return u"%1 %2 \"%3\" retry %4"_s.arg(errorKindName(error->kind))
        .arg(error->http)
        .arg(error->message)
        .arg(error->retryAfterMs.value_or(-1));
}

QString words(std::optional<qint64> number)
{
    return number ? QString::number(*number) : u"-"_s;
}

void extend(QStringList &segments, QLatin1StringView kind, const QString &text)
{
    if (!segments.isEmpty() && segments.last().startsWith(kind))
        segments.last() += text;
    else
        segments += kind + text;
}

RecordedReply split(const QString &name, QByteArray bytes)
{
    RecordedReply reply;
    reply.name = name;
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (!bytes.startsWith("HTTP/") || head < 0)
        return {};
    const QList<QByteArray> lines = bytes.left(head).split('\n');
    reply.status = lines.first().split(' ').at(1).toInt();
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-type:"))
            reply.contentType = line.mid(13).trimmed();
    }
    reply.body = bytes.mid(head + 4);
    // Some recordings end with what the recording tool said.
    const qsizetype note = reply.body.lastIndexOf("exit ");
    if (note >= 0 && reply.body.size() - note < 12)
        reply.body.truncate(note);
    return reply;
}

} // namespace

void DecodedAnswer::apply(const Deltas &deltas)
{
    const Cases cases{
        [this](const TextDelta &d) { extend(segments, "T:"_L1, d.text); },
        [this](const ReasoningDelta &d) { extend(segments, "R:"_L1, d.text); },
        [this](const MovedToReasoning &) { segments = {u"R:"_s + reasoning() + text()}; },
        [this](const ReasoningDetailsDelta &d) {
            for (const QJsonValue detail : d.details)
                details.append(detail);
        },
        [this](const ToolCallDelta &d) {
            segments += u"C:%1 %2 %3"_s.arg(d.id, d.name, d.arguments);
            extraContent = d.extraContent;
        },
        [this](const LogprobsDelta &d) {
            logprobs.insert(logprobs.end(), d.tokens.begin(), d.tokens.end());
        },
        [this](const UsageDelta &d) { usage = d.usage; },
        [this](const ModelDelta &d) { model = d.model; },
        [this](const FinishDelta &d) {
            if (!finish)
                finish = d;
        },
        [this](const ErrorDelta &d) { errorInStream = d.error; }};
    for (const Delta &delta : deltas)
        std::visit(cases, delta);
}

QString DecodedAnswer::text() const
{
    QString all;
    for (const QString &segment : segments) {
        if (segment.startsWith("T:"_L1))
            all += QStringView(segment).sliced(2);
    }
    return all;
}

QString DecodedAnswer::reasoning() const
{
    QString all;
    for (const QString &segment : segments) {
        if (segment.startsWith("R:"_L1))
            all += QStringView(segment).sliced(2);
    }
    return all;
}

QString DecodedAnswer::summary() const
{
    QStringList lines;
    for (const QString &segment : segments)
        lines += u"segment "_s + segment;
    if (!details.isEmpty())
        lines += u"details "_s + json(details);
    if (!extraContent.isEmpty())
        lines += u"extra "_s + json({extraContent});
    for (const TokenLogprob &token : logprobs)
        lines +=
            u"logprob %1 %2 top %3"_s.arg(token.token).arg(token.logprob).arg(token.top.size());
    lines += u"usage prompt %1 completion %2 reasoning %3 cached %4 cost %5"_s.arg(
        words(usage.promptTokens), words(usage.completionTokens), words(usage.reasoningTokens),
        words(usage.cachedTokens),
        usage.cost ? usage.cost->amount + u' ' + usage.cost->currency : u"-"_s);
    lines += u"model "_s + model;
    lines += finish ? u"finish %1 native %2"_s.arg(finishReasonName(finish->reason), finish->native)
                    : u"no finish"_s;
    lines += u"error in stream "_s + words(errorInStream);
    lines += u"error at end "_s + words(end.error);
    lines += end.complete ? u"complete"_s : u"broken off"_s;
    return lines.join(u'\n');
}

DecodedAnswer decoded(const QByteArray &contentType, const QByteArray &bytes,
                      const ReadSize &readSize)
{
    DecodedAnswer answer;
    ReplyDecoder decoder(contentType);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min(readSize(), bytes.size() - at);
        // A copy of its own: a view that outlives its read shows up as an error in memory.
        const QByteArray read(bytes.constData() + at, size);
        Deltas deltas;
        if (!decoder.feed(read, deltas))
            break;
        answer.apply(deltas);
        at += size;
    }
    Deltas deltas;
    answer.end = decoder.finish(deltas);
    answer.apply(deltas);
    return answer;
}

DecodedAnswer decodedWhole(const QByteArray &contentType, const QByteArray &bytes)
{
    return decoded(contentType, bytes, [&bytes] { return std::max<qsizetype>(1, bytes.size()); });
}

std::vector<RecordedReply> replyFixtures()
{
    std::vector<RecordedReply> replies;
    const QDir dir(QStringLiteral(PONDER_TEST_DATA "/wire/replies"));
    for (const QString &file : dir.entryList({u"*.reply"_s}, QDir::Files, QDir::Name)) {
        RecordedReply reply;
        reply.name = file.chopped(6);
        reply.contentType = expectationOf(reply.name)
                                .value("contentType"_L1)
                                .toString(u"text/event-stream"_s)
                                .toUtf8();
        reply.body = contents(dir.filePath(file));
        replies.push_back(reply);
    }
    return replies;
}

QJsonObject expectationOf(const QString &name)
{
    const QString path = QStringLiteral(PONDER_TEST_DATA "/wire/replies/") + name;
    return QJsonDocument::fromJson(contents(path + u".expected.json"_s)).object();
}

std::vector<RecordedReply> llamaServerRecordings()
{
    const QString shared =
        qEnvironmentVariable("PONDER_SHARED_DIR", QStringLiteral(PONDER_SOURCE_DIR "/../shared"));
    std::vector<RecordedReply> replies;
    const QDir dir(shared + u"/transcripts/llama-server"_s);
    for (const QString &file : dir.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        RecordedReply reply = split(file.chopped(4), contents(dir.filePath(file)));
        if (!reply.name.isEmpty())
            replies.push_back(reply);
    }
    return replies;
}

} // namespace ponder::test
