import QtQuick
import Qt.labs.qmlmodels

// What draws each type of row (see TranscriptModel).
DelegateChooser {
    id: rows

    required property TranscriptContext context
    role: "rowType"

    DelegateChoice {
        roleValue: "user"
        UserRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "paragraph"
        ParagraphRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "heading"
        HeadingRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "code"
        CodeRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "table"
        TableRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "rule"
        RuleRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "image"
        ImageRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "html"
        HtmlRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "math"
        MathRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "thinking"
        ThinkingRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "toolCall"
        ToolCallRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "footer"
        FooterRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "banner"
        BannerRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "status"
        StatusRow { context: rows.context }
    }
    DelegateChoice {
        roleValue: "pending"
        PendingRow { context: rows.context }
    }
}
