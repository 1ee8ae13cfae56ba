#pragma once

#include "ui/TranscriptModel.h"

#include <QObject>
#include <QPair>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// How the reader wants single blocks of code of the open conversation: long ones whole, wide ones
/// wrapped. Long code is folded unless the reader opened it or was there while it grew: what one
/// reads does not go away. Held by what the code begins with and not by row, so that it survives
/// rows that come and go.
class CodeChoices : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptChanged)
    /// Differs after every change: for bindings that ask.
    Q_PROPERTY(int revision READ revision NOTIFY changed)

public:
    explicit CodeChoices(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }
    void setTranscript(TranscriptModel *transcript);
    [[nodiscard]] int revision() const { return m_revision; }

    /// Code of more than 40 lines can be folded: to its beginning, which is 40 lines.
    Q_INVOKABLE static bool isFoldable(const QString &code);
    Q_INVOKABLE static QString beginning(const QString &code);
    Q_INVOKABLE static int lines(const QString &code);

    Q_INVOKABLE bool isOpen(const QString &messageId, const QString &code) const;
    Q_INVOKABLE void setOpen(const QString &messageId, const QString &code, bool open);
    /// Of code that has stopped growing.
    Q_INVOKABLE bool isWrapped(const QString &messageId, const QString &code) const;
    Q_INVOKABLE void setWrapped(const QString &messageId, const QString &code, bool wrapped);

Q_SIGNALS:
    void transcriptChanged();
    void changed();

private:
    using Key = QPair<QString, QString>; ///< message, and what folding leaves of the code

    void set(QSet<Key> &those, const QString &messageId, const QString &code, bool chosen);
    void clear();

    QPointer<TranscriptModel> m_transcript;
    QSet<Key> m_open;
    QSet<Key> m_wrapped;
    int m_revision = 0;
};

} // namespace ponder
