"""Every string a person can read goes through the translator, and every one has its Chinese."""

import re
import subprocess
import tempfile
import pathlib
import shutil
import unittest
import xml.etree.ElementTree as ElementTree

import tree

VISIBLE = re.compile(r"^\s*(?:property string )?(text|tip|title|body|placeholderText|help|description|label|"
                     r"Accessible\.name|Accessible\.description)\s*:(.*)$")
TRANSLATED = re.compile(r'qsTr\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
READABLE = re.compile(r"^[A-Z][a-z]|[A-Za-z] [A-Za-z]|[\u4e00-\u9fff]")
NEVER_TRANSLATED = {"Ponder", "English", "简体中文"}  # the program and the languages by their own names
LUPDATE = ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate")


class Strings(unittest.TestCase):
    def test_qml_has_no_bare_text(self):
        bare = []
        for path in tree.files(".qml", under="qml"):
            text = TRANSLATED.sub(lambda call: "\n" * call.group().count("\n"), tree.text(path))
            for number, line in enumerate(text.splitlines(), 1):
                match = VISIBLE.match(line)
                if match:
                    bare += [f"{path}:{number}: {literal}" for literal in LITERAL.findall(match.group(2))
                             if READABLE.search(literal) and literal.strip() not in NEVER_TRANSLATED]
        self.assertEqual(bare, [])

    def translations(self, language):
        return ElementTree.parse(tree.ROOT / f"resources/translations/ponder_{language}.ts").getroot()

    def test_chinese_is_complete(self):
        missing = []
        for context in self.translations("zh_CN").findall("context"):
            for message in context.findall("message"):
                translation = message.find("translation")
                forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
                if translation.get("type") in ("unfinished", "vanished", "obsolete") or not all(map(str.strip, forms)):
                    missing.append(f"{context.findtext('name')}: {message.findtext('source')}")
        self.assertEqual(missing, [])

    def test_english_plurals_are_complete(self):
        missing = [message.findtext("source")
                   for message in self.translations("en").iter("message")
                   if not all((form.text or "").strip() for form in message.iter("numerusform"))]
        self.assertEqual(missing, [])

    def test_placeholders_survive_translation(self):
        wrong = []
        for message in self.translations("zh_CN").iter("message"):
            source = message.findtext("source")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            for form in forms:
                if sorted(set(re.findall(r"%(?:L?\d+|L?n)", source))) != sorted(set(re.findall(r"%(?:L?\d+|L?n)", form))):
                    wrong.append(f"{source} → {form}")
        self.assertEqual(wrong, [])

    def test_chinese_style(self):
        """A space between Han and Latin letters or digits; full-width punctuation after Han; 你 and not 您."""
        wrong = []
        for message in self.translations("zh_CN").iter("message"):
            for form in message.find("translation").itertext():
                plain = re.sub(r"%(?:L?\d+|L?n)", "", form)
                if re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", plain):
                    wrong.append(f"space: {form}")
                if re.search(r"[\u4e00-\u9fff][,.;:!?](?:\s|$)|您|[!！]", plain):
                    wrong.append(f"punctuation: {form}")
        self.assertEqual(wrong, [])

    def test_translations_know_every_string(self):
        """lupdate over the sources finds nothing that the .ts file does not have."""
        lupdate = next((found for found in map(shutil.which, LUPDATE) if found), None)
        self.assertIsNotNone(lupdate, "lupdate is not installed")
        with tempfile.TemporaryDirectory() as folder:
            fresh = pathlib.Path(folder) / "ponder_zh_CN.ts"
            subprocess.run([lupdate, "-silent", "-locations", "none", "-extensions", "cpp,h,qml",
                            str(tree.ROOT / "app"), str(tree.ROOT / "qml"), "-target-language", "zh_CN",
                            "-ts", str(fresh)], check=True, capture_output=True)
            found = self.keys(ElementTree.parse(fresh).getroot())
        known = self.keys(self.translations("zh_CN"))
        self.assertEqual((sorted(found - known), sorted(known - found)), ([], []),
                         "run: cmake --build build/release --target update_translations")

    def keys(self, root):
        return {(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
                for context in root.findall("context") for message in context.findall("message")}


if __name__ == "__main__":
    unittest.main(verbosity=2)
