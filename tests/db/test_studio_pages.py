"""What the studio's pages read: whole for who may see it, refused or absent for who may not."""

from __future__ import annotations

from datetime import date

import pytest

from api.web.studio.people.reading import read_crew, read_profile
from api.web.studio.rate_card.reading import read_card
from api.web.studio.settings.gates import read_gates
from api.web.studio.settings.policy import read_policy
from api.web.studio.settings.user import membership_operations, read_user
from store.access.credentials import set_password
from store.access.queries import project_ids_of_users, users_with_password
from store.budget.queries import get_rate_card, rate_card_of_item
from store.changes.audit import verify
from store.changes.queries import approval_policies, count_audit_entries
from store.crew.queries import rates_in_force
from store.kernel.errors import Forbidden, NotFound
from store.kernel.money import Money
from store.projects.queries import gate_requirements
from tests.studio import NOON, StudioForTests, operations

TODAY = NOON.date()
EUR_CARD = "rc_default-eur"


def person(studio: StudioForTests, *rates: tuple[str, str, int]) -> str:
    studio.apply(
        *operations(
            (
                "set_person",
                {
                    "id": "ppl_ida",
                    "name": "Ida Holm",
                    "job_title": "Gaffer",
                    "department": "Lighting",
                    "phone": "+31 6",
                },
            ),
            *(
                (
                    "set_person_rate",
                    {
                        "id": f"prt_{at}",
                        "person_id": "ppl_ida",
                        "unit": unit,
                        "rate_minor": minor,
                        "currency": "EUR",
                        "effective_on": day,
                    },
                )
                for at, (day, unit, minor) in enumerate(rates)
            ),
        )
    )
    return "ppl_ida"


def test_the_rate_in_force_is_the_latest_that_has_begun_for_each_unit(studio: StudioForTests) -> None:
    person(
        studio,
        ("2026-01-01", "Day", 40_000),
        ("2027-02-01", "Day", 42_000),
        ("2027-06-01", "Day", 50_000),
        ("2026-01-01", "Hour", 6_000),
    )
    with studio.database.read() as session:
        crew = read_crew(session, studio.admin, "", TODAY)
        profile = read_profile(session, studio.admin, "ppl_ida", TODAY)

    assert crew.people[0].rates is not None
    assert {rate.unit: rate.money.minor for rate in crew.people[0].rates} == {"Day": 42_000, "Hour": 6_000}
    assert profile.history is not None
    assert profile.history[0].from_on == date(2027, 6, 1), "the newest first, also one to come"


def test_who_may_not_know_rates_reads_none_of_them(studio: StudioForTests) -> None:
    person(studio, ("2026-01-01", "Day", 40_000))
    coordinator = studio.person("coordinator", all_projects=True)
    with studio.database.read() as session:
        crew = read_crew(session, coordinator, "", TODAY)
        profile = read_profile(session, coordinator, "ppl_ida", TODAY)
        with pytest.raises(Forbidden):
            rates_in_force(session, coordinator, TODAY)

    assert (crew.shows_rates, crew.people[0].rates, profile.history) == (False, None, None)


def test_people_are_found_by_any_word_and_never_by_their_rate(studio: StudioForTests) -> None:
    person(studio, ("2026-01-01", "Day", 40_000))
    with studio.database.read() as session:
        found = {words: len(read_crew(session, studio.admin, words, TODAY).people) for words in ("IDA light", "400")}

    assert found == {"IDA light": 1, "400": 0}


def test_people_are_not_for_a_client(studio: StudioForTests) -> None:
    client = studio.person("client")
    with studio.database.read() as session, pytest.raises(Forbidden):
        read_crew(session, client, "", TODAY)


def test_a_rate_card_is_the_home_currencys_or_the_one_an_item_is_on(studio: StudioForTests) -> None:
    with studio.database.read() as session:
        home = read_card(session, studio.admin, None, None, "")
        of_item = read_card(session, studio.admin, None, "rc_default-gbp.CAM-02", "")
        narrowed = read_card(session, studio.admin, EUR_CARD, None, "camera operator")
        with pytest.raises(NotFound):
            read_card(session, studio.admin, "rc_none", None, "")
        with pytest.raises(NotFound):
            rate_card_of_item(session, studio.admin, "nothing")

    assert home.card is not None
    assert of_item.card is not None
    assert (home.card.currency, of_item.card.currency) == ("EUR", "GBP")
    assert home.as_shipped, "nobody has changed a rate yet"
    assert [item.code for department in narrowed.departments for item in department.items] == ["CAM-02"]
    assert narrowed.card == home.card, "a filter hides rows, it changes no card"


