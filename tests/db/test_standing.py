"""How a person stands to a change set can be asked without deciding, and what it says is what deciding does."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from store.changes.decisions import edit, reject
from store.changes.operation import Operation
from store.changes.queries import ChangeHead, Wanted, get_revision, heads_of, list_change_sets, revisions_of
from store.changes.seconds import who_could_join
from store.changes.standing import Standing, require_together, standing_of, standings
from store.changes.tables import ChangeSet
from store.changes.trail import Asked, project_trail
from store.kernel.actor import Actor
from store.kernel.errors import Forbidden, Invalid, NotFound
from store.row_names import names_of, people_of
from tests.studio import StudioForTests, operations

PERCENTS = dict.fromkeys(("contingency_percent", "fee_percent", "tax_percent"), "10")


def one(kind: str, **fields: object) -> Operation:
    return operations((kind, fields))[0]


def rule(studio: StudioForTests, role: str, kind: str, limit: int | None = None) -> None:
    currency = None if limit is None else "EUR"
    fields = {"id": f"pol_{role}_{kind}"[:40], "role": role, "operation_kind": kind}
    studio.apply(one("set_approval_policy", **fields, limit_minor=limit, currency=currency))


def budget_line(number: int, budget: str = "bud", rate: int = 100_00) -> Operation:
    return one(
        "add_budget_line",
        id=f"lin_{number}",
        budget_id=budget,
        account_id=f"{budget}.51",
        position=number,
        description=f"Line {number}",
        quantity="1",
        unit="Day",
        rate_minor=rate,
        currency="EUR",
        source="by hand",
    )


def budget(studio: StudioForTests, project_id: str, budget_id: str = "bud") -> None:
    studio.apply(
        one("create_budget", id=budget_id, project_id=project_id, name="Budget", currency="EUR", **PERCENTS),
        one("add_budget_account", id=f"{budget_id}.51", budget_id=budget_id, code="51", name="Shoot", position=0),
    )


def standing(studio: StudioForTests, actor: Actor, change_set: ChangeSet) -> Standing:
    with studio.database.read() as session:
        shown = get_revision(session, actor, change_set.code, change_set.revision)
        return standing_of(session, actor, studio.clock.now(), shown)


def test_standing_says_what_greenlighting_does(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    budget(studio, project_id)
    rule(studio, "line_producer", "add_budget_line", 500_00)
    first, second = (studio.person("line_producer", project_id) for _ in range(2))
    coordinator = studio.person("coordinator", project_id)

    small = studio.file(first, budget_line(1))
    assert standing(studio, first, small).alone
    assert studio.greenlight(first, small).outcome == "applied"

    large = studio.file(first, budget_line(2, rate=900_00))
    before = standing(studio, first, large)
    assert (before.may, before.alone) == (True, False)
    assert "above the line producer's limit" in before.why
    assert studio.greenlight(first, large).outcome == "waiting"

    given = standing(studio, first, large)
    assert not given.may
    assert given.given_by == (first.user_id,)
    joining = standing(studio, second, large)
    assert (joining.may, joining.given_by) == (True, (first.user_id,))
    assert studio.greenlight(second, large).outcome == "applied"

    with pytest.raises(NotFound):
        standing(studio, coordinator, large)


def test_the_first_of_two_learns_whom_to_ask_and_each_greenlight_is_told_once(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    budget(studio, project_id)
    rule(studio, "line_producer", "add_budget_line", 500_00)
    first, second = (studio.person("line_producer", project_id) for _ in range(2))
    studio.person("editor", project_id)
    studio.person("line_producer")
    large = studio.file(first, budget_line(2, rate=900_00))
    with studio.database.read() as session:
        able = who_could_join(session, large, besides={first.user_id})
        names = people_of(session, {second.user_id, studio.admin.user_id})
    assert sorted(able) == sorted(names.values()), "nobody who works elsewhere, nobody whose role sees no money"
    assert studio.greenlight(first, large).outcome == "waiting"
    assert studio.greenlight(second, large).outcome == "applied"
    with studio.database.read() as session:
        told = project_trail(session, studio.admin, project_id, Asked(), limit=500)
    of_it = [(entry.action, entry.user_id) for entry in told if entry.code == large.code]
    assert of_it == [("greenlight", second.user_id), ("approve", first.user_id)]
    assert [entry.action for entry in told if entry.code != large.code] == ["greenlight"] * (len(told) - 2)


def test_who_may_not_is_told_why_and_could_not(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, one("set_project_status", id=project_id, status="lost"))
    first_ad = studio.person("first_ad", project_id)
    found = standing(studio, first_ad, filed)
    assert not found.may
    assert not found.may_turn_down
    assert "does not cover" in found.why
    with pytest.raises(Forbidden):
        studio.greenlight(first_ad, filed)


def test_without_a_policy_rule_a_role_may_turn_down_what_it_may_not_greenlight(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    filed = studio.file(studio.admin, one("set_project_status", id=project_id, status="lost"))
    coordinator = studio.person("coordinator", project_id)
    found = standing(studio, coordinator, filed)
    with studio.database.read() as session:
        heads = heads_of(session, coordinator, [filed.id])
        assert standings(session, coordinator, studio.clock.now(), heads)[filed.id] == found
    if not found.may:
        with pytest.raises(Forbidden):
            studio.greenlight(coordinator, filed)
    assert found.may_turn_down
    with studio.database.write() as session:
        assert reject(session, coordinator, studio.clock, change_set_id=filed.id, reason="no").status == "rejected"


def test_a_program_never_stands_to_greenlight(studio: StudioForTests) -> None:
    filed = studio.file(studio.admin, one("create_client", id="cli_a", name="A"))
    assert not standing(studio, studio.admin.as_agent(), filed).may


def test_together_goes_only_what_is_alike_untainted_and_takes_one_person(studio: StudioForTests) -> None:
    clients = [studio.file(studio.admin, one("create_client", id=f"cli_{n}", name=f"Client {n}")) for n in range(2)]
    person = studio.file(
        studio.admin, one("set_person", id="ppl_1", name="Ida", job_title="Gaffer", department="Electric")
    )
    now = studio.clock.now()
    with studio.database.read() as session:
        alike = heads_of(session, studio.admin, [one.id for one in clients])
        require_together(session, studio.admin, now, alike)
        mixed = heads_of(session, studio.admin, [clients[0].id, person.id])
        with pytest.raises(Invalid) as refused:
            require_together(session, studio.admin, now, mixed)
    assert refused.value.code == "not_together"


def test_a_tainted_set_never_goes_with_others(studio: StudioForTests) -> None:
    filed = studio.file(studio.admin, one("create_client", id="cli_a", name="A"))
    with studio.database.read() as session:
        (head,) = heads_of(session, studio.admin, [filed.id])
        tainted = ChangeHead(**{**{name: getattr(head, name) for name in ChangeHead.__slots__}, "tainted": True})
        with pytest.raises(Invalid):
            require_together(session, studio.admin, studio.clock.now(), [tainted])


def test_a_list_reads_none_of_the_columns_that_grow(studio: StudioForTests) -> None:
    studio.file(studio.admin, one("create_client", id="cli_a", name="A"))
    read: list[str] = []
    with studio.database.read() as session:
        connection = session.connection()

        def hear(_c: object, _u: object, statement: str, *_: object) -> None:
            read.append(statement)

        event.listen(connection, "before_cursor_execute", hear)
        assert list_change_sets(session, studio.admin).items
        event.remove(connection, "before_cursor_execute", hear)
    asked = " ".join(read)
    for column in ("operations", "row_changes", "effects", "evidence", "rationale"):
        assert f"change_sets.{column}" not in asked


def test_a_list_is_narrowed_and_shows_no_sibling_project(studio: StudioForTests) -> None:
    _, mine = studio.client_and_project("LUM-1", "Lumen")
    _, other = studio.client_and_project("MER-1", "Meridian")
    for project_id, name in ((mine, "Lumen"), (other, "Meridian")):
        studio.file(studio.admin, one("set_project_status", id=project_id, status="lost"), title=f"Close Ænd of {name}")
    coordinator = studio.person("coordinator", mine)

    def titles(actor: Actor, **wanted: object) -> list[str]:
        with studio.database.read() as session:
            page = list_change_sets(session, actor, wanted=Wanted(statuses=("pending",), **wanted))  # type: ignore[arg-type]
            return [head.title for head in page.items]

    assert titles(coordinator) == ["Close Ænd of Lumen"]
    assert titles(coordinator, project_id=other) == []
    assert titles(coordinator, words="meridian") == []
    assert titles(studio.admin, words="ænd meridian") == ["Close Ænd of Meridian"]
    assert titles(studio.admin, words="nothing", word_projects=[mine]) == ["Close Ænd of Lumen"]
    assert titles(studio.admin, project_id=mine) == ["Close Ænd of Lumen"]
    assert len(titles(studio.admin, of_user=studio.admin.user_id, proposed_kind="person", tainted=False)) == 2
    assert titles(studio.admin, tainted=True) == []
    with studio.database.read() as session, pytest.raises(Forbidden):
        list_change_sets(session, studio.person("crew", mine))


def test_revisions_are_told_in_order_and_only_to_who_sees_them(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    first = studio.file(studio.admin, one("set_project_status", id=project_id, status="lost"))
    with studio.database.write() as session:
        again = [one("set_project_status", id=project_id, status="closed")]
        edit(session, studio.admin, studio.clock, change_set_id=first.id, operations=again, channel="test")
    stranger = studio.person("coordinator")
    with studio.database.read() as session:
        revisions = revisions_of(session, studio.admin, first.code)
        assert [(head.revision, head.status) for head in revisions] == [(1, "superseded"), (2, "pending")]
        assert get_revision(session, studio.admin, first.code, 1).status == "superseded"
        assert revisions_of(session, stranger, first.code) == []
        for revision in (1, 2, 9):
            with pytest.raises(NotFound):
                get_revision(session, stranger, first.code, revision)


def test_names_are_told_of_rows_one_may_see(studio: StudioForTests) -> None:
    client, mine = studio.client_and_project("LUM-1", "Lumen")
    other_client, other = studio.client_and_project("MER-1", "Meridian")
    budget(studio, mine, "bud_a")
    budget(studio, other, "bud_b")
    wanted = {
        "projects": {mine, other},
        "clients": {client, other_client},
        "budgets": {"bud_a", "bud_b"},
        "budget_accounts": {"bud_a.51", "bud_b.51"},
        "users": {studio.admin.user_id},
    }
    with studio.database.read() as session:
        everything = names_of(session, studio.admin, wanted)
        assert everything["bud_b.51"] == "51 Shoot"
        assert set(everything) == {row_id for ids in wanted.values() for row_id in ids}
        line_producer = names_of(session, studio.person("line_producer", mine), wanted)
        assert set(line_producer) == {mine, client, "bud_a", "bud_a.51"}
        assert set(names_of(session, studio.person("coordinator", mine), wanted)) == {mine, client}
