"""Who may greenlight what, alone or with a second person; and the log of it all, in which no edit goes unseen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from store.changes import audit
from store.changes.operation import Operation
from store.changes.tables import AuditEntry
from store.kernel.actor import Actor
from store.kernel.errors import Forbidden
from tests.studio import StudioForTests, operations


@pytest.fixture
def rated(studio: StudioForTests) -> tuple[StudioForTests, Actor, Actor]:
    """A studio where a line producer may set rates up to EUR 1,000 alone; and two line producers."""
    studio.apply(
        *operations(
            ("create_rate_card", {"id": "rc_1", "name": "L", "currency": "EUR", "effective_on": "2027-01-01"}),
            ("create_rate_card", {"id": "rc_2", "name": "U", "currency": "USD", "effective_on": "2027-01-01"}),
            (
                "set_approval_policy",
                {"id": "p1", "role": "line_producer", "operation_kind": "set_rate_item", "limit_minor": 100_000,
                 "currency": "EUR"},
            ),
        )
    )  # fmt: skip
    return studio, studio.person("line_producer", all_projects=True), studio.person("line_producer", all_projects=True)


def rate(minor: int, code: str = "CAM-99", currency: str = "EUR") -> Sequence[Operation]:
    described = {
        "id": f"rat_{code}",
        "rate_card_id": "rc_1" if currency == "EUR" else "rc_2",
        "code": code,
        "account": "53",
        "department": "Camera",
        "description": "Lens",
        "unit": "Day",
        "rate_minor": minor,
        "currency": currency,
    }
    return operations(("set_rate_item", described))


def test_up_to_the_limit_one_person_is_enough(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, _ = rated
    assert studio.greenlight(first, studio.file(first, *rate(100_000))).outcome == "applied"


def test_above_it_a_second_and_different_person_must_join(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, second = rated
    filed = studio.file(first, *rate(100_001))
    assert [studio.greenlight(first, filed).outcome for _ in range(3)] == ["waiting"] * 3
    assert studio.greenlight(second, filed).outcome == "applied"


def test_a_sum_is_not_split_to_stay_under_the_limit(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, _ = rated
    filed = studio.file(first, *rate(60_000, "A"), *rate(60_000, "B"))
    decision = studio.greenlight(first, filed)
    assert decision.outcome == "waiting"
    assert decision.reason.startswith("EUR 1,200.00 is above the line producer's limit of EUR 1,000.00:")


def test_another_currency_counts_as_above_the_limit(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, _ = rated
    decision = studio.greenlight(first, studio.file(first, *rate(1, currency="USD")))
    assert decision.outcome == "waiting"
    assert decision.reason == (
        "The amount is in USD and the line producer's limit is in EUR: a second person must greenlight it too."
    )


def test_an_approval_does_not_carry_over_to_another_revision(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, second = rated
    filed = studio.file(first, *rate(200_000))
    assert studio.greenlight(first, filed).outcome == "waiting"
    studio.apply(*rate(5))
    fresh = studio.greenlight(second, filed)
    assert fresh.outcome == "stale"
    assert studio.greenlight(second, fresh.change_set).outcome == "waiting"
    assert studio.greenlight(first, fresh.change_set).outcome == "applied"


def test_an_approval_counts_for_its_own_change_set_not_for_the_same_one_filed_again(
    rated: tuple[StudioForTests, Actor, Actor],
) -> None:
    studio, first, second = rated
    filed, again = (studio.file(first, *rate(200_000)) for _ in range(2))
    assert filed.digest == again.digest
    assert studio.greenlight(first, filed).outcome == "waiting"
    assert studio.greenlight(second, again).outcome == "waiting"


def test_who_has_no_limit_needs_no_second_person(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, _ = rated
    filed = studio.file(first, *rate(10**9))
    assert studio.greenlight(studio.admin, filed).outcome == "applied"


def test_an_undo_counts_for_what_it_undoes(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, _ = rated
    applied = studio.apply(*rate(200_000))
    filed = studio.file(first, *operations(("revert_change_set", {"change_set_id": applied.id})))
    assert studio.greenlight(first, filed).outcome == "waiting"


def test_a_role_without_a_rule_greenlights_nothing(rated: tuple[StudioForTests, Actor, Actor]) -> None:
    studio, first, _ = rated
    with studio.database.read() as session:
        ids = session.execute(text("SELECT id FROM approval_policies WHERE role = 'line_producer'")).scalars().all()
    studio.apply(*operations(*(("remove_approval_policy", {"id": row_id}) for row_id in ids)))
    with pytest.raises(Forbidden):
        studio.greenlight(first, studio.file(first, *rate(1)))


# --- the audit log ----------------------------------------------------------------------------------------------


def verify(studio: StudioForTests) -> audit.Verification:
    with studio.database.read() as session:
        return audit.verify(session)


def tamper(studio: StudioForTests, statement: str) -> None:
    """Do what someone with the database's own password could: take the guards away, then write."""
    with studio.database.engine.begin() as connection:
        if studio.database.is_sqlite:
            for verb in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER audit_entries_no_{verb}"))
        else:
            connection.execute(text("DROP TRIGGER audit_entries_append_only ON audit_entries"))
        connection.execute(text(statement))


def test_an_untouched_log_is_whole(studio: StudioForTests) -> None:
    studio.client_and_project()
    found = verify(studio)
    assert found.whole
    with studio.database.read() as session:
        assert found.entries == len(session.exec(select(AuditEntry)).all()) > 0


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE audit_entries SET action = 'reject' WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET user_id = 'someone' WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET detail = '{}' WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET session_id = 'someone' WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET actor_kind = 'agent' WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET project_ids = '[]' WHERE seq = 1", "altered"),
        ("UPDATE audit_entries SET change_set_id = NULL WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET at = '2027-01-01 00:00:00+00:00' WHERE seq = 2", "altered"),
        ("UPDATE audit_entries SET previous_hash = hash WHERE seq = 2", "follow"),
        ("DELETE FROM audit_entries WHERE seq = 2", "missing"),
        ("DELETE FROM audit_entries WHERE seq = 1", "missing"),
        ("DELETE FROM audit_entries WHERE seq >= 3", "cut off"),
        ("DELETE FROM audit_entries", "cut off"),
        ("UPDATE audit_head SET seq = seq + 1", "cut off"),
        ("UPDATE audit_head SET hash = 'something'", "cut off"),
        ("DELETE FROM audit_head", "cut off"),
    ],
)
def test_tampering_with_the_log_shows(studio: StudioForTests, statement: str, problem: str) -> None:
    studio.client_and_project()
    studio.apply(*operations(("create_client", {"id": "c", "name": "B"})))
    tamper(studio, statement)
    found = verify(studio)
    assert not found.whole
    assert problem in str(found.problem)


def test_an_entry_says_who_decided_what_in_which_session(studio: StudioForTests) -> None:
    applied = studio.apply(*operations(("create_client", {"id": "c", "name": "B"})))
    with studio.database.read() as session:
        entry = session.exec(select(AuditEntry).order_by(col(AuditEntry.seq).desc())).first()
    assert entry is not None
    assert (entry.action, entry.change_set_id) == ("greenlight", applied.id)
    assert (entry.user_id, entry.session_id) == (studio.admin.user_id, studio.admin.session_id)
    assert entry.detail["row_changes"] == applied.row_changes
