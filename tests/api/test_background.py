"""A serving process works in the background: briefs that need not be waited for, and effects of what was greenlit."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from unittest.mock import patch

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from copilot.turn.record import open_conversation, open_turn
from store.access.credentials import create_token
from store.changes.engine import LIFETIME
from store.inbox.queries import recent_messages
from store.kernel.actor import Actor
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


@pytest.mark.xdist_group("one background a process")
def test_what_a_process_that_died_left_unanswered_is_answered_once(sqlite_studio: StudioForTests) -> None:
    studio = sqlite_studio
    studio.client_and_project("LUM-1", "Lumen")
    asked, again, by_token = (_opened(studio, studio.person("producer", all_projects=True)) for _ in range(3))
    _say(studio, again, "Never mind")
    with studio.database.write() as session:
        create_token(session, by_token.who, studio.clock, name="Export", scopes=["read"], lifetime=timedelta(days=7))
    studio.clock.advance(timedelta(minutes=2))
    for _ in range(2):
        app = create_app(studio.settings, studio.clock, studio.database, background=True)
        with patch("api.background.ROUND_EVERY_S", 0.05), TestClient(app, base_url="http://localhost"):
            deadline = time.monotonic() + PATIENCE_S
            while not (_answers(studio, asked) and _answers(studio, again)) and time.monotonic() < deadline:
                time.sleep(0.05)
            time.sleep(0.5)
    assert len(_answers(studio, asked)) == 1
    assert "LUM-1" in _answers(studio, asked)[0]
    assert _answers(studio, by_token) == []
    assert len(_answers(studio, again)) == 1  # of two things said, only the last one is still waited for


@dataclass(frozen=True)
class _Opened:
    who: Actor
    conversation_id: str


def _opened(studio: StudioForTests, who: Actor) -> _Opened:
    conversation_id = open_conversation(studio.database, studio.clock, who, title="Asked", channel="web")
    opened = _Opened(who, conversation_id)
    _say(studio, opened, "Which projects do we have?")
    return opened


def _say(studio: StudioForTests, opened: _Opened, words: str) -> None:
    open_turn(studio.database, studio.clock, opened.who, opened.conversation_id, words, tainted=False)


def _answers(studio: StudioForTests, opened: _Opened) -> list[str]:
    with studio.database.read() as session:
        said = recent_messages(session, opened.who, opened.conversation_id)
    return [message.content for message in said if message.role == "ai"]
