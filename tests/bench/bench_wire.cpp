// How fast replies are read and requests are written. One JSON object a line; see tests/run
// --bench.

#include "wire/ReplyDecoder.h"
#include "wire/RequestBuilder.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace ponder;

namespace {

constexpr int kRounds = 60;
constexpr qsizetype kStreamBytes =
    1024 * 1024; // short enough to be read between two other programs
constexpr qsizetype kReadBytes =
    16 * 1024; // about what one readyRead brings when data is plentiful

const char *const kWords[] = {" the",     " number",     ",",
                              " 9.11",    "\\n\\n",      " is",
                              " smaller", " \\u00fcber", " \xe6\x80\x9d\xe8\x80\x83",
                              " because", " of",         "."};

/// Chunks like those of DeepSeek and llama-server: 250 to 300 bytes for one token each.
QByteArray deepSeekStream(const char *field, const char *other)
{
    QByteArray bytes;
    bytes.reserve(kStreamBytes + 1024);
    for (int i = 0; bytes.size() < kStreamBytes; ++i) {
        bytes +=
            R"(data: {"id":"4b1c7a52-5f0e-4c7b-9d8e-2a6f3b1c0d9e","object":"chat.completion.chunk",)"
            R"("created":1795300000,"model":"deepseek-reasoner","system_fingerprint":"fp_5417b77867_prod",)"
            R"("choices":[{"index":0,"delta":{")";
        bytes += field;
        bytes += "\":\"";
        bytes += kWords[i % std::size(kWords)];
        bytes += "\",\"";
        bytes += other;
        bytes += R"(":null},"logprobs":null,"finish_reason":null}]})"
                 "\n\n";
    }
    bytes += "data: [DONE]\n\n";
    return bytes;
}

QByteArray llamaServerStream()
{
    QByteArray bytes;
    bytes.reserve(kStreamBytes + 1024);
    for (int i = 0; bytes.size() < kStreamBytes; ++i) {
        bytes += R"(data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":")";
        bytes += kWords[i % std::size(kWords)];
        bytes += R"("}}],"created":1795300000,"id":"chatcmpl-abcdefghijABCDEFGHIJ0123456789xy",)"
                 R"("model":"deepseek-r1-0528-qwen3-8b","system_fingerprint":"b11669-0123456",)"
                 R"("object":"chat.completion.chunk"})"
                 "\n\n";
    }
    bytes += "data: [DONE]\n\n";
    return bytes;
}

/// OpenRouter repeats the reasoning in a list, which takes the long way through the parser.
QByteArray openRouterStream()
{
    QByteArray bytes;
    bytes.reserve(kStreamBytes + 1024);
    for (int i = 0; bytes.size() < kStreamBytes; ++i) {
        const QByteArray word = kWords[i % std::size(kWords)];
        bytes +=
            R"(data: {"id":"gen-1795300000-abcdefghijABCDEFGHIJ","provider":"Novita",)"
            R"("model":"deepseek/deepseek-r1-0528","object":"chat.completion.chunk","created":1795300000,)"
            R"("choices":[{"index":0,"delta":{"role":"assistant","content":"","reasoning":")";
        bytes += word;
        bytes += R"(","reasoning_details":[{"type":"reasoning.text","text":")";
        bytes += word;
        bytes +=
            R"(","format":"unknown","index":0}]},"finish_reason":null,"native_finish_reason":null,)"
            R"("logprobs":null}]})"
            "\n\n";
    }
    bytes += "data: [DONE]\n\n";
    return bytes;
}

/// The shortest time of several, in seconds: what the machine can do when nothing else runs.
double bestSeconds(const std::function<void()> &run)
{
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        run();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

void report(const char *name, double value, const char *unit, double goal)
{
    std::printf("{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"goal\":%.0f}\n", name, value,
                unit, goal);
    std::fflush(stdout);
}

double decodingSpeed(const QByteArray &stream)
{
    qsizetype characters = 0;
    const double seconds = bestSeconds([&] {
        ReplyDecoder decoder("text/event-stream");
        for (qsizetype at = 0; at < stream.size(); at += kReadBytes) {
            Deltas deltas;
            const qsizetype size = std::min(kReadBytes, stream.size() - at);
            (void)decoder.feed(QByteArrayView(stream).sliced(at, size), deltas);
            for (const Delta &delta : deltas) {
                if (const auto *text = std::get_if<TextDelta>(&delta))
                    characters += text->text.size();
                else if (const auto *reasoning = std::get_if<ReasoningDelta>(&delta))
                    characters += reasoning->text.size();
            }
        }
        Deltas rest;
        (void)decoder.finish(rest);
    });
    if (characters == 0)
        std::fprintf(stderr, "nothing was decoded\n");
    return static_cast<double>(stream.size()) / 1e6 / seconds;
}

double parsingSpeed(const QByteArray &stream)
{
    const double seconds = bestSeconds([&] {
        SseParser parser;
        qsizetype bytes = 0;
        for (qsizetype at = 0; at < stream.size(); at += kReadBytes) {
            const qsizetype size = std::min(kReadBytes, stream.size() - at);
            (void)parser.feed(QByteArrayView(stream).sliced(at, size),
                              [&bytes](const SseEvent &event) { bytes += event.data.size(); });
        }
    });
    return static_cast<double>(stream.size()) / 1e6 / seconds;
}

double requestMilliseconds()
{
    ChatRequest request;
    request.model = QStringLiteral("deepseek-r1-0528");
    const QString text = QStringLiteral("Nine point eleven is the smaller one. ").repeated(25);
    for (int i = 0; i < 2000; ++i) {
        RequestMessage message;
        message.role = i % 2 ? Role::Assistant : Role::User;
        message.content = text;
        request.messages.push_back(message);
    }
    return 1e3 * bestSeconds([&] { (void)RequestBuilder::body(request); });
}

} // namespace

int main()
{
    const QByteArray typical = deepSeekStream("reasoning_content", "content");
    report("sse_parse_decode", decodingSpeed(typical), "MB/s", 100);
    report("sse_parse_decode_text", decodingSpeed(deepSeekStream("content", "reasoning_content")),
           "MB/s", 100);
    report("sse_parse_decode_llama_server", decodingSpeed(llamaServerStream()), "MB/s", 100);
    report("sse_parse_decode_openrouter", decodingSpeed(openRouterStream()), "MB/s", 100);
    report("sse_parse", parsingSpeed(typical), "MB/s", 100);
    report("request_2000_messages", requestMilliseconds(), "ms", 50);
    return 0;
}
