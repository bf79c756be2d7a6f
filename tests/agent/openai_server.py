"""An OpenAI-compatible endpoint on this machine: real sockets, real server-sent events, scripted answers."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Say:
    """An answer in pieces; `finish` is the reason the stream gives for its end. `drop` closes the connection midway."""

    pieces: tuple[str, ...]
    finish: str = "stop"
    drop: bool = False
    pause: float = 0.0


@dataclass(frozen=True)
class Refuse:
    text: str


@dataclass(frozen=True)
class Call:
    """Tool calls made at once: name and arguments as the JSON text a model would write."""

    calls: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Status:
    code: int
    error: str = "refused"


@dataclass(frozen=True)
class Stall:
    seconds: float


Step = Say | Refuse | Call | Status | Stall


@dataclass
class Endpoint:
    """Answers with `steps` in order, the last one again and again; keeps what it was asked."""

    steps: list[Step]
    requests: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    def next_step(self, request: dict[str, Any]) -> Step:
        self.requests.append(request)
        return self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]


@contextmanager
def serve(*steps: Step) -> Iterator[Endpoint]:
    endpoint = Endpoint(list(steps))

    class Handler(_Handler):
        script = endpoint

    server = _QuietServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    script: Endpoint
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Stay quiet."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        step = self.script.next_step(body | {"authorization": self.headers.get("Authorization")})
        if isinstance(step, Status):
            self._refuse(step)
            return
        if isinstance(step, Stall):
            time.sleep(step.seconds)
            self._refuse(Status(500))
            return
        if not body.get("stream"):
            self._json(200, _whole(step))
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for chunk in _chunks(step):
            self._event(json.dumps(chunk))
            if isinstance(step, Say):
                time.sleep(step.pause)
        if isinstance(step, Say) and step.drop:
            self.close_connection = True
            return
        self._event("[DONE]")
        self.wfile.write(b"0\r\n\r\n")

    def _event(self, data: str) -> None:
        event = f"data: {data}\n\n".encode()
        self.wfile.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")
        self.wfile.flush()

    def _refuse(self, status: Status) -> None:
        self._json(status.code, {"error": {"message": status.error, "type": "test", "code": None}})

    def _json(self, code: int, value: dict[str, Any]) -> None:
        body = json.dumps(value).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("retry-after-ms", "1")
        self.end_headers()
        self.wfile.write(body)


_ENVELOPE: dict[str, Any] = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 0, "model": "test"}


def _whole(step: Say | Refuse | Call) -> dict[str, Any]:
    """The same answer in one piece, for a client that does not stream."""
    message: dict[str, Any] = {"role": "assistant", "content": None}
    finish = "stop"
    if isinstance(step, Say):
        message["content"], finish = "".join(step.pieces), step.finish
    elif isinstance(step, Refuse):
        message["refusal"] = step.text
    else:
        finish = "tool_calls"
        message["tool_calls"] = [
            {"id": f"call_{index}", "type": "function", "function": {"name": name, "arguments": arguments}}
            for index, (name, arguments) in enumerate(step.calls)
        ]
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "test",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    }


def _chunks(step: Say | Refuse | Call) -> Iterator[dict[str, Any]]:
    def chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "test",
            "choices": [choice],
        }

    yield chunk({"role": "assistant", "content": ""})
    finish = "stop"
    if isinstance(step, Say):
        for piece in step.pieces:
            yield chunk({"content": piece})
        if step.drop:
            return
        finish = step.finish
    elif isinstance(step, Refuse):
        yield chunk({"refusal": step.text})
    else:
        finish = "tool_calls"
        for index, (name, arguments) in enumerate(step.calls):
            begun = {"index": index, "id": f"call_{index}_{time.time_ns()}", "type": "function"}
            yield chunk({"tool_calls": [begun | {"function": {"name": name, "arguments": ""}}]})
            for at in range(0, len(arguments), 7):
                yield chunk({"tool_calls": [{"index": index, "function": {"arguments": arguments[at : at + 7]}}]})
    yield chunk({}, finish)
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    yield {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "test",
        "choices": [],
        "usage": usage,
    }
