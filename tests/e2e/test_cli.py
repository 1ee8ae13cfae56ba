"""The command line, from outside: the real program, real keyring, a real server on loopback."""

import json
import re
import time
import unittest

from harness import BareBus, EndToEnd, Keyring, wait_for
from provider import DONE, HANG_UP, Gate, Provider, answer, finish, reasoning, text

KEY = "sk-pond-0123456789abcdef"


def events(output):
    return [json.loads(line) for line in output.splitlines()]


def joined(list_of_events, kind):
    return "".join(event["text"] for event in list_of_events if event["type"] == kind)


class CommandLine(EndToEnd):
    @classmethod
    def setUpClass(cls):
        cls.keyring = Keyring()
        cls.addClassCleanup(cls.keyring.stop)

    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.close)

    def ask(self, *arguments, **more):
        environment = {"PONDER_API_KEY": KEY, **more}
        return self.ponder("ask", "--base-url", self.provider.url, "--model", "pond-1", *arguments, **environment)

    def add_pond(self):
        done = self.ponder("providers", "add", "pond", "--base-url", self.provider.url, "--name", "The Pond",
                           "--model", "pond-1")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_help_of_every_verb(self):
        self.assertIn("ask", self.ponder("--help").stdout)
        for verb in ("ask", "models", "providers", "config", "key", "list", "show", "export", "delete"):
            with self.subTest(verb=verb):
                done = self.ponder(verb, "--help")
                self.assertEqual(done.returncode, 0)
                self.assertIn(verb, done.stdout)

    def test_ask_prints_the_answer_and_only_that_on_stdout(self):
        self.provider.then(*answer("The pond ", "is deep.", think="How deep?"))
        done = self.ask("How deep is it?")
        self.assertEqual((done.returncode, done.stdout.rstrip("\n")), (0, "The pond is deep."), done.stderr)
        self.assertIn("How deep?", done.stderr)
        self.assertEqual(self.provider.chats[0]["messages"][-1], {"role": "user", "content": "How deep is it?"})
        self.assertEqual(self.provider.keys_seen(), {f"Bearer {KEY}"})

    def test_quiet_prints_nothing_on_stderr(self):
        done = self.ask("-q", "How deep is it?")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_prompt_from_standard_input(self):
        done = self.ask("-", stdin="It comes\nin two lines")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.provider.chats[0]["messages"][-1]["content"].rstrip("\n"), "It comes\nin two lines")

    def test_events_as_json_lines(self):
        self.provider.then(*answer("你好，", "world 🙂", think="先想一想。"))
        done = self.ask("--json", "Hi")
        self.assertEqual(done.returncode, 0, done.stderr)
        got = events(done.stdout)
        self.assertEqual((got[0]["type"], got[0]["model"], got[-1]["type"]), ("start", "pond-1", "finish"))
        self.assertEqual((joined(got, "reasoning"), joined(got, "text")), ("先想一想。", "你好，world 🙂"))
        used = next(event for event in got if event["type"] == "usage")
        self.assertEqual((used["prompt_tokens"], used["completion_tokens"]), (12, 34))
        self.assertEqual(got[-1]["reason"], "stop")
        self.assertIsNone(got[0]["conversation"])

    def test_one_reply_without_a_stream(self):
        self.provider.then(*answer("All at once.", think="Quick."))
        done = self.ask("--no-stream", "--json", "Hi")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(joined(events(done.stdout), "text"), "All at once.")
        self.assertFalse(self.provider.chats[0].get("stream"))

    def test_parameters_and_system_prompt_are_sent(self):
        done = self.ask("--system", "Be brief.", "--set", "temperature=0.25", "--set", 'stop=["END"]',
                        "--set", "seed=7", "Hi")
        self.assertEqual(done.returncode, 0, done.stderr)
        body = self.provider.chats[0]
        self.assertEqual((body["temperature"], body["stop"], body["seed"]), (0.25, ["END"], 7))
        self.assertEqual(body["messages"][0], {"role": "system", "content": "Be brief."})

    def test_wrong_usage_is_2(self):
        for arguments in (["ask"], ["nonsense-verb-without-file"], ["ask", "--set", "temperature=9000", "Hi"],
                          ["summarize", "x.txt"], ["export", "x", "--format", "docx"], ["key", "frobnicate", "x"]):
            with self.subTest(arguments=arguments):
                done = self.ponder(*arguments, PONDER_API_KEY=KEY, QT_QPA_PLATFORM="offscreen")
                self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
                self.assertTrue(done.stderr.strip())

    def test_no_key_is_3(self):
        self.add_pond()
        done = self.ponder("ask", "--provider", "pond", "Hi")
        self.assertEqual((done.returncode, done.stdout), (3, ""), done.stderr)

    def test_refused_key_is_1_and_is_not_repeated(self):
        self.provider.then_fail(401, {"error": {"message": f"Incorrect API key provided: {KEY}"}})
        done = self.ask("--json", "Hi")
        self.assertEqual(done.returncode, 1)
        error = next(event for event in events(done.stdout) if event["type"] == "error")
        self.assertEqual((error["kind"], error["http"]), ("auth", 401))
        self.assertNotIn(KEY, done.stdout + done.stderr)
        self.assertEqual(len(self.provider.chats), 1)

    def test_no_tls_is_4(self):
        address = self.provider.url.replace("http://", "https://")
        done = self.ponder("ask", "--base-url", address, "--model", "pond-1", "--json", "Hi", PONDER_API_KEY=KEY)
        self.assertEqual(done.returncode, 4, done.stdout + done.stderr)

    def test_no_server_on_this_computer_is_said_at_once(self):
        address = self.provider.url
        self.provider.close()
        begun = time.monotonic()
        done = self.ponder("ask", "--base-url", address, "--model", "pond-1", "Hi")
        self.assertEqual((done.returncode, done.stdout), (4, ""), done.stderr)
        self.assertLess(time.monotonic() - begun, 10)
        for piece in ("is not running", f"Nothing listens at {address.split('/')[2]}", "Start it"):
            self.assertIn(piece, done.stderr)

    def test_busy_server_is_tried_again_until_interrupted(self):
        self.provider.then_fail(503, {"error": {"message": "Loading model"}})
        command = self.start("ask", "--base-url", self.provider.url, "--model", "pond-1", "--json", "Hi",
                             PONDER_API_KEY=KEY)
        tried = {}
        while tried.get("code") != "retrying":
            tried = json.loads(command.process.stdout.readline())
        self.assertEqual((tried["attempt"], tried["delay_ms"]), (1, 2000))
        command.interrupt()
        self.assertEqual(command.end().returncode, 130)

    def test_server_that_hangs_up_mid_word(self):
        self.provider.then(reasoning("Thinking."), text("The answer is forty-t"), HANG_UP)
        done = self.ask("--json", "Hi")
        self.assertEqual(done.returncode, 4, done.stderr)
        got = events(done.stdout)
        self.assertEqual(joined(got, "text"), "The answer is forty-t")
        self.assertEqual([event["type"] for event in got[-2:]], ["error", "finish"])
        self.assertIn(got[-1]["reason"], ("interrupted", "error"))

    def test_interrupt_keeps_what_arrived(self):
        self.add_pond()
        gate = Gate()
        self.provider.then(reasoning("Hm. "), text("Half an ans"), gate, text("wer"), finish(), DONE)
        command = self.start("ask", "--provider", "pond", "--save", "--json", "Hi", PONDER_API_KEY=KEY)
        lines = []
        while not any(event.get("text") == "Half an ans" for event in lines):
            lines.append(json.loads(command.process.stdout.readline()))
        command.interrupt()
        done = command.end()
        gate.open()
        self.assertEqual(done.returncode, 130, done.stderr)
        self.assertEqual(events(done.stdout)[-1]["reason"], "cancelled")
        shown = self.ponder("show", lines[0]["conversation"])
        self.assertIn("Half an ans", shown.stdout)

    def test_killed_while_it_streams(self):
        self.add_pond()
        gate = Gate()
        self.provider.then(reasoning("Hm. "), text("Half an answer"), gate, text(" more"), finish(), DONE)
        command = self.start("ask", "--provider", "pond", "--save", "--json", "Hi", PONDER_API_KEY=KEY)
        start = json.loads(command.process.stdout.readline())
        wait_for(lambda: self.journal_has("Half an answer"), "the journal to hold the text")
        command.process.kill()
        command.process.communicate()
        gate.open()
        shown = json.loads(self.ponder("show", start["conversation"], "--json").stdout)
        self.assertIn("Half an answer", json.dumps(shown))
        self.assertIn("interrupted", json.dumps(shown))

    def journal_has(self, piece):
        return any("conversations.db" in name for name in self.folders.files_that_contain(piece))

    def test_conversation_is_stored_continued_exported_and_deleted(self):
        self.add_pond()
        self.provider.then(*answer("First answer.", think="One.")).then(*answer("Second answer.", think="Two."))
        first = self.ponder("ask", "--provider", "pond", "--save", "--json", "First question", PONDER_API_KEY=KEY)
        conversation = events(first.stdout)[0]["conversation"]
        second = self.ponder("ask", "--provider", "pond", "--conversation", conversation, "Second question",
                             PONDER_API_KEY=KEY)
        self.assertEqual(second.returncode, 0, second.stderr)
        self.assertEqual([message["content"] for message in self.provider.chats[1]["messages"]],
                         ["First question", "First answer.", "Second question"])

        listed = json.loads(self.ponder("list", "--json").stdout)
        self.assertIn(conversation, json.dumps(listed))
        shown = self.ponder("show", conversation).stdout
        for piece in ("First question", "First answer.", "Second question", "Second answer."):
            self.assertIn(piece, shown)

        markdown = self.ponder("export", conversation, "--format", "md")
        self.assertEqual(markdown.returncode, 0, markdown.stderr)
        self.assertIn("Second answer.", markdown.stdout)
        target = self.folders.root / "out.json"
        self.assertEqual(self.ponder("export", conversation, "--format", "json", "-o", str(target)).returncode, 0)
        self.assertIn("First question", json.dumps(json.loads(target.read_text()), ensure_ascii=False))

        self.assertEqual(self.ponder("delete", conversation).returncode, 0)
        self.assertNotIn(conversation, self.ponder("list", "--json").stdout)

    def test_providers_are_added_listed_and_removed(self):
        self.add_pond()
        listed = json.loads(self.ponder("providers", "--json").stdout)
        pond = next(entry for entry in listed if entry["id"] == "pond")
        self.assertEqual((pond["name"], pond["base_url"]), ("The Pond", self.provider.url))
        self.assertIn("deepseek", {entry["id"] for entry in listed})
        self.assertEqual(self.ponder("providers", "remove", "pond").returncode, 0)
        self.assertNotIn("The Pond", self.ponder("providers").stdout)

    def test_models_of_an_address(self):
        done = self.ponder("models", "--base-url", self.provider.url, "--json", PONDER_API_KEY=KEY)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual({model["id"] for model in json.loads(done.stdout)}, {"pond-1", "pond-2"})

    def test_config(self):
        listed = json.loads(self.ponder("config", "list", "--json").stdout)
        self.assertIn("default.provider", json.dumps(listed))
        self.assertEqual(self.ponder("config", "set", "default.model", "pond-2").returncode, 0)
        self.assertEqual(self.ponder("config", "get", "default.model").stdout.strip(), "pond-2")
        self.assertEqual(self.ponder("config", "set", "no.such.setting", "1").returncode, 2)

    def test_key_goes_to_the_keyring_and_nowhere_else(self):
        self.add_pond()
        stored = self.ponder("key", "set", "pond", stdin=KEY + "\n")
        self.assertEqual(stored.returncode, 0, stored.stderr)
        self.assertNotIn(KEY, stored.stdout + stored.stderr)
        self.assertTrue(self.keyring.holds(KEY))
        self.assertEqual(self.ponder("key", "status", "pond").returncode, 0)

        asked = self.ponder("ask", "--provider", "pond", "--save", "Hi", QT_LOGGING_RULES="ponder.*=true")
        self.assertEqual(asked.returncode, 0, asked.stderr)
        self.assertIn(f"Bearer {KEY}", self.provider.keys_seen())
        self.assertNotIn(KEY, asked.stdout + asked.stderr)
        self.assertEqual(self.folders.files_that_contain(KEY), [])

        self.assertEqual(self.ponder("key", "clear", "pond").returncode, 0)
        self.assertFalse(self.keyring.holds(KEY))
        self.assertEqual(self.ponder("ask", "--provider", "pond", "Hi").returncode, 3)

    def test_key_is_never_an_argument(self):
        self.add_pond()
        self.assertEqual(self.ponder("key", "set", "pond", KEY, stdin="").returncode, 2)

    def test_demo_answers_without_key_and_network(self):
        done = self.ponder("ask", "--provider", "demo", "Hello", PONDER_DEMO_SPEED="100")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.strip())

    def test_people_are_spoken_to_in_their_language(self):
        def said(**environment):
            done = self.ponder("ask", "--provider", "nobody", "Hi",
                               **{"LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8", **environment})
            self.assertEqual(done.returncode, 2)
            return done.stderr

        english, chinese = said(), said(LANG="zh_CN.UTF-8")
        self.assertIn("There is no provider “nobody”", english)
        self.assertRegex(chinese, "没有.*nobody")
        self.assertEqual(len(chinese.splitlines()), 1, "more than the sentence")
        self.assertEqual(said(LC_MESSAGES="zh_CN.UTF-8"), chinese)
        self.assertEqual(said(LC_ALL="zh_CN.UTF-8"), chinese)
        self.assertEqual(said(LC_ALL="C.UTF-8", LANG="zh_CN.UTF-8"), english)
        self.assertEqual(self.ponder("config", "set", "language", "zh_CN").returncode, 0)
        self.assertEqual(said(), chinese)
        self.assertEqual(self.ponder("config", "set", "language", "en").returncode, 0)
        self.assertEqual(said(LANG="zh_CN.UTF-8"), english)

    def test_programs_read_the_same_in_every_language(self):
        def said(*arguments, **environment):
            done = self.ponder(*arguments, **environment)
            # Ids and times differ from one run to the next.
            return done.returncode, re.sub(r'"message":"[0-9a-f-]{36}"|"ms_total":\d+', "", done.stdout)

        self.add_pond()
        for arguments in (["providers", "--json"], ["config", "list", "--json"], ["list", "--json"],
                          ["ask", "--provider", "pond", "--json", "Hi"],
                          ["ask", "--provider", "pond", "--set", "temperature=9", "--json", "Hi"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(said(*arguments, LC_ALL="zh_CN.UTF-8"), said(*arguments))

    def test_damaged_files_are_named_once_and_kept(self):
        config = self.folders.root / "config" / "ponder"
        config.mkdir()
        for name, said in (("settings.json", "settings were damaged"), ("providers.json", "provider settings were damaged")):
            with self.subTest(file=name):
                (config / name).write_text('{"broken')
                done = self.ponder("list")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(said, done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
                self.assertIn('{"broken', [path.read_text() for path in config.glob(f"{name}.*")])
                self.assertEqual(self.ponder("list").stderr, "")

    def test_address_without_a_profile_needs_no_keychain(self):
        done = self.ponder("ask", "--base-url", self.provider.url, "--model", "pond-1", "Hi")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.provider.keys_seen(), {""})

    def test_stdout_that_closes_early(self):
        command = self.start("ask", "--base-url", self.provider.url, "--model", "pond-1", "Hi", PONDER_API_KEY=KEY)
        command.process.stdout.close()
        command.process.stdout = None
        command.end()
        self.assertGreaterEqual(command.process.returncode, 0, "it crashed")


class WithoutKeyring(EndToEnd):
    """A session bus on which no keyring answers and none is started."""

    @classmethod
    def setUpClass(cls):
        cls.bus = BareBus()
        cls.addClassCleanup(cls.bus.stop)

    def test_key_cannot_be_stored_and_is_not_written_anywhere(self):
        done = self.ponder("key", "set", "deepseek", stdin=KEY + "\n", **self.bus.environment)
        self.assertNotEqual(done.returncode, 0)
        self.assertTrue(done.stderr.strip())
        self.assertNotIn(KEY, done.stdout + done.stderr)
        self.assertEqual(self.folders.files_that_contain(KEY), [])

    def test_key_of_the_environment_is_enough(self):
        provider = Provider()
        self.addCleanup(provider.close)
        done = self.ponder("ask", "--base-url", provider.url, "--model", "pond-1", "Hi", PONDER_API_KEY=KEY,
                           **self.bus.environment)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
