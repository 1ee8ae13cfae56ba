#pragma once

#include "Resources.h"
#include "chat/ChatFakes.h"
#include "chat/ChatSession.h"
#include "ui/TranscriptModel.h"
#include "ui/UiTypes.h"

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

#include <functional>
#include <memory>

namespace ponder::test {

/// The first visible item of a tree that is looked for; null where there is none.
inline QQuickItem *find(QQuickItem *root, const std::function<bool(QQuickItem *)> &matches)
{
    if (!root || !root->isVisible())
        return nullptr;
    if (matches(root))
        return root;
    const auto children = root->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = find(child, matches))
            return found;
    }
    return nullptr;
}

/// Stands for ChatController: remembers which verbs were used.
class FakeChat final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    explicit FakeChat(TranscriptModel &transcript) : m_transcript(transcript) {}

    [[nodiscard]] TranscriptModel *transcript() const { return &m_transcript; }
    [[nodiscard]] bool busy() const { return m_busy; }
    void setBusy(bool busy)
    {
        m_busy = busy;
        Q_EMIT busyChanged();
    }

    Q_INVOKABLE void regenerate(const QString &id) { calls << QStringLiteral("regenerate ") + id; }
    Q_INVOKABLE void edit(const QString &id, const QString &text)
    {
        calls << QStringLiteral("edit ") + id + u' ' + text;
    }
    Q_INVOKABLE void continueAnswer(const QString &id)
    {
        calls << QStringLiteral("continue ") + id;
    }
    Q_INVOKABLE void showSibling(const QString &id, int step)
    {
        calls << QStringLiteral("sibling %1 %2").arg(id).arg(step);
    }
    Q_INVOKABLE void copyMessage(const QString &id) { calls << QStringLiteral("copy ") + id; }
    Q_INVOKABLE void copyText(const QString &text) { calls << QStringLiteral("copyText ") + text; }
    Q_INVOKABLE void retryNow() { calls << QStringLiteral("retryNow"); }
    Q_INVOKABLE void stop() { calls << QStringLiteral("stop"); }

    QStringList calls;

Q_SIGNALS:
    void busyChanged();
    void conversationChanged();
    void sent();
    void editRequested(const QString &messageId);

private:
    TranscriptModel &m_transcript;
    bool m_busy = false;
};

/// The message list of the window over a real session that a test drives by hand.
class TranscriptScene
{
public:
    HandBackend backend;
    SteppedClock clock;
    std::unique_ptr<ChatSession> session;
    TranscriptModel model{clock};
    FakeChat chat{model};
    QStringList warnings;

    explicit TranscriptScene(Conversation conversation = {})
    {
        session = std::make_unique<ChatSession>(std::move(conversation), backend, nullptr, clock);
    }
    ~TranscriptScene() { model.setSession(nullptr); }

    bool open(const QSize &size = {960, 760}, bool dark = false)
    {
        resources::init();
        registerUiTypes(*view.engine());
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
        QObject::connect(view.engine(), &QQmlEngine::warnings, view.engine(),
                         [this](const QList<QQmlError> &errors) {
                             for (const QQmlError &error : errors)
                                 warnings << error.toString();
                         });
        model.setSession(session.get());
        QQmlComponent component(view.engine());
        component.setData(
            "import QtQuick\nimport Ponder\n"
            "Rectangle { id: root; required property var chat; property bool dark: false\n"
            "color: Theme.bg\n"
            "Binding { target: Theme; property: 'dark'; value: root.dark }\n"
            "Binding { target: Theme; property: 'motion'; value: 0 }\n"
            "MessageList { objectName: 'list'; anchors.fill: parent; chat: root.chat;"
            " focus: true } }",
            QUrl());
        QObject *root = component.createWithInitialProperties(
            {{QStringLiteral("chat"), QVariant::fromValue(&chat)}, {QStringLiteral("dark"), dark}});
        if (!root) {
            warnings << component.errorString();
            return false;
        }
        view.setContent(QUrl(), nullptr, root);
        view.setResizeMode(QQuickView::SizeRootObjectToView);
        view.resize(size);
        view.show();
        return QTest::qWaitForWindowExposed(&view);
    }

    [[nodiscard]] QQuickItem *list() const
    {
        return view.rootObject()->findChild<QQuickItem *>(QStringLiteral("list"));
    }
    /// The ListView inside.
    [[nodiscard]] QQuickItem *flickable() const
    {
        const auto children = list()->childItems();
        for (QQuickItem *child : children) {
            if (child->inherits("QQuickListView"))
                return child;
        }
        return nullptr;
    }

    TurnOptions options() const
    {
        TurnOptions options;
        options.provider.id = QStringLiteral("openrouter");
        options.provider.name = QStringLiteral("OpenRouter");
        options.model = QStringLiteral("deepseek/deepseek-r1-0528");
        return options;
    }
    void send(const QString &text)
    {
        session->send(text, options());
        Q_EMIT chat.sent();
    }
    void think(const QString &text) { backend.turn()->say({ReasoningDelta{text}}); }
    void say(const QString &text) { backend.turn()->say({TextDelta{text}}); }
    void finish()
    {
        backend.turn()->say({FinishDelta{FinishReason::Stop, {}}});
        backend.turn()->end();
    }

    QImage shot(const QString &name)
    {
        QTest::qWait(120); // a pause: what is shown follows in two frames at most
        const QImage picture = view.grabWindow();
        const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/screenshots"));
        folder.mkpath(QStringLiteral("."));
        picture.save(folder.filePath(name + QStringLiteral(".png")));
        return picture;
    }

    QQuickView view;
};

} // namespace ponder::test
