"""The bar in which a person decides: what they may do as buttons, what they may not as a sentence; no dead buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.approvals.change import Shown
from api.web.components.buttons import act_button
from api.web.frame.notices import said, tell
from api.web.frame.visit import Visit
from store.changes.decisions import Decision, greenlight, propose_undo, reject
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import DomainError

if TYPE_CHECKING:
    from sqlmodel import Session

CHANNEL = "web"
_REASON = "reject-reason"
_MOST_NAMED = 5
Came = Callable[[Decision], Awaitable[None]]
Again = Callable[[], Awaitable[None]]


class Deciding:
    """Acts on exactly what is shown. `came` is told what came of a greenlight; `again` looks at the page anew."""

    def __init__(self, visit: Visit, shown: Shown, *, came: Came, again: Again, edit: Again) -> None:
        self.visit, self.shown = visit, shown
        self._came, self._again, self._edit = came, again, edit

    def draw(self) -> None:
        """Draw the bar: at the foot of the window, wherever one has read to."""
        head, standing = self.shown.head, self.shown.standing
        is_open = head.status in ("pending", "stale") and self.shown.latest.id == head.id
        if not is_open and not self.shown.can_undo:
            return
        with ui.element("div").classes("decide").props('role=region aria-label="Decide"'):
            ui.html(str(self._why(is_open=is_open))).classes("grow")
            if self.shown.can_undo:
                act_button("Undo…", self._undo, symbol="undo", working="Filing the undo…")
            if is_open and standing.may_turn_down:
                act_button("Edit", self._edit, symbol="edit").props("id=act-edit title='Edit (e)' aria-keyshortcuts=e")
                self._rejecting()
            if is_open and standing.may:
                label = "Greenlight" if standing.alone or standing.given_by else "Greenlight as the first of two"
                act_button(label, self._greenlight, kind="primary", symbol="check", working="Greenlighting…").props(
                    "id=act-greenlight"
                )

    def _why(self, *, is_open: bool) -> h.Element:
        """Say how the person stands to it."""
        if not is_open:
            return h.p(".small.muted")[
                "Undoing files a change set that puts everything back; it is greenlit like any other."
            ]
        me = self.visit.person.user_id  # whose own greenlight the sentence that follows tells
        given = [self.shown.names.get(one, one) for one in self.shown.standing.given_by if one != me]
        return h.p(".small")[
            h.strong[f"{' and '.join(given)} greenlit it. "] if given else None,
            self.shown.standing.why,
            self._whom_to_ask(),
            h.span(".muted")[" You may edit or reject it."]
            if self.shown.standing.may_turn_down and not self.shown.standing.may
            else None,
        ]

    def _whom_to_ask(self) -> h.Node:
        """Name who could be the second person, so that the first need not guess."""
        seconds = self.shown.seconds
        if seconds is None:
            return None
        if not seconds:
            return h.span(".muted")[" Nobody else may yet: an administrator can change the policy in the settings."]
        *others, last = seconds[:_MOST_NAMED]
        return h.span(".muted")[f" {', '.join(others)} or {last} can." if others else f" {last} can."]

    async def _greenlight(self) -> None:
        head = self.shown.head

        def decide(session: Session, actor: Actor) -> Decision:
            clock = self.visit.studio.clock
            return greenlight(session, actor, clock, change_set_id=head.id, digest=head.digest)

        try:
            decision = await self.visit.write(decide)
        except DomainError as error:
            await self._again()
            with self.visit.client:  # the button that was pressed may be gone by now
                tell(self.visit, error)
            return
        await self._came(decision)

    async def _undo(self) -> None:
        head = self.shown.head

        def file(session: Session, actor: Actor) -> ChangeSet:
            clock = self.visit.studio.clock
            return propose_undo(session, actor, clock, change_set_id=head.id, channel=CHANNEL)

        if self.visit.is_leaving:
            return
        filed = await self.visit.propose(file)
        self.visit.leave(f"/approvals/{filed.id}")

    def _rejecting(self) -> None:
        """Draw the button, and the dialog that asks why."""
        button = (
            ui.element("button")
            .classes("btn btn-danger")
            .props("type=button id=act-reject title='Reject (x)' aria-keyshortcuts=x data-dialog=reject")
        )
        with button:
            ui.label("Reject…")
        button.on("click", js_handler="() => greenlight.openDialog('reject-dialog')")
        with ui.element("dialog").classes("dialog").props('id=reject-dialog aria-labelledby="reject-title"'):
            shown = h.div(".stack")[
                h.h2(id="reject-title")["Reject this"],
                h.label(".field")[
                    "Why? It is kept with the change, and whoever proposed it reads it.",
                    h.textarea(id=_REASON, rows="3", maxlength="2000", aria_describedby="reject-refusal"),
                ],
                h.p(".refusal", id="reject-refusal", role="alert", hidden=True)["Say why, in a few words."],
            ]
            ui.html(str(shown))
            with ui.element("div").classes("row-of end"):
                close = ui.element("button").classes("btn btn-ghost").props("type=button")
                with close:
                    ui.label("Back")
                close.on("click", js_handler="() => greenlight.closeDialog('reject-dialog')")
                act_button("Reject", self._reject, kind="danger", working="Rejecting…")

    async def _reject(self) -> None:
        reason = str(await self.visit.client.run_javascript(f"return greenlight.reason('{_REASON}')", timeout=5) or "")
        if not reason.strip():
            return

        def decide(session: Session, actor: Actor) -> ChangeSet:
            clock = self.visit.studio.clock
            return reject(session, actor, clock, change_set_id=self.shown.head.id, reason=reason[:2000])

        rejected = await self.visit.write(decide)
        self.visit.client.run_javascript("greenlight.closeDialog('reject-dialog'); greenlight.reasonTaken()")
        await self._again()
        with self.visit.client:
            said(f"{rejected.code} was rejected. Nothing has changed.")
