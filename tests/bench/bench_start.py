"""From the start of the process to a window with 1,000 stored conversations, and the memory it takes.

Run by session.py, in an X server without a graphics card, with the software adaptation.
"""

import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from harness import BUILD, PROGRAM, Folders, wait_for  # noqa: E402

CONVERSATIONS = 1000
ROUNDS = 7


def pss_megabytes(pid):
    rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"^Pss:\s+(\d+) kB", rollup, re.M).group(1)) / 1024


def processor_ticks(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def idle(pid):
    """True when the process has used no processor time for a while: loading has ended."""
    before = processor_ticks(pid)
    try:
        wait_for(lambda: processor_ticks(pid) > before, "work", 0.5)
    except AssertionError:
        return True
    return False


def one_start(environment):
    """(milliseconds from the start of the process to the first frame, of those in main(), megabytes at rest)."""
    began = time.monotonic()
    process = subprocess.Popen([PROGRAM], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True, env=environment)
    try:
        for line in process.stderr:
            shown = re.match(r"ponder: first frame after (\d+) ms", line)
            if shown:
                milliseconds = (time.monotonic() - began) * 1000
                wait_for(lambda: idle(process.pid), "the program to come to rest", 30)
                return milliseconds, int(shown.group(1)), pss_megabytes(process.pid)
    finally:
        process.kill()
        process.communicate()
    raise SystemExit("ponder ended without showing a frame")


def figure(name, value, unit, goal, **more):
    print(json.dumps({"name": name, "value": round(value, 1), "unit": unit, "goal": goal, "ok": value <= goal, **more}))


def main():
    folders = Folders()
    environment = {**os.environ, **folders.environment(), "PONDER_TRACE_START": "1", "QT_QUICK_BACKEND": "software"}
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    subprocess.run([BUILD / "bench" / "seed_conversations", str(CONVERSATIONS)], env=environment, check=True)
    subprocess.run([PROGRAM, "config", "set", "default.provider", "demo"], env=environment, check=True)
    one_start(environment)  # The first start fills the QML cache and the disk's.
    starts = [one_start(environment) for _ in range(ROUNDS)]
    times = [start[0] for start in starts]
    figure("start_to_first_frame", statistics.median(times), "ms", 600, max=round(max(times), 1),
           in_main=statistics.median(start[1] for start in starts), conversations=CONVERSATIONS)
    figure("memory_at_rest_pss", statistics.median(start[2] for start in starts), "MB", 90,
           conversations=CONVERSATIONS)
    folders.remove()


if __name__ == "__main__":
    main()
