"""Every kind of operation with nonsense in every field: refused with a problem, never with a 5xx, and nothing filed.

On PostgreSQL alone: what it can hold, SQLite can hold as well.
"""

from __future__ import annotations

import pytest

from tests.api.client import Headers, Rest
from tests.api.matrix import PROPOSING, operation_at
from tests.api.places import House, Place, furnish, furnish_house

NONSENSE: tuple[object, ...] = (None, 10**30, "\x00", "9" * 400, "\u202e💥" * 2000, [[]])
ODD: tuple[object, ...] = (0, "nothing_of_that_name")


pytestmark = pytest.mark.parametrize("home_settings", ["postgresql"], indirect=True)


@pytest.fixture
def furnished(rest: Rest) -> tuple[Rest, Place, House, Headers]:
    house = furnish_house(rest.studio)
    return rest, furnish(rest.studio, "OWN-1", house), house, rest.person(rest.studio.admin)


def test_nonsense_is_refused_in_every_field_of_every_operation(furnished: tuple[Rest, Place, House, Headers]) -> None:
    rest, place, house, who = furnished
    for kind in PROPOSING:
        sound = operation_at(kind, place, house)
        for field in sound:
            for nonsense in NONSENSE:
                answer = rest.propose(who, {**sound, field: nonsense})
                assert answer.status_code in (201, 404, 409, 422), (kind, field, nonsense, answer.text)
                if answer.status_code != 201:
                    assert answer.headers["content-type"] == "application/problem+json"
                    assert answer.json()["detail"]


def test_what_was_taken_in_spite_of_its_looks_is_applied_or_refused(
    furnished: tuple[Rest, Place, House, Headers],
) -> None:
    """Whatever passes as a proposal, greenlighting it ends in a decision: applied, stale, or refused."""
    rest, place, house, who = furnished
    for kind in PROPOSING:
        sound = operation_at(kind, place, house)
        for field in sound:
            for odd in ODD:
                filed = rest.propose(who, {**sound, field: odd})
                if filed.status_code == 201:
                    shown = filed.json()
                    path = f"/changes/{shown['id']}/greenlight"
                    decided = rest.post(path, who, {"digest": shown["digest"]})
                    assert decided.status_code in (200, 202, 409), (kind, field, odd, decided.text)
    assert rest.get("/audit/verification", rest.person(rest.studio.admin)).json()["whole"] is True
