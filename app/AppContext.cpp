#include "AppContext.h"

#include "Resources.h"
#include "SingleInstance.h"
#include "base/Logging.h"
#include "providers/PictureFetch.h"
#include "settings/Paths.h"
#include "store/Exporter.h"
#include "ui/AnswerPictures.h"
#include "ui/AppController.h"
#include "ui/UiTypes.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>

#include <cstdio>

namespace ponder {

namespace {

/// How long closing the window may wait for the disk.
constexpr int kFlushMs = 5'000;
/// A text that grows in twenty steps a second reads as flowing.
constexpr int kGatherMs = 50;

ParameterTable builtInParameters()
{
    Result<ParameterTable> table = ParameterTable::fromJson(resources::parametersJson());
    if (!table)
        qFatal("The parameter table of this build is broken: %s",
               qPrintable(table.error().message));
    return std::move(table).value();
}

/// A file dialog of the desktop's own kind; never blocks the event loop of the window.
void askSavePath(const QString &suggestedName, std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog(
        nullptr, {}, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [done](const QString &path) { done(path); });
    QObject::connect(dialog, &QFileDialog::rejected, dialog, [done] { done({}); });
    dialog->open();
}

void askOpenPath(std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [done](const QString &path) { done(path); });
    dialog->open();
}

void raise(QQmlApplicationEngine &engine)
{
    for (QObject *root : engine.rootObjects()) {
        if (auto *window = qobject_cast<QQuickWindow *>(root)) {
            window->show();
            window->raise();
            window->requestActivate();
        }
    }
}

/// With PONDER_TRACE_START set, says on standard error when the first frame was shown and how long
/// after the start of the process' main(); the benchmark reads it.
void traceFirstFrame(QQmlApplicationEngine &engine, const QElapsedTimer &sinceStart)
{
    if (!qEnvironmentVariableIsSet("PONDER_TRACE_START"))
        return;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    if (!window)
        return;
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [sinceStart] {
            std::fprintf(stderr, "ponder: first frame after %lld ms\n",
                         static_cast<long long>(sinceStart.elapsed()));
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace

AppContext::AppContext(Settings &settings, const QString &environmentKey)
    : m_settings(settings), m_parameters(builtInParameters()), m_secrets(environmentKey),
      m_providers(resources::providersJson(), paths::providersFile(), paths::modelsFile(),
                  m_secrets, m_clock),
      m_store(paths::databaseFile()), m_demo(resources::demoAnswers()), m_http(m_secrets, m_clock),
      m_backend(m_http, m_demo)
{}

cli::Services AppContext::cliServices()
{
    return {.backend = m_backend,
            .store = m_store,
            .secrets = m_secrets,
            .providers = m_providers,
            .settings = m_settings,
            .parameters = m_parameters,
            .clock = m_clock,
            .exportConversation = exportConversation};
}

int AppContext::runWindow(const cli::WindowArguments &arguments, InterfaceLanguage &language)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    SingleInstance instance(paths::dataDir());
    if (instance.handOver(arguments.files))
        return 0;
    instance.listen();

    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/ponder-mark.svg")));

    m_http.setGatherMs(kGatherMs);
    ChatSessions sessions(m_backend, m_store, m_clock);
    AppController controller({.sessions = sessions,
                              .store = m_store,
                              .providers = m_providers,
                              .secrets = m_secrets,
                              .settings = m_settings,
                              .parameters = m_parameters,
                              .clock = m_clock,
                              .exportConversation = exportConversation,
                              .askSavePath = askSavePath});
    controller.providers()->form()->setFileChooser(askOpenPath);
    PictureFetch pictures;
    QQmlApplicationEngine engine;
    QObject::connect(&controller, &AppController::languageChangeRequested, &engine,
                     [&](const QString &setting) {
                         language.apply(setting);
                         controller.retranslate();
                         engine.retranslate();
                     });
    QObject::connect(&instance, &SingleInstance::activated, &engine, [&] { raise(engine); });
    QObject::connect(&controller, &AppController::raiseRequested, &engine, [&] { raise(engine); });

    if (arguments.demo)
        controller.useDemoForThisRun();
    registerUiTypes(engine);
    AnswerPictures::of(engine)->setFetch(
        [&pictures](const QUrl &url, AnswerPictures::Done done) { pictures.get(url, done); });
    if (!loadMainWindow(engine, controller)) {
        qCCritical(lcUi) << "the window could not be loaded";
        return 1;
    }
    traceFirstFrame(engine, sinceStart);
    controller.start();

    const int code = QApplication::exec();
    controller.prepareToQuit();
    sessions.stopAll();
    if (!m_store.flush(kFlushMs))
        qCWarning(lcStore) << "not everything could be written before the end";
    return code;
}

} // namespace ponder
