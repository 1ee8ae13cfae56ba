#include "secrets/KeyText.h"

#include "base/Redactor.h"

#include <QCoreApplication>

#include <algorithm>

namespace ponder {

namespace {

class KeyText
{
    Q_DECLARE_TR_FUNCTIONS(KeyText)

public:
    static Error empty() { return usage(tr("There is no key. Paste the key and try again.")); }
    static Error broken()
    {
        return usage(tr("A key is one word without blanks or line breaks. Copy it again from the "
                        "provider's page, only the key itself."));
    }
    static Error notAscii()
    {
        return usage(tr("A key has only Latin letters, digits and signs. Copy it again from the "
                        "provider's page, only the key itself."));
    }

private:
    static Error usage(const QString &sentence)
    {
        return Error{ErrorKind::Usage, 0, sentence, {}, {}};
    }
};

} // namespace

Result<QString> checkedKey(const QString &typed)
{
    const QString key = typed.trimmed();
    if (key.isEmpty())
        return KeyText::empty();
    Redactor::instance().addSecret(key);
    const auto any = [&key](auto &&test) { return std::any_of(key.begin(), key.end(), test); };
    if (any([](QChar c) { return c.isSpace() || c.unicode() < 0x20 || c.unicode() == 0x7f; }))
        return KeyText::broken();
    if (any([](QChar c) { return c.unicode() > 0x7e; }))
        return KeyText::notAscii();
    return key;
}

} // namespace ponder
