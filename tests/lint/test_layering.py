"""Each folder of app/ is a room; this is what each may use (app/README.md explains it)."""

import re
import unittest

import tree

MAY_USE = {
    "base": set(),
    "wire": {"base"},
    "chat": {"base", "wire"},
    "settings": {"base"},
    "markdown": {"base"},
    "highlight": {"base"},
    "math": {"base"},
    "providers": {"base", "wire", "chat"},
    "store": {"base", "chat"},
    "secrets": {"base", "chat"},
    "ui": {"base", "wire", "chat", "settings", "markdown", "highlight", "math"},
    "cli": {"base", "wire", "chat", "settings"},
}
# A conversation is made of wire's deltas and usage, so whoever may use chat meets those two as well.
VALUES_OF_WIRE = {"wire/Delta.h", "wire/Usage.h", "wire/ChatRequest.h", "wire/ToolCallAssembler.h"}

QT_MODULES = {
    "base": {"Core"},
    "wire": {"Core"},
    "chat": {"Core"},
    "settings": {"Core"},
    "markdown": {"Core"},
    "highlight": {"Core"},
    "math": {"Core", "Gui", "Qml", "Svg"},
    "providers": {"Core", "Network"},
    "store": {"Core", "Sql"},
    "secrets": {"Core", "DBus"},
    "cli": {"Core"},
}


class Layering(unittest.TestCase):
    def test_every_room_is_in_the_table(self):
        rooms = {path.parts[1] for path in tree.files(".h", ".cpp", under="app") if len(path.parts) > 2}
        self.assertEqual(rooms - MAY_USE.keys(), set())

    def test_includes_follow_the_table(self):
        wrong = []
        for path in tree.files(".h", ".cpp", under="app"):
            if len(path.parts) == 2:
                continue  # main.cpp and AppContext name every concrete class: that is their job.
            room = path.parts[1]
            for line, include in enumerate(tree.text(path).splitlines(), 1):
                match = re.match(r'\s*#\s*include\s+"((?:\.\./)*([\w.]+)(?:/[\w.]+)*)"', include)
                if not match:
                    continue
                target, other = match.group(1), match.group(2)
                if target.startswith("../") or other == "Resources.h":
                    wrong.append(f"{path}:{line}: {target}")
                elif other in MAY_USE and other != room and other not in MAY_USE[room]:
                    if not (target in VALUES_OF_WIRE and "chat" in MAY_USE[room]):
                        wrong.append(f"{path}:{line}: {room} may not use {target}")
        self.assertEqual(wrong, [])

    def test_link_lists_follow_the_table(self):
        wrong = []
        for room, allowed in MAY_USE.items():
            cmake = tree.text(f"app/{room}/CMakeLists.txt")
            linked = set(re.findall(r"ponder_(\w+)(?=[\s)])", "".join(re.findall(r"LINK\s[^)]*\)", cmake))))
            wrong += [f"{room} links {other}" for other in sorted(linked & MAY_USE.keys() - allowed - {room})]
            if room in QT_MODULES:
                modules = set(re.findall(r"Qt6::([A-Z]\w+)", cmake))
                wrong += [f"{room} links Qt {module}" for module in sorted(modules - QT_MODULES[room])]
        self.assertEqual(wrong, [])

    def test_map_of_the_code_names_every_folder(self):
        readme = tree.text("app/README.md")
        folders = {f"app/{path.parts[1]}/" for path in tree.files(".cpp", ".h", under="app") if len(path.parts) > 2}
        folders |= {f"qml/{path.parts[1]}/" for path in tree.files(".qml", under="qml") if len(path.parts) > 2}
        folders |= {f"tests/{path.parts[1]}/" for path in tree.files(under="tests") if len(path.parts) > 2}
        missing = [folder for folder in sorted(folders) if f"`{folder}`" not in readme]
        self.assertEqual(missing, [])

    def test_map_of_the_code_names_no_folder_that_is_not_there(self):
        named = re.findall(r"`((?:app|qml|tests|resources|packaging)/[\w/]*/)`", tree.text("app/README.md"))
        self.assertEqual([name for name in named if not (tree.ROOT / name).is_dir()], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
