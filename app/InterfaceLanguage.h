#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

#include <memory>

namespace ponder {

/// The language of the interface: installs the translators for a setting ("system", "en", "zh_CN")
/// and replaces them while the program runs.
class InterfaceLanguage : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Returns whether the interface is Chinese now.
    bool apply(const QString &setting);

    static QLocale localeFor(const QString &setting);

private:
    std::unique_ptr<QTranslator> m_program;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace ponder
