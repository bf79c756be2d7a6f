"""API tokens: they read and propose within their scopes, and never decide."""

from __future__ import annotations

from datetime import timedelta

from tests.api.client import Rest, new_client


def test_a_tokens_secret_is_shown_once(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    made = rest.post("/tokens", who, {"name": "export", "scopes": ["read"], "days": 7})
    assert made.status_code == 201
    assert made.json()["secret"].startswith("glt_")
    listed = rest.get("/tokens", who).json()["items"]
    assert [token["id"] for token in listed] == [made.json()["id"]]
    assert "secret" not in listed[0]
    assert rest.get("/me", {"Authorization": f"Bearer {made.json()['secret']}"}).json()["kind"] == "token"


def test_no_token_greenlights_not_even_an_administrators(rest: Rest) -> None:
    token = rest.token(rest.studio.admin)
    filed = rest.propose(token, new_client())
    assert filed.status_code == 201
    assert filed.json()["proposed_kind"] == "token"
    path = f"/changes/{filed.json()['id']}"
    for step, body in (
        ("greenlight", {"digest": filed.json()["digest"]}),
        ("reject", {}),
        ("edit", {"operations": [new_client()]}),
    ):
        assert rest.post(f"{path}/{step}", token, body).status_code == 403, step
    assert rest.get(path, token).json()["status"] == "pending"


def test_a_token_beside_a_persons_cookie_is_still_a_token(rest: Rest) -> None:
    both = {**rest.person(rest.studio.admin), **rest.token(rest.studio.admin)}
    filed = rest.propose(both, new_client()).json()
    assert rest.post(f"/changes/{filed['id']}/greenlight", both, {"digest": filed["digest"]}).status_code == 403


def test_a_token_does_no_more_than_its_scopes(rest: Rest) -> None:
    reader = rest.token(rest.studio.admin, "read")
    assert rest.get("/projects", reader).status_code == 200
    assert rest.propose(reader, new_client()).status_code == 403
    narrow = rest.token(rest.studio.admin, "budget.read")
    assert rest.get("/budgets", narrow).status_code == 200
    assert rest.get("/projects", narrow).status_code == 403


def test_a_scope_gives_nothing_that_the_role_does_not_have(rest: Rest) -> None:
    editor = rest.studio.person("editor", all_projects=True)
    assert rest.get("/budgets", rest.token(editor, "read", "budget.read")).status_code == 403


def test_an_unknown_scope_is_refused(rest: Rest) -> None:
    answer = rest.post("/tokens", rest.person(rest.studio.admin), {"name": "x", "scopes": ["everything"]})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_a_revoked_token_is_out_at_once(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    made = rest.post("/tokens", who, {"name": "export", "scopes": ["read"]}).json()
    token = {"Authorization": f"Bearer {made['secret']}"}
    assert rest.get("/me", token).status_code == 200
    assert rest.delete(f"/tokens/{made['id']}", who).status_code == 204
    assert rest.get("/me", token).status_code == 401
    assert rest.get("/tokens", who).json()["items"][0]["revoked_at"] is not None


def test_an_expired_token_is_out(rest: Rest) -> None:
    token = rest.token(rest.studio.admin, days=1)
    rest.studio.clock.advance(timedelta(days=1))
    assert rest.get("/me", token).status_code == 401


def test_ones_tokens_are_ones_own(rest: Rest) -> None:
    coordinator, producer = rest.studio.person("coordinator"), rest.studio.person("producer")
    made = rest.post("/tokens", rest.person(coordinator), {"name": "mine", "scopes": ["read"]}).json()
    assert rest.get("/tokens", rest.person(producer)).json()["items"] == []
    assert rest.delete(f"/tokens/{made['id']}", rest.person(producer)).status_code == 404
    assert rest.delete(f"/tokens/{made['id']}", rest.person(rest.studio.admin)).status_code == 204


def test_a_token_makes_and_shows_no_tokens(rest: Rest) -> None:
    token = rest.token(rest.studio.admin)
    assert rest.post("/tokens", token, {"name": "child", "scopes": ["read"]}).status_code == 403
    assert rest.get("/tokens", token).status_code == 403


def test_other_words_for_a_token_are_refused(rest: Rest) -> None:
    for value in ("Bearer", "Bearer ", "Bearer glt_unknown", "Basic YWRhOmFkYQ==", "glt_unknown"):
        answer = rest.get("/me", {"Authorization": value, **rest.person(rest.studio.admin)})
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated"), value
