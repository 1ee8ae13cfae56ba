#pragma once

#include <QByteArray>

#include <cmark-gfm.h>

#include <memory>

namespace ponder {

struct CmarkNodeDeleter
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};

/// A parsed document; freed with everything below it.
using CmarkDocument = std::unique_ptr<cmark_node, CmarkNodeDeleter>;

/// Parses UTF-8 with the extensions and options that Ponder uses everywhere.
[[nodiscard]] CmarkDocument parseWithCmark(const QByteArray &utf8);

/// Whether a node is of a type by its name, as those of the extensions are.
[[nodiscard]] bool isType(cmark_node *node, const char *type);

/// Whether a link is an address that stands in the text as it is: a backslash in there is one.
[[nodiscard]] bool isAddress(cmark_node *link);

} // namespace ponder
