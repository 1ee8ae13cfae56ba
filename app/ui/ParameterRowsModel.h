#pragma once

#include "chat/ParameterTable.h"
#include "chat/ProviderProfile.h"
#include "chat/ThinkingEffort.h"

#include <QAbstractListModel>
#include <QHash>
#include <QJsonObject>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace ponder {

/// One row for each entry of the parameter table, in its order, and nothing that is not there.
/// Holds what stands in the fields: values that are saved, and refused ones with the reason why.
class ParameterRowsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from SamplingController")

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< as in the request; the key of every verb
        LabelRole,
        HelpRole,
        EditorRole, ///< "number", "boolean", "choice", "list", "json", "format", "bias"
        IsSetRole,
        ValueRole,   ///< the saved value as a QVariant
        TextRole,    ///< what stands in the field
        ErrorRole,   ///< the sentence below the field
        MinimumRole, ///< of the slider
        MaximumRole,
        StepRole, ///< 0: no slider
        DecimalsRole,
        ChoicesRole,
        LimitRole, ///< items of a list; 0: no limit
        BadgeRole, ///< "", "ignored", "uncertain", "unsupported"
        BadgeTextRole,
        NeedsRole,   ///< what else must be set, as a sentence; "" when it is
        EntriesRole, ///< of an object: list of {key, value}
    };

    /// Where a change goes, after it was checked.
    using Store = std::function<void(const QJsonObject &)>;

    ParameterRowsModel(const ParameterTable &table, Store store, QObject *parent = nullptr);

    /// Shows these values, which count for this provider and model (all may be unknown).
    void show(const QJsonObject &values, const std::optional<ProviderProfile> &profile,
              const QString &modelId, const std::optional<ModelInfo> &model);
    void setChinese(bool chinese);
    [[nodiscard]] const QJsonObject &values() const { return m_values; }
    [[nodiscard]] bool isUnsupported(const QString &name) const;
    [[nodiscard]] bool hasErrors() const { return !m_refused.isEmpty(); }

    void setSet(const QString &name, bool set);
    bool setValue(const QString &name, const QJsonValue &value, const QString &typedText);
    /// Refuses without a try, e.g. text that is no JSON.
    void refuse(const QString &name, const QString &typedText, const QString &sentence);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE int rowOf(const QString &name) const;

Q_SIGNALS:
    void edited();

private:
    struct Refused
    {
        QString text;
        QString sentence; ///< "" while nothing has been typed yet
    };

    [[nodiscard]] QString editorOf(const ParameterSpec &spec) const;
    [[nodiscard]] QString textOf(const ParameterSpec &spec) const;
    [[nodiscard]] QString errorOf(const ParameterSpec &spec) const;
    [[nodiscard]] QString badgeOf(const ParameterSpec &spec) const;
    [[nodiscard]] QString badgeText(const QString &badge) const;
    [[nodiscard]] QString needsOf(const ParameterSpec &spec) const;
    [[nodiscard]] QStringList choicesOf(const ParameterSpec &spec) const;
    [[nodiscard]] QVariantList entriesOf(const ParameterSpec &spec) const;
    [[nodiscard]] QVariant rangeData(const ParameterSpec &spec, int role) const;
    [[nodiscard]] std::optional<QJsonValue> startValue(const ParameterSpec &spec) const;
    void keep(QJsonObject values);
    void touchAll();

    const ParameterTable &m_table;
    Store m_store;
    QJsonObject m_values;
    QHash<QString, Refused> m_refused;
    QStringList m_unsupported;
    QStringList m_ignored;
    std::optional<QStringList> m_supported;
    std::optional<EffortSupport> m_effort; ///< how long to think; unset: of no one model
    bool m_chinese = false;
};

} // namespace ponder
