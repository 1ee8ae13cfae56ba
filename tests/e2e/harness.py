"""What the end-to-end tests use to start the real program and to look at it as a person would."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

BUILD = pathlib.Path(os.environ["PONDER_BUILD_DIR"])
PROGRAM = BUILD / "ponder"
SESSION = pathlib.Path(os.environ.get("PONDER_E2E_FOLDER", tempfile.gettempdir()))


def wait_for(condition, what, seconds=20):
    """Asks again and again until the condition gives something true, and returns that."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for {what}")
        pause.wait(0.05)


class Folders:
    """The XDG folders of one test, empty at its start."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="run-", dir=SESSION))
        for name in ("config", "data", "cache", "state"):
            (self.root / name).mkdir()

    def environment(self):
        return {f"XDG_{name.upper()}_HOME": str(self.root / name) for name in ("config", "data", "cache", "state")}

    def files_that_contain(self, secret):
        needle = secret.encode()
        return [str(path) for path in self.root.rglob("*") if path.is_file() and needle in path.read_bytes()]

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Keyring:
    """gnome-keyring's secret service on this session's bus, unlocked, as after a log-in."""

    def __init__(self):
        self._process = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._process.stdin.write(b"login")
        self._process.stdin.close()
        wait_for(self._is_there, "the keyring")

    @staticmethod
    def _is_there():
        asked = subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                                "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"],
                               capture_output=True, text=True, check=False)
        return "true" in asked.stdout

    def holds(self, secret):
        """True when an item of the keyring has this secret, looked at from outside the program."""
        found = subprocess.run(["secret-tool", "search", "--all", "--unlock", "xdg:schema",
                                "org.qt.keychain"], capture_output=True, text=True, check=False)
        return secret in found.stdout

    def stop(self):
        self._process.terminate()
        self._process.wait(10)


class BareBus:
    """A second session bus that starts no service by itself."""

    def __init__(self):
        configuration = pathlib.Path(__file__).with_name("bus_without_services.conf")
        self._process = subprocess.Popen(["dbus-daemon", f"--config-file={configuration}", "--nofork",
                                          "--print-address=1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                         text=True)
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self._process.stdout.readline().strip()}

    def stop(self):
        self._process.terminate()
        self._process.communicate()


class Command:
    """`ponder VERB …` running; a plain subprocess with the folders of the test."""

    def __init__(self, folders, *arguments, stdin=None, inside=(), **environment):
        """`inside`: a command that runs the program after it has prepared something for it."""
        self.process = subprocess.Popen(
            [*inside, PROGRAM, *arguments], text=True, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, **folders.environment(), **environment})
        self._stdin = stdin

    def end(self, seconds=60):
        out, err = self.process.communicate(self._stdin, timeout=seconds)
        return subprocess.CompletedProcess(self.process.args, self.process.returncode, out, err)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


class EndToEnd(unittest.TestCase):
    """Gives each test folders of its own and takes everything away again."""

    maxDiff = None

    def setUp(self):
        self.folders = Folders()
        self.addCleanup(self.folders.remove)

    def ponder(self, *arguments, stdin=None, inside=(), **environment):
        """Runs a command to its end."""
        return Command(self.folders, *arguments, stdin=stdin, inside=inside, **environment).end()

    def start(self, *arguments, **environment):
        command = Command(self.folders, *arguments, **environment)
        self.addCleanup(command.stop)
        return command
