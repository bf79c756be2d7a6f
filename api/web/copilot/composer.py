"""The place to write in, drop files on, and stop from. The browser keeps what is typed until it is stored."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from nicegui import events, ui

from api.rest.edge import LARGEST_FILE
from api.web.components.buttons import icon_button
from api.web.components.icons import icon
from api.web.frame.notices import said

_TOO_LARGE = "A brief may be up to 25 MB. Send a smaller file, or only the part of it that matters."
_NO_BRIEF = "A brief is a PDF, a Word document, an e-mail (.eml), a text or a web page. Save it as one of these."
_KINDS = ".pdf,.docx,.eml,.txt,.md,.html,.htm"
# Enter sends, Shift and Enter is a new line; the words stay until the server says that it has them.
_ON_KEY = "(event) => greenlight.composerKey(event) && greenlight.send(emit)"
_ON_SEND = "() => greenlight.send(emit)"
_ON_REJECTED = "(files) => emit(files[0]?.failedPropValidation ?? '')"


class Composer:
    """Calls `say` with words, `hand_in` with an uploaded file, `stop` to end the running turn.

    Who may draft no proposals is asked for no briefs; a file that is dropped all the same is refused in words.
    """

    def __init__(
        self,
        say: Callable[[str], Awaitable[None]],
        hand_in: Callable[[events.UploadEventArguments], Awaitable[None]],
        stop: Callable[[], Awaitable[None]],
        words: str,
        *,
        takes_briefs: bool,
    ) -> None:
        async def spoken(event: events.GenericEventArguments) -> None:
            await say(str(event.args or ""))

        self._upload = (
            ui.upload(on_upload=hand_in, max_file_size=LARGEST_FILE, auto_upload=True)
            .props(f'accept="{_KINDS}"')
            .classes("hidden-upload composer-upload")
            .on("rejected", _refuse, js_handler=_ON_REJECTED)
        )
        with ui.element("div").classes("composer"):
            if takes_briefs:
                icon_button("Attach a brief", "attach", self._pick)
            label = "Ask, or paste a brief" if takes_briefs else "Ask about your projects"
            box = ui.element("textarea").props(f'id=composer-words rows=1 aria-label="{label}" placeholder="{label}…"')
            box.on("keydown", spoken, js_handler=_ON_KEY)
            send = (
                ui.element("button").classes("icon-button send").props('type=button aria-label="Send" id=composer-send')
            )
            with send:
                ui.html(str(icon("send")), tag="span")
            send.on("click", spoken, js_handler=_ON_SEND)
            self._stop = icon_button("Stop", "stop", stop).classes("stop")
        self._stop.set_visibility(False)
        self._send = send
        if words:
            ui.run_javascript(f"greenlight.prefill({json.dumps(words)})")

    async def _pick(self) -> None:
        self._upload.run_method("pickFiles")

    def busy(self, running: bool) -> None:
        """Offer to stop while a turn runs."""
        self._stop.set_visibility(running)
        self._send.set_visibility(not running)

    def sent(self, address: str) -> None:
        """The words are stored: the browser may forget them."""
        ui.run_javascript(f"greenlight.sent('{address}')")

    def moved(self, address: str) -> None:
        """The conversation has an address now; what is being typed stays."""
        ui.run_javascript(f"greenlight.moved('{address}')")

    def unsent(self) -> None:
        ui.run_javascript("greenlight.unsent()")


def _refuse(event: events.GenericEventArguments) -> None:
    said(_TOO_LARGE if event.args == "max-file-size" else _NO_BRIEF, tone="bad")
