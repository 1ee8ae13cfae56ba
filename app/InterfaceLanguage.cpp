#include "InterfaceLanguage.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace ponder {

namespace {

std::unique_ptr<QTranslator> load(const QLocale &locale, const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, file, QStringLiteral("_"), folder))
        return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

} // namespace

QLocale InterfaceLanguage::localeFor(const QString &setting)
{
    if (setting == QLatin1String("zh_CN"))
        return QLocale(QLocale::Chinese, QLocale::China);
    if (setting == QLatin1String("en"))
        return QLocale(QLocale::English);
    const QStringList languages = QLocale::system().uiLanguages();
    const bool chinese =
        !languages.isEmpty() && languages.constFirst().startsWith(QLatin1String("zh"));
    return chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
}

bool InterfaceLanguage::apply(const QString &setting)
{
    const QLocale locale = localeFor(setting);
    QLocale::setDefault(locale);
    // A translator removes itself when it is destroyed.
    m_qt =
        load(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    m_program = load(locale, QStringLiteral("ponder"), QStringLiteral(":/i18n"));
    return locale.language() == QLocale::Chinese;
}

} // namespace ponder
