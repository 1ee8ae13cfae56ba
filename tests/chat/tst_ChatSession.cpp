#include "ChatFakes.h"
#include "chat/ChatSession.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

class tst_ChatSession : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        SteppedClock clock;
        HandBackend backend;
        MemoryStore store;
        TurnOptions options;
        std::unique_ptr<ChatSession> session;

        Fixture()
        {
            options.provider.id = u"p"_s;
            options.provider.name = u"P"_s;
            options.model = u"m"_s;
            Conversation empty;
            empty.summary.id = u"c"_s;
            session = std::make_unique<ChatSession>(empty, backend, &store, clock);
        }
        const Message &last()
        {
            return *session->conversation().message(session->conversation().leafId);
        }
        void answer(const QString &text)
        {
            backend.turn()->say({TextDelta{text}, FinishDelta{}});
            backend.turn()->end();
        }
        Message stored() { return *store.stored[u"c"_s].message(session->conversation().leafId); }
    };

private Q_SLOTS:
    void aTurn()
    {
        Fixture f;
        f.options.parameters = {{u"temperature"_s, 0.6}};
        f.options.systemPrompt = u"Be brief"_s;
        QSignalSpy path(f.session.get(), &ChatSession::pathChanged);
        f.session->send(u"hello"_s, f.options);
        QVERIFY(f.session->isBusy());
        QCOMPARE(path.size(), 1);
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Connecting);
        QCOMPARE(f.backend.request().model, u"m"_s);
        QCOMPARE(f.backend.request().messages.size(), 2U);
        QCOMPARE(f.backend.request().parameters, f.options.parameters);

        f.backend.turn()->say({ReasoningDelta{u"hm"_s}});
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Thinking);
        f.backend.turn()->say({TextDelta{u"hi"_s}});
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Answering);
        f.backend.turn()->say({FinishDelta{}});
        f.backend.turn()->end();

        QVERIFY(!f.session->isBusy());
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Idle);
        QCOMPARE(f.last().text(), u"hi"_s);
        QCOMPARE(f.last().origin.parameters, f.options.parameters);
        QCOMPARE(f.stored(), f.last());
        QCOMPARE(f.store.stored[u"c"_s].summary.title, u"hello"_s);
    }

    void previewIsWhatIsSent()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.answer(u"1"_s);
        const ChatRequest preview = f.session->previewRequest(u"two"_s, f.options);
        f.session->send(u"two"_s, f.options);
        QCOMPARE(f.backend.request(), preview);
    }

    void oneAnswerAtATime()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.session->send(u"two"_s, f.options);
        QCOMPARE(f.backend.requests.size(), 1U);
        f.session->send(u"   "_s, f.options);
        f.answer(u"1"_s);
        f.session->send(u"   "_s, f.options);
        QCOMPARE(f.backend.requests.size(), 1U);
    }

    void streamingIsJournalled()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        const int before = f.store.journalled;
        f.backend.turn()->say({TextDelta{u"half"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(f.store.journalled, before + 1, 250 * 20);
        QCOMPARE(f.stored().text(), u"half"_s);
        QCOMPARE(f.stored().state, MessageState::Streaming);
        f.answer(u" done"_s);
        QCOMPARE(f.stored().text(), u"half done"_s);
        QCOMPARE(f.stored().state, MessageState::Complete);
    }

    void stopKeepsWhatArrived()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.backend.turn()->say({TextDelta{u"half"_s}});
        const QPointer<HandTurn> turn = f.backend.turn();
        f.session->stop();
        QVERIFY(turn->cancelled);
        QCOMPARE(f.last().state, MessageState::Stopped);
        QCOMPARE(f.stored().text(), u"half"_s);
        QVERIFY(f.last().isContinuable());
    }

    void endOfProgramInterrupts()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.backend.turn()->say({TextDelta{u"half"_s}});
        const QString leaf = f.session->conversation().leafId;
        f.session.reset();
        QCOMPARE(f.store.stored[u"c"_s].message(leaf)->state, MessageState::Interrupted);
        QCOMPARE(f.store.stored[u"c"_s].message(leaf)->text(), u"half"_s);
    }

    static Usage counted(qint64 prompt, qint64 completion)
    {
        Usage usage;
        usage.promptTokens = prompt;
        usage.completionTokens = completion;
        return usage;
    }

    void costIsSettledOnceAtTheEnd_data()
    {
        QTest::addColumn<bool>("priced");
        QTest::addColumn<QString>("reported"); // by the server
        QTest::addColumn<QString>("currency"); // of the profile
        QTest::addColumn<QString>("expected");
        QTest::newRow("by the price list") << true << ""
                                           << "CNY"
                                           << "0.01751875 CNY";
        QTest::newRow("the server knows better") << true << "0.02"
                                                 << ""
                                                 << "0.02 USD";
        QTest::newRow("in the provider's currency") << true << "0.02"
                                                    << "CNY"
                                                    << "0.02 CNY";
        QTest::newRow("nobody knows") << false << ""
                                      << "CNY"
                                      << "";
    }
    void costIsSettledOnceAtTheEnd()
    {
        QFETCH(bool, priced);
        QFETCH(QString, reported);
        QFETCH(QString, currency);
        QFETCH(QString, expected);
        Fixture f;
        if (priced)
            f.options.price = ModelPrice{u"6.25"_s, u"25"_s, u"CNY"_s};
        f.options.provider.currency = currency;
        f.session->send(u"q"_s, f.options);
        Usage usage = counted(11, 698);
        if (!reported.isEmpty())
            usage.cost = Cost{reported, u"USD"_s};
        f.backend.turn()->say({UsageDelta{usage}});
        f.answer(u"a"_s);
        const std::optional<Cost> cost = f.stored().usage.cost;
        QCOMPARE(cost ? cost->amount + u' ' + cost->currency : QString(), expected);
        QCOMPARE(f.store.spending.size(), cost ? 1U : 0U);
        if (cost)
            QCOMPARE(f.store.spending.front().cost, *cost);

        // What is asked for less later does not make the first answer cheaper.
        f.options.price = ModelPrice{u"0.01"_s, u"0.01"_s, u"CNY"_s};
        const QString first = f.session->conversation().leafId;
        f.session->send(u"q"_s, f.options);
        f.answer(u"b"_s);
        QCOMPARE(f.session->conversation().message(first)->usage.cost, cost);
        QVERIFY(!f.last().usage.cost);
    }

    void aContinuedAnswerCostsBothRuns()
    {
        Fixture f;
        f.options.price = ModelPrice{u"1"_s, u"1"_s, u"USD"_s};
        f.session->send(u"q"_s, f.options);
        f.backend.turn()->say({TextDelta{u"a"_s}, UsageDelta{counted(10, 20)},
                               FinishDelta{FinishReason::Length, {}}});
        f.backend.turn()->end();
        const QString id = f.session->conversation().leafId;
        f.session->continueAnswer(id, f.options);
        f.backend.turn()->say({UsageDelta{counted(30, 40)}});
        f.answer(u"b"_s);
        QCOMPARE(f.last().usage.cost, (Cost{u"0.0001"_s, u"USD"_s}));
        QCOMPARE(f.store.spending.size(), 2U);
        QCOMPARE(f.store.spending.back().cost, (Cost{u"0.00007"_s, u"USD"_s}));

        // A run that ends before its usage came changes nothing.
        f.session->continueAnswer(id, f.options);
        if (f.session->isBusy())
            f.session->stop();
        QCOMPARE(f.last().usage.cost, (Cost{u"0.0001"_s, u"USD"_s}));
        QCOMPARE(f.store.spending.size(), 2U);
    }

    void effortTakesTheProvidersForm()
    {
        Fixture f;
        EffortRule rule;
        rule.levels.insert(u"high"_s, {{u"think"_s, true}});
        f.options.provider.effort = {rule};
        f.options.parameters = {{u"reasoning_effort"_s, u"high"_s}, {u"seed"_s, 1}};
        const QJsonObject spelled{{u"seed"_s, 1}, {u"think"_s, true}};
        QCOMPARE(f.session->previewRequest(u"q"_s, f.options).parameters, spelled);
        f.session->send(u"q"_s, f.options);
        QCOMPARE(f.backend.request().parameters, spelled);
        QCOMPARE(f.last().origin.parameters, f.options.parameters); // as it was chosen
    }

    void continues_data()
    {
        QTest::addColumn<QString>("continuation");
        QTest::newRow("goes on") << " and the rest";
        QTest::newRow("repeats itself") << "first half and the rest";
    }
    void continues()
    {
        QFETCH(QString, continuation);
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.backend.turn()->say({TextDelta{u"The first half"_s}});
        f.backend.turn()->end(Error{ErrorKind::Network, 0, {}, {}, {}});
        const QString id = f.session->conversation().leafId;
        QCOMPARE(f.last().state, MessageState::Interrupted);

        f.session->continueAnswer(id, f.options);
        QVERIFY(f.backend.request().continues);
        QCOMPARE(f.backend.request().messages.back().role, Role::Assistant);
        QCOMPARE(f.backend.request().messages.back().content, u"The first half"_s);
        f.answer(continuation);
        QCOMPARE(f.session->conversation().leafId, id);
        QCOMPARE(f.last().text(), u"The first half and the rest"_s);
        QCOMPARE(f.last().state, MessageState::Complete);
    }

    void anAnswerCutWhileThinkingStartsOver()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.backend.turn()->say({ReasoningDelta{u"hm"_s}});
        f.session->stop();
        f.session->continueAnswer(f.session->conversation().leafId, f.options);
        QVERIFY(!f.backend.request().continues);
        QCOMPARE(f.backend.request().messages.back().role, Role::User);
        f.answer(u"done"_s);
        QCOMPARE(f.last().reasoning(), u"hm"_s);
        QCOMPARE(f.last().text(), u"done"_s);
    }

    void branches()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.answer(u"1"_s);
        const QString first = f.session->conversation().leafId;
        f.session->regenerate(first, f.options);
        f.answer(u"2"_s);
        const QString second = f.session->conversation().leafId;
        QVERIFY(first != second);
        QCOMPARE(f.backend.request().messages.size(),
                 1U); // the first answer is not part of the history
        f.session->showSibling(second, -1);
        QCOMPARE(f.session->conversation().leafId, first);
        QCOMPARE(f.store.stored[u"c"_s].leafId, first);

        const QString prompt = f.session->conversation().message(first)->parentId;
        f.session->edit(prompt, u"uno"_s, f.options);
        QCOMPARE(f.backend.request().messages.back().content, u"uno"_s);
        f.answer(u"3"_s);
        QCOMPARE(f.session->conversation().siblings(f.last().parentId).size(), 2);
        QCOMPARE(f.session->conversation().size(), 5);
    }

    void retryStatusIsShown()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        Q_EMIT f.backend.turn()->retrying(2, 5, 4000, Error{ErrorKind::RateLimit, 429, {}, {}, {}});
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Retrying);
        QCOMPARE(f.session->status().attempt, 2);
        QCOMPARE(f.session->status().delayMs, 4000);
        f.session->retryNow();
        QCOMPARE(f.backend.turn()->retries, 1);
        Q_EMIT f.backend.turn()->connecting();
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Connecting);
    }

    void failureBeforeAnyText()
    {
        Fixture f;
        f.session->send(u"one"_s, f.options);
        f.backend.turn()->end(Error{ErrorKind::Auth, 401, u"bad key"_s, {}, {}});
        QCOMPARE(f.last().state, MessageState::Failed);
        QCOMPARE(f.last().error->http, 401);
        QVERIFY(!f.last().isContinuable());
        f.session->send(u"two"_s, f.options); // the failed answer is not sent along
        QCOMPARE(f.backend.request().messages.size(), 2U);
    }

    void anEmptyConversationIsNotStored()
    {
        Fixture f;
        f.session->setDraft(u"half a thought"_s);
        QVERIFY(f.store.stored.isEmpty());
        f.session->send(u"one"_s, f.options);
        QCOMPARE(f.store.stored[u"c"_s].draft, QString());
        f.session->setDraft(u"next"_s);
        QCOMPARE(f.store.stored[u"c"_s].draft, u"next"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ChatSession)
#include "tst_ChatSession.moc"
