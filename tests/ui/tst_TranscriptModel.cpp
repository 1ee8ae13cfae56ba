#include "chat/ChatFakes.h"
#include "chat/ChatSession.h"
#include "ui/TranscriptModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

class tst_TranscriptModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aTurnAsRows();
    void updatesAreCoalesced_data();
    void updatesAreCoalesced();
    void manyLinesTakeSeveralUpdates();
    void aClosedPanelIsNotCaughtUpWith();
    void nothingChangesNothingIsSaid();
    void onlyTheGrowingRowChanges();
    void rowsAreNeverResetWhileStreaming();
    void thinkingResumesAfterText();
    void timeAndTokensOfThinking();
    void waiting();
    void retryCountdown();
    void stopped();
    void stoppedBeforeTheAnswerBegan();
    void failed_data();
    void failed();
    void branches();
    void editing();
    void olderAnswersWaitUntilTheyAreNear();
    void stickyHeader();
    void sessionGoesAway();

private:
    void send(const QString &text);
    void think(const QString &text);
    void say(const QString &text);
    void finish();
    [[nodiscard]] QString rows() const;
    [[nodiscard]] QVariant content(int row) const;
    [[nodiscard]] QString property(int row, const char *name) const;

    std::unique_ptr<SteppedClock> m_clock;
    std::unique_ptr<HandBackend> m_backend;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

TurnOptions options()
{
    TurnOptions options;
    options.provider.id = QStringLiteral("openrouter");
    options.provider.name = QStringLiteral("OpenRouter");
    options.model = QStringLiteral("deepseek/deepseek-r1-0528");
    return options;
}

QString gadgetValue(const QVariant &gadget, const char *name)
{
    const QMetaObject *meta = gadget.metaType().metaObject();
    const int index = meta ? meta->indexOfProperty(name) : -1;
    return index < 0 ? QStringLiteral("?")
                     : meta->property(index).readOnGadget(gadget.constData()).toString();
}

} // namespace

void tst_TranscriptModel::init()
{
    m_clock = std::make_unique<SteppedClock>();
    m_backend = std::make_unique<HandBackend>();
    m_session = std::make_unique<ChatSession>(Conversation(), *m_backend, nullptr, *m_clock);
    m_model = std::make_unique<TranscriptModel>(*m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setSession(m_session.get());
}

void tst_TranscriptModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_session.reset();
    m_backend.reset();
    m_clock.reset();
}

void tst_TranscriptModel::send(const QString &text)
{
    m_session->send(text, options());
}

void tst_TranscriptModel::think(const QString &text)
{
    m_backend->turn()->say({ReasoningDelta{text}});
}

void tst_TranscriptModel::say(const QString &text)
{
    m_backend->turn()->say({TextDelta{text}});
}

void tst_TranscriptModel::finish()
{
    m_backend->turn()->say({FinishDelta{FinishReason::Stop, {}}});
    m_backend->turn()->end();
}

QVariant tst_TranscriptModel::content(int row) const
{
    return m_model->data(m_model->index(row), TranscriptModel::ContentRole);
}

QString tst_TranscriptModel::property(int row, const char *name) const
{
    return gadgetValue(content(row), name);
}

/// The types of all rows in order, blocks of thinking in brackets.
QString tst_TranscriptModel::rows() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString type =
            m_model->data(m_model->index(row), TranscriptModel::RowTypeRole).toString();
        const bool thinking =
            content(row).canConvert<BlockRow>() && property(row, "thinking") == u"true";
        names << (thinking ? u'(' + type + u')' : type);
    }
    return names.join(u' ');
}

