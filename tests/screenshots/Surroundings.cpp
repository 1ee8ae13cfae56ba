#include "screenshots/Surroundings.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ponder::screenshots {

namespace {

const char *const kFonts[] = {
    "/usr/share/fonts/opentype/inter/Inter-Regular.otf",
    "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf",
};

QString checksum(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"missing"_s;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return QString::fromLatin1(hash.result().toHex().left(16));
}

} // namespace

void pinSurroundings(double scale)
{
    const QByteArray home = PONDER_SCREENSHOT_FOLDER "/home";
    QDir().mkpath(QString::fromUtf8(home));
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                             "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home);
    QFile::setPermissions(QString::fromUtf8(home),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("FONTCONFIG_FILE", PONDER_SOURCE_DIR "/tests/screenshots/fonts.conf");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("TZ", "UTC");
    // Nobody answers here: no desktop is asked for its colours.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home + "/no-bus");
    for (const char *name :
         {"LANGUAGE", "LANG", "QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS",
          "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_ENABLE_HIGHDPI_SCALING", "QT_USE_PHYSICAL_DPI",
          "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_IM_MODULE", "QT_QUICK_CONTROLS_STYLE",
          "QT_QUICK_FLICKABLE_WHEEL_DECELERATION", "QSG_RENDER_LOOP", "FREETYPE_PROPERTIES",
          "XDG_CURRENT_DESKTOP"})
        qunsetenv(name);
    qputenv("QT_LOGGING_RULES", "qt.qml.compiler.warning=false"); // about MathJax
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
}

QString describeSurroundings()
{
    QString text = u"Qt %1\n"_s.arg(QLatin1String(qVersion()));
    for (const char *font : kFonts) {
        const QString path = QString::fromLatin1(font);
        text += u"%1 %2\n"_s.arg(QFileInfo(path).fileName(), checksum(path));
    }
    return text;
}

} // namespace ponder::screenshots
