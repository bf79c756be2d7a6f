"""Signing in and out, and what keeps others out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from api.deps import SESSION_COOKIE
from api.rest.rate_limit import MOST_FOR_A_PERSON, WINDOW
from store.access.credentials import create_first_admin
from tests.api.client import Rest
from tests.api.conftest import serving
from tests.studio import operations

EMAIL, PASSWORD = "ada@studio.example", "a long passphrase"
CREDENTIALS = {"email": EMAIL, "password": PASSWORD}


@pytest.fixture
def ada(edge: Rest) -> str:
    """The studio's first administrator; returns the user's id."""
    with edge.studio.database.write() as session:
        return create_first_admin(session, edge.studio.clock, name="Ada", email=EMAIL, password=PASSWORD).id


def test_signing_in_gives_a_cookie_that_scripts_cannot_read_and_other_sites_cannot_send(edge: Rest, ada: str) -> None:
    answer = edge.post("/sessions", body=CREDENTIALS)
    assert answer.status_code == 201
    assert answer.json()["user"]["id"] == ada
    assert "users.write" in answer.json()["permissions"]
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert edge.get("/me", {"Cookie": f"{SESSION_COOKIE}={answer.cookies[SESSION_COOKIE]}"}).json()["kind"] == "person"


def test_the_cookie_is_sent_over_tls_only_unless_on_ones_own_machine(edge: Rest, ada: str) -> None:
    for address, secure in (
        ("https://studio.example", True),
        ("http://studio.example", True),
        ("http://localhost", False),
    ):
        with serving(edge.studio, address) as there:
            assert ("Secure" in there.post("/sessions", body=CREDENTIALS).headers["set-cookie"]) is secure, address


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(edge: Rest, ada: str) -> None:
    wrong = edge.post("/sessions", body={"email": EMAIL, "password": "not the passphrase"})
    unknown = edge.post("/sessions", body={"email": "bob@studio.example", "password": PASSWORD})
    for answer in (wrong, unknown):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert "set-cookie" not in answer.headers
    assert wrong.json()["detail"] == unknown.json()["detail"]


def test_guessing_is_slowed_down_and_the_way_back_is_told(edge: Rest, ada: str) -> None:
    for _ in range(MOST_FOR_A_PERSON):
        assert edge.post("/sessions", body={**CREDENTIALS, "password": "a wrong one"}).status_code == 401
    refused = edge.post("/sessions", body=CREDENTIALS)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= WINDOW.total_seconds() + 1
    assert refused.json()["code"] == "rate_limited"
    assert edge.post("/sessions", body={"email": "eve@studio.example", "password": "x"}).status_code == 401
    edge.studio.clock.advance(WINDOW)
    assert edge.post("/sessions", body=CREDENTIALS).status_code == 201


def test_signing_out_ends_the_session(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    assert rest.get("/me", who).status_code == 200
    assert rest.delete("/sessions/current", who).status_code == 204
    assert rest.get("/me", who).status_code == 401
    assert rest.delete("/sessions/current", who).status_code == 401


def test_an_expired_session_is_no_session(rest: Rest) -> None:
    who = rest.person(rest.studio.admin, lifetime=timedelta(hours=1))
    rest.studio.clock.advance(timedelta(hours=1))
    assert rest.get("/me", who).status_code == 401


def test_a_deactivated_user_is_out_at_once(rest: Rest) -> None:
    studio = rest.studio
    producer = studio.person("producer")
    who = rest.person(producer)
    change = {"id": producer.user_id, "role": "producer", "sees_all_projects": False, "is_active": False}
    studio.apply(*operations(("change_user", change)))
    assert rest.get("/me", who).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_cannot_act_with_a_persons_cookie(edge: Rest, headers: dict[str, str]) -> None:
    who = edge.person(edge.studio.admin)
    answer = edge.delete("/sessions/current", {**who, **headers})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    assert edge.get("/me", {**who, **headers}).status_code == 200


def test_the_same_site_may_act_with_a_persons_cookie(edge: Rest) -> None:
    who = edge.person(edge.studio.admin)
    same = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert edge.delete("/sessions/current", {**who, **same}).status_code == 204


def test_another_site_cannot_sign_someone_in(edge: Rest, ada: str) -> None:
    assert edge.post("/sessions", {"Origin": "https://evil.example"}, CREDENTIALS).status_code == 403


def test_a_new_password_ends_the_users_other_sessions(edge: Rest, ada: str) -> None:
    here = {"Cookie": f"{SESSION_COOKIE}={edge.post('/sessions', body=CREDENTIALS).cookies[SESSION_COOKIE]}"}
    there = {"Cookie": f"{SESSION_COOKIE}={edge.post('/sessions', body=CREDENTIALS).cookies[SESSION_COOKIE]}"}
    edge.http.cookies.clear()
    assert edge.put(f"/users/{ada}/password", here, {"password": "another passphrase"}).status_code == 204
    assert edge.get("/me", here).status_code == 200
    assert edge.get("/me", there).status_code == 401
    assert edge.post("/sessions", body=CREDENTIALS).status_code == 401


def test_only_an_administrator_sets_anothers_password(rest: Rest) -> None:
    crew, producer = rest.studio.person("crew"), rest.studio.person("producer", all_projects=True)
    path, body = f"/users/{crew.user_id}/password", {"password": "another passphrase"}
    assert rest.put(path, rest.person(producer), body).status_code == 403
    assert rest.put(path, rest.token(rest.studio.admin), body).status_code == 403
    assert rest.put(path, rest.person(rest.studio.admin), {"password": "short"}).status_code == 422
    assert rest.put(path, rest.person(rest.studio.admin), body).status_code == 204
    assert rest.put("/users/usr_nobody/password", rest.person(rest.studio.admin), body).status_code == 404


def test_users_are_listed_for_those_who_may_see_them(rest: Rest) -> None:
    assert rest.get("/users", rest.person(rest.studio.admin)).status_code == 200
    assert rest.get("/users", rest.person(rest.studio.person("coordinator"))).status_code == 403
