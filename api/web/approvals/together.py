"""Greenlighting several change sets that are alike in one go: each its own transaction, and each its own answer.

What may go together is the store's to say (`standing.require_together`); what is picked is checked here again, because
the list may be a moment old.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.shown.diff import Group, diff_of
from api.web.components.buttons import act_button
from api.web.components.diff_view import groups_view
from api.web.components.figures import money
from api.web.frame.notices import said
from api.web.frame.visit import Visit
from store.changes.decisions import Decision, greenlight
from store.changes.queries import get_change_set, heads_of
from store.changes.standing import require_together
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Invalid
from store.row_names import names_in

if TYPE_CHECKING:
    from sqlmodel import Session

MOST = 50


@dataclass(frozen=True, slots=True)
class Picked:
    """A change set as the person picked it: exactly this digest."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What came of one of them; `note` says why where it was not applied."""

    id: str
    title: str
    outcome: str
    note: str = ""


class Together:
    """The bar that shows while something is picked, and the dialog in which it is greenlit."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.picked: list[Picked] = []
        with ui.element("div").classes("together").props('id=together hidden role=region aria-label="Picked"'):
            ui.html(str(h.span(".together-count", id="together-count", aria_live="polite"))).classes("grow")
            act_button("Let go", self._let_go, kind="ghost")
            act_button("Look and greenlight together", self._look, kind="primary")
        with ui.element("dialog").classes("dialog wide").props('id=together-dialog aria-labelledby="together-title"'):
            self._inside = ui.element("div").classes("stack")

    async def _let_go(self) -> None:
        self.visit.client.run_javascript("greenlight.letGo()")

    async def _look(self) -> None:
        """Show what exactly was picked, before anything is greenlit."""
        found = await self.visit.client.run_javascript("return greenlight.picked()", timeout=5)
        self.picked = [Picked(str(one["id"]), str(one["digest"])) for one in found or []][:MOST]
        if not self.picked:
            return
        sets = await self.visit.read(self._as_shown)
        self._inside.clear()
        with self._inside:
            ui.html(str(_shown(sets)))
            with ui.element("div").classes("row-of end"):
                act_button("Back", self._close, kind="ghost")
                act_button(f"Greenlight {len(sets)}", self._greenlight, kind="primary", working="Greenlighting…")
        self.visit.client.run_javascript("greenlight.openDialog('together-dialog')")

    def _as_picked(self, session: Session, actor: Actor) -> list[ChangeSet]:
        """Return the change sets, unless one is no longer what was picked or may not go with the others."""
        heads = heads_of(session, actor, [one.id for one in self.picked])
        digests = {head.id: head.digest for head in heads}
        if any(digests.get(one.id) != one.digest for one in self.picked):
            raise Invalid("One of these is no longer what it was. Pick again.", "not_together")
        require_together(session, actor, self.visit.studio.clock.now(), heads)
        return [get_change_set(session, actor, one.id) for one in self.picked]

    def _as_shown(self, session: Session, actor: Actor) -> list[tuple[ChangeSet, tuple[Group, ...]]]:
        """Return the change sets as picked, each with what it would change."""
        sets = self._as_picked(session, actor)
        return [(one, diff_of(one.row_changes, names_in(session, actor, one.row_changes))) for one in sets]

    async def _greenlight(self) -> None:
        await self.visit.read(self._as_picked)
        fates = [await self._one(picked) for picked in self.picked]
        applied = sum(fate.outcome == "applied" for fate in fates)
        self._inside.clear()
        with self._inside:
            ui.html(str(_fates(fates)))
            with ui.element("div").classes("row-of end"):
                act_button("Close", self._close, kind="primary")
        self.visit.client.run_javascript("greenlight.letGo()")
        with self.visit.client:  # the button that was pressed is gone by now
            said(f"{applied} of {len(fates)} applied.", tone="good" if applied == len(fates) else "warn")

    async def _one(self, picked: Picked) -> Fate:
        def decide(session: Session, actor: Actor) -> Decision:
            clock = self.visit.studio.clock
            return greenlight(session, actor, clock, change_set_id=picked.id, digest=picked.digest)

        try:
            decision = await self.visit.write(decide)
        except DomainError as error:
            return Fate(picked.id, picked.id, "refused", error.message)
        return Fate(decision.change_set.id, decision.change_set.title, decision.outcome, decision.reason)

    async def _close(self) -> None:
        self.visit.client.run_javascript("greenlight.closeDialog('together-dialog')")


def _shown(sets: list[tuple[ChangeSet, tuple[Group, ...]]]) -> h.Element:
    return h.div(".stack")[
        h.h2(id="together-title")[f"Greenlight {len(sets)} together" if len(sets) > 1 else "Greenlight this one"],
        h.p(".muted.small")["Each is applied on its own, exactly as it is shown here. Open one to read it whole."],
        h.div(".together-list")[
            (
                h.details(".together-one")[
                    h.summary[
                        h.span(".grow")[one.title, h.span(".code.small")[f" {one.id}"]],
                        money(one.amount_minor, one.currency) if one.amount_minor is not None else None,
                    ],
                    groups_view(groups),
                ]
                for one, groups in sets
            )
        ],
    ]


def _fates(fates: list[Fate]) -> h.Element:
    tones = {"applied": "good", "waiting": "wait", "stale": "warn"}
    return h.div(".stack")[
        h.h2(id="together-title")["What came of them"],
        h.ul(".together-fates")[
            (
                h.li[
                    h.span(class_=f"badge tone-{tones.get(fate.outcome, 'bad')}")[fate.outcome],
                    h.a(href=f"/approvals/{fate.id}")[fate.title],
                    h.span(".small.muted")[fate.note] if fate.note else None,
                ]
                for fate in fates
            )
        ],
    ]
