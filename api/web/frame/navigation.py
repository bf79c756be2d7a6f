"""The places there are, in the order of the day, and who is offered which."""

from __future__ import annotations

from dataclasses import dataclass

from api.web.frame.visit import Person


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the navigation. `key` is what follows `g` on the keyboard; `permission` is what it takes."""

    name: str
    label: str
    address: str
    key: str
    icon: str
    permission: str
    on_phone: bool = True


PLACES = (
    Place("copilot", "Copilot", "/copilot", "c", "chat", "studio.read"),
    Place("approvals", "Approvals", "/approvals", "a", "check", "changes.read"),
    Place("projects", "Projects", "/projects", "p", "board", "projects.read"),
    Place("rate_card", "Rate card", "/rate-card", "r", "card", "rate_card.read", on_phone=False),
    Place("people", "People", "/people", "e", "people", "crew.read", on_phone=False),
    Place("settings", "Settings", "/settings", "s", "settings", "studio.read"),
)


def places_for(person: Person) -> list[Place]:
    return [place for place in PLACES if person.may(place.permission)]
