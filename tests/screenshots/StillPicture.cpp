#include "screenshots/StillPicture.h"

#include "ui/Formulas.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

namespace ponder::screenshots {

namespace {

constexpr int kPatienceMs = 60'000;
/// QTest looks every 10 ms; rows of a message list change at most that many looks apart.
constexpr int kLooks = 12;

/// Whether an Image below the item is still being read.
bool isLoading(const QQuickItem &item)
{
    constexpr int kLoading = 2; // QQuickImageBase::Loading
    if (item.inherits("QQuickImageBase") && item.property("status").toInt() == kLoading)
        return true;
    const QList<QQuickItem *> children = item.childItems();
    return std::any_of(children.begin(), children.end(),
                       [](const QQuickItem *child) { return isLoading(*child); });
}

/// The formulas of the window: those of the engine that its items were made by.
const Formulas *formulasOf(const QQuickItem &item)
{
    if (const Formulas *formulas = Formulas::of(&item))
        return formulas;
    const QList<QQuickItem *> children = item.childItems();
    for (const QQuickItem *child : children) {
        if (const Formulas *formulas = formulasOf(*child))
            return formulas;
    }
    return nullptr;
}

} // namespace

QImage stillPicture(QQuickWindow &window)
{
    QImage last;
    int same = 0;
    const char *reason = "";
    const bool still = QTest::qWaitFor(
        [&] {
            const QQuickItem &content = *window.contentItem();
            const Formulas *formulas = formulasOf(content);
            // Rules of code colours are read on the pool.
            reason = formulas && formulas->isWaiting() ? "formulas are being set"
                     : isLoading(content)              ? "pictures are being loaded"
                     : QThreadPool::globalInstance()->activeThreadCount() > 0
                         ? "rules of code colours are being read"
                         : "";
            if (*reason != 0) {
                same = 0;
                return false;
            }
            const QImage now = window.grabWindow();
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= kLooks;
        },
        kPatienceMs);
    if (!still)
        qWarning("the window does not come to rest: %s", *reason != 0 ? reason : "it changes");
    return still ? last : QImage();
}

} // namespace ponder::screenshots
