"""A serving process works in the background: briefs that need not be waited for, and effects of what was greenlit."""

from __future__ import annotations

import time
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from store.changes.engine import LIFETIME
from tests.api.client import Headers, Rest, new_client
from tests.api.test_briefs import BRIEF
from tests.studio import StudioForTests

PATIENCE_S = 30


@pytest.fixture
def working(sqlite_studio: StudioForTests) -> Iterator[Rest]:
    """REST v1 of a process that does background work, going its rounds twenty times a second."""
    app = create_app(sqlite_studio.settings, sqlite_studio.clock, sqlite_studio.database, background=True)
    with patch("api.background.ROUND_EVERY_S", 0.05), TestClient(app, base_url="http://localhost") as http:
        yield Rest(http, sqlite_studio)


@pytest.mark.xdist_group("one background a process")
def test_a_brief_is_handled_in_the_background_and_its_mail_goes_out_once_greenlit(working: Rest) -> None:
    who = working.person(working.studio.admin)
    begun = working.http.post("/v1/briefs", headers={**who, "Prefer": "respond-async"}, data={"text": BRIEF})
    assert begun.status_code == 202
    job = _until_done(working, begun.headers["location"], who)
    assert job["state"] == "done"
    report = working.get(f"/changes/{job['change_set']}/brief", who).json()
    assert report["status"] == "pending"
    assert (
        working.get(f"/briefs/jobs/{job['id']}", working.person(working.studio.person("producer"))).status_code == 404
    )

    mail = {"kind": "send_email", "to": ["mara@lumenbikes.example"], "subject": "Hello", "body": "We begin."}
    filed = working.propose(who, mail).json()
    outbox = working.studio.settings.home / "outbox"
    time.sleep(0.2)
    assert not outbox.exists()
    working.post(f"/changes/{filed['id']}/greenlight", who, {"digest": filed["digest"]})
    deadline = time.monotonic() + PATIENCE_S
    while not list(outbox.glob("*.eml")) and time.monotonic() < deadline:
        time.sleep(0.05)
    (sent,) = outbox.glob("*.eml")
    assert b"We begin." in sent.read_bytes()


@pytest.mark.xdist_group("one background a process")
def test_what_nobody_decided_in_time_is_listed_as_expired(working: Rest) -> None:
    filed = working.propose(working.person(working.studio.admin), new_client()).json()
    working.studio.clock.advance(LIFETIME)
    who = working.person(working.studio.admin)
    deadline = time.monotonic() + PATIENCE_S
    while (pending := _listed(working, who, "pending")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (pending, _listed(working, who, "expired")) == ([], [filed["id"]])
    (entry, *_) = working.get("/audit", who).json()["items"]
    assert (entry["action"], entry["actor_kind"], entry["change_set_id"]) == ("expired", "clock", filed["id"])


def _listed(rest: Rest, who: Headers, status: str) -> list[str]:
    return [item["id"] for item in rest.get("/changes", who, status=status).json()["items"]]


def _until_done(rest: Rest, location: str, who: Headers) -> dict[str, str]:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        job: dict[str, str] = rest.http.get(location, headers=dict(who)).json()
        if job["state"] != "working" or time.monotonic() > deadline:
            return job
        time.sleep(0.05)
