"""Takes the pictures of the README from the running program: session.py shots.py FOLDER.

The demo's recorded answers are asked for, so the pictures need no key and are the same for everyone.
"""

import pathlib
import sys
import unittest

import harness
from window import THINKING, Window

TARGET = pathlib.Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else harness.BUILD / "screenshots"


class Shots(harness.EndToEnd):
    def window(self, *arguments, size=(1200, 800)):
        window = Window(self, *arguments)
        window.xdotool("windowsize", "--sync", window.window_id, *size)
        return window

    def keep(self, window, name):
        window.xdotool("mousemove", 5, 5)
        window.screenshot(name).rename(TARGET / f"{name}.png")

    def answered(self, window, question):
        window.ask(question)
        window.wait("Regenerate", seconds=240)

    def test_english(self):
        self.ponder("config", "set", "appearance.theme", "light")
        window = self.window("--demo")
        for question in ("Write a Python function that merges overlapping intervals.",
                         "Prove the value of the Gaussian integral."):
            window.key("ctrl+n")
            self.answered(window, question)
        self.keep(window, "answer")
        window.key("ctrl+n")
        window.ask("Think about the puzzle of the twelve coins.")
        window.wait(THINKING, seconds=30)
        window.wait_to_say("Call the first weighing", 90)
        self.keep(window, "thinking")

    def test_chinese_and_dark(self):
        self.ponder("config", "set", "appearance.theme", "dark")
        self.ponder("config", "set", "language", "zh_CN")
        window = self.window("--demo")
        field = window.wait(None, "text")
        window.click(field)
        window.type("证明高斯积分的值。")
        window.key("Return")
        window.wait("重新生成", seconds=240)
        self.keep(window, "chinese")

    def test_first_run_and_settings(self):
        window = self.window()
        window.wait("Connect a provider")
        self.keep(window, "first-run")


if __name__ == "__main__":
    unittest.main(verbosity=2)
