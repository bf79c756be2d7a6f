"""People, and what they are paid for those who may know."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import CurrentActor, Reading
from api.rest.paging import Cursor, Limit, page_of
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.common import Page, RowId
from api.rest.schemas.crew import PersonOut, PersonRateOut
from store.crew.queries import get_person as read_person
from store.crew.queries import list_people, rates_of

router = APIRouter(prefix="/people", tags=["crew"], responses=SIGNED_IN)


@router.get("")
def get_people(
    actor: CurrentActor,
    session: Reading,
    department: Annotated[str | None, Query(max_length=60)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PersonOut]:
    """People by name."""
    found = list_people(session, actor, department=department)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda person: person.id)
    return Page(items=[PersonOut.model_validate(person) for person in rows], next_cursor=after)


@router.get("/{person_id}", responses=problems(404))
def get_person(person_id: RowId, actor: CurrentActor, session: Reading) -> PersonOut:
    """One person."""
    return PersonOut.model_validate(read_person(session, actor, person_id))


@router.get("/{person_id}/rates", responses=problems(404))
def get_person_rates(
    person_id: RowId, actor: CurrentActor, session: Reading, limit: Limit = 50, cursor: Cursor = None
) -> Page[PersonRateOut]:
    """What a person is paid, newest first."""
    found = rates_of(session, actor, person_id)
    rows, after = page_of(found, cursor=cursor, limit=limit, key=lambda rate: rate.id)
    return Page(items=[PersonRateOut.of(rate) for rate in rows], next_cursor=after)
