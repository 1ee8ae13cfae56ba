"""The tools that know a format say what is wrong with our files of it."""

import json
import re
import shutil
import unittest

import tree

QMLLINT = ("/usr/lib/qt6/bin/qmllint", "qmllint6", "qmllint")

# What the linter of Qt 6.4 cannot know, though the engine does; later ones know more. Everything else counts.
LIMITS = re.compile("|".join([
    r"Unqualified access",  # ids from inside a Component need ComponentBehavior: Bound, which 6.4 has not
    # Members of values made in C++ or JavaScript, and of items that are only known by their base.
    r'not found on type "(QVariantMap|QVariantList|QStringList|QObject|QQuickItem|QQuickTextEdit|int)"',
    r"Type is a list\. You cannot access",
    # Our own C++ items: their bases live in a module whose types the linter does not load for us.
    r"(QQuickPaintedItem|QQuickItem) was not found|'?(ProgressRing|FollowScroll|FormulaItem|LinkFocus|LinkWalk|ScrollCover|SelectionArea)'? is used but|on type \"(ProgressRing|FormulaItem|LinkFocus)\"|required property \w+ from LinkFocus",
    r'Type "qlonglong" of property',
    r'No type found for property "\w+"',  # QColor and QTextDocument as types of C++ properties
    r"Cannot defer property assignment to",  # a named contentItem, made at once on purpose
    r"Cannot assign binding of type QSizeF to QSize",
    r"Type \"(QQuickItem|QQuickWindow)\" of property",
    r"Cannot assign binding of type (ponder::\w+ to QObject|\w+ to QString)",
    r"(ContextMeter|PSpinner|MathRow|TranscriptSelection)\.qml:\d+:\d+: (Binding assigned to|'anchors'|unknown grouped property scope)",
]))


class Tools(unittest.TestCase):
    def tool(self, *names):
        found = next((path for path in map(shutil.which, names) if path), None)
        self.assertIsNotNone(found, f"{names[-1]} is not installed")
        return found

    def test_qmllint_has_nothing_to_say(self):
        # The build lays all files beside each other, as the module's qmldir says.
        paths = sorted(str(path) for path in (tree.BUILD / "qml" / "Ponder").glob("*.qml"))
        self.assertTrue(paths, f"{tree.BUILD} has no QML module: build it first")
        _, output = tree.run(self.tool(*QMLLINT), "-I", str(tree.BUILD / "qml"), *paths)
        said = re.findall(r"^(?:Warning|Error): .*$", output, re.M)
        self.assertEqual([line for line in said if not LIMITS.search(line)], [])

    def test_scripts(self):
        scripts = ["packaging/run", "tests/run", ".ci/run", "packaging/dependencies/install.sh"]
        code, output = tree.run(self.tool("shellcheck"), "-x", *scripts)
        self.assertEqual(code, 0, output)

    def test_desktop_file(self):
        code, output = tree.run(self.tool("desktop-file-validate"), "packaging/org.ponder.Ponder.desktop")
        self.assertEqual((code, output), (0, ""))

    def test_appstream_metadata(self):
        code, output = tree.run(self.tool("appstreamcli"), "validate", "--no-net",
                                "packaging/org.ponder.Ponder.metainfo.xml")
        self.assertEqual(code, 0, output)

    def test_json_files_parse(self):
        for path in tree.files(".json"):
            if path.parts[:2] == ("tests", "data"):
                continue  # Some of those are broken on purpose.
            with self.subTest(path=str(path)):
                json.loads(tree.text(path))

    def test_icons_that_qml_names_are_in_the_list(self):
        listed = {line.strip() for line in tree.text("resources/icons.txt").splitlines() if not line.startswith("#")}
        listed |= {path.stem for path in tree.files(".svg", under="resources/icons")}
        used = {}
        for path in tree.files(".qml", under="qml"):
            text = tree.text(path)
            for line in re.findall(r"^\s*iconName:.*$|PIcon \{[^}]*?name:[^\n}]*", text, re.M):
                for name in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', line.split("name:", 1)[-1].split("iconName:", 1)[-1]):
                    used.setdefault(name, str(path))
            for name in re.findall(r"image://icon/([a-z0-9-]+)", text):
                used.setdefault(name, str(path))
        self.assertEqual({name: path for name, path in used.items() if name not in listed}, {})


if __name__ == "__main__":
    unittest.main(verbosity=2)
