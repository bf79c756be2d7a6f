"""Whatever goes wrong, the answer is a problem that says what to do, and tells nothing it should not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import store.kernel.database
from api.errors import STATUS_OF_CODE, status_of
from api.rest.edge import LARGEST_BODY, LARGEST_JSON
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.operations import BY_KIND
from tests.api.client import Rest, new_client

ROOT = Path(__file__).resolve().parents[2]


def _is_problem(answer: Any, status: int, code: str) -> bool:
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code), body
    assert body["type"].endswith(code)
    assert body["detail"]
    assert answer.headers["x-request-id"] == body["request_id"]
    return True


def test_an_unknown_address_a_wrong_method_and_a_stranger_get_problems(edge: Rest) -> None:
    assert _is_problem(edge.http.get("/nothing"), 404, "no_such_route")
    wrong = edge.http.patch("/v1/changes")
    assert _is_problem(wrong, 405, "method_not_allowed")
    assert wrong.headers["allow"] == "GET, POST"
    assert _is_problem(edge.get("/projects"), 401, "unauthenticated")


def test_a_wrong_input_is_named_by_field_and_not_echoed(edge: Rest) -> None:
    answer = edge.post("/sessions", body={"email": "ada@studio.example", "password": ["hunter2-hunter2"], "extra": 1})
    assert _is_problem(answer, 422, "invalid_request")
    assert {error["field"] for error in answer.json()["errors"]} == {"body.password", "body.extra"}
    assert "hunter2" not in answer.text


def test_an_operation_that_does_not_exist_is_named(edge: Rest) -> None:
    answer = edge.propose(edge.person(edge.studio.admin), {"kind": "drop_everything"})
    assert _is_problem(answer, 422, "invalid_request")
    assert "drop_everything" in answer.json()["detail"]


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"title":', b"[" * 100_000])
def test_broken_json_is_a_problem(edge: Rest, body: bytes) -> None:
    headers = {**edge.person(edge.studio.admin), "Content-Type": "application/json"}
    answer = edge.http.post("/v1/changes", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "content_type", "most", "said"),
    [
        ("/v1/briefs", "multipart/form-data; boundary=x", LARGEST_BODY, "25 MB"),
        ("/v1/sessions", "application/json", LARGEST_JSON, "2 MB"),
        ("/v1/briefs", "application/x-www-form-urlencoded", LARGEST_JSON, "2 MB"),
    ],
)
def test_what_is_too_large_is_refused_before_and_while_it_is_read(
    edge: Rest, path: str, content_type: str, most: int, said: str
) -> None:
    """JSON is parsed before anyone has signed in: 26 MB of it kept the server busy for twenty seconds."""
    announced = edge.http.post(path, content=b"x" * (most + 1), headers={"Content-Type": content_type})
    assert _is_problem(announced, 413, "too_large")
    assert said in announced.json()["detail"]
    boundless = edge.http.post(path, headers={"Content-Type": content_type, "Content-Length": "9" * 5000})
    assert _is_problem(boundless, 413, "too_large")

    def endless() -> Iterator[bytes]:
        for _ in range(most // 2**20 + 2):
            yield b"x" * 2**20

    unannounced = edge.http.post(path, content=endless(), headers={"Content-Type": content_type})
    assert _is_problem(unannounced, 413, "too_large")


def test_an_unexpected_error_tells_nothing_of_the_inside(edge: Rest) -> None:
    with patch("api.rest.studio.read_studio", side_effect=RuntimeError("the secret inside")):
        answer = edge.get("/studio", edge.person(edge.studio.admin))
    assert _is_problem(answer, 500, "internal_error")
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_commit_that_fails_is_not_answered_with_success(edge: Rest) -> None:
    """Pins `Depends(..., scope="function")`: with the default scope, FastAPI answers before the commit."""
    who = edge.person(edge.studio.admin)
    shown = edge.propose(who, new_client()).json()

    class FailsToCommit(store.kernel.database.Session):
        def commit(self) -> None:
            raise RuntimeError("the disk is full")

    with patch.object(store.kernel.database, "Session", FailsToCommit):
        answer = edge.post(f"/changes/{shown['id']}/greenlight", who, {"digest": shown["digest"]})
    assert _is_problem(answer, 500, "internal_error")
    assert edge.get(f"/changes/{shown['id']}", who).json()["status"] == "pending"


def test_what_no_database_can_hold_is_refused(rest: Rest) -> None:
    who = rest.person(rest.studio.admin)
    assert rest.propose(who, new_client("nul\x00")).status_code == 422
    assert rest.post("/sessions", body={"email": "a\x00@b.example", "password": "x"}).status_code == 422
    assert _is_problem(rest.http.get("/v1/projects/a%00b", headers=who), 400, "malformed")
    assert _is_problem(rest.http.get("/v1/projects?client=a%00b", headers=who), 400, "malformed")
    _, project_id = rest.studio.client_and_project()
    offer = {"kind": "create_proposal", "id": "pro_1", "project_id": project_id, "title": "Film", "currency": "EUR"}
    parts = {"contingency_minor": 0, "fee_minor": 0, "tax_minor": 0}
    for enormous in (10**30, str(10**30), 2**63):
        sums = {"subtotal_minor": enormous, "total_minor": enormous}
        assert rest.propose(who, {**offer, **parts, **sums}).status_code == 422, enormous


def test_every_code_that_is_raised_has_a_status_of_its_own_or_its_classs() -> None:
    """A plain `DomainError` says nothing of its status by its class: each of their codes is in the table."""
    plain = set()
    for package in ("store", "tools", "copilot", "api/rest"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "DomainError":
                    plain |= {str(argument.value) for argument in node.args[:1] if isinstance(argument, ast.Constant)}
    served = {code for code in plain if not code.startswith("agent_")}  # with those, the studio does not open
    assert served - set(STATUS_OF_CODE) == set()


def test_codes_meet_http_by_class_where_the_table_is_silent() -> None:
    assert status_of(NotFound("x")) == 404
    assert status_of(Forbidden("x")) == 403
    assert status_of(Invalid("x")) == 422
    assert status_of(Invalid("x", "gate_closed")) == 409
    assert status_of(DomainError("something_new", "x")) == 409


def test_every_answer_carries_the_security_headers(edge: Rest) -> None:
    for answer in (edge.http.get("/healthz"), edge.http.get("/nothing"), edge.get("/me")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"


def test_the_process_and_the_database_answer_for_themselves(rest: Rest) -> None:
    assert rest.http.get("/healthz").json() == {"status": "ok"}
    assert rest.http.get("/readyz").json() == {"status": "ok"}


def test_the_interactive_docs_need_no_network(edge: Rest) -> None:
    page = edge.http.get("/docs")
    assert page.status_code == 200
    assert "http" not in page.text.replace("http-equiv", "")
    assert "'unsafe-inline'" not in page.headers["content-security-policy"].split("style-src")[0]
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png"):
        assert f"/docs/assets/{asset}" in page.text
        assert edge.http.get(f"/docs/assets/{asset}").status_code == 200


def test_the_description_names_every_operation_its_problems_and_every_kind_of_change(edge: Rest) -> None:
    described = edge.http.get("/openapi.json").json()
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    ids = [operation["operationId"] for operation in operations]
    assert len(set(ids)) == len(ids)
    assert {tag for operation in operations for tag in operation["tags"]} == {tag["name"] for tag in described["tags"]}
    for operation in operations:
        assert operation["summary"]
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], operation["operationId"]
    union = described["components"]["schemas"]["ChangeIn"]["properties"]["operations"]["items"]
    assert set(union["discriminator"]["mapping"]) == set(BY_KIND)
