#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace ponder {

/// One window for each data folder: a second start hands its files to the first and ends. Two
/// processes writing the same answer's journal would otherwise be possible.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    /// True when another process has the window; it has been told about `files`.
    [[nodiscard]] bool handOver(const QStringList &files);
    /// From now on later starts come here.
    void listen();

Q_SIGNALS:
    /// Another start happened: show the window, with these files.
    void activated(const QStringList &files);

private:
    void receive();

    QString m_name;
    QLocalServer m_server;
};

} // namespace ponder
