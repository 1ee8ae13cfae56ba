"""Ponder's window as assistive technology and a hand on mouse and keyboard meet it."""

import os
import pathlib
import re
import signal
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from harness import BUILD, PROGRAM, wait_for  # noqa: E402

SCREENSHOTS = BUILD / "screenshots"
THINKING = re.compile("^Thinking, ")  # the panel of an answer; the composer's menu is called "Thinking effort"

Atspi.init()
# Everything is asked anew each time: this process runs no main loop that would keep a cache true.
Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)


class Node:
    """One accessible element. It may vanish at any time; then it has no name and is not shown."""

    def __init__(self, accessible):
        self.accessible = accessible

    def _ask(self, question, otherwise):
        try:
            answer = question(self.accessible)
            return otherwise if answer is None else answer
        except GLib.Error:
            return otherwise

    @property
    def name(self):
        return self._ask(Atspi.Accessible.get_name, "")

    @property
    def description(self):
        return self._ask(Atspi.Accessible.get_description, "")

    @property
    def role(self):
        return self._ask(Atspi.Accessible.get_role_name, "")

    @property
    def text(self):
        # The interface is named: newer libraries have a function of the same name that every element has.
        return self._ask(lambda node: Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)), "")

    def has(self, *states):
        found = self._ask(Atspi.Accessible.get_state_set, None)
        return found is not None and all(found.contains(getattr(Atspi.StateType, state)) for state in states)

    @property
    def shown(self):
        return self.has("VISIBLE", "SHOWING")

    @property
    def children(self):
        count = self._ask(Atspi.Accessible.get_child_count, 0)
        nodes = (self._ask(lambda node, i=i: node.get_child_at_index(i), None) for i in range(count))
        return [Node(node) for node in nodes if node is not None]

    @property
    def box(self):
        found = self._ask(lambda node: Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN), None)
        return (found.x, found.y, found.width, found.height) if found else (0, 0, 0, 0)

    def walk(self):
        yield self
        for child in self.children:
            if child.has("VISIBLE"):
                yield from child.walk()

    def __repr__(self):
        return f"{self.role} {self.name!r}"


def matches(wanted, name):
    if wanted is None:
        return True
    return bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else wanted == name


class Window:
    """One run of the program. Its standard error is kept in a file of the test's folders."""

    def __init__(self, test, *arguments, inside=(), **environment):
        """`inside`: a command that runs the program after it has prepared something for it."""
        self.test = test
        self.log = test.folders.root / "ponder.log"
        SCREENSHOTS.mkdir(exist_ok=True)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*inside, PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, **test.folders.environment(), **environment})
        test.addCleanup(self.kill)
        self.root = wait_for(self._application, "the window to appear on the accessibility bus", 30)
        wait_for(lambda: any(child.shown for child in self.root.children), "the window to be shown")
        self._focus_window()

    def _application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"ponder ended with {self.process.returncode}:\n{self.log.read_text()}")
        for application in Node(Atspi.get_desktop(0)).children:
            if application._ask(Atspi.Accessible.get_process_id, 0) == self.process.pid:
                return application
        return None

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError(f"xdotool {arguments}: {done.stderr}")
        return done.stdout.strip()

    def _focus_window(self):
        def found():
            done = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                  capture_output=True, text=True, check=False)
            return done.stdout.split()
        self.window_id = wait_for(found, "the X window")[-1]
        self.xdotool("windowactivate", "--sync", self.window_id)

    # Looking

    def nodes(self):
        return list(self.root.walk())

    def names(self):
        return [node.name for node in self.nodes() if node.name]

    def find(self, name, role=None, inside=None):
        for node in (inside or self.root).walk():
            if matches(name, node.name) and (role is None or node.role == role) and node.shown:
                return node
        return None

    def wait(self, name, role=None, seconds=20, inside=None):
        try:
            return wait_for(lambda: self.find(name, role, inside), f"{role or 'something'} named {name!r}", seconds)
        except AssertionError as error:
            self.screenshot(f"failed-{self.test.id().rsplit('.', 1)[-1]}")
            raise AssertionError(f"{error}\nshown: {self.outline()}") from None

    def wait_until_gone(self, name, role=None, seconds=20):
        wait_for(lambda: self.find(name, role) is None, f"{name!r} to go away", seconds)

    def says(self, piece):
        """True when some element's name or text holds this piece."""
        return any(piece in node.name or piece in node.text for node in self.nodes())

    def wait_to_say(self, piece, seconds=20):
        try:
            wait_for(lambda: self.says(piece), f"the window to say {piece!r}", seconds)
        except AssertionError as error:
            self.screenshot(f"failed-{self.test.id().rsplit('.', 1)[-1]}")
            raise AssertionError(f"{error}\nshown: {self.outline()}") from None

    def outline(self):
        return "\n".join(f"  {node.role}: {node.name[:70]!r} {node.text[:70]!r}" for node in self.nodes()
                         if node.shown and (node.name or node.text))

    def screenshot(self, name):
        target = SCREENSHOTS / f"{name}.png"
        subprocess.run(["import", "-silent", "-window", self.window_id, str(target)], check=True)
        return target

    # Acting

    def click(self, name, role=None, seconds=20):
        node = name if isinstance(name, Node) else self.wait(name, role, seconds)
        x, y, width, height = self._resting_box(node)
        self.xdotool("mousemove", "--sync", x + width // 2, y + height // 2)
        self.xdotool("click", 1)
        return node

    @staticmethod
    def _resting_box(node):
        """Something that has just appeared may still be moving into place."""
        seen = []

        def at_rest():
            seen.append(node.box)
            return len(seen) > 3 and seen[-1][2] > 0 and seen[-1] == seen[-2] == seen[-3] == seen[-4]

        wait_for(at_rest, f"{node} to come to rest")
        return seen[-1]

    def type(self, text):
        # A character that no key has is put on a spare key for a moment, and the program must read it before the next.
        self.xdotool("type", "--delay", 4 if text.isascii() else 500, "--", text)

    def key(self, *combinations):
        self.xdotool("key", "--delay", 10, *combinations)

    def ask(self, text):
        """Writes a message into the composer and sends it."""
        field = self.click("Message", "text")
        wait_for(lambda: field.has("FOCUSED"), "the composer to have the focus")
        self.type(text)
        wait_for(lambda: field.text == text, f"the composer to hold {text!r}, not {field.text!r}")
        self.key("Return")

    # Ending

    def close(self):
        """As a person does: the window manager asks the window to close."""
        self.key("alt+F4")
        self.process.wait(20)

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(10)


def pss_megabytes(pid):
    rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"^Pss:\s+(\d+) kB", rollup, re.M).group(1)) / 1024
