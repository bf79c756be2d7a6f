"""Editing a change set: a form, a look at the new before and after, then a new revision. Nothing typed is ever lost.

The form lives in the browser until it is saved: a fault, a session that ended or a set that somebody else decided
meanwhile is told beside it, and the form stays.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import htpy as h
from nicegui import ui

from api.shown.diff import Group, diff_of
from api.web.approvals.change import is_readable
from api.web.approvals.edits import Edit, Fault, Typed, edited, edits_of
from api.web.approvals.form import PartSpec, form_of
from api.web.approvals.form_view import form_view
from api.web.approvals.shown import summary_view
from api.web.components.buttons import act_button
from api.web.components.diff_view import groups_view
from api.web.components.figures import money
from api.web.frame.notices import tell
from api.web.frame.visit import Visit
from store.changes.decisions import edit
from store.changes.engine import as_planned, make_plan
from store.changes.queries import ChangeHead, get_revision
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Invalid
from store.kernel.money import Money
from store.proposals.follow import Moved, moved
from store.row_names import names_in, names_of

if TYPE_CHECKING:
    from sqlmodel import Session

CHANNEL = "web"


@dataclass(frozen=True, slots=True)
class Previewed:
    """What an edited change set would do."""

    groups: tuple[Group, ...]
    stake: Money | None
    moved: tuple[Moved, ...]


class Editing:
    """The form of one revision. `saved` is told the new revision, `leave` that the person gave up."""

    def __init__(
        self,
        visit: Visit,
        head: ChangeHead,
        *,
        leave: Callable[[], Awaitable[None]],
        saved: Callable[[ChangeSet], Awaitable[None]],
    ) -> None:
        self.visit, self.head = visit, head
        self._leave, self._saved = leave, saved
        self._operations: list[dict[str, Any]] = []
        self._form: tuple[PartSpec, ...] = ()
        self._typed = Typed({}, ())

    async def draw(self) -> None:
        """Draw the form, empty of changes."""
        self._operations, self._form = await self.visit.read(self._read)
        self._asking = ui.element("div").classes("stack")
        self._looking = ui.element("div").classes("stack")
        with self._asking:
            ui.html(str(self._top()))
            ui.html(str(form_view(self._form)))
            with ui.element("div").classes("decide"):
                ui.html(str(h.p(".small.muted", id="edit-count", aria_live="polite")["Nothing changed yet."])).classes(
                    "grow"
                )
                act_button("Leave without saving", self._give_up, kind="ghost")
                act_button("Look at the new before and after", self._preview, kind="primary", working="Planning…")
        self.visit.client.run_javascript("greenlight.editing()")

    def _read(self, session: Session, actor: Actor) -> tuple[list[dict[str, Any]], tuple[PartSpec, ...]]:
        found = get_revision(session, actor, self.head.code, self.head.revision)
        if not is_readable(found):
            raise Invalid("Its operations cannot be read, so they cannot be edited. Reject it.", "unreadable")
        operations: list[dict[str, Any]] = found.operations
        accounts = [one for one in operations if one.get("kind") == "add_budget_account"]
        own = {str(one["id"]): f"{one['code']} {one['name']}" for one in accounts}
        asked = {str(one["account_id"]) for one in operations if one.get("account_id")} - own.keys()
        return operations, form_of(operations, {**names_of(session, actor, {"budget_accounts": asked}), **own})

    def _top(self) -> h.Element:
        return h.header(".stack")[
            h.h1[f"Edit: {self.head.title}"],
            h.p(".lead")[
                "What you save becomes a new revision with its own before and after, and is greenlit like any other."
            ],
            h.p(".refusal", id="edit-refusal", role="alert", hidden=True),
        ]

    async def _preview(self) -> None:
        """Show what it would do now; a fault goes to the field it is in."""
        given = await self.visit.client.run_javascript("return greenlight.edited()", timeout=10)
        self._typed = Typed(
            {str(path): str(value) for path, value in (given or {}).get("values", {}).items()},
            frozenset(str(path) for path in (given or {}).get("removed", ())),
        )
        try:
            previewed = await self.visit.read(self._plan)
        except DomainError as error:
            self._refuse(error)
            return
        self.visit.client.run_javascript("greenlight.refuse('', '')")
        self._asking.set_visibility(False)
        self._looking.clear()
        with self._looking:
            self._draw_preview(previewed)
        self.visit.client.run_javascript("scrollTo(0, 0)")

    def _plan(self, session: Session, actor: Actor) -> Previewed:
        operations = edited(self._operations, self._form, self._typed)
        plan = make_plan(session, operations, actor=actor)
        row_changes = plan.row_changes
        return Previewed(
            groups=diff_of(row_changes, names_in(session, actor, row_changes)),
            stake=plan.stake,
            moved=moved(operations, as_planned(operations, row_changes)),
        )

    def _draw_preview(self, previewed: Previewed) -> None:
        summary = summary_view(previewed.groups)
        shown = h.div(".stack")[
            h.h1["The new before and after"],
            h.p(".lead")[
                "At stake: ",
                money(self.head.amount_minor, self.head.currency),
                " → ",
                h.strong[money(previewed.stake.minor, previewed.stake.currency)],
            ]
            if previewed.stake is not None
            else None,
            _edits(edits_of(self._form, self._typed)),
            _moved(previewed.moved),
            h.div(class_=["change-body", {"with-summary": summary is not None}])[
                h.div(".change-main")[groups_view(previewed.groups)], summary
            ],
        ]
        ui.html(str(shown))
        with ui.element("div").classes("decide"):
            ui.html(str(h.p(".small.muted")["Saving changes no data yet."])).classes("grow")
            act_button("Back to the form", self._back, kind="plain")
            act_button("Save as a new revision", self._save, kind="primary", working="Saving…")

    async def _back(self) -> None:
        self._looking.clear()
        self._asking.set_visibility(True)

    async def _save(self) -> None:
        def decide(session: Session, actor: Actor) -> ChangeSet:
            operations = edited(self._operations, self._form, self._typed)
            clock = self.visit.studio.clock
            return edit(session, actor, clock, change_set_id=self.head.id, operations=operations, channel=CHANNEL)

        try:
            revision = await self.visit.write(decide)
        except DomainError as error:
            if error.code != "unauthenticated":
                await self._back()
            self._refuse(error)
            return
        self.visit.client.run_javascript("greenlight.edits_done()")
        await self._saved(revision)

    async def _give_up(self) -> None:
        self.visit.client.run_javascript("greenlight.edits_done()")
        await self._leave()

    def _refuse(self, error: DomainError) -> None:
        """Say at the field, or above the form, what cannot be; whose session has ended signs in where they are."""
        if error.code == "unauthenticated":
            tell(self.visit, error)
            return
        path = error.path if isinstance(error, Fault) else ""
        self.visit.client.run_javascript(f"greenlight.refuse({json.dumps(path)}, {json.dumps(error.message)})")


def _edits(edits: Sequence[Edit]) -> h.Element:
    return h.section(".sheet.edits")[
        h.h2[f"You changed {len(edits)} thing{'s' if len(edits) != 1 else ''}"],
        h.ul[
            (
                h.li[
                    h.strong[one.where],
                    f", {one.what.lower()}: " if one.what else ": ",
                    h.fragment[h.del_(".was")[one.before], " → "] if one.before else None,
                    h.ins(".now")[one.after],
                ]
                for one in edits
            )
        ],
    ]


def _moved(moved: Sequence[Moved]) -> h.Element | None:
    """Draw what the offer says otherwise because of the edit, apart from what was typed."""
    if not moved:
        return None
    return h.section(".sheet.edits", id="follows")[
        h.h2["What follows from it"],
        h.ul[
            (
                h.li[
                    h.strong[one.what],
                    ": ",
                    h.del_(".was")[one.before or "nothing"],
                    " → ",
                    h.ins(".now")[one.after or "nothing"],
                ]
                for one in moved
            )
        ],
    ]
