"""The page of one change set while it is open: it follows what happens to the set, and shows a new diff in place.

What a person typed into the form is never redrawn under them: the form stands apart from what is live.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.approvals.change import Shown, read_change
from api.web.approvals.deciding import Deciding
from api.web.approvals.editing import Editing
from api.web.approvals.next_steps import next_steps_view
from api.web.approvals.read_brief import brief_shown
from api.web.approvals.shown import body_view, callouts_view, head_view, history_view, words_view
from api.web.components.brief_view import BriefShown, brief_view
from api.web.components.icons import icon
from api.web.frame.live import Region
from api.web.frame.notices import said
from api.web.frame.visit import Visit
from store.changes.decisions import Decision
from store.changes.tables import ChangeSet
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

_VIEWS = (("", "Before and after"), ("brief", "The brief"), ("everything", "Every column"))
Looked = tuple[Shown, BriefShown | None]


class Review:
    """One open page. `revision` None follows the latest revision of the code."""

    def __init__(self, visit: Visit, code: str, revision: int | None, view: str) -> None:
        self.visit, self.code, self.revision = visit, code, revision
        self.view = view if view in ("brief", "everything") else ""
        self._happened = ""

    async def draw(self) -> None:
        self._place = ui.element("div").classes("stack")
        self._form = ui.element("div").classes("stack")
        with self._place:
            self._region = Region(self.visit, self._look, self._draw)
        await self._region.show()

    def _look(self, session: Session, actor: Actor) -> Looked:
        shown = read_change(session, actor, self.code, self.revision, self.visit.studio.clock.now())
        brief = brief_shown(session, actor, shown.head) if self.view == "brief" and shown.from_brief else None
        return shown, brief

    def _draw(self, looked: Looked) -> None:
        shown, brief = looked
        # From here on the page is about what it shows: a newer revision is told of, and not slipped in.
        self.code, self.revision = shown.head.code, shown.head.revision
        zone = self.visit.person.time_zone
        top = h.div(".stack")[
            head_view(shown, zone),
            h.div(".callout", role="alert")[icon("warning"), h.p[h.strong[self._happened]]] if self._happened else None,
            callouts_view(shown),
            next_steps_view(shown),
            self._views(shown),
        ]
        ui.html(str(top))
        if brief is not None:
            ui.html(str(brief_view(brief))).classes("wide-part")
        else:
            parts = [words_view(shown), body_view(shown, everything=self.view == "everything")]
            ui.html(str(h.div(".stack")[parts]))
        ui.html(str(history_view(shown, zone)))
        Deciding(self.visit, shown, came=self._came, again=self._region.refresh, edit=self._edit).draw()

    def _views(self, shown: Shown) -> h.Element:
        address = f"/approvals/{shown.head.code}?revision={shown.head.revision}"
        return h.nav(".tabs", aria_label="What to look at")[
            (
                h.a(
                    class_={"here": self.view == view},
                    href=f"{address}&view={view}" if view else address,
                    aria_current="page" if self.view == view else None,
                )[label]
                for view, label in _VIEWS
                if view != "brief" or shown.from_brief
            )
        ]

    async def _came(self, decision: Decision) -> None:
        """Show what came of a greenlight; a set that went stale in its new revision, in place."""
        fresh, reason = decision.change_set, decision.reason
        went_through = decision.outcome in ("applied", "waiting")
        self._happened = "" if went_through else f"Nothing was applied. {reason}"
        await self._show(fresh)
        with self.visit.client:  # the button that was pressed is gone by now
            if decision.outcome == "applied":
                said(f"{fresh.code} is applied. {reason}".strip())
            elif decision.outcome == "waiting":
                said(f"Your greenlight is recorded. {reason}", tone="warn")

    async def _show(self, change_set: ChangeSet) -> None:
        self.code, self.revision = change_set.code, change_set.revision
        self._region.shown = None
        await self._region.refresh()
        address = f"/approvals/{change_set.code}?revision={change_set.revision}"
        self.visit.client.run_javascript(
            f"greenlight.arrived({json.dumps(address)}, {json.dumps(bool(self._happened))})"
        )

    async def _edit(self) -> None:
        """Put the form in the place of what it edits, until it is saved or left."""
        looked = self._region.shown
        assert looked is not None
        self._place.set_visibility(False)
        self._form.clear()
        with self._form:
            await Editing(self.visit, looked[0].head, leave=self._leave, saved=self._saved).draw()

    async def _saved(self, revision: ChangeSet) -> None:
        """Go on with the new revision, in place."""
        await self._leave()
        await self._show(revision)
        with self.visit.client:  # the button that was pressed is gone by now
            said(f"Revision {revision.revision} is saved. Nothing has changed yet: greenlight it when it is right.")

    async def _leave(self) -> None:
        self._form.clear()
        self._place.set_visibility(True)
