"""A small OpenAI-compatible server on loopback whose answers a test scripts step by step."""

import http.server
import json
import threading


class Gate:
    """A place in an answer where the server waits until the test lets it go on."""

    def __init__(self):
        self._reached = threading.Event()
        self._open = threading.Event()

    def wait_until_reached(self, seconds=20):
        if not self._reached.wait(seconds):
            raise AssertionError("the program never asked for this part of the answer")

    def open(self):
        self._open.set()

    def pass_through(self):
        self._reached.set()
        self._open.wait(60)


class HangUp(Exception):
    """Ends the connection at once, in the middle of whatever is being sent."""


def reasoning(text):
    return {"choices": [{"index": 0, "delta": {"reasoning_content": text}}]}


def text(piece):
    return {"choices": [{"index": 0, "delta": {"content": piece}}]}


def finish(reason="stop", usage=None):
    done = {"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]}
    if usage:
        done["usage"] = usage
    return done


def usage(prompt=12, completion=34, reasoning_tokens=20):
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion,
            "completion_tokens_details": {"reasoning_tokens": reasoning_tokens}}


DONE = b"data: [DONE]\n\n"
HANG_UP = HangUp()


def answer(*pieces, think="", reason="stop"):
    """A whole answer: reasoning first, then the pieces of text."""
    steps = [reasoning(think)] if think else []
    steps += [text(piece) for piece in pieces]
    return [*steps, finish(reason, usage()), DONE]


def failure(status, body, **headers):
    """An answer that is an error; body is sent as JSON unless it is bytes."""
    return {"status": status, "body": body, "headers": headers}


class Provider:
    """Serves GET /v1/models and POST /v1/chat/completions. `answers` are used in order, then `default` for ever."""

    def __init__(self, models=("pond-1", "pond-2")):
        self.models = list(models)
        self.answers = []
        self.default = answer("Hello from the pond.", think="A short thought.")
        self.requests = []
        self._lock = threading.Lock()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def chats(self):
        """The bodies of the chat requests so far."""
        with self._lock:
            return [request["body"] for request in self.requests if request["path"].endswith("/chat/completions")]

    def keys_seen(self):
        with self._lock:
            return {request["headers"].get("authorization", "") for request in self.requests}

    def then(self, *steps):
        with self._lock:
            self.answers.append(list(steps))
        return self

    def then_fail(self, status, body, **headers):
        with self._lock:
            self.answers.append(failure(status, body, **headers))
        return self

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _next(self):
        with self._lock:
            return self.answers.pop(0) if self.answers else self.default

    def _handler(provider):  # pylint: disable=no-self-argument
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                self._note(None)
                listed = [{"id": name, "object": "model", "context_length": 65536} for name in provider.models]
                self._send_json(200, {"object": "list", "data": listed})

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
                self._note(body)
                steps = provider._next()
                try:
                    if isinstance(steps, dict):
                        self._send_json(steps["status"], steps["body"], steps["headers"])
                    elif body.get("stream"):
                        self._stream(steps)
                    else:
                        self._whole(steps)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                except HangUp:
                    self.connection.close()
                    self.close_connection = True

            def _note(self, body):
                with provider._lock:
                    # The case of the names is the sender's affair: newer versions of Qt write small letters.
                    headers = {name.lower(): value for name, value in self.headers.items()}
                    provider.requests.append({"path": self.path, "headers": headers, "body": body})

            def _send_json(self, status, body, headers=None):
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                for name, value in (headers or {}).items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(data)

            def _chunk(self, data):
                self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
                self.wfile.flush()

            def _stream(self, steps):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                for step in steps:
                    if isinstance(step, Gate):
                        step.pass_through()
                    elif isinstance(step, HangUp):
                        raise step
                    elif isinstance(step, bytes):
                        self._chunk(step)
                    else:
                        event = {"id": "c1", "object": "chat.completion.chunk", "model": "pond-1", **step}
                        self._chunk(b"data: " + json.dumps(event).encode() + b"\n\n")
                self.wfile.write(b"0\r\n\r\n")

            def _whole(self, steps):
                message = {"role": "assistant", "content": "", "reasoning_content": ""}
                reason, counted = None, None
                for step in steps:
                    if isinstance(step, dict):
                        delta = step["choices"][0]["delta"]
                        for name in ("content", "reasoning_content"):
                            message[name] += delta.get(name, "")
                        reason = step["choices"][0].get("finish_reason", reason)
                        counted = step.get("usage", counted)
                self._send_json(200, {"id": "c1", "object": "chat.completion", "model": "pond-1", "usage": counted,
                                      "choices": [{"index": 0, "message": message, "finish_reason": reason}]})

        return Handler