void tst_TranscriptModel::aTurnAsRows()
{
    send(QStringLiteral("Hello"));
    QTRY_COMPARE(rows(), QStringLiteral("user status"));
    think(QStringLiteral("First.\n\nSecond."));
    QTRY_COMPARE(rows(), QStringLiteral("user thinking (paragraph) (paragraph)"));
    say(QStringLiteral("# Title\n\nText\n\n```py\nx"));
    QTRY_COMPARE(rows(), QStringLiteral("user thinking heading paragraph code"));
    finish();
    QTRY_COMPARE(rows(), QStringLiteral("user thinking heading paragraph code footer"));
    QCOMPARE(property(0, "text"), QStringLiteral("Hello"));
    QCOMPARE(property(5, "model"), QStringLiteral("deepseek-r1-0528"));
    QCOMPARE(property(5, "last"), QStringLiteral("true"));
    const auto opens = [this](int row) {
        return m_model->data(m_model->index(row), TranscriptModel::OpensMessageRole).toBool();
    };
    QVERIFY(opens(0) && opens(1) && !opens(2));
}

void tst_TranscriptModel::updatesAreCoalesced_data()
{
    QTest::addColumn<int>("charactersPerMs");
    QTest::addColumn<int>("leastIntervalMs");
    QTest::newRow("a model's pace: the interval is kept") << 1 << 33;
    QTest::newRow("very fast: small steps, still no more than a screen shows") << 40 << 16;
}

void tst_TranscriptModel::updatesAreCoalesced()
{
    QFETCH(int, charactersPerMs);
    QFETCH(int, leastIntervalMs);
    send(QStringLiteral("Hello"));
    say(QStringLiteral("a"));
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QElapsedTimer timer;
    timer.start();
    qint64 said = 0;
    int pieces = 0;
    while (timer.elapsed() < 400) {
        for (; said < timer.elapsed() * charactersPerMs; said += charactersPerMs, ++pieces)
            say(QString(charactersPerMs, u'b'));
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    QTRY_COMPARE(
        qsizetype(said + 1),
        m_session->conversation().message(m_session->conversation().leafId)->text().size());
    QTest::qWait(60); // a pause: two frames without news
    QVERIFY2(pieces > 100, qPrintable(QString::number(pieces)));
    QVERIFY2(changed.count() >= 2 && changed.count() <= int(timer.elapsed() / leastIntervalMs) + 2,
             qPrintable(QString::number(changed.count())));
}

void tst_TranscriptModel::manyLinesTakeSeveralUpdates()
{
    send(QStringLiteral("Hello"));
    say(QStringLiteral("- one"));
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph"));
    QSignalSpy updates(m_model.get(), &TranscriptModel::updated);
    say(QStringLiteral("\n- two\n- three\n- four"));
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph paragraph paragraph paragraph"));
    QVERIFY(updates.count() >= 3);
    // Then there is nothing left to do.
    const int before = int(updates.count());
    QTest::qWait(150); // a pause: in which another update would come
    QCOMPARE(int(updates.count()), before);
    // The end does not wait.
    say(QStringLiteral("\n- five\n- six\n- seven"));
    finish();
    QVERIFY(updates.wait());
    QTRY_COMPARE(rows(), QStringLiteral("user ") + QStringLiteral("paragraph ").repeated(7) +
                             QStringLiteral("footer"));
    QCOMPARE(int(updates.count()), before + 1);
}

void tst_TranscriptModel::aClosedPanelIsNotCaughtUpWith()
{
    send(QStringLiteral("Hello"));
    think(QStringLiteral("- one"));
    QTRY_COMPARE(rows(), QStringLiteral("user thinking (paragraph)"));
    think(QStringLiteral("\n- two\n- three\n- four\n- five"));
    QSignalSpy updates(m_model.get(), &TranscriptModel::updated);
    QVERIFY(updates.wait());
    const QString messageId =
        m_model->data(m_model->index(1), TranscriptModel::MessageIdRole).toString();
    m_model->toggleThinking(messageId, 0);
    QCOMPARE(rows(), QStringLiteral("user thinking"));
    QTest::qWait(100); // a pause: updates that were asked for before
    updates.clear();
    QTest::qWait(200);             // a pause: in which another update would come
    QVERIFY(updates.count() <= 1); // the clock of the panel
}

void tst_TranscriptModel::nothingChangesNothingIsSaid()
{
    send(QStringLiteral("Hello"));
    say(QStringLiteral("Text"));
    finish();
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph footer"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    Q_EMIT m_session->segmentsChanged(m_session->conversation().leafId);
    Q_EMIT m_session->messageChanged(m_session->conversation().leafId);
    QTest::qWait(100); // a pause: nothing may happen in it
    QCOMPARE(changed.count(), 0);
}

void tst_TranscriptModel::onlyTheGrowingRowChanges()
{
    send(QStringLiteral("Hello"));
    say(QStringLiteral("One.\n\nTwo.\n\nThr"));
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph paragraph paragraph"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    say(QStringLiteral("ee"));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 3);
    QCOMPARE(changed[0][1].toModelIndex().row(), 3);
    changed.clear();
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    say(QStringLiteral("\n\nFour"));
    QTRY_COMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][1].toInt(), 4);
    // The third is not the last any more: the dot at the end moves on.
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 3);
}

