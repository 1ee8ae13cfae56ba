#pragma once

#include <QByteArrayView>
#include <QJsonArray>
#include <QString>

#include <optional>

namespace ponder {

/// What a plain chunk carries: nearly all chunks of a stream are of this kind.
struct PlainChunk
{
    QString text;
    QString reasoning;
    QJsonArray details; ///< `reasoning_details`, which repeat the reasoning
};

/// The short way through a chunk: takes the text out of the bytes of a chunk that has one choice
/// with a piece of text or reasoning and nothing else of interest. Nothing for any other chunk,
/// which then goes through the document parser; the result is the same, at several times the speed.
/// `model` is the name (UTF-8) announced last; a chunk that names another one is not plain.
std::optional<PlainChunk> scanPlainChunk(QByteArrayView json, QByteArrayView model);

} // namespace ponder
