"""Chats on a disk that does not do what it should: in the window and in the terminal, for real."""

import os
import pathlib
import sqlite3
import subprocess
import unittest

from harness import EndToEnd, wait_for
from provider import Provider, answer
from window import Window

# A mount namespace of the program's own; without rights of its own a user has them in a user namespace.
OWN_MOUNTS = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]


def may_mount():
    return subprocess.run([*OWN_MOUNTS, "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True,
                          check=False).returncode == 0


class Storage(EndToEnd):
    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.close)
        self.provider.default = answer("The pond is five metres deep.")
        added = self.ponder("providers", "add", "pond", "--base-url", self.provider.url, "--name", "The Pond",
                            "--model", "pond-1", "--no-key")
        self.assertEqual(added.returncode, 0, added.stderr)
        self.ponder("config", "set", "default.provider", "pond")
        self.folder = self.folders.root / "data" / "ponder"
        self.file = self.folder / "conversations.db"

    def save_one(self):
        done = self.ponder("ask", "--save", "An earlier question")
        self.assertEqual(done.returncode, 0, done.stderr)
        # As one file, so that a folder without its log is the whole truth.
        with sqlite3.connect(self.file) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()

    def answered(self, **how):
        """What `ask --save` says when the answer cannot be kept."""
        done = self.ponder("ask", "--save", "Hello", **how)
        self.assertEqual((done.returncode, done.stdout.strip()), (1, "The pond is five metres deep."), done.stderr)
        complaints = [line for line in done.stderr.splitlines() if line.startswith("ponder: ")]
        self.assertEqual(len(complaints), 1, done.stderr)
        self.assertNotIn("stays in this window", done.stderr)
        return complaints[0]

    def ask(self, window):
        """The window takes a question and shows the answer, whatever the disk does."""
        window.ask("How deep is it?")
        window.wait_to_say("five metres deep.")
        window.wait("Regenerate")

    def inside(self, script):
        """Runs the program where the shell has prepared its folder."""
        if not may_mount():
            self.skipTest("no mount is allowed here")
        self.folder.mkdir(exist_ok=True)
        return [*OWN_MOUNTS, "sh", "-c", f'{script} && exec "$@"', "sh"]

    def test_written_by_a_newer_version(self):
        self.save_one()
        database = sqlite3.connect(self.file)
        database.execute("PRAGMA user_version = 9999")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        before = self.file.read_bytes()

        done = self.ponder("list")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("newer version of Ponder. Update Ponder", done.stderr)
        self.assertIn("newer version of Ponder. Update Ponder", self.answered())
        window = Window(self)
        window.wait_to_say("newer version of Ponder. Update Ponder")
        window.screenshot("storage-newer")
        self.ask(window)
        window.close()
        self.assertEqual(self.file.read_bytes(), before)

    def test_damaged(self):
        self.folder.mkdir(exist_ok=True)
        self.file.write_bytes(b"This is no database. " * 1000)
        window = Window(self)
        window.wait_to_say("conversations.db.corrupt-1")
        window.wait_to_say("was damaged")
        window.screenshot("storage-damaged")
        self.ask(window)
        window.close()
        self.assertTrue((self.folder / "conversations.db.corrupt-1").read_bytes().startswith(b"This is no database."))
        self.assertIn("How deep is it?", self.ponder("list").stdout)

    def test_damaged_in_the_terminal(self):
        self.folder.mkdir(exist_ok=True)
        self.file.write_bytes(b"This is no database. " * 1000)
        done = self.ponder("ask", "--save", "Hello")
        self.assertEqual(done.stdout.strip(), "The pond is five metres deep.", done.stderr)
        self.assertIn("conversations.db.corrupt-1", done.stderr)
        self.assertIn("Hello", self.ponder("list").stdout)

    def test_held_by_another_program(self):
        self.save_one()
        other = sqlite3.connect(self.file, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        self.assertIn("Another program is using the chats", self.answered())
        window = Window(self)
        window.wait("An earlier question")
        self.ask(window)
        window.wait_to_say("Another program is using the chats")
        window.wait_to_say("Your text stays in this window")
        window.screenshot("storage-locked")
        other.execute("ROLLBACK")
        wait_for(lambda: not window.says("Another program is using the chats"), "the notice to go away")
        window.close()
        self.assertIn("How deep is it?", self.ponder("list").stdout)

    def test_read_only(self):
        self.save_one()
        inside = self.inside(f"mount --bind '{self.folder}' '{self.folder}' && "
                             f"mount -o remount,bind,ro '{self.folder}'")
        listed = self.ponder("list", inside=inside)
        self.assertEqual(listed.returncode, 0, listed.stderr)
        self.assertIn("An earlier question", listed.stdout)
        self.assertIn("cannot be written. Check the permissions", self.answered(inside=inside))
        window = Window(self, inside=inside)
        window.wait("An earlier question")
        self.ask(window)
        window.wait_to_say("cannot be written. Check the permissions")
        window.screenshot("storage-read-only")
        window.close()

    def test_full(self):
        inside = self.inside(f"mount -t tmpfs -o size=2m tmpfs '{self.folder}'")
        fill = (f"mount -t tmpfs -o size=64k tmpfs '{self.folder}' && "
                f"head -c 60000 /dev/zero > '{self.folder}/filler'")
        self.assertIn("There is no space left for chats", self.answered(inside=self.inside(fill)))

        window = Window(self, inside=inside)
        self.ask(window)
        own = pathlib.Path(f"/proc/{window.process.pid}/root{self.folder}")
        filler = own / "filler"
        with self.assertRaises(OSError):
            with open(filler, "wb", buffering=0) as file:
                while file.write(b"\0" * 4096):
                    pass
        # Long enough for more pages than the log has to spare.
        self.provider.then(*answer("It has not changed. " * 2000 + "It is deep."))
        window.ask("And now?")
        window.wait_to_say("There is no space left for chats", seconds=40)
        window.wait_to_say("Your text stays in this window")
        window.screenshot("storage-full")
        filler.unlink()
        wait_for(lambda: not window.says("There is no space left"), "the notice to go away")
        window.key("ctrl+comma")
        window.wait("Settings sections")
        self.assertTrue(any("It is deep.".encode() in path.read_bytes() for path in own.iterdir()))

    def test_folder_that_is_a_file(self):
        self.folder.parent.mkdir(exist_ok=True)
        self.folder.rmdir() if self.folder.is_dir() else None
        self.folder.write_text("in the way")
        complaint = self.answered()
        self.assertIn("cannot be opened. Check that the folder exists", complaint)
        window = Window(self)
        self.ask(window)
        window.wait_to_say("cannot be opened. Check that the folder exists")


class SettingsFiles(EndToEnd):
    def test_damaged_files_are_named_in_the_window(self):
        config = self.folders.root / "config" / "ponder"
        config.mkdir()
        for name in ("settings.json", "providers.json"):
            (config / name).write_text('{"broken')
        window = Window(self, "--demo")
        window.wait_to_say("settings.json.bad-1")
        window.wait_to_say("providers.json.damaged-")
        window.screenshot("damaged-files")


if __name__ == "__main__":
    unittest.main(verbosity=2)
