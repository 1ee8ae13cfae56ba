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

/// Whether a link is an address that stands in the text as it is: a backslash in there is one.
[[nodiscard]] bool isAddress(cmark_node *link);

} // namespace ponder
