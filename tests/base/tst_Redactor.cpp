#include "base/Redactor.h"

#include <QTest>

using namespace ponder;

class tst_Redactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registeredSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("alone") << QStringLiteral("Kx9/secret+part one");
        QTest::newRow("within words") << QStringLiteral("keyKx9/secret+part one.");
        QTest::newRow("twice") << QStringLiteral("Kx9/secret+part oneKx9/secret+part one");
        QTest::newRow("in an address") << QStringLiteral("http://h/?k=Kx9%2Fsecret%2Bpart%20one&x");
        QTest::newRow("in JSON") << QStringLiteral("{\"k\":\"Kx9\\/secret+part one\"}");
        QTest::newRow("the longer of two") << QStringLiteral("Kx9/secret+part one and more");
    }
    void registeredSecrets()
    {
        QFETCH(const QString, text);
        Redactor redactor;
        redactor.addSecret(QStringLiteral(" Kx9/secret+part one\n"));
        redactor.addSecret(QStringLiteral("Kx9/secret+part one and more"));
        redactor.addSecret(QStringLiteral("Kx9/"));
        const QString clean = redactor.redact(text);
        QVERIFY2(!clean.contains(QStringLiteral("secret")), qPrintable(clean));
        QVERIFY2(!clean.contains(QStringLiteral("more")), qPrintable(clean));
        QVERIFY(clean.contains(QStringLiteral("[key removed]")));
    }

    void whatLooksLikeAKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const char *text, const char *secret) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(secret);
        };
        row("header", "Authorization: Bearer abcDEF123456", "abcDEF123456");
        row("lower case", "authorization: bearer\tabcDEF123456", "abcDEF123456");
        row("x-api-key", "x-api-key: abcDEF123456", "abcDEF123456");
        row("x-api-key in JSON", "{\"x-api-key\":\"abcDEF123456\"}", "abcDEF123456");
        row("OpenAI", "provided: sk-proj-abc_def-1234567890.", "1234567890");
        row("Hugging Face", "(hf_abcdefghijklmnop)", "abcdefghijklmnop");
        row("Groq", "gsk_abcdefghijklmnop", "abcdefghijklmnop");
        row("xAI", "xai-abcdefghijklmnop", "abcdefghijklmnop");
        row("Google", "key=AIzaSyA1234567890abcdefghijk", "1234567890");
    }
    void whatLooksLikeAKey()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, secret);
        const QString clean = Redactor().redact(text);
        QVERIFY2(!clean.contains(secret), qPrintable(clean));
    }

    void otherTextStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << QStringLiteral(
            "This model's maximum context length is 8192 tokens");
        QTest::newRow("short names") << QStringLiteral("sk-1 ask-me task_management_system hf_hub");
        QTest::newRow("masked") << QStringLiteral("Bearer [key removed]");
        QTest::newRow("too short a secret") << QStringLiteral("abc");
        QTest::newRow("other letters") << QStringLiteral("密钥 не ключ 😀");
    }
    void otherTextStays()
    {
        QFETCH(const QString, text);
        Redactor redactor;
        redactor.addSecret(QStringLiteral("abc"));
        redactor.addSecret(QString());
        QCOMPARE(redactor.redact(text), text);
    }

    void oneForTheProgram()
    {
        Redactor::instance().addSecret(QStringLiteral("program-wide-secret"));
        QCOMPARE(Redactor::instance().redact(QStringLiteral("<program-wide-secret>")),
                 QStringLiteral("<[key removed]>"));
    }
};

QTEST_GUILESS_MAIN(tst_Redactor)
#include "tst_Redactor.moc"