void tst_TranscriptModel::rowsAreNeverResetWhileStreaming()
{
    send(QStringLiteral("Hello"));
    think(QStringLiteral("Hm."));
    QTRY_VERIFY(m_model->rowCount() > 1);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    const QString answer =
        QStringLiteral("Title\n===\n\n- a\n- b\n\n- c\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
                       "[x]: https://a.b\n\n[x] end\n");
    for (const QChar c : answer) {
        say(QString(c));
        QTest::qWait(1); // a pause: pieces come one by one
    }
    finish();
    QTRY_VERIFY(rows().endsWith(QStringLiteral("paragraph footer")));
    QCOMPARE(reset.count(), 0);
    // A paragraph that turns into a heading or table, and the thinking that closed.
    QVERIFY2(removed.count() <= 8, qPrintable(QString::number(removed.count())));
}

void tst_TranscriptModel::thinkingResumesAfterText()
{
    m_model->setShowThinking(QStringLiteral("always"));
    send(QStringLiteral("Hello"));
    think(QStringLiteral("One"));
    say(QStringLiteral("Text"));
    think(QStringLiteral("Two"));
    say(QStringLiteral("More"));
    finish();
    QTRY_COMPARE(rows(),
                 QStringLiteral(
                     "user thinking (paragraph) paragraph thinking (paragraph) paragraph footer"));
    QCOMPARE(property(1, "panel"), QStringLiteral("0"));
    QCOMPARE(property(4, "panel"), QStringLiteral("2"));
}

