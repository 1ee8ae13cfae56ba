#pragma once

#include "ui/TranscriptModel.h"

#include <QHash>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Which long blocks of code are shown whole in the open conversation. Long code is folded unless
/// the reader opened it or was there while it grew: what one reads does not go away. Held by what
/// the code begins with and not by row, so that it survives rows that come and go.
class CodeFolds : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptChanged)
    /// Differs after every change: for bindings that ask isOpen().
    Q_PROPERTY(int revision READ revision NOTIFY changed)

public:
    explicit CodeFolds(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }
    void setTranscript(TranscriptModel *transcript);
    [[nodiscard]] int revision() const { return m_revision; }

    /// Code of more than 40 lines can be folded: to its beginning, which is 40 lines.
    Q_INVOKABLE static bool isFoldable(const QString &code);
    Q_INVOKABLE static QString beginning(const QString &code);
    Q_INVOKABLE static int lines(const QString &code);

    Q_INVOKABLE bool isOpen(const QString &messageId, const QString &code) const;
    Q_INVOKABLE void setOpen(const QString &messageId, const QString &code, bool open);

Q_SIGNALS:
    void transcriptChanged();
    void changed();

private:
    using Key = QPair<QString, QString>; ///< message, and what folding leaves of the code

    void clear();

    QPointer<TranscriptModel> m_transcript;
    QHash<Key, bool> m_open;
    int m_revision = 0;
};

} // namespace ponder
