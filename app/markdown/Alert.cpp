#include "markdown/Alert.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

struct Kind
{
    Block::Alert alert;
    QLatin1StringView mark;
    const char *title;
};

constexpr std::array kKinds{
    Kind{Block::Alert::Note, "[!NOTE]"_L1, QT_TRANSLATE_NOOP("Alert", "Note")},
    Kind{Block::Alert::Tip, "[!TIP]"_L1, QT_TRANSLATE_NOOP("Alert", "Tip")},
    Kind{Block::Alert::Important, "[!IMPORTANT]"_L1, QT_TRANSLATE_NOOP("Alert", "Important")},
    Kind{Block::Alert::Warning, "[!WARNING]"_L1, QT_TRANSLATE_NOOP("Alert", "Warning")},
    Kind{Block::Alert::Caution, "[!CAUTION]"_L1, QT_TRANSLATE_NOOP("Alert", "Caution")},
};

const Kind *kindOf(Block::Alert alert)
{
    for (const Kind &kind : kKinds) {
        if (kind.alert == alert)
            return &kind;
    }
    return nullptr;
}

} // namespace

Block::Alert Alert::fromMark(QStringView line)
{
    for (const Kind &kind : kKinds) {
        if (line.compare(kind.mark, Qt::CaseInsensitive) == 0)
            return kind.alert;
    }
    return Block::Alert::None;
}

QString Alert::mark(Block::Alert alert)
{
    const Kind *kind = kindOf(alert);
    return kind ? QString(kind->mark) : QString();
}

QString Alert::title(Block::Alert alert)
{
    const Kind *kind = kindOf(alert);
    return kind ? QCoreApplication::translate("Alert", kind->title) : QString();
}

} // namespace ponder