void tst_TranscriptModel::timeAndTokensOfThinking()
{
    send(QStringLiteral("Hello"));
    think(QStringLiteral("abcdefghij").repeated(10));
    QTRY_COMPARE(property(1, "title"), QStringLiteral("Thinking"));
    QCOMPARE(property(1, "elapsed"), QStringLiteral("0 s"));
    QCOMPARE(property(1, "tokens"), QStringLiteral("≈ 30 tokens"));
    m_clock->advance(38'000);
    // By itself, once a second: no piece arrives.
    QTRY_COMPARE_WITH_TIMEOUT(property(1, "elapsed"), QStringLiteral("38 s"), 3000);
    m_clock->advance(34'000);
    think(QStringLiteral("."));
    say(QStringLiteral("So"));
    Usage usage;
    usage.reasoningTokens = 2106;
    m_backend->turn()->say({UsageDelta{usage}});
    finish();
    QTRY_COMPARE(property(1, "title"), QStringLiteral("Thought for 1 min 12 s"));
    QCOMPARE(property(1, "elapsed"), QString());
    QCOMPARE(property(1, "tokens"), QStringLiteral("2,106 tokens"));
}

void tst_TranscriptModel::waiting()
{
    send(QStringLiteral("Hello"));
    m_clock->advance(6'500);
    QTRY_COMPARE_WITH_TIMEOUT(property(1, "text"), QStringLiteral("Waiting for OpenRouter · 6 s"),
                              3000);
    m_clock->advance(14'000);
    QTRY_VERIFY_WITH_TIMEOUT(property(1, "text").contains(u"Large models can take a while"), 3000);
}

void tst_TranscriptModel::retryCountdown()
{
    send(QStringLiteral("Hello"));
    Error error;
    error.kind = ErrorKind::RateLimit;
    error.http = 429;
    Q_EMIT m_backend->turn()->retrying(2, 5, 20'000, error);
    QTRY_COMPARE(rows(), QStringLiteral("user banner"));
    m_clock->advance(2'000);
    QTRY_COMPARE_WITH_TIMEOUT(property(1, "body"),
                              QStringLiteral("Trying again in <b>18 s</b>. Attempt 2 of 5."), 3000);
    QCOMPARE(property(1, "note"), QStringLiteral("429"));
    QCOMPARE(content(1).value<BannerRow>().progress, 0.1);
    QCOMPARE(content(1).value<BannerRow>().actions,
             QStringList({QStringLiteral("retryNow"), QStringLiteral("cancel")}));
    say(QStringLiteral("Here"));
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph"));
}

void tst_TranscriptModel::stopped()
{
    send(QStringLiteral("Hello"));
    say(QStringLiteral("Half an answ"));
    m_session->stop();
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph banner footer"));
    QCOMPARE(property(2, "tone"), QStringLiteral("plain"));
    QCOMPARE(property(2, "title"), QStringLiteral("Stopped"));
    QCOMPARE(content(2).value<BannerRow>().actions, QStringList(QStringLiteral("continue")));
    QCOMPARE(property(1, "growing"), QStringLiteral("false"));
}

void tst_TranscriptModel::stoppedBeforeTheAnswerBegan()
{
    send(QStringLiteral("Hello"));
    m_session->stop();
    QTRY_COMPARE(rows(), QStringLiteral("user banner"));
    QCOMPARE(property(1, "title"), QStringLiteral("Stopped"));
    QCOMPARE(content(1).value<BannerRow>().actions, QStringList(QStringLiteral("retry")));
}

void tst_TranscriptModel::failed_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tone");
    QTest::addColumn<QString>("firstAction");

    QTest::newRow("wrong key") << ErrorKind::Auth << QString() << QStringLiteral("danger")
                               << QStringLiteral("updateKey");
    QTest::newRow("no key") << ErrorKind::NoKey << QString() << QStringLiteral("neutral")
                            << QStringLiteral("addKey");
    QTest::newRow("no credit") << ErrorKind::Balance << QString() << QStringLiteral("warning")
                               << QStringLiteral("billing");
    QTest::newRow("keychain") << ErrorKind::Keychain << QString() << QStringLiteral("neutral")
                              << QStringLiteral("unlock");
    QTest::newRow("too long") << ErrorKind::ContextLength << QString() << QStringLiteral("neutral")
                              << QStringLiteral("switchProvider");
    QTest::newRow("no network") << ErrorKind::Network << QString() << QStringLiteral("warning")
                                << QStringLiteral("retry");
    QTest::newRow("lost in the middle") << ErrorKind::Network << QStringLiteral("Half")
                                        << QStringLiteral("warning") << QStringLiteral("continue");
}

void tst_TranscriptModel::failed()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, text);
    QFETCH(QString, tone);
    QFETCH(QString, firstAction);
    m_model->setBillingUrls([](const QString &id) {
        return QStringLiteral("https://") + id + QStringLiteral(".example/credit");
    });
    send(QStringLiteral("Hello"));
    if (!text.isEmpty())
        say(text);
    Error error;
    error.kind = kind;
    m_backend->turn()->end(error);
    QTRY_VERIFY(rows().contains(QStringLiteral("banner")));
    const int row = text.isEmpty() ? 1 : 2;
    QCOMPARE(property(row, "tone"), tone);
    QCOMPARE(content(row).value<BannerRow>().actions.value(0), firstAction);
    QVERIFY(!property(row, "title").isEmpty());
    QCOMPARE(property(row, "billingUrl"), QStringLiteral("https://openrouter.example/credit"));
}

void tst_TranscriptModel::branches()
{
    send(QStringLiteral("Hello"));
    say(QStringLiteral("One"));
    finish();
    const QString first = m_session->conversation().leafId;
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph footer"));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_session->regenerate(first, options());
    say(QStringLiteral("Two"));
    finish();
    QTRY_COMPARE(property(2, "branch") + u'/' + property(2, "branches"), QStringLiteral("2/2"));
    m_session->showSibling(m_session->conversation().leafId, -1);
    QTRY_COMPARE(property(2, "branch") + u'/' + property(2, "branches"), QStringLiteral("1/2"));
    QCOMPARE(plainText(content(1).value<BlockRow>().block->runs), QStringLiteral("One"));
    QCOMPARE(reset.count(), 0);
}

void tst_TranscriptModel::editing()
{
    send(QStringLiteral("Hello"));
    say(QStringLiteral("One"));
    finish();
    QTRY_COMPARE(rows(), QStringLiteral("user paragraph footer"));
    const QString prompt =
        m_model->data(m_model->index(0), TranscriptModel::MessageIdRole).toString();
    m_model->beginEdit(prompt);
    QCOMPARE(property(0, "editing"), QStringLiteral("true"));
    QCOMPARE(m_model->editText(), QStringLiteral("Hello"));
    m_model->endEdit();
    QCOMPARE(property(0, "editing"), QStringLiteral("false"));
    m_session->edit(prompt, QStringLiteral("Hello again"), options());
    QTRY_COMPARE(property(0, "branches"), QStringLiteral("2"));
    QCOMPARE(property(0, "text"), QStringLiteral("Hello again"));
}

void tst_TranscriptModel::olderAnswersWaitUntilTheyAreNear()
{
    for (int i = 0; i < 40; ++i) {
        send(QStringLiteral("Question %1").arg(i));
        say(QStringLiteral("A paragraph.\n\n").repeated(100));
        finish();
    }
    m_model->setSession(nullptr);
    m_model->setSession(m_session.get());
    const QString type = m_model->data(m_model->index(1), TranscriptModel::RowTypeRole).toString();
    QCOMPARE(type, QStringLiteral("pending"));
    QVERIFY(rows().endsWith(QStringLiteral("paragraph footer")));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex last = m_model->index(m_model->rowCount() - 1);
    m_model->fill(1);
    QTRY_COMPARE(m_model->data(m_model->index(1), TranscriptModel::RowTypeRole).toString(),
                 QStringLiteral("paragraph"));
    QCOMPARE(last.row(), m_model->rowCount() - 1);
    QCOMPARE(reset.count(), 0);
    QVERIFY(rows().contains(QStringLiteral("pending")));
}

void tst_TranscriptModel::stickyHeader()
{
    m_model->setShowThinking(QStringLiteral("always"));
    send(QStringLiteral("Hello"));
    think(QStringLiteral("One\n\nTwo\n\nThree"));
    QTRY_COMPARE(rows(), QStringLiteral("user thinking (paragraph) (paragraph) (paragraph)"));
    QSignalSpy changed(m_model.get(), &TranscriptModel::stickyHeaderChanged);
    m_model->setTopRow(1);
    QCOMPARE(m_model->stickyRow(), -1);
    m_model->setTopRow(3);
    QCOMPARE(m_model->stickyRow(), 1);
    QCOMPARE(gadgetValue(m_model->stickyHeader(), "title"), QStringLiteral("Thinking"));
    QCOMPARE(m_model->stickyMessageId(), m_session->streamingMessageId());
    m_model->setTopRow(4);
    QCOMPARE(changed.count(), 1);
}

void tst_TranscriptModel::sessionGoesAway()
{
    send(QStringLiteral("Hello"));
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_session.reset();
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_TranscriptModel)
#include "tst_TranscriptModel.moc"
