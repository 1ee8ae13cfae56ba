"""The files of the project, for the lint tests."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("PONDER_BUILD_DIR", ROOT / "build" / "release"))
GENERATED = {"build", ".git", "node_modules", ".cache", "__pycache__"}


def files(*suffixes, under=""):
    """Paths relative to the root, sorted; all text files when no suffix is given."""
    found = []
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = sorted(name for name in folders if name not in GENERATED and not name.startswith("build-"))
        for name in sorted(names):
            path = (pathlib.Path(folder) / name).relative_to(ROOT)
            if not suffixes or path.suffix in suffixes:
                found.append(path)
    return found


def text(path):
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def run(*command):
    """(exit code, everything printed)."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    return done.returncode, done.stdout + done.stderr
