"""The people: a list narrowed as one types (`?find=`), and beside it one person at an address of their own."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import htpy as h
from nicegui import events, ui

from api.web.components.buttons import act_button
from api.web.frame.live import Region
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.studio.people.drawing import draw_crew, draw_profile
from api.web.studio.people.editing import open_person_form, open_rate_form
from api.web.studio.people.reading import Crew, Profile, read_crew, read_profile
from store.access.queries import get_studio
from store.kernel.actor import Actor

if TYPE_CHECKING:
    from sqlmodel import Session

WRITES = "crew.write"
SETS_RATES = "crew_rates.read"  # besides WRITES: who may not see rates cannot propose one


@page("/people", title="People", place="people")
async def people(visit: Visit) -> None:
    """Everybody, narrowed to `?find=`."""
    await PeoplePage(visit, None).draw()


@page("/people/{person_id}", title="People", place="people")
async def person(visit: Visit, person_id: str) -> None:
    """One person, beside the list."""
    await PeoplePage(visit, person_id).draw()


class PeoplePage:
    """The open list, and the person it is open at, if any."""

    def __init__(self, visit: Visit, person_id: str | None) -> None:
        self.visit, self.person_id = visit, person_id
        self.words = visit.request.query_params.get("find", "")[:100]
        self.may_write = visit.person.may(WRITES)
        self.may_set_rates = self.may_write and visit.person.may(SETS_RATES)

    async def draw(self) -> None:
        if self.person_id is not None:
            await self.visit.read(self._profile)  # one who is not there is said to be so, before anything is drawn
        self.home_currency = (await self.visit.read(lambda session, _: get_studio(session))).home_currency
        with ui.element("div").classes("page people-page" + (" at-person" if self.person_id else "")):
            with ui.element("header").classes("page-head"):
                ui.html(str(_head()))
                if self.may_write:
                    act_button("Add a person", self._add, kind="primary", symbol="plus")
            self.dialogs = ui.element("div").classes("dialogs")
            with ui.element("div").classes("people-columns"):
                with ui.element("div").classes("people-list"):
                    self._draw_filter()
                    self.region = await Region(self.visit, self._look, self._draw_list).show()
                if self.person_id is not None:
                    with ui.element("aside").classes("sheet sheet-body people-panel").props('aria-label="Person"'):
                        await Region(self.visit, self._profile, self._draw_profile).show()

    def _today(self) -> date:
        return self.visit.studio.clock.now().astimezone(ZoneInfo(self.visit.person.time_zone)).date()

    def _look(self, session: Session, actor: Actor) -> Crew:
        return read_crew(session, actor, self.words, self._today())

    def _profile(self, session: Session, actor: Actor) -> Profile:
        assert self.person_id is not None
        return read_profile(session, actor, self.person_id, self._today())

    def _draw_filter(self) -> None:
        box = ui.element("input").classes("filter-box")
        box.props('type=search aria-label="Filter the people" placeholder="Filter by name, job, department, city"')
        box.props["defaultValue"] = self.words
        box.on("input", self._filter, js_handler="(event) => emit(event.target.value)", throttle=0.15)

    async def _filter(self, event: events.GenericEventArguments) -> None:
        self.words = str(event.args or "")[:100]
        await self.region.refresh()

    def _draw_list(self, crew: Crew) -> None:
        ui.html(str(draw_crew(crew, self.person_id, may_add=self.may_write)))

    def _draw_profile(self, profile: Profile) -> None:
        ui.html(str(draw_profile(profile, self.words, self._today().isoformat())))
        if self.may_write:
            with ui.element("div").classes("row-of profile-acts"):
                act_button("Change", partial(self._change, profile), symbol="edit")
                if self.may_set_rates:
                    act_button("Set a rate", partial(self._set_rate, profile), symbol="plus")

    async def _add(self) -> None:
        open_person_form(self.visit, self.dialogs, None)

    async def _change(self, profile: Profile) -> None:
        open_person_form(self.visit, self.dialogs, profile.person)

    async def _set_rate(self, profile: Profile) -> None:
        currency = profile.history[0].money.currency if profile.history else self.home_currency
        open_rate_form(self.visit, self.dialogs, profile.person, currency=currency, today=self._today())


def _head() -> h.Element:
    return h.div[
        h.h1["People"],
        h.p(".lead")["Who works with you, in which department, and how to reach them."],
    ]