def test_a_changed_rate_is_read_and_the_card_is_no_longer_as_shipped(studio: StudioForTests) -> None:
    with studio.database.read() as session:
        card = get_rate_card(session, studio.admin, EUR_CARD)
    item = card.items[0]
    studio.apply(
        *operations(
            (
                "set_rate_item",
                {
                    "id": item.id,
                    "rate_card_id": card.id,
                    "code": item.code,
                    "account": item.account,
                    "department": item.department,
                    "description": item.description,
                    "unit": item.unit.value,
                    "rate_minor": item.rate.minor + 100,
                    "currency": "EUR",
                },
            )
        )
    )
    with studio.database.read() as session:
        shown = read_card(session, studio.admin, EUR_CARD, None, "")

    assert shown.card is not None
    assert not shown.as_shipped
    found = shown.card.find(item.code)
    assert found is not None
    assert found.rate == item.rate + Money(100, "EUR")


@pytest.mark.parametrize("role", ["coordinator", "editor", "crew", "client"])
def test_the_rate_card_is_for_who_sees_money(studio: StudioForTests, role: str) -> None:
    actor = studio.person(role, all_projects=True)
    with studio.database.read() as session:
        with pytest.raises(Forbidden):
            read_card(session, actor, None, None, "")
        with pytest.raises(Forbidden):
            get_rate_card(session, actor, EUR_CARD)


@pytest.mark.parametrize("role", ["production_manager", "coordinator", "first_ad", "editor", "crew", "client"])
def test_users_and_policy_are_for_who_may_read_them(studio: StudioForTests, role: str) -> None:
    actor = studio.person(role, all_projects=True)
    with studio.database.read() as session:
        for read in (project_ids_of_users, users_with_password, approval_policies, gate_requirements):
            with pytest.raises(Forbidden):
                read(session, actor)


def test_the_policy_is_read_in_the_order_of_the_roles_and_the_gates_by_what_they_look_at(
    studio: StudioForTests,
) -> None:
    with studio.database.read() as session:
        policy = read_policy(session, studio.admin)
        gates = read_gates(session, studio.admin)

    assert [rule.role for rule in policy.rules][:3] == ["admin", "producer", "line_producer"]
    assert policy.rules[1].limit == Money.of(250_000, "EUR")
    development = [gate.check for gate in gates if gate.stage == "development"]
    assert development == ["signed_agreement", "accepted_proposal", "document:invoice"]


def test_a_user_is_read_with_projects_and_whether_they_can_sign_in(studio: StudioForTests) -> None:
    _, first = studio.client_and_project("LUM-1")
    _, second = studio.client_and_project("HAL-1", client="Halden")
    member = studio.person("coordinator", first)
    with studio.database.read() as session:
        sheet = read_user(session, studio.admin, member.user_id)
        with pytest.raises(NotFound):
            read_user(session, studio.admin, "usr_none")
    assert (sheet.member.projects, sheet.member.has_password) == (("LUM-1",), False)

    moves = membership_operations(sheet, {second})
    studio.apply(*moves)
    with studio.database.write() as session:
        set_password(session, studio.admin, studio.clock, user_id=member.user_id, password="correct horse battery")
    with studio.database.read() as session:
        sheet = read_user(session, studio.admin, member.user_id)
    assert (sheet.member.projects, sheet.member.has_password) == (("HAL-1",), True)
    assert membership_operations(sheet, {second}) == []


def test_the_walk_of_the_audit_log_tells_how_far_it_is(studio: StudioForTests) -> None:
    from store.changes import audit

    with studio.database.write() as session:
        for _ in range(1_001):
            audit.record(session, at=studio.clock.now(), actor=studio.admin, action="test")
    told: list[int] = []
    with studio.database.read() as session:
        found = verify(session, told=told.append)
        entries = count_audit_entries(session)

    assert found.whole
    assert (found.entries, told) == (entries, [500, 1000])
