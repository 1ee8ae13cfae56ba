#include "ui/RowSamples.h"

#include "markdown/BlockParser.h"
#include "ui/TranscriptRows.h"

using namespace Qt::StringLiterals;

namespace ponder {

RowSamples::RowSamples(QObject *parent) : QObject(parent)
{
    const Blocks blocks = BlockParser::blocks(uR"(
Text 文字，（一）。

**Bold 粗体**, *italic*, `code`

### Heading 标题

- item

1. item

> quote

```cpp
int x; // 注释
```

| A 甲 | B |
|:---|---:|
| 乙 | **2** |
)"_s);
    for (const BlockPtr &block : blocks) {
        BlockRow row;
        row.block = block;
        m_rows.push_back({rowTypeName(row), QVariant::fromValue(row)});
    }
}

} // namespace ponder
