#include "wire/ReasoningDetails.h"

#include <QJsonObject>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

bool sameOrUnset(const QJsonValue &a, const QJsonValue &b)
{
    return a == b || a.isNull() || a.isUndefined() || b.isNull() || b.isUndefined();
}

bool continues(const QJsonObject &block, const QJsonObject &piece)
{
    const QString type = block.value("type"_L1).toString();
    if (type != "reasoning.text"_L1 && type != "reasoning.summary"_L1)
        return false;
    // A signature closes its block.
    return piece.value("type"_L1) == block.value("type"_L1) &&
           piece.value("index"_L1) == block.value("index"_L1) &&
           sameOrUnset(piece.value("id"_L1), block.value("id"_L1)) &&
           !block.value("signature"_L1).isString();
}

} // namespace

QJsonArray joinedReasoningDetails(const QJsonArray &pieces)
{
    QJsonArray blocks;
    for (const QJsonValue value : pieces) {
        const QJsonObject piece = value.toObject();
        if (blocks.isEmpty() || !continues(blocks.last().toObject(), piece)) {
            blocks.append(value);
            continue;
        }
        QJsonObject block = blocks.last().toObject();
        for (auto it = piece.begin(); it != piece.end(); ++it) {
            const bool grows = it.key() == "text"_L1 || it.key() == "summary"_L1;
            if (grows)
                block.insert(it.key(), block.value(it.key()).toString() + it.value().toString());
            else if (!it.value().isNull())
                block.insert(it.key(), it.value());
        }
        blocks[blocks.size() - 1] = block;
    }
    return blocks;
}

} // namespace ponder
