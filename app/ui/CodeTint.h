#pragma once

#include "ui/BehindText.h"

namespace ponder {

/// What tells code within a line from the words around it. Not the background of its characters:
/// that is as high as the line, and a formula in it makes that higher than the others.
class CodeTint final : public BehindText
{
    Q_OBJECT

public:
    CodeTint(const BlockDocument &document, QQuickItem &edit) : BehindText(document, edit)
    {
        setZ(-2); // and behind what is found
    }

protected:
    [[nodiscard]] std::vector<Area> areas() override;
};

} // namespace ponder
