#include "providers/DemoBackend.h"

#include "base/Logging.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace ponder {

namespace {

/// Milliseconds between pieces, walked through in turn: uneven as a real stream, 20 on average.
constexpr std::array<int, 8> kHumanPaceMs{14, 26, 17, 31, 12, 22, 16, 22};
/// How long the demo seems to connect; long enough to be seen.
constexpr int kHumanConnectMs = 450;
/// What a message costs besides its text, as in most chat templates.
constexpr qint64 kTokensAMessage = 4;

/// The pieces still to be sent, and what they will have cost.
struct Playback
{
    QStringList reasoning;
    QStringList text;
    qint64 promptTokens = 0;
    FinishReason finish = FinishReason::Stop;
};

QString lastPrompt(const ChatRequest &request)
{
    for (auto message = request.messages.rbegin(); message != request.messages.rend(); ++message) {
        if (message->role == Role::User)
            return message->content;
    }
    return {};
}

/// What is left of the recording after the part that the request already holds.
void skipWhatIsThere(const ChatRequest &request, DemoRecording &recording)
{
    if (!request.continues || request.messages.empty())
        return;
    const RequestMessage &answer = request.messages.back();
    if (answer.role != Role::Assistant)
        return;
    if (!answer.content.isEmpty()) {
        recording.reasoning.clear();
        if (recording.text.startsWith(answer.content))
            recording.text.remove(0, answer.content.size());
    } else if (recording.reasoning.startsWith(answer.reasoning)) {
        recording.reasoning.remove(0, answer.reasoning.size());
    }
}

Playback makePlayback(DemoRecording recording, const ChatRequest &request)
{
    Playback playback;
    for (const RequestMessage &message : request.messages)
        playback.promptTokens += kTokensAMessage + demoPieces(message.content).size();
    skipWhatIsThere(request, recording);
    playback.reasoning = demoPieces(recording.reasoning);
    playback.text = demoPieces(recording.text);

    const int limit = request.parameters.value(QLatin1String("max_tokens")).toInt();
    if (limit > 0 && limit < playback.reasoning.size() + playback.text.size()) {
        playback.finish = FinishReason::Length;
        playback.reasoning.resize(std::min<qsizetype>(playback.reasoning.size(), limit));
        playback.text.resize(
            std::min<qsizetype>(playback.text.size(), limit - playback.reasoning.size()));
    }
    return playback;
}

/// One recording being played.
class DemoTurn final : public ChatTurn
{
public:
    DemoTurn(Playback playback, std::optional<int> paceMs, bool stream)
        : m_playback(std::move(playback)), m_paceMs(paceMs), m_stream(stream)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &DemoTurn::step);
        m_timer.start(0);
    }

    void cancel() override
    {
        if (m_state == State::Ended)
            return;
        m_state = State::Ended;
        m_timer.stop();
        // Not from inside the caller: it may drop the turn when it hears of the end.
        QTimer::singleShot(0, this, [this] { Q_EMIT finished(std::nullopt); });
    }

    void retryNow() override {}

private:
    enum class State { Waiting, Connecting, Sending, Ended };

    [[nodiscard]] int connectMs() const { return m_paceMs ? *m_paceMs : kHumanConnectMs; }

    [[nodiscard]] int pieceMs() const
    {
        return m_paceMs ? *m_paceMs : kHumanPaceMs[m_sent % kHumanPaceMs.size()];
    }

    void step()
    {
        switch (m_state) {
        case State::Waiting:
            m_state = State::Connecting;
            m_timer.start(connectMs());
            Q_EMIT connecting();
            break;
        case State::Connecting:
        case State::Sending:
            m_state = State::Sending;
            send();
            break;
        case State::Ended:
            break;
        }
    }

    void send()
    {
        Deltas deltas;
        if (m_sent == 0)
            deltas.push_back(ModelDelta{DemoBackend::modelName()});
        do {
            appendNextPiece(deltas);
        } while (!m_stream && !isPlayed());
        if (!isPlayed()) {
            m_timer.start(pieceMs());
            Q_EMIT deltasReady(deltas);
            return;
        }
        deltas.push_back(UsageDelta{usage()});
        deltas.push_back(FinishDelta{m_playback.finish, {}});
        m_state = State::Ended;
        // A receiver of the last pieces may drop the turn, which also drops this call.
        QTimer::singleShot(0, this, [this] { Q_EMIT finished(std::nullopt); });
        Q_EMIT deltasReady(deltas);
    }

    [[nodiscard]] std::size_t reasoningSize() const
    {
        return static_cast<std::size_t>(m_playback.reasoning.size());
    }

    [[nodiscard]] bool isPlayed() const
    {
        return m_sent >= reasoningSize() + static_cast<std::size_t>(m_playback.text.size());
    }

    void appendNextPiece(Deltas &deltas)
    {
        if (isPlayed())
            return;
        const auto index = static_cast<qsizetype>(m_sent);
        const qsizetype inText = index - m_playback.reasoning.size();
        if (inText < 0)
            deltas.push_back(ReasoningDelta{m_playback.reasoning.at(index)});
        else
            deltas.push_back(TextDelta{m_playback.text.at(inText)});
        ++m_sent;
    }

    [[nodiscard]] Usage usage() const
    {
        Usage usage;
        usage.promptTokens = m_playback.promptTokens;
        usage.completionTokens = m_playback.reasoning.size() + m_playback.text.size();
        usage.reasoningTokens = m_playback.reasoning.size();
        return usage;
    }

    Playback m_playback;
    std::optional<int> m_paceMs;
    bool m_stream;
    State m_state = State::Waiting;
    std::size_t m_sent = 0;
    QTimer m_timer;
};

std::optional<int> paceFromEnvironment()
{
    bool ok = false;
    const int pace = qEnvironmentVariableIntValue("PONDER_DEMO_PACE_MS", &ok);
    return ok && pace >= 0 ? std::optional<int>(pace) : std::nullopt;
}

} // namespace

DemoBackend::DemoBackend(const QList<QByteArray> &recordings, std::optional<int> paceMs)
    : m_paceMs(paceMs ? paceMs : paceFromEnvironment())
{
    for (const QByteArray &json : recordings) {
        Result<DemoRecording> recording = DemoRecording::fromJson(json);
        if (recording.ok())
            m_recordings.push_back(std::move(recording).value());
        else
            qCWarning(lcChat).noquote() << recording.error().message;
    }
}

QString DemoBackend::modelName()
{
    return QStringLiteral("deepseek-r1-0528 (recorded)");
}

std::unique_ptr<ChatTurn> DemoBackend::start(const ProviderProfile &provider,
                                             const ChatRequest &request)
{
    Q_UNUSED(provider)
    const DemoRecording *recording = chooseRecording(m_recordings, lastPrompt(request));
    Playback playback = makePlayback(recording ? *recording : DemoRecording(), request);
    return std::make_unique<DemoTurn>(std::move(playback), m_paceMs, request.stream);
}

} // namespace ponder
