"""Runs the benchmarks of a release build: run.py BUILD-FOLDER. One JSON object a line on standard output.

Each figure has `name`, `value` and `unit`, and where there is one to reach `goal` and `ok`. What is meant for
a person goes to standard error.
"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SESSION = HERE.parent / "e2e" / "session.py"


def programs(build):
    """(name, command): the compiled ones, then those that need a desktop session."""
    for path in sorted((build / "bench").glob("bench_*")):
        if path.is_file() and os.access(path, os.X_OK):
            yield path.name, [str(path)]
    for path in sorted(HERE.glob("bench_*.py")):
        yield path.stem, [sys.executable, str(SESSION), str(path)]


def main(build):
    environment = {**os.environ, "PONDER_BUILD_DIR": str(build), "PYTHONDONTWRITEBYTECODE": "1",
                   "QT_QUICK_BACKEND": "software", "LC_ALL": "C.UTF-8"}
    broken = missed = count = 0
    for name, command in programs(build):
        print(f"• {name}", file=sys.stderr)
        own = environment if command[0] == sys.executable else {**environment, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=own, timeout=600, check=False)
        for line in done.stdout.splitlines():
            try:
                figure = json.loads(line)
            except json.JSONDecodeError:
                print(line, file=sys.stderr)
                continue
            print(json.dumps(figure, ensure_ascii=False), flush=True)
            count += 1
            missed += figure.get("ok") is False
        if done.returncode:
            print(f"{name} ended with {done.returncode}", file=sys.stderr)
            broken += 1
    print(f"{count} figures, {missed} below their target, {broken} programs failed", file=sys.stderr)
    return 1 if broken or not count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
