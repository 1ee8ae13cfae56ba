"""A long answer streams into the real window: the processor time and memory of all of Ponder's processes.

Run by session.py, in an X server without a graphics card, with the software adaptation. The text is
tests/data/stream/lecture.md again and again, with the number of the round in its formulas, so that no formula
comes twice; it comes in pieces of three characters, 300 a second.
"""

import json
import os
import pathlib
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from harness import BUILD, PROGRAM, Folders, wait_for  # noqa: E402
from provider import DONE, Provider, finish, text  # noqa: E402

LECTURE = pathlib.Path(__file__).resolve().parents[1] / "data" / "stream" / "lecture.md"
CHARACTERS = 43_000
PIECE = 3
PIECES_PER_SECOND = 300
WINDOW = (900, 1000)
TICKS = os.sysconf("SC_CLK_TCK")


def corpus(characters):
    lecture = LECTURE.read_text(encoding="utf-8")
    rounds, length = [], 0
    while length < characters:
        rounds.append(lecture.replace("§", str(len(rounds) + 2)))
        length += len(rounds[-1])
    return "".join(rounds)[:characters]


class PacedAnswer:
    """The steps of an answer, each given out when its time has come."""

    def __init__(self, whole):
        self._pieces = [whole[i:i + PIECE] for i in range(0, len(whole), PIECE)]
        self.ended = threading.Event()

    def __iter__(self):
        began = time.monotonic()
        for number, piece in enumerate(self._pieces):
            early = began + number / PIECES_PER_SECOND - time.monotonic()
            if early > 0:
                time.sleep(early)  # a pause: the pace of a model
            yield text(piece)
        yield finish()
        yield DONE
        self.ended.set()


def processes(pid):
    """The program and everything it started."""
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += processes(int(child))
    return found


def cpu_seconds(pid):
    total = 0
    for process in processes(pid):
        fields = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        total += sum(int(field) for field in fields[11:15])  # ended children count too
    return total / TICKS


def pss_megabytes(pid):
    kilobytes = 0
    for process in processes(pid):
        for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def open_window(environment):
    process = subprocess.Popen([PROGRAM], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True, env=environment)
    for line in process.stderr:
        if "first frame after" in line:
            break
    else:
        raise SystemExit("ponder ended without showing a frame")
    threading.Thread(target=process.stderr.read, daemon=True).start()
    window = xdotool("search", "--sync", "--onlyvisible", "--pid", process.pid).split()[-1]
    xdotool("windowsize", "--sync", window, *WINDOW)
    xdotool("windowactivate", "--sync", window)
    return process, window


def stream(characters):
    """(CPU seconds, highest PSS, PSS ten seconds after the end) of one answer."""
    folders = Folders()
    provider = Provider()
    environment = {**os.environ, **folders.environment(), "PONDER_TRACE_START": "1", "QT_QUICK_BACKEND": "software"}
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    for command in (["providers", "add", "pond", "--base-url", provider.url, "--name", "The Pond", "--model", "pond-1",
                     "--no-key"],
                    ["config", "set", "default.provider", "pond"], ["config", "set", "default.model", "pond-1"]):
        subprocess.run([PROGRAM, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
    answer = PacedAnswer(corpus(characters))
    provider.answers.append(answer)
    process, window = open_window(environment)
    highest = 0.0
    try:
        xdotool("type", "--window", window, "--delay", 5, "Teach me")
        before = cpu_seconds(process.pid)
        xdotool("key", "--window", window, "Return")
        wait_for(lambda: provider.chats, "the question to arrive")
        while not answer.ended.wait(0.5):
            highest = max(highest, pss_megabytes(process.pid))
        wait_for(lambda: idle(process.pid), "the window to come to rest", 30)
        used = cpu_seconds(process.pid) - before
        highest = max(highest, pss_megabytes(process.pid))
        time.sleep(10)  # a pause: the figure is stated for ten seconds after the end
        if os.environ.get("PONDER_BENCH_PICTURE"):
            subprocess.run(["import", "-silent", "-window", window, os.environ["PONDER_BENCH_PICTURE"]], check=True)
        return used, highest, pss_megabytes(process.pid)
    finally:
        process.kill()
        process.wait()
        provider.close()
        folders.remove()


def idle(pid):
    """True when the program has used next to nothing for half a second."""
    before = cpu_seconds(pid)
    time.sleep(0.5)  # a pause: what is measured is that nothing happens in it
    return cpu_seconds(pid) - before <= 0.02


def figure(name, value, unit, goal, **more):
    print(json.dumps({"name": name, "value": round(value, 2), "unit": unit, "goal": goal, "ok": value <= goal, **more}),
          flush=True)


def main():
    # Before and after the long one: the speed of a machine drifts by a tenth within minutes.
    first, highest, after = stream(CHARACTERS)
    thrice, highest_of_thrice, _ = stream(3 * CHARACTERS)
    second, highest_again, after_again = stream(CHARACTERS)
    used = (first + second) / 2
    figure("stream_cpu", used, "s", 5, characters=CHARACTERS, pieces_per_second=PIECES_PER_SECOND,
           runs=[round(first, 2), round(second, 2)])
    figure("stream_peak_pss", max(highest, highest_again), "MB", 150)
    figure("stream_pss_ten_seconds_later", max(after, after_again), "MB", 100)
    figure("stream_cpu_of_three_times_the_text", thrice / used, "times", 3.1, seconds=round(thrice, 2),
           peak_pss=round(highest_of_thrice, 1))


if __name__ == "__main__":
    main()
