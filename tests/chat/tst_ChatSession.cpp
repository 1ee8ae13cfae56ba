#include "ChatFakes.h"
#include "chat/ChatSession.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

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
            options.provider.id = u"p"_qs;
            options.provider.name = u"P"_qs;
            options.model = u"m"_qs;
            Conversation empty;
            empty.summary.id = u"c"_qs;
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
        Message stored() { return *store.stored[u"c"_qs].message(session->conversation().leafId); }
    };

private Q_SLOTS:
    void aTurn()
    {
        Fixture f;
        f.options.parameters = {{u"temperature"_qs, 0.6}};
        f.options.systemPrompt = u"Be brief"_qs;
        QSignalSpy path(f.session.get(), &ChatSession::pathChanged);
        f.session->send(u"hello"_qs, f.options);
        QVERIFY(f.session->isBusy());
        QCOMPARE(path.size(), 1);
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Connecting);
        QCOMPARE(f.backend.request().model, u"m"_qs);
        QCOMPARE(f.backend.request().messages.size(), 2U);
        QCOMPARE(f.backend.request().parameters, f.options.parameters);

        f.backend.turn()->say({ReasoningDelta{u"hm"_qs}});
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Thinking);
        f.backend.turn()->say({TextDelta{u"hi"_qs}});
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Answering);
        f.backend.turn()->say({FinishDelta{}});
        f.backend.turn()->end();

        QVERIFY(!f.session->isBusy());
        QCOMPARE(f.session->status().phase, TurnStatus::Phase::Idle);
        QCOMPARE(f.last().text(), u"hi"_qs);
        QCOMPARE(f.last().origin.parameters, f.options.parameters);
        QCOMPARE(f.stored(), f.last());
        QCOMPARE(f.store.stored[u"c"_qs].summary.title, u"hello"_qs);
    }

    void previewIsWhatIsSent()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        f.answer(u"1"_qs);
        const ChatRequest preview = f.session->previewRequest(u"two"_qs, f.options);
        f.session->send(u"two"_qs, f.options);
        QCOMPARE(f.backend.request(), preview);
    }

    void oneAnswerAtATime()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        f.session->send(u"two"_qs, f.options);
        QCOMPARE(f.backend.requests.size(), 1U);
        f.session->send(u"   "_qs, f.options);
        f.answer(u"1"_qs);
        f.session->send(u"   "_qs, f.options);
        QCOMPARE(f.backend.requests.size(), 1U);
    }

    void streamingIsJournalled()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        const int before = f.store.journalled;
        f.backend.turn()->say({TextDelta{u"half"_qs}});
        QTRY_COMPARE_WITH_TIMEOUT(f.store.journalled, before + 1, 250 * 20);
        QCOMPARE(f.stored().text(), u"half"_qs);
        QCOMPARE(f.stored().state, MessageState::Streaming);
        f.answer(u" done"_qs);
        QCOMPARE(f.stored().text(), u"half done"_qs);
        QCOMPARE(f.stored().state, MessageState::Complete);
    }

    void stopKeepsWhatArrived()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        f.backend.turn()->say({TextDelta{u"half"_qs}});
        const QPointer<HandTurn> turn = f.backend.turn();
        f.session->stop();
        QVERIFY(turn->cancelled);
        QCOMPARE(f.last().state, MessageState::Stopped);
        QCOMPARE(f.stored().text(), u"half"_qs);
        QVERIFY(f.last().isContinuable());
    }

    void endOfProgramInterrupts()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        f.backend.turn()->say({TextDelta{u"half"_qs}});
        const QString leaf = f.session->conversation().leafId;
        f.session.reset();
        QCOMPARE(f.store.stored[u"c"_qs].message(leaf)->state, MessageState::Interrupted);
        QCOMPARE(f.store.stored[u"c"_qs].message(leaf)->text(), u"half"_qs);
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
            f.options.price = ModelPrice{u"6.25"_qs, u"25"_qs, u"CNY"_qs};
        f.options.provider.currency = currency;
        f.session->send(u"q"_qs, f.options);
        Usage usage = counted(11, 698);
        if (!reported.isEmpty())
            usage.cost = Cost{reported, u"USD"_qs};
        f.backend.turn()->say({UsageDelta{usage}});
        f.answer(u"a"_qs);
        const std::optional<Cost> cost = f.stored().usage.cost;
        QCOMPARE(cost ? cost->amount + u' ' + cost->currency : QString(), expected);
        QCOMPARE(f.store.spending.size(), cost ? 1U : 0U);
        if (cost)
            QCOMPARE(f.store.spending.front().cost, *cost);

        // What is asked for less later does not make the first answer cheaper.
        f.options.price = ModelPrice{u"0.01"_qs, u"0.01"_qs, u"CNY"_qs};
        const QString first = f.session->conversation().leafId;
        f.session->send(u"q"_qs, f.options);
        f.answer(u"b"_qs);
        QCOMPARE(f.session->conversation().message(first)->usage.cost, cost);
        QVERIFY(!f.last().usage.cost);
    }

    void aContinuedAnswerCostsBothRuns()
    {
        Fixture f;
        f.options.price = ModelPrice{u"1"_qs, u"1"_qs, u"USD"_qs};
        f.session->send(u"q"_qs, f.options);
        f.backend.turn()->say({TextDelta{u"a"_qs}, UsageDelta{counted(10, 20)},
                               FinishDelta{FinishReason::Length, {}}});
        f.backend.turn()->end();
        const QString id = f.session->conversation().leafId;
        f.session->continueAnswer(id, f.options);
        f.backend.turn()->say({UsageDelta{counted(30, 40)}});
        f.answer(u"b"_qs);
        QCOMPARE(f.last().usage.cost, (Cost{u"0.0001"_qs, u"USD"_qs}));
        QCOMPARE(f.store.spending.size(), 2U);
        QCOMPARE(f.store.spending.back().cost, (Cost{u"0.00007"_qs, u"USD"_qs}));

        // A run that ends before its usage came changes nothing.
        f.session->continueAnswer(id, f.options);
        if (f.session->isBusy())
            f.session->stop();
        QCOMPARE(f.last().usage.cost, (Cost{u"0.0001"_qs, u"USD"_qs}));
        QCOMPARE(f.store.spending.size(), 2U);
    }

    void effortTakesTheProvidersForm()
    {
        Fixture f;
        EffortRule rule;
        rule.levels.insert(u"high"_qs, {{u"think"_qs, true}});
        f.options.provider.effort = {rule};
        f.options.parameters = {{u"reasoning_effort"_qs, u"high"_qs}, {u"seed"_qs, 1}};
        const QJsonObject spelled{{u"seed"_qs, 1}, {u"think"_qs, true}};
        QCOMPARE(f.session->previewRequest(u"q"_qs, f.options).parameters, spelled);
        f.session->send(u"q"_qs, f.options);
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
        f.session->send(u"one"_qs, f.options);
        f.backend.turn()->say({TextDelta{u"The first half"_qs}});
        f.backend.turn()->end(Error{ErrorKind::Network, 0, {}, {}, {}});
        const QString id = f.session->conversation().leafId;
        QCOMPARE(f.last().state, MessageState::Interrupted);

        f.session->continueAnswer(id, f.options);
        QVERIFY(f.backend.request().continues);
        QCOMPARE(f.backend.request().messages.back().role, Role::Assistant);
        QCOMPARE(f.backend.request().messages.back().content, u"The first half"_qs);
        f.answer(continuation);
        QCOMPARE(f.session->conversation().leafId, id);
        QCOMPARE(f.last().text(), u"The first half and the rest"_qs);
        QCOMPARE(f.last().state, MessageState::Complete);
    }

    void anAnswerCutWhileThinkingStartsOver()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        f.backend.turn()->say({ReasoningDelta{u"hm"_qs}});
        f.session->stop();
        f.session->continueAnswer(f.session->conversation().leafId, f.options);
        QVERIFY(!f.backend.request().continues);
        QCOMPARE(f.backend.request().messages.back().role, Role::User);
        f.answer(u"done"_qs);
        QCOMPARE(f.last().reasoning(), u"hm"_qs);
        QCOMPARE(f.last().text(), u"done"_qs);
    }

    void branches()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
        f.answer(u"1"_qs);
        const QString first = f.session->conversation().leafId;
        f.session->regenerate(first, f.options);
        f.answer(u"2"_qs);
        const QString second = f.session->conversation().leafId;
        QVERIFY(first != second);
        QCOMPARE(f.backend.request().messages.size(),
                 1U); // the first answer is not part of the history
        f.session->showSibling(second, -1);
        QCOMPARE(f.session->conversation().leafId, first);
        QCOMPARE(f.store.stored[u"c"_qs].leafId, first);

        const QString prompt = f.session->conversation().message(first)->parentId;
        f.session->edit(prompt, u"uno"_qs, f.options);
        QCOMPARE(f.backend.request().messages.back().content, u"uno"_qs);
        f.answer(u"3"_qs);
        QCOMPARE(f.session->conversation().siblings(f.last().parentId).size(), 2);
        QCOMPARE(f.session->conversation().size(), 5);
    }

    void retryStatusIsShown()
    {
        Fixture f;
        f.session->send(u"one"_qs, f.options);
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
        f.session->send(u"one"_qs, f.options);
        f.backend.turn()->end(Error{ErrorKind::Auth, 401, u"bad key"_qs, {}, {}});
        QCOMPARE(f.last().state, MessageState::Failed);
        QCOMPARE(f.last().error->http, 401);
        QVERIFY(!f.last().isContinuable());
        f.session->send(u"two"_qs, f.options); // the failed answer is not sent along
        QCOMPARE(f.backend.request().messages.size(), 2U);
    }

    void anEmptyConversationIsNotStored()
    {
        Fixture f;
        f.session->setDraft(u"half a thought"_qs);
        QVERIFY(f.store.stored.isEmpty());
        f.session->send(u"one"_qs, f.options);
        QCOMPARE(f.store.stored[u"c"_qs].draft, QString());
        f.session->setDraft(u"next"_qs);
        QCOMPARE(f.store.stored[u"c"_qs].draft, u"next"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_ChatSession)
#include "tst_ChatSession.moc"
