#include "markdown/CmarkDocument.h"

#include <cmark-gfm-core-extensions.h>

#include <cstring>

namespace ponder {

namespace {

using Parser = std::unique_ptr<cmark_parser, void (*)(cmark_parser *)>;

Parser newParser()
{
    cmark_gfm_core_extensions_ensure_registered();
    // One tilde is "about" in Chinese (3~5); only two strike through.
    constexpr int kOptions = CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FULL_INFO_STRING;
    Parser parser(cmark_parser_new(kOptions), cmark_parser_free);
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    return parser;
}

} // namespace

CmarkDocument parseWithCmark(const QByteArray &utf8)
{
    // A parser that has finished begins anew by itself. Making one costs as much as a short text.
    static thread_local const Parser parser = newParser();
    cmark_parser_feed(parser.get(), utf8.constData(), size_t(utf8.size()));
    return CmarkDocument(cmark_parser_finish(parser.get()));
}

bool isType(cmark_node *node, const char *type)
{
    return std::strcmp(cmark_node_get_type_string(node), type) == 0;
}

bool isAddress(cmark_node *link)
{
    cmark_node *text = cmark_node_first_child(link);
    if (!text || cmark_node_next(text) || cmark_node_get_type(text) != CMARK_NODE_TEXT)
        return false;
    return QByteArrayView(cmark_node_get_url(link)).endsWith(cmark_node_get_literal(text));
}

} // namespace ponder
