"""The studio itself: its name and home, which pricing, reading and every page go by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import htpy as h
from nicegui import ui

from api.web.components.fields import Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import only_for, part
from store.access.operations import ChangeStudio
from store.access.queries import get_studio

if TYPE_CHECKING:
    from sqlmodel import Session

WRITES = "studio.write"


@dataclass(frozen=True, slots=True)
class House:
    name: str
    home_currency: str
    home_country: str
    home_city: str
    time_zone: str
    email_domains: tuple[str, ...]


def house_of(session: Session) -> House:
    row = get_studio(session)
    return House(row.name, row.home_currency, row.home_country, row.home_city, row.time_zone, tuple(row.email_domains))


async def draw_house(visit: Visit) -> None:
    house = await visit.read(lambda session, _: house_of(session))
    with part("Studio", "Proposals are priced, dated and addressed from here."):
        if not visit.person.may(WRITES):
            ui.html(str(_facts(house)))
            only_for("an administrator", "change the studio's set-up")
            return
        with ui.element("div").classes("narrow-form"):
            Form(
                visit, _fields(house), lambda given: _file(visit, given), submit="File for approval", name="Studio"
            ).draw()


async def _file(visit: Visit, given: Given) -> None:
    domains = tuple(word for word in given.text("email_domains").replace(",", " ").lower().split() if word)
    operation = ChangeStudio(
        name=given.text("name"),
        home_currency=given.text("home_currency").upper(),
        home_country=given.text("home_country").upper(),
        home_city=given.text("home_city"),
        time_zone=given.text("time_zone"),
        email_domains=domains,
    )
    await file_and_review(visit, "Change the studio's set-up", [operation])


def _fields(house: House) -> list[Field]:
    return [
        Text("name", "Name", required=True, value=house.name),
        Text("home_city", "City", required=True, most=120, value=house.home_city),
        Text("home_country", "Country", required=True, most=2, value=house.home_country, hint="Two letters, as NL."),
        Text("time_zone", "Time zone", required=True, most=60, value=house.time_zone, hint="As Europe/Berlin."),
        Text("home_currency", "Currency", required=True, most=3, value=house.home_currency, hint="As EUR."),
        Text(
            "email_domains",
            "E-mail domains",
            most=1000,
            value=", ".join(house.email_domains),
            hint="The studio's own, as northlight.com: who writes from them is no client.",
        ),
    ]


def _facts(house: House) -> h.Element:
    return h.dl(".fact-list")[
        h.dt["Name"],
        h.dd[house.name],
        h.dt["Home"],
        h.dd[f"{house.home_city}, {house.home_country}"],
        h.dt["Time zone"],
        h.dd[house.time_zone],
        h.dt["Currency"],
        h.dd[house.home_currency],
        h.dt["E-mail domains"],
        h.dd[", ".join(house.email_domains) or "none"],
    ]
