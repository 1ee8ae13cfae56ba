#pragma once

#include "chat/ChatSession.h"

#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The request as it would go out: the pane at the right of the sampling page. Takes the body from
/// the code that builds the real one, so that the two cannot differ.
class RequestPreview : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from SamplingController")
    /// Indented JSON in which the messages are folded into "[ 7 messages ]".
    Q_PROPERTY(QString text READ text NOTIFY changed)
    /// Parameters of the table that are not in the request.
    Q_PROPERTY(QStringList notSent READ notSent NOTIFY changed)
    /// "OPENROUTER_API_KEY"; "" where no key is sent.
    Q_PROPERTY(QString keyVariable READ keyVariable NOTIFY changed)
    /// Whether there is a provider and a model to send it to.
    Q_PROPERTY(bool valid READ valid NOTIFY changed)

public:
    explicit RequestPreview(QObject *parent = nullptr);

    /// `names`: all parameters there are, in the order they are shown.
    void show(const ProviderProfile &provider, const ChatRequest &request,
              const QStringList &names);
    void clear();

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QStringList notSent() const { return m_notSent; }
    [[nodiscard]] QString keyVariable() const { return m_keyVariable; }
    [[nodiscard]] bool valid() const { return !m_body.isEmpty(); }
    /// The body, byte for byte as it is sent.
    [[nodiscard]] QByteArray body() const { return m_body; }
    /// A command for a POSIX shell that sends the same request; the key is a shell variable.
    [[nodiscard]] QString curl() const;

    Q_INVOKABLE void copyJson() const;
    Q_INVOKABLE void copyCurl() const;

    /// "siliconflow-cn" → "SILICONFLOW_CN_API_KEY".
    [[nodiscard]] static QString keyVariableFor(const QString &providerId);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString foldedText(const QJsonObject &object,
                                     const QStringList &parameters) const;

    ProviderProfile m_provider;
    QByteArray m_body;
    QString m_json; ///< indented and whole
    QString m_text;
    QStringList m_notSent;
    QString m_keyVariable;
};

} // namespace ponder
