"""Nobody is shown through a change set, a key, a cursor or the audit log what no other door would show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import col, select

from store.access.policy import READ_PERMISSIONS, SHOWN_BY
from store.access.queries import actor_for
from store.access.tables import Membership, User
from store.changes.operation import Operation
from store.changes.queries import approval_policies, audit_trail, get_change_set, list_change_sets, may_see
from store.changes.tables import ChangeSet
from store.documents.storage import add_document
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Forbidden, NotFound
from store.proposals.facts import BriefFacts, BriefReading
from store.tables import VERSIONED
from tests.studio import StudioForTests, operations

PERCENTS = {"contingency_percent": 0, "fee_percent": 0, "tax_percent": 0}
PARTS = ("subtotal_minor", "contingency_minor", "fee_minor", "tax_minor", "total_minor")


def one(kind: str, **fields: object) -> Operation:
    return operations((kind, fields))[0]


def budget(project_id: str, budget_id: str = "bud_1") -> Operation:
    return one("create_budget", id=budget_id, project_id=project_id, name="Shoot", currency="EUR", **PERCENTS)


def brief(project_id: str, document_id: str, brief_id: str = "brf_1") -> Operation:
    reading = BriefReading(facts=BriefFacts(), evidence={}, language=None).model_dump(mode="json")
    dated = {"title": "Brief", "received_on": "2027-01-01", "reading": reading}
    return one("record_brief", id=brief_id, project_id=project_id, document_id=document_id, **dated)


def kept_document(studio: StudioForTests, owner: Actor) -> str:
    about = {"kind": "brief", "filename": "secret.pdf", "media_type": "application/pdf", "sha256": "0" * 64}
    with studio.database.write() as session:
        document = add_document(session, at=studio.clock.now(), added_by=owner.user_id, size_bytes=1, **about)
        return document.id


def sees(studio: StudioForTests, actor: Actor, change_set: ChangeSet) -> bool:
    with studio.database.read() as session:
        return may_see(actor, get_change_set(session, studio.admin, change_set.id))


def test_every_table_says_what_it_takes_to_be_shown_its_rows() -> None:
    assert SHOWN_BY.keys() == VERSIONED.keys()
    assert set(SHOWN_BY.values()) <= READ_PERMISSIONS


def test_who_is_taken_off_a_project_no_longer_sees_what_they_proposed_for_it(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    proposer = studio.person("line_producer", project_id)
    filed = studio.file(proposer, one("change_project", id=project_id, name="Renamed"))
    assert sees(studio, proposer, filed)
    with studio.database.write() as session:
        session.delete(session.exec(select(Membership).where(col(Membership.user_id) == proposer.user_id)).one())
        session.flush()
        left = actor_for(session, session.get_one(User, proposer.user_id), kind="person")
    assert not sees(studio, left, filed)


def test_changes_of_users_memberships_and_policy_are_seen_by_those_who_may_read_them(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    user = one("add_user", id="usr_x", email="new@studio.example", name="New", role="crew")
    member = one("add_membership", id="mem_x", user_id=studio.admin.user_id, project_id=project_id)
    policy = one("set_approval_policy", id="pol_x", role="producer", limit_minor=5, currency="EUR")
    coordinator = studio.person("coordinator", all_projects=True)
    of_the_project = studio.person("coordinator", project_id)
    for operation in (user, member, policy):
        filed = studio.file(studio.admin, operation)
        assert sees(studio, studio.admin, filed)
        assert not sees(studio, coordinator, filed), operation.permission
        assert not sees(studio, of_the_project, filed), operation.permission


def test_a_token_sees_no_rows_beyond_its_scopes_in_a_change_set(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    filed = studio.file(studio.admin, one("create_contact", id="con_x", client_id=client_id, name="Mara"))
    token = replace(studio.admin, kind="token", session_id=None, permissions=frozenset({"changes.read"}))
    assert not sees(studio, token, filed)
    assert sees(studio, replace(token, permissions=token.permissions | {"contacts.read"}), filed)


def test_the_audit_log_shows_rows_only_to_those_who_may_read_them(studio: StudioForTests) -> None:
    studio.apply(one("add_user", id="usr_x", email="new@studio.example", name="New", role="crew"))
    manager = studio.person("production_manager", all_projects=True)
    with studio.database.read() as session:
        assert "new@studio.example" in str([entry.detail for entry in audit_trail(session, studio.admin)])
        assert "new@studio.example" not in str([entry.detail for entry in audit_trail(session, manager)])


def test_what_one_may_not_see_cannot_be_undone_and_is_not_told_apart_from_nothing(studio: StudioForTests) -> None:
    _, mine = studio.client_and_project()
    client_id, other = studio.client_and_project("ZED-1", "Zed")
    contact = studio.apply(one("create_contact", id="con_x", client_id=client_id, name="Private"))
    money = studio.apply(budget(other))
    coordinator = studio.person("coordinator", mine)
    for change_set_id in (contact.id, money.id, "CS-NOTHING"):
        with pytest.raises(NotFound):
            studio.file(coordinator, one("revert_change_set", change_set_id=change_set_id))


def test_a_cursor_does_not_tell_which_codes_exist(studio: StudioForTests) -> None:
    hidden = studio.apply(one("create_client", id="cli_x", name="Hidden"))
    _, project_id = studio.client_and_project()
    coordinator = studio.person("coordinator", project_id)
    with studio.database.read() as session:
        for after in (hidden.id, "CS-NOTHING"):
            with pytest.raises(NotFound):
                list_change_sets(session, coordinator, after=after)


def test_pages_tell_each_change_once_also_of_those_filed_at_the_same_moment(studio: StudioForTests) -> None:
    client_id, _ = studio.client_and_project()
    producer = studio.person("producer", all_projects=True)
    filed = {
        studio.file(producer, one("create_contact", id=f"con_{n}", client_id=client_id, name=f"Contact {n}")).id
        for n in range(5)
    }
    told: list[str] = []
    after: str | None = None
    with studio.database.read() as session:
        while len(told) <= len(filed):
            page = list_change_sets(session, producer, status="pending", limit=2, after=after)
            told += [head.id for head in page.items]
            after = page.next_after
            if after is None:
                break
    assert len(told) == len(filed)
    assert set(told) == filed


def test_a_key_does_not_bring_back_what_its_user_may_no_longer_see(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    proposer = studio.person("line_producer", project_id)
    studio.file(proposer, budget(project_id), key="once")
    narrow = replace(proposer, kind="token", permissions=frozenset({"budget.write"}))
    with pytest.raises(Forbidden):
        studio.file(narrow, budget(project_id), key="once")


def test_another_persons_document_that_is_filed_nowhere_cannot_be_taken_for_ones_own_brief(
    studio: StudioForTests,
) -> None:
    _, project_id = studio.client_and_project()
    producer = studio.person("line_producer", project_id)
    with pytest.raises(NotFound):
        studio.file(producer, brief(project_id, kept_document(studio, studio.admin)))
    assert studio.file(producer, brief(project_id, kept_document(studio, producer))).status == "pending"


def test_rows_of_another_project_are_not_told_apart_from_none(studio: StudioForTests) -> None:
    _, mine = studio.client_and_project()
    _, other = studio.client_and_project("ZED-1", "Zed")
    document_id = kept_document(studio, studio.admin)
    account = one("add_budget_account", id="acc_x", budget_id="bud_2", code="SECRET", name="X", position=0)
    studio.apply(brief(other, document_id), budget(mine), budget(other, "bud_2"), account)
    producer = studio.person("line_producer", mine)
    offer = {"id": "pro_1", "project_id": mine, "title": "Film", "currency": "EUR", **dict.fromkeys(PARTS, 0)}
    line = {"description": "Day", "quantity": 1, "unit": "Day", "rate_minor": 1, "currency": "EUR", "source": "test"}
    line |= {"id": "lin_1", "budget_id": "bud_1", "position": 0}
    for there, missing in (
        (brief(mine, document_id, "brf_2"), brief(mine, "doc_none", "brf_2")),
        (one("create_proposal", brief_id="brf_1", **offer), one("create_proposal", brief_id="brf_none", **offer)),
        (one("add_budget_line", account_id="acc_x", **line), one("add_budget_line", account_id="acc_none", **line)),
    ):
        told = []
        for operation in (there, missing):
            with pytest.raises(DomainError) as refused:
                studio.file(producer, operation)
            told.append(refused.value)
        assert [error.code for error in told] == ["not_found", "not_found"], there
        assert "SECRET" not in told[0].message


def test_the_approval_of_someone_who_may_no_longer_give_it_does_not_count(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    limit = {"operation_kind": "create_proposal", "limit_minor": 5, "currency": "EUR"}
    studio.apply(one("set_approval_policy", id="pol_x", role="producer", **limit))
    first, second, third = (studio.person("producer", all_projects=True) for _ in range(3))
    figures = dict.fromkeys(PARTS, 0) | {"subtotal_minor": 100, "total_minor": 100}
    offer = one("create_proposal", id="pro_1", project_id=project_id, title="Film", currency="EUR", **figures)
    filed = studio.file(studio.admin, offer)
    assert studio.greenlight(first, filed).outcome == "waiting"
    studio.apply(one("change_user", id=first.user_id, role="producer", sees_all_projects=True, is_active=False))
    assert studio.greenlight(second, filed).outcome == "waiting"
    studio.apply(one("change_user", id=second.user_id, role="coordinator", sees_all_projects=True, is_active=True))
    assert studio.greenlight(third, filed).outcome == "waiting"
    assert studio.greenlight(studio.person("producer", all_projects=True), filed).outcome == "applied"


def test_neither_does_that_of_someone_off_the_project_or_out_of_the_policy(
    studio: StudioForTests,
) -> None:
    _, project_id = studio.client_and_project()
    member, named = studio.person("producer", project_id), studio.person("line_producer", all_projects=True)
    limit = {"operation_kind": "create_proposal", "limit_minor": 5, "currency": "EUR"}
    for actor in (member, named):
        studio.apply(one("set_approval_policy", id=f"pol_{actor.role}", role=actor.role, **limit))
    figures = dict.fromkeys(PARTS, 0) | {"subtotal_minor": 100, "total_minor": 100}
    offer = one("create_proposal", id="pro_1", project_id=project_id, title="Film", currency="EUR", **figures)
    filed = studio.file(studio.admin, offer)
    assert studio.greenlight(member, filed).outcome == "waiting"
    studio.apply(one("remove_membership", user_id=member.user_id, project_id=project_id))
    assert studio.greenlight(named, filed).outcome == "waiting"
    with studio.database.read() as session:
        rows = approval_policies(session, studio.admin)
    studio.apply(*(one("remove_approval_policy", id=row.id) for row in rows if row.role == named.role))
    moved = studio.person("producer", all_projects=True)
    assert studio.greenlight(moved, filed).outcome == "waiting"
    # The policy names the new role, which sees offers and may not propose any.
    studio.apply(
        one("set_approval_policy", id="pol_pm", role="production_manager", **limit),
        one("change_user", id=moved.user_id, role="production_manager", sees_all_projects=True, is_active=True),
    )
    assert studio.greenlight(studio.person("producer", all_projects=True), filed).outcome == "waiting"


def test_the_policy_alone_lets_nobody_greenlight_what_their_role_could_not_propose(studio: StudioForTests) -> None:
    _, project_id = studio.client_and_project()
    studio.apply(one("set_approval_policy", id="pol_x", role="first_ad"))
    reader = studio.person("first_ad", project_id)
    filed = studio.file(studio.admin, one("change_project", id=project_id, name="Renamed"))
    assert sees(studio, reader, filed)
    with pytest.raises(Forbidden, match="does not include"):
        studio.greenlight(reader, filed)
