"""A conversation as it is held: words and briefs go in, answers come out as they are given, in every open tab.

What a person types is kept by the browser until the server has stored it (`static/copilot.js`).
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import htpy as h
from nicegui import events, ui

from api.turns import RunningTurn
from api.web.components.icons import icon
from api.web.copilot.composer import Composer
from api.web.copilot.exchange import draw_asked, draw_exchange
from api.web.copilot.live import LiveTurn
from api.web.copilot.reading import Thread, read_thread
from api.web.copilot.suggestions import suggestions_for
from api.web.frame.live import pulse
from api.web.frame.notices import tell
from api.web.frame.visit import Visit
from copilot.briefs.intake import BriefFile
from copilot.turn.brief_turn import ASKED
from store.kernel.actor import Actor
from store.kernel.clock import today
from store.kernel.errors import DomainError
from store.projects.tables import Project

if TYPE_CHECKING:
    from sqlmodel import Session

CHANNEL = "web"
LOOK_FOR_TURNS_S = 2.0
_RULED = re.compile(r"[-=_*#~]{2,}|^[#>*\s]+")  # what is drawn in a text and is no part of a title


class Conversation:
    """One open conversation. It has no `id` until the first words are said."""

    def __init__(self, visit: Visit, thread: Thread | None, project: Project | None) -> None:
        self.visit, self.thread = visit, thread
        self.id = thread.id if thread else None
        self.project_id = project.id if project else None
        self.about = (thread.project, thread.project_name) if thread else None
        if project is not None:
            self.about = (project.code, project.name)
        self.when_begun: Callable[[], Awaitable[None]] | None = None
        self._following: str | None = None

    async def draw(self, ask: str = "") -> None:
        """Draw the head, what was said, and the place to say more."""
        self._head = ui.html("")
        self._draw_head()
        with ui.element("div").classes("chat-scroll").props("id=chat-scroll tabindex=0 role=log"):
            self._said = ui.element("div").classes("chat-said")
            self._live = ui.element("div").classes("chat-live")
        self._draw_said()
        self.composer = Composer(
            self.say, self.hand_in, self.stop, ask, takes_briefs=self.visit.person.may("proposals.write")
        )
        pulse.listen(self.visit, self._look_again)
        ui.timer(LOOK_FOR_TURNS_S, self._follow_others, immediate=True)

    async def say(self, words: str) -> None:
        """Ask the copilot; what cannot be asked stays in the composer."""
        try:
            conversation_id = await self._opened(words)
            turn = await self.visit.call(
                lambda actor: self.visit.studio.turns.begin(actor, conversation_id, words, CHANNEL)
            )
        except DomainError as error:
            self.composer.unsent()
            tell(self.visit, error)
            return
        self.composer.sent(f"/copilot/{conversation_id}")
        await self._follow(turn, words)

    async def hand_in(self, event: events.UploadEventArguments) -> None:
        """Keep a brief that was dropped here, and draft a proposal from it."""
        studio, name = self.visit.studio, event.file.name
        file = BriefFile(await event.file.read(), name)
        try:
            document_id = await self.visit.call(lambda actor: studio.assistant.intake.keep(actor, file))
            conversation_id = await self._opened(f"Brief: {name}")
            turn = await self.visit.call(
                lambda actor: studio.turns.begin_brief(actor, conversation_id, document_id, CHANNEL)
            )
        except DomainError as error:
            tell(self.visit, error)
            return
        self.composer.moved(f"/copilot/{conversation_id}")
        await self._follow(turn, f"{ASKED} {name}")

    async def stop(self) -> None:
        """End the turn that runs at its next word."""
        turn = self.visit.studio.turns.of(self.id) if self.id else None
        if turn is not None:
            await self.visit.call(lambda actor: turn.stop.set())

    async def _opened(self, words: str) -> str:
        from copilot.turn.record import open_conversation

        if self.id is None:
            studio, title = self.visit.studio, " ".join(_RULED.sub(" ", words).split())[:80] or "Brief"
            self.id = await self.visit.call(
                lambda actor: open_conversation(
                    studio.database, studio.clock, actor, title=title, channel=CHANNEL, project_id=self.project_id
                )
            )
            if self.when_begun is not None:
                await self.when_begun()
        return self.id

    async def _follow(self, turn: RunningTurn, words: str | None) -> None:
        """Show a turn until it has ended; then what is stored takes its place."""
        if self._following == turn.message_id:
            return
        self._following = turn.message_id
        if not (self.thread and self.thread.exchanges):
            self._said.clear()
        self.composer.busy(True)
        self._live.clear()
        with self._live:
            if words is not None:
                draw_asked(words)
            try:
                await LiveTurn(turn, self.visit).follow()
            except DomainError as error:
                # Nobody is signed in here any more. The turn goes on, and is taken up again by whoever comes back.
                self._following = None
                self.composer.busy(False)
                self._live.clear()
                tell(self.visit, error)
                return
        self.composer.busy(False)
        await self._look_again()
        self._live.clear()

    async def _follow_others(self) -> None:
        """Show a turn that this page did not begin: in another tab, or before it was loaded."""
        turn = self.visit.studio.turns.of(self.id) if self.id else None
        if turn is not None and turn.message_id != self._following:
            await self._look_again()
            await self._follow(turn, None)

    async def _look_again(self) -> None:
        if self.id is None:
            return
        conversation_id = self.id

        def look(session: Session, actor: Actor) -> Thread:
            return read_thread(session, actor, conversation_id)

        thread = await self.visit.read(look)
        if thread != self.thread:
            self.thread = thread
            self._draw_head()
            self._draw_said()

    def _draw_head(self) -> None:
        title = self.thread.title if self.thread else "New conversation"
        self._head.set_content(str(_head(title, self.about, self.visit.studio.assistant.model.model)))

    def _draw_said(self) -> None:
        self._said.clear()
        exchanges = self.thread.exchanges if self.thread else ()
        running = self.visit.studio.turns.of(self.id) if self.id else None
        with self._said:
            if not exchanges and self._following is None:
                self._draw_beginning()
            for exchange in exchanges:
                # A turn that this page shows as it runs is drawn below, until it has ended.
                if running is None or exchange.message_id != running.message_id or self._following is None:
                    draw_exchange(exchange, waiting=running is not None and exchange is exchanges[-1])

    def _draw_beginning(self) -> None:
        studio = self.visit.studio
        now = today(studio.clock, self.visit.person.time_zone)
        offered = suggestions_for(self.visit.person, self.about[0] if self.about else None, now)
        may_draft = self.visit.person.may("proposals.write")
        ui.html(
            str(
                h.div(".beginning")[
                    h.h2[
                        f"Hello {self.visit.person.name.split()[0]}. ",
                        "Paste a brief, or ask." if may_draft else "What would you like to know?",
                    ],
                    h.p(".lead")[
                        "Drop a brief anywhere on this page (PDF, Word, e-mail, text), or paste it below: it becomes a "
                        "priced proposal for you to check. Nothing changes until a person greenlights it."
                        if may_draft
                        else "Ask about your projects. Every answer names the rows it rests on."
                    ],
                    h.div(".suggestions")[
                        (
                            h.button(class_=["suggestion", {"first": one.is_brief}], type="button", data_ask=one.words)[
                                one.label
                            ]
                            for one in offered
                        )
                    ],
                ]
            )
        )


def _head(title: str, about: tuple[str | None, str | None] | None, model: str) -> h.Element:
    return h.header(".chat-head")[
        h.a(".icon-button.chat-back", href="/copilot?list=1", aria_label="All conversations")[icon("back")],
        h.h1[title],
        h.div(".row-of")[
            h.a(".chip", href=f"/projects/{about[0]}")[f"{about[0]} · {about[1]}"] if about and about[0] else None,
            h.a(
                ".chip",
                href="/settings/model",
                title="No model and no network: answers come from rules and your studio's own rows."
                if model == "rules"
                else "The model that answers. Change it in the settings.",
            )["Rules mode" if model == "rules" else model],
        ],
    ]
