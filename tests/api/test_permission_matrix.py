"""Every operation and every read × every role × own and other project, on the store and through REST."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from store.access.tables import ROLES
from store.changes.engine import Origin, Request, file_change_set
from store.kernel.actor import Actor
from store.kernel.errors import DomainError
from store.operations import BY_KIND, parse_operation
from tests.api.client import Headers, Rest
from tests.api.matrix import PROPOSING, READING, Reading, operation_at
from tests.api.places import House, Place, conversation_of, furnish, furnish_house
from tests.studio import StudioForTests

_STATUS = {"filed": 201, "forbidden": 403, "not_found": 404}


class Neighbours:
    """A house with two projects, and for each role someone who sees one of them and someone who sees both."""

    def __init__(self, studio: StudioForTests) -> None:
        self.studio = studio
        self.house: House = furnish_house(studio)
        self.own, self.other = (furnish(studio, code, self.house) for code in ("OWN-1", "OTHER-1"))
        own = self.own.id("prj")
        self.members = {role: studio.person(role, own) for role in ROLES}
        self.overseers = {role: studio.person(role, all_projects=True) for role in ROLES}

    def cases(self) -> Iterator[tuple[str, str, str, Actor, Place]]:
        """Yield kind, role, what should come of it, who proposes it, and where."""
        for kind, expected in PROPOSING.items():
            for role in ROLES:
                may = role in expected.roles
                member, overseer = self.members[role], self.overseers[role]
                limited = "forbidden" if not may or expected.scope == "studio" else "filed"
                beyond = "not_found" if limited == "filed" and expected.scope == "project" else limited
                if kind == "revert_change_set":
                    beyond = "not_found"  # whether there is such a change set is itself not told
                yield kind, role, limited, member, self.own
                yield kind, role, beyond, member, self.other
                yield kind, role, "filed" if may else "forbidden", overseer, self.other

    def operation(self, kind: str, actor: Actor, place: Place) -> dict[str, object]:
        fields = operation_at(kind, place, self.house)
        return {name: actor.user_id if value == "{me}" else value for name, value in fields.items()}

    def row(self, name: str, place: Place) -> str:
        """Return the id of a row by the name the matrix has for it."""
        for owner in (place, self.house):
            if hasattr(owner, name) and name != "id":
                return str(getattr(owner, name))
        return place.id(name)

    def address(self, path: str, place: Place, conversation: str) -> str:
        """Return a route with the ids of a place's rows in it."""
        names = {**vars(place), **vars(self.house), "conversation": conversation}
        return re.sub(r"\{(\w+)\}", lambda match: names.get(match[1]) or place.id(match[1]), path)


def test_the_matrix_names_every_operation() -> None:
    assert set(PROPOSING) == set(BY_KIND)


def test_who_may_propose_what_in_the_store(studio: StudioForTests) -> None:
    neighbours = Neighbours(studio)
    wrong = []
    for kind, role, expected, actor, place in neighbours.cases():
        request = Request("A change", [parse_operation(neighbours.operation(kind, actor, place))], Origin("test"))
        with studio.database.agent() as session:
            try:
                file_change_set(session, actor, studio.clock, request)
                outcome = "filed"
            except DomainError as error:
                outcome = error.code
            session.rollback()
        # "Already so" is said only to someone who might have changed it.
        if outcome.replace("nothing_to_change", "filed") != expected:
            wrong.append((kind, role, place.code, expected, outcome))
    assert wrong == []


def test_who_may_propose_what_over_rest(edge: Rest) -> None:
    """Those who see every project are let through the door with what only they may propose; the rest is above."""
    neighbours = Neighbours(edge.studio)
    everyone = [*neighbours.members.values(), *neighbours.overseers.values()]
    heads = {actor.user_id: edge.person(actor) for actor in everyone}
    wrong = []
    for kind, role, expected, actor, place in neighbours.cases():
        if actor.project_ids is None and PROPOSING[kind].scope != "studio":
            continue
        answer = edge.propose(heads[actor.user_id], neighbours.operation(kind, actor, place))
        status = 201 if answer.json().get("code") == "nothing_to_change" else answer.status_code
        if status != _STATUS[expected]:
            wrong.append((kind, role, place.code, expected, status, answer.json().get("detail")))
    assert wrong == []


def test_the_matrix_names_every_read(edge: Rest) -> None:
    described = edge.http.get("/openapi.json").json()["paths"]
    routes = {path.removeprefix("/v1") for path, methods in described.items() if "get" in methods and "/v1" in path}
    named = {re.sub(r"\{\w+\}", "{}", read.path.split("?")[0]) for read in READING}
    assert {re.sub(r"\{\w+\}", "{}", route) for route in routes} == named


def test_what_a_person_may_read(rest: Rest) -> None:
    assert _misread(rest, READING, rest.person, ROLES) == []


def test_a_token_reads_what_its_person_may_read(edge: Rest) -> None:
    reads = [read for read in READING if read.path != "/tokens"]
    assert _misread(edge, reads, edge.token, ("admin", "editor", "client")) == []


def _misread(
    rest: Rest, reads: Sequence[Reading], as_someone: Callable[[Actor], Headers], roles: Sequence[str]
) -> list[tuple[str, str, int, int]]:
    """Let members of one project read all of that project and of its neighbour; return role, path, expected, got."""
    neighbours = Neighbours(rest.studio)
    wrong = []
    for role in roles:
        actor = neighbours.members[role]
        talk = conversation_of(rest.studio, actor.user_id)
        who = as_someone(actor)
        for read in reads:
            places = (neighbours.own, neighbours.other) if read.scope == "project" else (neighbours.own,)
            for place in places:
                path = neighbours.address(read.path, place, talk)
                answer = rest.http.get(f"/v1{path}", headers=dict(who))
                shown = None if read.shows is None else neighbours.row(read.shows, place)
                outcome = answer.status_code
                if outcome == 200 and shown is not None and f'"{shown}"' not in answer.text:
                    outcome = 404  # a list that leaves it out says what a single route says with 404
                expected = _expected(read, role, mine=place is neighbours.own)
                if outcome != expected:
                    wrong.append((role, path, expected, outcome))
    return wrong


def _expected(read: Reading, role: str, *, mine: bool) -> int:
    if role not in read.roles:
        return 403
    if role in read.hidden_from or (read.scope == "project" and not mine):
        return 404
    return 200
