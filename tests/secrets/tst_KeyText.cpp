#include "secrets/KeyText.h"

#include "base/Redactor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;

class TestKeyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("plain") << u"sk-abcdef0123456789"_s << u"sk-abcdef0123456789"_s;
        QTest::newRow("blanks around") << u" \tsk-abc\r\n"_s << u"sk-abc"_s;
        QTest::newRow("every sign") << u"!#$%&'*+-.^_`|~:/=\"\\"_s << u"!#$%&'*+-.^_`|~:/=\"\\"_s;
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("only blanks") << u" \n "_s << u""_s;
        QTest::newRow("line break") << u"sk-abc\r\nX-Evil: 1"_s << u""_s;
        QTest::newRow("lone line feed") << u"sk-abc\ndef"_s << u""_s;
        QTest::newRow("two words") << u"Bearer sk-abc"_s << u""_s;
        QTest::newRow("tab") << u"sk\tabc"_s << u""_s;
        QTest::newRow("NUL") << u"sk-abc"_s + QChar(u'\0') + u"def"_s << u""_s;
        QTest::newRow("delete") << u"sk-abc\u007f"_s + u"def"_s << u""_s;
        QTest::newRow("full-width") << u"ｓｋ-abc"_s << u""_s;
        QTest::newRow("dash of a word processor") << u"sk–abc"_s << u""_s;
        QTest::newRow("invisible") << u"sk-\u200Babc"_s << u""_s;
        QTest::newRow("Chinese") << u"密钥"_s << u""_s;
    }

    void checks()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, expected);
        const Result<QString> key = checkedKey(typed);
        QCOMPARE(key.valueOr({}), expected);
        if (!key) {
            QCOMPARE(key.error().kind, ErrorKind::Usage);
            QVERIFY(key.error().message.endsWith(u'.'));
        }
    }

    void isNeverQuotedBack_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("good") << u"tst-secret-number-1"_s;
        QTest::newRow("refused") << u"tst-geheim-nummer-ä2"_s;
        QTest::newRow("two lines") << u"tst-secret\nnumber-3"_s;
    }

    void isNeverQuotedBack()
    {
        QFETCH(const QString, typed);
        const Result<QString> key = checkedKey(typed);
        if (!key)
            QVERIFY(!key.error().message.contains(typed) && key.error().detail.isEmpty());
        QVERIFY(!Redactor::instance().redact(u"They said: "_s + typed).contains(typed));
    }
};

QTEST_GUILESS_MAIN(TestKeyText)
#include "tst_KeyText.moc"
