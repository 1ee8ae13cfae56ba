"""What may and may not stand in the sources."""

import re
import unittest

import tree

CODE = (".h", ".cpp", ".qml", ".py", ".txt", ".cmake", ".md", ".json", ".svg", ".sh", "")
# Written in parts, so that this file passes its own test.
MACHINE_PATHS = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/[a-z]", "/Us" + "ers/", "/usr/lo" + "cal/"]))
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + "ME|X" + r"XX|HA" + r"CK)\b")
# A wait that is itself what is tested ends its line with a comment that says so: `// a pause: why`.
SLEEPS = re.compile(r"(?!.*(?://|#) a pause: )\b(qWait\(|qSleep\(|msleep\(|usleep\(|sleep_for|sleep_until|QThread::sleep|time\.sleep\()")
LONG = re.compile(r"^\W*Long because ", re.M)


def sources():
    return [path for path in tree.files(*CODE) if path.parts[:2] != ("tests", "data")]


class Text(unittest.TestCase):
    def lines_that_match(self, pattern, paths):
        return [f"{path}:{number}: {line.strip()[:100]}"
                for path in paths
                for number, line in enumerate(tree.text(path).splitlines(), 1)
                if pattern.search(line)]

    def test_no_path_of_a_machine(self):
        self.assertEqual(self.lines_that_match(MACHINE_PATHS, sources()), [])

    def test_nothing_is_left_for_later(self):
        self.assertEqual(self.lines_that_match(UNFINISHED, sources()), [])

    def test_tests_wait_for_conditions_and_never_sleep(self):
        paths = tree.files(".h", ".cpp", ".py", ".qml", under="tests")
        self.assertEqual(self.lines_that_match(SLEEPS, [p for p in paths if p.parts[1] not in ("lint", "data")]), [])

    def test_lock_file_records_no_address(self):
        self.assertNotIn('"resolved"', tree.text("resources/web/package-lock.json"))

    def test_files_are_short_or_say_why(self):
        limits = [("app", 400), ("resources", 400), ("qml", 250), ("tests", 600)]
        long = []
        for under, limit in limits:
            for path in tree.files(".h", ".cpp", ".qml", ".py", under=under):
                text = tree.text(path)
                length = text.count("\n")
                if length > limit and not LONG.search("\n".join(text.splitlines()[:10])):
                    long.append(f"{path}: {length} lines")
        self.assertEqual(long, [])

    def test_headers_are_included_once(self):
        headers = tree.files(".h", under="app") + tree.files(".h", under="tests")
        self.assertEqual([str(path) for path in headers if "#pragma once" not in tree.text(path)], [])

    def test_formatted(self):
        paths = [str(path) for under in ("app", "tests", "resources") for path in tree.files(".h", ".cpp", under=under)]
        code, output = tree.run("clang-format", "--dry-run", "-Werror", *paths)
        wrong = sorted(set(re.findall(r"^(\S+?):\d+:\d+: error", output, re.M)))
        self.assertEqual((code, wrong), (0, []), output[:500] if code and not wrong else None)


if __name__ == "__main__":
    unittest.main(verbosity=2)
