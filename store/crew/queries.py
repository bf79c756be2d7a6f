"""Reading people, and what they are paid for those who may know."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, col, select

from store.access.policy import require
from store.crew.tables import Person, PersonRate
from store.kernel.actor import Actor
from store.kernel.errors import NotFound


def list_people(session: Session, actor: Actor, *, department: str | None = None) -> list[Person]:
    """Return people by name. Raises `Forbidden` without `crew.read`."""
    require(actor, "crew.read")
    query = select(Person).order_by(col(Person.name))
    if department is not None:
        query = query.where(col(Person.department) == department)
    return list(session.exec(query).all())


def get_person(session: Session, actor: Actor, person_id: str) -> Person:
    """Return a person. Raises `NotFound`."""
    require(actor, "crew.read")
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound(f"Person {person_id}")
    return person


def rates_of(session: Session, actor: Actor, person_id: str) -> list[PersonRate]:
    """Return a person's rates, newest first. Raises `Forbidden` without `crew_rates.read`."""
    require(actor, "crew_rates.read")
    get_person(session, actor, person_id)
    query = select(PersonRate).where(col(PersonRate.person_id) == person_id)
    return list(session.exec(query.order_by(col(PersonRate.effective_on).desc())).all())


def rates_in_force(session: Session, actor: Actor, on: date) -> dict[str, list[PersonRate]]:
    """Return what each person is paid on a day, by person. Raises `Forbidden` without `crew_rates.read`."""
    require(actor, "crew_rates.read")
    query = select(PersonRate).where(col(PersonRate.effective_on) <= on)
    latest: dict[tuple[str, str], PersonRate] = {}
    for rate in session.exec(query.order_by(col(PersonRate.effective_on), col(PersonRate.id))):
        latest[rate.person_id, rate.unit] = rate
    found: dict[str, list[PersonRate]] = {}
    for (person_id, _), rate in sorted(latest.items()):
        found.setdefault(person_id, []).append(rate)
    return found
