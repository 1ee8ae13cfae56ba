#include "markdown/LinkPolicy.h"

#include <QTest>

using namespace ponder;

class tst_LinkPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void link_data();
    void link();
    void image_data();
    void image();
    void host();
};

void tst_LinkPolicy::link_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("https") << QStringLiteral("https://a.b/c?d#e") << true;
    QTest::newRow("upper case") << QStringLiteral("HTTPS://A.B") << true;
    QTest::newRow("mail") << QStringLiteral("mailto:a@b.c") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("mail to nobody") << QStringLiteral("mailto:") << false;
    QTest::newRow("no host") << QStringLiteral("https:///a") << false;
    QTest::newRow("relative") << QStringLiteral("//a.b/c") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("script in disguise") << QStringLiteral("java\nscript:alert(1)") << false;
    QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
    QTest::newRow("desktop handler") << QStringLiteral("smb://host/share") << false;
    QTest::newRow("control character") << QStringLiteral("https://a.b/\x01") << false;
    QTest::newRow("very long") << QStringLiteral("https://a.b/") + QString(9000, u'x') << false;
}

void tst_LinkPolicy::link()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    QCOMPARE(LinkPolicy::allowsLink(url), allowed);
}

void tst_LinkPolicy::image_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("https") << QStringLiteral("https://a.b/c.png") << true;
    QTest::newRow("data") << QStringLiteral("data:image/png;base64,AAAA") << true;
    QTest::newRow("data too large")
        << QStringLiteral("data:image/png;base64,") + QString(LinkPolicy::kMaxDataUrl, u'A')
        << false;
    QTest::newRow("svg") << QStringLiteral("data:image/svg+xml;base64,AAAA") << false;
    QTest::newRow("html") << QStringLiteral("data:text/html;base64,AAAA") << false;
    QTest::newRow("file") << QStringLiteral("file:///a.png") << false;
    QTest::newRow("resource") << QStringLiteral("qrc:/a.png") << false;
    QTest::newRow("provider") << QStringLiteral("image://icon/x") << false;
}

void tst_LinkPolicy::image()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    QCOMPARE(LinkPolicy::allowsImage(url), allowed);
}

void tst_LinkPolicy::host()
{
    QCOMPARE(LinkPolicy::host(QStringLiteral("https://a.b:8443/c")), QStringLiteral("a.b"));
    QCOMPARE(LinkPolicy::host(QStringLiteral("https://good.com@evil.org/")),
             QStringLiteral("evil.org"));
    QCOMPARE(LinkPolicy::host(QStringLiteral("data:image/png;base64,AA")), QString());
}

QTEST_APPLESS_MAIN(tst_LinkPolicy)
#include "tst_LinkPolicy.moc"
