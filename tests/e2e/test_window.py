"""The window, from outside: what a person sees, does and finds again."""

import json
import re
import unittest

from harness import EndToEnd, Keyring, wait_for
from provider import DONE, HANG_UP, Gate, Provider, answer, finish, reasoning, text
from window import THINKING, Window

KEY = "sk-pond-fedcba9876543210"


class WindowTest(EndToEnd):
    @classmethod
    def setUpClass(cls):
        cls.keyring = Keyring()
        cls.addClassCleanup(cls.keyring.stop)

    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.close)

    def with_pond(self, provider_id="pond", name="The Pond", url=None):
        """Makes a profile without a key the default, so that the window starts at a new chat."""
        added = self.ponder("providers", "add", provider_id, "--base-url", url or self.provider.url, "--name", name,
                            "--model", "pond-1", "--no-key")
        self.assertEqual(added.returncode, 0, added.stderr)
        self.ponder("config", "set", "default.provider", "pond")
        self.ponder("config", "set", "default.model", "pond-1")

    def test_first_run_leads_to_the_demo_and_an_answer(self):
        window = Window(self)
        window.wait("Use a local model")
        window.wait("Connect a provider")
        window.screenshot("first-run")
        window.click(re.compile("^Try the demo without a key"))
        window.ask("What is the weather in a pond?")
        window.wait(THINKING, seconds=30)
        window.screenshot("demo-thinking")
        window.click("Stop")
        window.wait("Continue")
        window.screenshot("demo-stopped")

    def test_stopped_before_the_answer_begins(self):
        self.with_pond()
        gate = Gate()
        self.provider.then(gate, *answer("Too late."))
        window = Window(self)
        window.ask("How deep is the pond?")
        window.click("Stop")
        window.wait("Stopped")
        gate.open()
        self.provider.then(*answer("Five metres."))
        window.click("Try again")
        window.wait_to_say("Five metres.")

    def test_demo_from_the_command_line(self):
        window = Window(self, "--demo")
        window.wait("Message")
        window.screenshot("demo-start")
        window.ask("Hello")
        window.wait("Regenerate", seconds=120)
        window.screenshot("demo-answer")
        window.close()
        listed = json.loads(self.ponder("list", "--json").stdout)
        shown = self.ponder("show", listed[0]["id"], "--json").stdout
        self.assertIn('"demo"', shown)

    def test_question_thinking_answer_and_the_next_day(self):
        self.with_pond()
        gate = Gate()
        self.provider.then(reasoning("The pond is deep, let me think."), gate, text("It is **five** metres deep."),
                           finish(), DONE)
        window = Window(self)
        window.ask("How deep is the pond?")
        window.wait(THINKING)
        window.wait_to_say("The pond is deep, let me think.")
        window.screenshot("thinking")
        gate.open()
        window.wait_to_say("metres deep.")
        window.wait("Regenerate")
        window.wait_to_say("Thought for")
        window.screenshot("answered")
        window.close()

        again = Window(self)
        row = again.wait(re.compile("How deep is the pond"))
        again.click(row)
        again.wait_to_say("metres deep.")
        again.screenshot("restarted")

    def test_key_is_kept_in_the_keyring_and_nowhere_else(self):
        added = self.ponder("providers", "add", "pond", "--base-url", self.provider.url, "--name", "The Pond",
                            "--model", "pond-1")
        self.assertEqual(added.returncode, 0, added.stderr)
        self.ponder("config", "set", "default.provider", "pond")
        window = Window(self, QT_LOGGING_RULES="ponder.*=true")
        window.key("ctrl+comma")
        window.wait("Settings sections")
        window.click("Providers", "list item")
        window.click("The Pond", "list item")
        field = window.click("API key", "password text")
        window.type(KEY)
        wait_for(lambda: field.text, "the field to hold something")
        self.assertNotIn(KEY, field.text)  # a screen reader would say it aloud
        window.key("Return")
        wait_for(lambda: self.keyring.holds(KEY), "the keyring to hold the key")
        window.click("Test connection")
        window.wait_to_say("Connected")
        window.screenshot("settings-providers")
        self.assertIn(f"Bearer {KEY}", self.provider.keys_seen())
        self.assertFalse(window.says(KEY))
        window.click("Back to chats")
        window.ask("Hello")
        window.wait_to_say("Hello from the pond.")
        window.close()
        self.assertEqual(self.folders.files_that_contain(KEY), [])

    def test_killed_while_an_answer_streams(self):
        self.with_pond()
        gate = Gate()
        self.provider.then(reasoning("Hm."), text("The first half of the answer"), gate, finish(), DONE)
        window = Window(self)
        window.ask("Tell me something long")
        window.wait_to_say("The first half of the answer")
        wait_for(lambda: self.folders.files_that_contain("The first half of the answer"), "the journal")
        window.kill()
        gate.open()

        self.provider.then(*answer(" and the second half."))
        again = Window(self)
        again.click(re.compile("^Tell me something long"))
        again.wait_to_say("The first half of the answer")
        again.wait("Continue")
        again.screenshot("interrupted")
        again.click("Continue")
        again.wait_to_say("and the second half.")

    def test_refused_key_and_lost_connection_say_what_to_do(self):
        self.with_pond()
        window = Window(self)
        self.provider.then_fail(401, {"error": {"message": "Invalid API key"}})
        window.ask("First try")
        window.wait_to_say("The Pond did not accept the key")
        window.screenshot("error-key")
        window.click("New chat")
        self.provider.then(text("The answer is forty-t"), HANG_UP)
        window.ask("Second try")
        window.wait_to_say("The answer is forty-t")
        window.wait_to_say("The connection was lost")
        window.screenshot("error-connection")

    def test_local_server_that_is_not_running_says_so_at_once(self):
        self.with_pond()
        self.provider.close()
        window = Window(self)
        window.ask("Is anybody there?")
        alert = window.wait("The Pond is not running", "alert", seconds=10)
        self.assertIn("Start it on this computer", alert.description)
        window.wait("Try again")
        window.screenshot("error-not-running")

    def test_two_conversations_stream_at_once(self):
        self.with_pond()
        first, second = Gate(), Gate()
        self.provider.then(text("One starts"), first, text(" and one ends."), finish(), DONE)
        self.provider.then(text("Two starts"), second, text(" and two ends."), finish(), DONE)
        window = Window(self)
        window.ask("Question one")
        window.wait_to_say("One starts")
        window.click("New chat")
        window.ask("Question two")
        window.wait_to_say("Two starts")
        self.assertEqual(len(self.provider.chats), 2)
        first.open()
        window.click(re.compile("^Question one"))
        window.wait_to_say("and one ends.")
        second.open()
        window.click(re.compile("^Question two"))
        window.wait_to_say("and two ends.")

    def test_provider_changes_in_the_middle_of_a_conversation(self):
        other = Provider(models=["lake-1"])
        self.addCleanup(other.close)
        other.default = answer("This is the lake.")
        self.with_pond()
        added = self.ponder("providers", "add", "lake", "--base-url", other.url, "--name", "The Lake",
                            "--model", "lake-1", "--no-key")
        self.assertEqual(added.returncode, 0, added.stderr)
        window = Window(self)
        window.ask("Where am I?")
        window.wait_to_say("Hello from the pond.")
        window.wait("Regenerate")
        window.click("Model")
        window.click(re.compile("lake-1"))
        window.ask("And now?")
        window.wait_to_say("This is the lake.")
        self.assertEqual([message["role"] for message in other.chats[0]["messages"]], ["user", "assistant", "user"])
        window.screenshot("two-providers")

    def test_chinese_is_typed_sent_and_shown(self):
        self.with_pond()
        self.provider.then(*answer("池塘很深，大约 5 米。", think="先想一想。"))
        window = Window(self)
        window.ask("池塘有多深？")
        window.wait_to_say("池塘很深，大约 5 米。")
        self.assertEqual(self.provider.chats[0]["messages"][-1]["content"], "池塘有多深？")

    def test_chinese_interface(self):
        self.with_pond()
        self.ponder("config", "set", "language", "zh_CN")
        self.provider.then(*answer("池塘很深。", think="先想一想。"))
        window = Window(self)
        window.wait("新对话")
        window.screenshot("chinese")


if __name__ == "__main__":
    unittest.main(verbosity=2)
