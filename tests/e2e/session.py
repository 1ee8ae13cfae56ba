"""Runs one file of end-to-end tests in a desktop session of its own: session.py FILE [ARGUMENT…].

An X server on a free display, a window manager, a session bus and an unlocked keyring, with folders of their own;
all of it ends with the tests.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile


def start_x_server(log):
    """(process, ":display"); the server picks a free display itself and says which when it is ready."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset", "-dpi", "96"],
        pass_fds=[write], stdout=log, stderr=log)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise SystemExit("the X server did not start")
    return server, f":{number}"


def main(arguments):
    keep = os.environ.get("PONDER_E2E_KEEP")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="ponder-e2e-"))
    processes = []
    with open(folder / "session.log", "wb") as log:
        try:
            server, display = start_x_server(log)
            processes.append(server)
            environment = {name: value for name, value in os.environ.items()
                           if name not in ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM",
                                           "QT_QUICK_BACKEND", "PONDER_API_KEY", "http_proxy", "https_proxy")}
            for name in ("home", "runtime", "config", "data", "cache"):
                (folder / name).mkdir(mode=0o700)
            environment.update(
                DISPLAY=display, HOME=str(folder / "home"), XDG_RUNTIME_DIR=str(folder / "runtime"),
                XDG_CONFIG_HOME=str(folder / "config"), XDG_DATA_HOME=str(folder / "data"),
                XDG_CACHE_HOME=str(folder / "cache"), XDG_SESSION_TYPE="x11", XDG_CURRENT_DESKTOP="",
                QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8", LANG="C.UTF-8", GTK_A11Y="none",
                PONDER_E2E_FOLDER=str(folder), PYTHONDONTWRITEBYTECODE="1", NO_AT_BRIDGE="1")
            processes.append(subprocess.Popen(["openbox", "--sm-disable"], env=environment, stdout=log, stderr=log))
            tests = subprocess.Popen(["dbus-run-session", "--", sys.executable, *arguments], env=environment)
            return tests.wait()
        finally:
            for process in reversed(processes):
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
            if not keep:
                shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
