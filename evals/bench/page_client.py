"""A page as a browser holds it, without a browser: its HTML over HTTP, its acts and updates over its socket.

It speaks as much of engine.io and socket.io as NiceGUI's script does: one WebSocket, JSON events, pings answered.
"""

from __future__ import annotations

import ast
import json
import re
import time
import uuid
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlencode, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

_ELEMENTS = re.compile(r"parseElements\(String\.raw`(.*?)`\)", re.DOTALL)
_QUERY = re.compile(r"query: (\{.*?\}),\n")
_ESCAPED = {"&lt;": "<", "&gt;": ">", "&#96;": "`", "&#36;": "$", "&amp;": "&"}


class RefusedByServer(Exception):
    """The server would not let the socket in."""


class PageClient:
    """One open page. `elements` are NiceGUI's, by id, as they are after the updates heard so far."""

    def __init__(self, html: str) -> None:
        drawn, query = _ELEMENTS.search(html), _QUERY.search(html)
        if drawn is None or query is None:
            raise ValueError("this is no page of NiceGUI's")
        self.elements: dict[str, Any] = json.loads(_unescaped(drawn[1]))
        self.query: dict[str, Any] = ast.literal_eval(query[1])
        self.id: str = self.query["client_id"]
        self.tab_id = str(uuid.uuid4())
        self._held = ExitStack()
        self._socket: ClientConnection | None = None

    def connect(self, url: str, *, cookie: str | None, origin: str | None = None, client_id: str | None = None) -> None:
        """Open the socket, as this page or as the one named. Raises `RefusedByServer`."""
        query = {
            **self.query,
            "client_id": client_id or self.id,
            "implicit_handshake": "true",
            "document_id": str(uuid.uuid4()),
            "tab_id": self.tab_id,
            "EIO": 4,
            "transport": "websocket",
        }
        address = f"ws://{urlsplit(url).netloc}/_nicegui_ws/socket.io/?{urlencode(query)}"
        headers = {"Cookie": cookie} if cookie else {}
        opening = connect(address, origin=Origin(origin or url), additional_headers=headers, max_size=None)
        self._socket = self._held.enter_context(opening)
        self._socket.recv(timeout=10)  # what the transport agreed on
        self._socket.send("40")
        answer = self._frame(10)
        if answer is None or not answer.startswith("40"):
            self.close()
            raise RefusedByServer(answer or "silence")

    def send(self, event: str, data: dict[str, Any]) -> None:
        """Say something to the server."""
        assert self._socket is not None
        self._socket.send("42" + json.dumps([event, data]))

    def act(self, element_id: int, kind: str, args: Any, *, client_id: str | None = None) -> None:
        """Do what a person does with an element: its event of this kind, such as a click."""
        listener = next(one for one in self.elements[str(element_id)]["events"] if one["type"] == kind)
        message = {"client_id": client_id or self.id, "id": element_id, "listener_id": listener["listener_id"]}
        self.send("event", {**message, "args": [json.dumps(args)]})

    def listen(self, seconds: float, until: str | None = None) -> list[tuple[str, Any]]:
        """Return the events heard within this time, or until one's JSON holds the words `until`."""
        heard: list[tuple[str, Any]] = []
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            frame = self._frame(left)
            if frame is None:
                break
            if not frame.startswith("42"):
                continue
            name, data = json.loads(frame[2:])
            heard.append((name, data))
            if name == "update":
                self.elements.update({key: value for key, value in data.items() if key != "_id"})
            if until is not None and until in frame:
                break
        return heard

    def find(self, **props: str) -> int:
        """Return the id of the element with these props."""
        return next(
            int(key)
            for key, element in self.elements.items()
            if element and all(str(element.get("props", {}).get(name)) == value for name, value in props.items())
        )

    def close(self) -> None:
        self._held.close()

    def _frame(self, seconds: float) -> str | None:
        """Return the next frame that is no ping; None when there was none, or the server hung up."""
        assert self._socket is not None
        try:
            while (frame := str(self._socket.recv(timeout=seconds))) == "2":
                self._socket.send("3")
        except (TimeoutError, ConnectionClosed):
            return None
        return frame


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPED.items():
        text = text.replace(written, meant)
    return text
