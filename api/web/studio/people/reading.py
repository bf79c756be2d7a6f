"""What the people's pages read. What people are paid is read only for those who may know it, so no page can leak it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from store.crew.queries import get_person, list_people, rates_in_force, rates_of
from store.crew.tables import Person, PersonRate
from store.kernel.actor import Actor
from store.kernel.money import Money

if TYPE_CHECKING:
    from sqlmodel import Session

SEES_RATES = "crew_rates.read"


@dataclass(frozen=True, slots=True)
class Rate:
    """What someone is paid for a unit from a day on."""

    unit: str
    money: Money
    from_on: date


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in the list; `rates` are those in force, None for who may not know them."""

    id: str
    name: str
    job_title: str
    department: str
    city: str | None
    email: str | None
    phone: str | None
    rates: tuple[Rate, ...] | None


@dataclass(frozen=True, slots=True)
class Crew:
    """The people whom a filter keeps, by name, of `total`."""

    people: tuple[Listed, ...]
    total: int
    words: str
    departments: tuple[str, ...]
    shows_rates: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """One person, with every rate there was, the newest first; None for who may not know them."""

    person: Listed
    history: tuple[Rate, ...] | None
    departments: tuple[str, ...]


def read_crew(session: Session, actor: Actor, words: str, today: date) -> Crew:
    """Return the people that `words` keep. Raises `Forbidden` without `crew.read`."""
    rows = list_people(session, actor)
    paid = rates_in_force(session, actor, today) if actor.may(SEES_RATES) else None
    people = [_listed(row, paid) for row in rows]
    kept = tuple(person for person in people if matches(person, words))
    return Crew(kept, len(people), words, _departments(rows), paid is not None)


def read_profile(session: Session, actor: Actor, person_id: str, today: date) -> Profile:
    """Return one person. Raises `NotFound`."""
    row = get_person(session, actor, person_id)
    paid = rates_in_force(session, actor, today) if actor.may(SEES_RATES) else None
    history = tuple(map(_rate, rates_of(session, actor, person_id))) if paid is not None else None
    return Profile(_listed(row, paid), history, _departments(list_people(session, actor)))


def matches(person: Listed, words: str) -> bool:
    """Whether every word stands somewhere in what is known of the person, rates left out."""
    known = (person.name, person.job_title, person.department, person.city, person.email, person.phone)
    text = " ".join(filter(None, known)).lower()
    return all(word in text for word in words.lower().split())


def _listed(row: Person, paid: dict[str, list[PersonRate]] | None) -> Listed:
    return Listed(
        id=row.id,
        name=row.name,
        job_title=row.job_title,
        department=row.department,
        city=row.home_city,
        email=row.email,
        phone=row.phone,
        rates=None if paid is None else tuple(map(_rate, paid.get(row.id, []))),
    )


def _rate(row: PersonRate) -> Rate:
    return Rate(row.unit, Money(row.rate_minor, row.currency), row.effective_on)


def _departments(rows: list[Person]) -> tuple[str, ...]:
    return tuple(sorted({row.department for row in rows}))
