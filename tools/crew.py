"""Tools for people: who does what, and what they are paid for those who may know."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from rapidfuzz import fuzz, utils

from store.budget.queries import matching
from store.budget.trades import spelled_out
from store.crew import queries
from store.crew.tables import Person
from store.kernel.money import Money
from tools.context import Desk
from tools.declare import read_tool
from tools.reply import Ref, Reply, Row

_CLOSE_ENOUGH = 80
_MOST_WITH_RATES = 15


@read_tool(permission="crew.read")
def list_people(
    desk: Desk,
    role: Annotated[str | None, Field(description="A job, department or name, such as gaffer.")] = None,
) -> Reply:
    """List crew with job, department and home city, and day rates where the person may see them.

    Bookings are not on record, so nobody's availability is known.
    """
    people = queries.list_people(desk.session, desk.actor)
    if role:
        people = _meant(role, people)
    if not people:
        return Reply(f"Nobody on record is a {role}." if role else "Nobody is on record.")
    with_rates = desk.actor.may("crew_rates.read") and len(people) <= _MOST_WITH_RATES
    rows = tuple(Row(_line(desk, person, with_rates), Ref("person", person.id)) for person in people)
    count = f"{len(rows)} {'people' if len(rows) > 1 else 'person'}"
    return Reply(f"{count} on record{f' for “{role}”' if role else ''}; availability is not on record:", rows)


def _meant(role: str, people: list[Person]) -> list[Person]:
    """The people of a job, department or name; where none is, those whose job or department is among the words."""
    found = matching(role, people, [f"{p.job_title} {p.department} {p.name}" for p in people])
    if found or spelled_out(role) != role:  # of a job in full, "director of photography", no part is meant
        return found
    return [person for person in people if _is_among(role, person)]


def _is_among(role: str, person: Person) -> bool:
    wanted = utils.default_process(role)
    texts = (person.job_title, person.department, person.name)
    return any(fuzz.token_set_ratio(wanted, utils.default_process(text)) >= _CLOSE_ENOUGH for text in texts)


def _line(desk: Desk, person: Person, with_rates: bool) -> str:
    parts = [f"{person.name}, {person.job_title} ({person.department})"]
    if person.home_city:
        parts.append(person.home_city)
    rates = queries.rates_of(desk.session, desk.actor, person.id) if with_rates else []
    if rates:
        newest = rates[0]
        parts.append(f"{Money(newest.rate_minor, newest.currency)} per {newest.unit.lower()}")
    return ", ".join(parts)
