#pragma once

#include "base/Error.h"

#include <QString>

namespace ponder {

/// What a person reads about a failure: `title` says what happened, `hint` what to do about it.
struct ErrorDescription
{
    QString title;
    QString hint;
};

/// The sentences for an Error, in the language of the interface. `provider` is the display name of
/// the provider that was asked; empty where none was.
ErrorDescription describeError(const Error &error, const QString &provider);

} // namespace ponder
