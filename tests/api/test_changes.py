"""Proposing, greenlighting and undoing over REST: the one way to write, and nothing changes unseen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from store.access.tables import User
from store.projects.tables import Client, Project
from tests.api.client import Rest, new_client
from tests.studio import operations

Fields = dict[str, object]


def _greenlight(rest: Rest, who: Any, shown: Any) -> Any:
    return rest.post(f"/changes/{shown['id']}/greenlight", who, {"digest": shown["digest"]})


def _client(rest: Rest, client_id: object) -> Client | None:
    with rest.studio.database.read() as session:
        return session.get(Client, str(client_id))


def _rename(project_id: str, name: str) -> dict[str, object]:
    return {"kind": "change_project", "id": project_id, "name": name}


def test_nothing_changes_until_a_person_greenlights(rest: Rest) -> None:
    who, operation = rest.person(rest.studio.admin), new_client()
    filed = rest.propose(who, operation)
    assert filed.status_code == 201
    shown = rest.get(f"/changes/{filed.json()['id']}", who).json()
    assert shown["status"] == "pending"
    assert shown["row_changes"][0]["before"] is None
    assert shown["row_changes"][0]["after"]["name"] == "Lumen"
    assert "name" in shown["row_changes"][0]["changed"]
    assert _client(rest, operation["id"]) is None
    decided = _greenlight(rest, who, shown)
    assert (decided.status_code, decided.json()["outcome"]) == (200, "applied")
    assert decided.json()["change_set"]["decided_by"]["id"] == rest.studio.admin.user_id
    stored = _client(rest, operation["id"])
    assert stored is not None
    assert stored.name == "Lumen"


def test_greenlighting_twice_gives_the_same_answer_and_one_effect(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    shown = rest.propose(who, new_client()).json()
    first, second = _greenlight(rest, who, shown), _greenlight(rest, who, shown)
    assert first.json()["change_set"] == second.json()["change_set"]
    entries = rest.get("/audit", who).json()["items"]
    assert [entry["action"] for entry in entries].count("greenlight") == 1


def test_the_same_idempotency_key_gives_the_same_change_set(rest: Rest) -> None:
    who, operation = rest.person(rest.studio.admin), new_client()
    first = rest.propose(who, operation, Idempotency_Key="key-1")
    again = rest.propose(who, operation, Idempotency_Key="key-1")
    assert first.json() == again.json()
    assert len(rest.get("/changes", who).json()["items"]) == 1
    other = rest.propose(who, new_client("Other"), Idempotency_Key="key-1")
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")


def test_a_key_is_its_users_own(rest: Rest) -> None:
    first = rest.propose(rest.person(rest.studio.admin), new_client(), Idempotency_Key="key-1")
    other = rest.propose(rest.person(rest.studio.person("producer")), new_client(), Idempotency_Key="key-1")
    assert other.status_code == 201
    assert other.json()["id"] != first.json()["id"]


def test_what_was_not_shown_is_not_greenlit(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    shown = rest.propose(who, new_client()).json()
    refused = _greenlight(rest, who, {**shown, "digest": "0" * 64})
    assert (refused.status_code, refused.json()["code"]) == (409, "digest_mismatch")


def test_a_stale_change_set_is_shown_again_with_the_new_before_and_after(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    _, project_id = rest.studio.client_and_project()
    shown = rest.propose(who, _rename(project_id, "One")).json()
    assert _greenlight(rest, who, rest.propose(who, _rename(project_id, "Two")).json()).status_code == 200
    stale = _greenlight(rest, who, shown)
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")
    fresh = stale.json()["change_set"]
    assert (fresh["revision"], fresh["status"]) == (2, "pending")
    assert fresh["row_changes"][0]["before"]["name"] == "Two"
    assert rest.get(f"/changes/{fresh['id']}", who).json()["digest"] == fresh["digest"]
    assert _greenlight(rest, who, fresh).status_code == 200
    with rest.studio.database.read() as session:
        assert session.get_one(Project, project_id).name == "One"


def test_above_ones_limit_a_second_person_must_join(rest: Rest) -> None:
    studio = rest.studio
    _, project_id = studio.client_and_project()
    studio.apply(
        *operations(
            (
                "set_approval_policy",
                {"id": "pol_1", "role": "producer", "operation_kind": "create_proposal"}
                | {"limit_minor": 100, "currency": "EUR"},
            )
        )
    )
    producer = rest.person(studio.person("producer", project_id))
    parts = {"subtotal_minor": 500, "contingency_minor": 0, "fee_minor": 0, "tax_minor": 0, "total_minor": 500}
    offer = {"kind": "create_proposal", "id": "pro_1", "project_id": project_id, "title": "Film", "currency": "EUR"}
    shown = rest.propose(producer, {**offer, **parts}).json()
    waiting = _greenlight(rest, producer, shown)
    assert (waiting.status_code, waiting.json()["outcome"]) == (202, "waiting")
    assert waiting.json()["change_set"]["status"] == "pending"
    assert _greenlight(rest, producer, shown).status_code == 202
    assert _greenlight(rest, rest.person(studio.admin), shown).json()["outcome"] == "applied"


def test_an_expired_change_set_says_so_and_stays_expired(rest: Rest) -> None:
    shown = rest.propose(rest.person(rest.studio.admin), new_client()).json()
    rest.studio.clock.advance(timedelta(days=15))
    who = rest.person(rest.studio.admin)
    late = _greenlight(rest, who, shown)
    assert (late.status_code, late.json()["code"]) == (409, "expired")
    assert rest.get(f"/changes/{shown['id']}", who).json()["status"] == "expired"


def test_editing_makes_a_new_revision_with_a_new_digest(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    shown = rest.propose(who, new_client("Lumen")).json()
    edited = rest.post(f"/changes/{shown['id']}/edit", who, {"operations": [new_client("Lumen Bikes")]})
    assert edited.status_code == 201
    assert edited.json()["code"] == shown["code"]
    assert edited.json()["digest"] != shown["digest"]
    assert _greenlight(rest, who, shown).status_code == 409
    assert _greenlight(rest, who, edited.json()).status_code == 200


def test_an_edited_offer_is_at_stake_for_what_its_lines_come_to(rest: Rest) -> None:
    _, project_id = rest.studio.client_and_project()
    who = rest.person(rest.studio.person("line_producer", project_id))
    offer: Fields = {
        "kind": "create_proposal",
        "id": "pro",
        "project_id": project_id,
        "title": "Film",
        "currency": "EUR",
    }
    parts: Fields = {**dict.fromkeys(("contingency_minor", "fee_minor", "tax_minor"), 0), "subtotal_minor": 600_00}
    none = dict.fromkeys(("contingency_percent", "fee_percent", "tax_percent"), "0")
    head: Fields = {
        "kind": "create_budget",
        "id": "bud",
        "project_id": project_id,
        "proposal_id": "pro",
        "name": "Film",
    }
    account: Fields = {"kind": "add_budget_account", "id": "acc", "budget_id": "bud", "code": "51", "name": "Shoot"}
    line: Fields = {
        "kind": "add_budget_line",
        "id": "lin",
        "budget_id": "bud",
        "account_id": "acc",
        "description": "Gaffer",
    }
    day: Fields = {"quantity": "1", "unit": "Day", "rate_minor": 600_00, "currency": "EUR", "source": "by hand"}
    filed = [
        {**offer, **parts, "total_minor": 600_00},
        {**head, "currency": "EUR", **none},
        {**account, "position": 0},
        {**line, "position": 0, **day},
    ]
    shown = rest.propose(who, *filed).json()
    assert shown["amount"]["minor"] == 600_00
    edited = {"operations": [*filed[:-1], {**filed[-1], "quantity": "100"}]}
    shown = rest.post(f"/changes/{shown['id']}/edit", who, edited).json()
    assert shown["amount"]["minor"] == shown["operations"][0]["total_minor"] == 60_000_00
    assert _greenlight(rest, who, shown).json()["outcome"] == "waiting"


def test_a_rejected_change_set_cannot_be_greenlit(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    shown = rest.propose(who, new_client()).json()
    rejected = rest.post(f"/changes/{shown['id']}/reject", who, {"reason": "Not ours."})
    assert (rejected.json()["status"], rejected.json()["decision_note"]) == ("rejected", "Not ours.")
    refused = _greenlight(rest, who, shown)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_pending")


def test_undo_is_proposed_and_greenlit_like_any_change(rest: Rest) -> None:
    who, operation = rest.person(rest.studio.admin), new_client()
    shown = rest.propose(who, operation).json()
    assert rest.post(f"/changes/{shown['id']}/undo", who).status_code == 422
    _greenlight(rest, who, shown)
    undo = rest.post(f"/changes/{shown['id']}/undo", who)
    assert undo.status_code == 201
    assert _client(rest, operation["id"]) is not None
    assert _greenlight(rest, who, undo.json()).status_code == 200
    assert _client(rest, operation["id"]) is None
    assert rest.get(f"/changes/{shown['id']}", who).json()["status"] == "reverted"


def test_looking_changes_nothing(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    shown = rest.propose(who, new_client()).json()
    rest.studio.clock.advance(timedelta(minutes=30))
    before = rest.get("/audit", who).json()
    for step in ("greenlight", "reject", "edit", "undo"):
        assert rest.get(f"/changes/{shown['id']}/{step}", who, digest=shown["digest"]).status_code == 405
    assert rest.get(f"/changes/{shown['id']}", who).json() == shown
    assert rest.get("/audit", who).json() == before


def test_a_change_to_anothers_project_is_neither_listed_nor_shown_nor_decided(rest: Rest) -> None:
    studio = rest.studio
    _, own = studio.client_and_project("LUM-1", "Lumen")
    _, other = studio.client_and_project("ORB-1", "Orbit")
    admin = rest.person(studio.admin)
    hidden = rest.propose(admin, _rename(other, "Secret")).json()
    visible = rest.propose(admin, _rename(own, "Open")).json()
    producer = rest.person(studio.person("producer", own))
    listed = {item["id"] for item in rest.get("/changes", producer, status="pending").json()["items"]}
    assert listed == {visible["id"]}
    assert rest.get(f"/changes/{hidden['id']}", producer).status_code == 404
    for step, body in (("greenlight", {"digest": hidden["digest"]}), ("reject", {}), ("undo", None)):
        assert rest.post(f"/changes/{hidden['id']}/{step}", producer, body).status_code == 404, step
    assert rest.propose(producer, _rename(other, "Mine")).status_code == 404
    assert rest.propose(rest.person(studio.person("editor", own)), _rename(own, "Mine")).status_code == 403


def test_a_role_without_a_policy_may_propose_but_not_greenlight(rest: Rest) -> None:
    casting = rest.person(rest.studio.person("casting"))
    shown = rest.propose(casting, new_client()).json()
    refused = _greenlight(rest, casting, shown)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")


def test_a_session_that_ended_greenlights_nothing(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    shown = rest.propose(who, new_client()).json()
    rest.delete("/sessions/current", who)
    assert _greenlight(rest, who, shown).status_code == 401


def test_pages_follow_one_another_and_end(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    filed = []
    for number in range(5):
        rest.studio.clock.advance(timedelta(seconds=1))
        filed.append(rest.propose(who, new_client(f"Client {number}")).json()["id"])
    seen, cursor = [], None
    while True:
        page = rest.get("/changes", who, limit=2, **({"cursor": cursor} if cursor else {})).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == filed[::-1]
    assert rest.get("/changes", who, cursor="!").status_code == 422


def test_the_audit_is_whole_and_names_who_decided(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    _greenlight(rest, who, rest.propose(who, new_client()).json())
    assert rest.get("/audit/verification", who).json()["whole"] is True
    newest = rest.get("/audit", who, limit=1).json()
    assert newest["items"][0]["user_id"] == rest.studio.admin.user_id
    assert rest.get("/audit", rest.person(rest.studio.person("crew"))).status_code == 403
    assert rest.get("/audit/verification", rest.person(rest.studio.person("crew"))).status_code == 403


def test_a_user_is_added_by_an_operation_and_signs_in_once_a_password_is_set(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    new = {"kind": "add_user", "id": "usr_eve", "email": "Eve@studio.example", "name": "Eve", "role": "producer"}
    _greenlight(rest, who, rest.propose(who, new).json())
    with rest.studio.database.read() as session:
        assert session.get_one(User, "usr_eve").email == "eve@studio.example"
    credentials = {"email": "eve@studio.example", "password": "a long passphrase"}
    assert rest.post("/sessions", body=credentials).status_code == 401
    rest.put("/users/usr_eve/password", who, {"password": credentials["password"]})
    assert rest.post("/sessions", body=credentials).status_code == 201
