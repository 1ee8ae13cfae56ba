#include "markdown/LinkMismatch.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;
using Reason = LinkMismatch::Reason;

class tst_LinkMismatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_data();
    void check();
    void realPlace_data();
    void realPlace();
};

void tst_LinkMismatch::check_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *name, const QString &text, const QString &url, Reason reason) {
        QTest::newRow(name) << text << url << int(reason);
    };

    row("words", u"the manual"_s, u"https://example.com/x"_s, Reason::None);
    row("same address", u"https://example.com/x"_s, u"https://example.com/x"_s, Reason::None);
    row("same host", u"example.com"_s, u"https://example.com/x"_s, Reason::None);
    row("www", u"www.example.com"_s, u"https://example.com/"_s, Reason::None);
    row("case", u"Example.COM"_s, u"https://example.com/"_s, Reason::None);
    row("part of the site", u"example.com"_s, u"https://docs.example.com/"_s, Reason::None);
    row("the site of a part", u"docs.example.com"_s, u"https://example.com/docs"_s, Reason::None);
    row("file name", u"main.cpp"_s, u"https://example.com/main.cpp"_s, Reason::None);
    row("readme", u"README.md"_s, u"https://example.com/r"_s, Reason::None);
    row("version", u"Qt 6.4.2"_s, u"https://qt.io/"_s, Reason::None);
    row("abbreviation", u"e.g. this"_s, u"https://qt.io/"_s, Reason::None);
    row("Chinese", u"官方文档"_s, u"https://example.cn/"_s, Reason::None);
    row("Chinese host", u"例子"_s, u"https://例子.中国/"_s, Reason::None);

    row("within Chinese words", u"请看example.com的说明"_s, u"https://example.com/"_s,
        Reason::None);
    row("other host", u"paypal.com"_s, u"https://evil.net/"_s, Reason::OtherPlace);
    row("other address", u"https://paypal.com/login"_s, u"https://evil.net/"_s, Reason::OtherPlace);
    row("in words", u"Sign in at paypal.com now"_s, u"https://evil.net/"_s, Reason::OtherPlace);
    row("within Chinese", u"请登录paypal.com"_s, u"https://evil.net/"_s, Reason::OtherPlace);
    row("host as a part", u"paypal.com"_s, u"https://paypal.com.evil.net/"_s, Reason::OtherPlace);
    row("host as an ending", u"paypal.com"_s, u"https://notpaypal.com/"_s, Reason::OtherPlace);
    row("unknown ending with a scheme", u"https://a.example"_s, u"https://b.example/"_s,
        Reason::OtherPlace);
    row("number", u"https://10.0.0.1/"_s, u"https://10.0.0.2/"_s, Reason::OtherPlace);
    row("host in the path", u"paypal.com"_s, u"https://evil.net/paypal.com"_s, Reason::OtherPlace);

    row("user name", u"here"_s, u"https://paypal.com@evil.net/"_s, Reason::HiddenHost);
    row("Cyrillic letter", u"here"_s, u"https://\u0430pple.com/"_s, Reason::LookAlike);
    row("punycode", u"here"_s, u"https://xn--pple-43d.com/"_s, Reason::LookAlike);
    row("all Cyrillic", u"here"_s, u"https://xn--80ak6aa92e.com/"_s, Reason::LookAlike);

    row("mail", u"a@example.com"_s, u"mailto:a@example.com"_s, Reason::None);
    row("mail with a subject", u"a@example.com"_s, u"mailto:a@example.com?subject=x"_s,
        Reason::None);
    row("mail in words", u"write to us"_s, u"mailto:a@example.com"_s, Reason::None);
    row("mail to another host", u"a@example.com"_s, u"mailto:a@evil.net"_s, Reason::OtherPlace);
    row("mail to another person", u"a@example.com"_s, u"mailto:b@example.com"_s,
        Reason::OtherPlace);
}

void tst_LinkMismatch::check()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QTEST(int(LinkMismatch::check(text, url)), "reason");
}

void tst_LinkMismatch::realPlace_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("place");
    QTest::newRow("web") << u"https://a@example.com:80/x"_s << u"example.com"_s;
    QTest::newRow("mail") << u"mailto:a@example.com?subject=x"_s << u"a@example.com"_s;
    QTest::newRow("look-alike") << u"https://\u0430pple.com/"_s << u"xn--pple-43d.com"_s;
}

void tst_LinkMismatch::realPlace()
{
    QFETCH(QString, url);
    QTEST(LinkMismatch::realPlace(url), "place");
}

QTEST_GUILESS_MAIN(tst_LinkMismatch)
#include "tst_LinkMismatch.moc"
