#pragma once

#include "markdown/Block.h"
#include "ui/TextPlace.h"

#include <QMimeData>
#include <QString>

#include <vector>

namespace ponder {

class TranscriptModel;

/// What was selected, taken out of the conversation: prompts as they were typed, blocks with what
/// is not selected cut away, and answers that have not been read yet as their source.
class CopiedText
{
public:
    [[nodiscard]] static CopiedText ofRange(const TranscriptModel &model, const PlaceRange &range);
    /// One row with all that belongs to it: the marker of a list item, the fence of code.
    [[nodiscard]] static CopiedText ofRow(const TranscriptModel &model, int row);
    /// What a message says, without its thinking.
    [[nodiscard]] static CopiedText ofMessage(const TranscriptModel &model, const QString &id);

    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }
    /// An answer that is there as a whole is given as it was written.
    [[nodiscard]] QString markdown() const;
    [[nodiscard]] QString html() const;
    [[nodiscard]] QString plain() const;

private:
    struct Part
    {
        bool prompt = false; ///< `source` is not markdown
        QString source;      ///< where all of it is there: as it was written
        Blocks blocks;       ///< empty: to be read from `source`

        [[nodiscard]] Blocks read() const;
    };

    void add(const TranscriptModel &model, size_t entry, const PlaceRange &range);

    std::vector<Part> m_parts;
};

/// The same for the clipboard, each format made when someone asks for it: a long conversation costs
/// nothing until it is pasted.
class CopiedMimeData final : public QMimeData
{
    Q_OBJECT

public:
    enum class Form {
        All,      ///< HTML, markdown, and text
        Markdown, ///< markdown, also as text
        Rich,     ///< HTML, and text
    };

    CopiedMimeData(CopiedText text, Form form) : m_text(std::move(text)), m_form(form) {}

    [[nodiscard]] bool hasFormat(const QString &type) const override;
    [[nodiscard]] QStringList formats() const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString &type, QMetaType wanted) const override;

private:
    CopiedText m_text;
    Form m_form;
};

} // namespace ponder
