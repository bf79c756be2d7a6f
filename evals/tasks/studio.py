"""A studio of its own for one task: a fresh home, one person of every role, all signed in, and a clock that stands."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from evals.tasks.snapshot import Snapshot, take
from store.access.credentials import create_first_admin, set_password, sign_in
from store.access.operations import AddUser
from store.access.policy import ROLE_PERMISSIONS
from store.access.queries import actor_of_session
from store.changes.decisions import greenlight
from store.changes.engine import Origin, Request, file_change_set
from store.home import open_home
from store.kernel.actor import Actor
from store.kernel.clock import FixedClock
from store.kernel.database import Database
from store.kernel.ids import new_id
from store.kernel.settings import Settings

_DOMAIN = "northlight.example"
_SESSIONS = "eval-sessions.json"


@dataclass(frozen=True)
class TaskStudio:
    """`people` holds the signed-in actor of each role; all of them see every project."""

    settings: Settings
    database: Database
    clock: FixedClock
    people: Mapping[str, Actor]

    def snapshot(self) -> Snapshot:
        return take(self.settings.home / "greenlight.sqlite3")


def open_task_studio(home: Path, *, today: date) -> TaskStudio:
    """Set up an empty studio in `home` where it is nine o'clock (UTC) of `today`; close its database when done."""
    settings = Settings(home=home)
    database = open_home(settings)
    clock = _clock(today)
    password = secrets.token_urlsafe(16)
    with database.write() as session:
        create_first_admin(session, clock, name="Admin", email=f"admin@{_DOMAIN}", password=password)
    with database.write() as session:
        admin, secret = sign_in(session, clock, email=f"admin@{_DOMAIN}", password=password, channel="evals")
    roles = [role for role in ROLE_PERMISSIONS if role != "admin"]
    users = [
        AddUser(id=new_id("usr"), email=f"{role}@{_DOMAIN}", name=_name(role), role=role, sees_all_projects=True)
        for role in roles
    ]
    with database.write() as session:
        request = Request("The studio's people", users, Origin("evals"))
        change_set = file_change_set(session, admin, clock, request)
        greenlight(session, admin, clock, change_set_id=change_set.id, digest=change_set.digest)
    secrets_of = {"admin": secret}
    for user in users:
        with database.write() as session:
            set_password(session, admin, clock, user_id=user.id, password=password)
            _, secrets_of[user.role] = sign_in(session, clock, email=user.email, password=password, channel="evals")
    (home / _SESSIONS).write_text(json.dumps(secrets_of))
    return _opened(settings, database, clock)


def reopen(home: Path, *, today: date) -> TaskStudio:
    """Open a copy of a studio that `open_task_studio` made on the same day, everybody still signed in."""
    settings = Settings(home=home)
    return _opened(settings, open_home(settings), _clock(today))


def _opened(settings: Settings, database: Database, clock: FixedClock) -> TaskStudio:
    secrets_of = json.loads((settings.home / _SESSIONS).read_text())
    with database.read() as session:
        people = {role: actor_of_session(session, secret, clock.now()) for role, secret in secrets_of.items()}
    return TaskStudio(settings, database, clock, people)


def _clock(today: date) -> FixedClock:
    return FixedClock(datetime.combine(today, time(9), UTC))


def _name(role: str) -> str:
    return role.replace("_", " ").capitalize()
