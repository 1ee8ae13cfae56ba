#pragma once

#include <QByteArray>
#include <QList>

/// The data files that are part of the program. Everything above takes their bytes as arguments, so
/// that tests can hand in tables of their own.
namespace ponder::resources {

/// Makes the embedded files visible. Call it once before the first read: a static library's
/// resources are otherwise dropped by the linker when nothing refers to them.
void init();

QByteArray providersJson();  ///< `resources/providers.json`: the provider profiles
QByteArray parametersJson(); ///< `resources/parameters.json`: the request parameters

/// The recorded answers of the demo provider, one JSON document each, in the order of their file
/// names.
QList<QByteArray> demoAnswers();

} // namespace ponder::resources
